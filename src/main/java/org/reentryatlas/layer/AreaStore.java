package org.reentryatlas.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.Shape;

/** Reads the areas of a level with the numbers of a release, on a handle in a transaction that its maker closes. */
final class AreaStore {
    private final Handle handle;
    private final PublishedRelease release;
    private final String level;
    private final Map<Long, Numbers> numbers = new HashMap<>();
    private Numbers whole = Numbers.NONE;

    AreaStore(Handle handle, PublishedRelease release, String level) {
        this.handle = handle;
        this.release = release;
        this.level = level;
    }

    FeatureTable read() {
        readNumbers();
        List<Column> columns = AreaColumns.of(measures());
        FeatureTable.Maker maker = new FeatureTable.Maker(columns);
        query("list-areas").map((rs, context) -> area(rs, columns, maker)).forEach(added -> {});
        return maker.make();
    }

    private List<Measure> measures() {
        return handle.createQuery(Sql.of(AreaStore.class, "list-measures-of-release"))
                .bind("releaseId", release.id())
                .map(LayerStore::measure)
                .list();
    }

    private Query query(String name) {
        return handle.createQuery(Sql.of(AreaStore.class, name))
                .setFetchSize(LayerStore.ROWS_AT_ONCE)
                .bind("releaseId", release.id())
                .bind("level", level);
    }

    private String area(ResultSet rs, List<Column> columns, FeatureTable.Maker maker) throws SQLException {
        String key = rs.getString("key");
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("key", key);
        properties.put("name", rs.getString("name"));
        properties.put("level", level);
        properties.put("parent", rs.getString("parent"));
        properties.put("release", release.id());
        properties.put("reference_date", release.referenceDate());
        properties.put("low_hit_rate", rs.getBoolean("low_hit_rate"));
        properties.putAll(numbers.getOrDefault(rs.getLong("id"), Numbers.NONE).properties(whole));
        maker.add(
                key,
                Shape.ofWkb(rs.getBytes("wkb")).orElse(null),
                columns.stream().map(column -> properties.get(column.name())).toArray());
        return key;
    }

    /** The numbers of the areas and of the whole jurisdiction. */
    private void readNumbers() {
        query("list-numbers")
                .bind("areaSetId", release.areaSetId())
                .map((rs, context) -> new NumbersRow(rs.getLong("id"), rs.getBoolean("is_whole"), numbers(rs)))
                .forEach(row -> {
                    numbers.put(row.areaId(), row.numbers());
                    whole = row.isWhole() ? row.numbers() : whole;
                });
    }

    private Numbers numbers(ResultSet rs) throws SQLException {
        String[] measures = (String[]) rs.getArray("measures").getArray();
        String[] statuses = (String[]) rs.getArray("statuses").getArray();
        Integer[] values = (Integer[]) rs.getArray("values").getArray();
        Integer[] bandWidths = (Integer[]) rs.getArray("band_widths").getArray();
        Map<String, Count> counts = new LinkedHashMap<>();
        Map<String, Band> bands = new LinkedHashMap<>();
        for (int i = 0; i < measures.length; i++) {
            Count count = new Count(statuses[i], values[i]);
            if (bandWidths[i] == null) {
                counts.put(measures[i], count);
            } else {
                bands.put(measures[i], Band.of(count, bandWidths[i], release.k()));
            }
        }
        Integer residents = rs.getObject("residents", Integer.class);
        return new Numbers(
                counts,
                bands,
                residents == null
                        ? null
                        : new Residents(
                                residents,
                                rs.getString("method"),
                                rs.getString("source"),
                                rs.getObject("valid_from", LocalDate.class)));
    }

    private record NumbersRow(long areaId, boolean isWhole, Numbers numbers) {}
}
