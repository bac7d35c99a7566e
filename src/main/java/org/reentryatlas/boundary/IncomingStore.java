package org.reentryatlas.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;

/**
 * The areas of a file in a table of the handle's transaction, before they are checked and kept: rows go in one by one and
 * stay in the database, so that memory does not grow with the file.
 */
public final class IncomingStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Handle handle;

    public IncomingStore(Handle handle) {
        this.handle = handle;
    }

    /** Makes the empty table and opens the way into it; {@link Stage#finish} must come before anything else. */
    public Stage open(Level baseLevel) {
        handle.createScript(Sql.of(IncomingStore.class, "stage-areas")).execute();
        return new Stage(
                baseLevel,
                CopyIn.open(
                        handle,
                        "incoming_area",
                        "row_number",
                        "key",
                        "name",
                        "keys",
                        "population",
                        "ring_fault",
                        "geom",
                        "reject_field",
                        "reject_reason",
                        "reject_text"));
    }

    /** Geometry types by name, each with the number of areas. */
    public Map<String, Long> countTypes() {
        Map<String, Long> types = new TreeMap<>();
        handle.createQuery(Sql.of(IncomingStore.class, "count-types"))
                .map((rs, context) -> Map.entry(rs.getString("type"), rs.getLong("areas")))
                .forEach(entry -> types.put(entry.getKey(), entry.getValue()));
        return types;
    }

    /** What was found, by verdict and kind, in the order of the checks. */
    public java.util.List<Finding.Count> countFindings() {
        return handle.createQuery(Sql.of(IncomingStore.class, "count-findings"))
                .map((rs, context) -> new Finding.Count(
                        verdict(rs.getString("verdict")),
                        rs.getString("kind"),
                        rs.getLong("findings"),
                        rs.getDouble("square_metres")))
                .list();
    }

    /** Hands over so many findings: faults first, then repairs, then notes. */
    public void forEachFinding(long most, Consumer<Finding> action) {
        handle.createQuery(Sql.of(IncomingStore.class, "list-findings"))
                .bind("most", most)
                .setFetchSize(1_000)
                .map((rs, context) -> new Finding(
                        verdict(rs.getString("verdict")),
                        rs.getString("kind"),
                        rs.getObject("row_number", Long.class),
                        rs.getString("field"),
                        rs.getString("key"),
                        rs.getString("other_key"),
                        rs.getObject("square_metres", Double.class),
                        rs.getObject("width_metres", Double.class),
                        rs.getObject("longitude", Double.class),
                        rs.getObject("latitude", Double.class),
                        rs.getString("detail")))
                .forEach(action);
    }

    private static Finding.Verdict verdict(String code) {
        return Finding.Verdict.valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    /** Rows on their way into the table. */
    public static final class Stage implements AutoCloseable {
        private final Level baseLevel;
        private final CopyIn copy;

        private Stage(Level baseLevel, CopyIn copy) {
            this.baseLevel = baseLevel;
            this.copy = copy;
        }

        public void area(NewArea area) {
            Map<String, String> keys = new TreeMap<>();
            area.parents().forEach((level, key) -> keys.put(level.code(), key));
            keys.put(Level.CITY.code(), Level.CITY.code());
            keys.put(baseLevel.code(), area.key());
            row(
                    area.row(),
                    area.key(),
                    area.name(),
                    json(keys),
                    area.population() == null ? null : area.population().toString(),
                    area.ringFault(),
                    area.wkbHex(),
                    null,
                    null,
                    null);
        }

        /** A row that cannot be an area. */
        public void reject(long row, @Nullable String key, String field, String reason, String text) {
            row(row, key, null, null, null, null, null, field, reason, text);
        }

        public void finish() {
            copy.finish();
        }

        @Override
        public void close() {
            copy.close();
        }

        private void row(long number, @Nullable String... fields) {
            String[] row = new String[fields.length + 1];
            row[0] = Long.toString(number);
            for (int i = 0; i < fields.length; i++) {
                row[i + 1] = Objects.requireNonNullElse(fields[i], "");
            }
            copy.row(row);
        }

        private static String json(Map<String, String> keys) {
            try {
                return JSON.writeValueAsString(keys);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a map of texts is always JSON", e);
            }
        }
    }
}
