package org.reentryatlas.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;

/**
 * A directory on its way into schema {@code provider}. Records of all kinds wait in one temporary table; what they refer
 * to, what is told twice and what has changed is found there by the database, so that no file is held in memory. Steps are
 * called in the order in which they stand here, in the transaction of the handle.
 */
public final class DirectoryStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String[] COLUMNS = {
        "unit",
        "file",
        "row",
        "kind",
        "key",
        "organization",
        "service",
        "location",
        "service_at_location",
        "embedded",
        "fields"
    };

    /** A record that the database found to be at fault: {@code duplicate_id}, {@code owner_missing} or {@code owner_unknown}. */
    public record Fault(long unit, String file, long row, String kind, String field, String code) {}

    /** A word of the source that is no category of ours, and the number of services that carry it. */
    public record Term(String term, long services) {}

    private final Handle handle;

    public DirectoryStore(Handle handle) {
        this.handle = handle;
    }

    /** Opens the table that records wait in; it is gone when the transaction ends. */
    public CopyIn stage() {
        handle.createScript(Sql.of(DirectoryStore.class, "stage-records")).execute();
        return CopyIn.open(handle, "incoming_record", COLUMNS);
    }

    /** One record, as {@link #stage} takes it. */
    public static void add(CopyIn staged, Origin origin, DirectoryRecord record) {
        staged.row(
                Long.toString(origin.unit()),
                origin.file().isEmpty() ? "-" : origin.file(),
                Long.toString(origin.row()),
                record.kind().code(),
                Objects.toString(record.key(), ""),
                owner(record, Kind.ORGANIZATION),
                owner(record, Kind.SERVICE),
                owner(record, Kind.LOCATION),
                owner(record, Kind.SERVICE_AT_LOCATION),
                Boolean.toString(record.embedded()),
                json(record.fields()));
    }

    /**
     * Lets locations go without an organization that is not in the file: they are found through their services.
     *
     * @return how many there were
     */
    public long loosenLocations() {
        handle.createScript(Sql.of(DirectoryStore.class, "index-records")).execute();
        return handle.execute(Sql.of(DirectoryStore.class, "loosen-locations"));
    }

    /** Takes out records that are told twice or refer to nothing, each with all of its unit, and lists them by unit. */
    public void removeFaults(Consumer<Fault> faults) {
        handle.createScript(Sql.of(DirectoryStore.class, "remove-faults")).execute();
        try (var found = handle
                .createQuery(Sql.of(DirectoryStore.class, "list-faults"))
                .map((rs, context) -> new Fault(
                        rs.getLong("unit"),
                        rs.getString("file"),
                        rs.getLong("row"),
                        rs.getString("kind"),
                        rs.getString("field"),
                        rs.getString("code")))
                .stream()) {
            found.forEach(faults);
        }
    }

    /** Decides for each location what kind of place it is, and takes out of the staged records what must not be stored. */
    public void settlePlaces() {
        handle.createScript(Sql.of(DirectoryStore.class, "settle-places")).execute();
    }

    /** Asks the geocoder's table of requests for the places that have an address and no position. */
    public void requestPositions() {
        handle.execute(Sql.of(DirectoryStore.class, "request-positions"));
    }

    /** Takes the positions that the geocoder found beyond doubt. */
    public void takePositions() {
        handle.execute(Sql.of(DirectoryStore.class, "take-positions"));
    }

    /** Compares the staged records with what is kept of the source. */
    public Changes compare(String source) {
        handle.createScript(Sql.of(DirectoryStore.class, "digest-sites")).execute();
        return handle.createQuery(Sql.of(DirectoryStore.class, "compare"))
                .bind("source", source)
                .map((rs, context) -> Changes.of(rs))
                .one();
    }

    /** Makes the staged records the edition of the source that is kept. */
    public void keep(String source, String format, String file) {
        handle.createUpdate(Sql.of(DirectoryStore.class, "keep-source"))
                .bind("source", source)
                .bind("format", format)
                .bind("file", file)
                .execute();
        for (String step : List.of("keep-records", "keep-details")) {
            handle.createUpdate(Sql.of(DirectoryStore.class, step))
                    .bind("source", source)
                    .execute();
        }
    }

    /** Writes the flat rows of the source that the map reads; sites that are closed have none. */
    public void publish(String source) {
        handle.createUpdate(Sql.of(DirectoryStore.class, "publish-sites"))
                .bind("source", source)
                .execute();
    }

    /** How many records of the source there are, by what an owner should know: {@code sites}, {@code confidential}, … */
    public Map<String, Long> tally(String source) {
        Map<String, Long> tally = new LinkedHashMap<>();
        handle.createQuery(Sql.of(DirectoryStore.class, "tally-source"))
                .bind("source", source)
                .map((rs, context) -> Map.entry(rs.getString("what"), rs.getLong("n")))
                .forEach(entry -> tally.put(entry.getKey(), entry.getValue()));
        return tally;
    }

    /** The words of the source that are no category of ours, the most frequent first. */
    public List<Term> listUnknownTerms(String source) {
        return new ArrayList<>(handle.createQuery(Sql.of(DirectoryStore.class, "list-unknown-terms"))
                .bind("source", source)
                .map((rs, context) -> new Term(rs.getString("term"), rs.getLong("services")))
                .list());
    }

    private static String owner(DirectoryRecord record, Kind kind) {
        return record.owners().getOrDefault(kind, "");
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }
}
