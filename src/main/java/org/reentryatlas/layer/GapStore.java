package org.reentryatlas.layer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;

/** Reads the service gaps of areas that are in memory, on a handle in a transaction that its maker closes. */
final class GapStore {
    private static final double SECONDS = 60;

    /** The ways of getting about that runs know; some runs have no figures of the last. */
    static final List<String> MODES = List.of("walk", "drive", "transit");

    private final Handle handle;
    private final GapRun run;
    private final String releaseId;
    private final List<ServiceCategory> categories;

    GapStore(Handle handle, GapRun run, String releaseId, List<ServiceCategory> categories) {
        this.handle = handle;
        this.run = run;
        this.releaseId = releaseId;
        this.categories = categories;
    }

    /**
     * The gaps of the areas of a level, by mode; of a level that the run has no figures of, tables without features.
     *
     * @param areas of the release
     */
    Map<String, FeatureTable> read(String level, FeatureTable areas) {
        Map<String, Map<String, Map<String, @Nullable Object>>> byMode = new HashMap<>();
        handle.createQuery(Sql.of(GapStore.class, "list-gaps"))
                .setFetchSize(LayerStore.ROWS_AT_ONCE)
                .bind("runId", run.id())
                .bind("level", level)
                .map((rs, context) -> {
                    properties(
                            rs,
                            byMode.computeIfAbsent(rs.getString("mode"), key -> new HashMap<>())
                                    .computeIfAbsent(rs.getString("area_key"), key -> new HashMap<>()));
                    return true;
                })
                .forEach(read -> {});
        Map<String, FeatureTable> tables = new HashMap<>();
        for (String mode : MODES) {
            tables.put(mode, table(areas, byMode.getOrDefault(mode, Map.of())));
        }
        return tables;
    }

    private static void properties(ResultSet rs, Map<String, @Nullable Object> properties) throws SQLException {
        String code = rs.getString("category") + "_";
        properties.put(code + "gap_low", number(rs, "gap_low"));
        properties.put(code + "gap_high", number(rs, "gap_high"));
        properties.put(code + "gap_rank", rs.getObject("rank", Integer.class));
        properties.put(code + "people_low", number(rs, "demand_low"));
        properties.put(code + "people_high", number(rs, "demand_high"));
        properties.put(code + "minutes", minutes(rs, "nearest_s"));
        properties.put(code + "minutes_3rd", minutes(rs, "third_s"));
        for (String within : List.of("15", "30")) {
            properties.put(code + "in_" + within + "_low", rs.getObject("within_" + within + "_low", Integer.class));
            properties.put(code + "in_" + within + "_high", rs.getObject("within_" + within + "_high", Integer.class));
        }
    }

    private static @Nullable Double number(ResultSet rs, String column) throws SQLException {
        BigDecimal number = rs.getBigDecimal(column);
        return number == null ? null : number.doubleValue();
    }

    /** Seconds of a column in whole minutes. */
    static @Nullable Integer minutes(ResultSet rs, String column) throws SQLException {
        Integer seconds = rs.getObject(column, Integer.class);
        return seconds == null ? null : minutes(seconds);
    }

    /** Seconds in whole minutes. */
    static int minutes(int seconds) {
        return (int) Math.round(seconds / SECONDS);
    }

    private FeatureTable table(FeatureTable areas, Map<String, Map<String, @Nullable Object>> properties) {
        List<Column> columns = GapColumns.of(categories);
        FeatureTable.Maker maker = new FeatureTable.Maker(columns);
        for (int row : areas.rows()) {
            Map<String, @Nullable Object> found = properties.get(areas.id(row));
            if (found != null) {
                Map<String, @Nullable Object> all = new HashMap<>(found);
                all.putAll(AreaColumns.ofArea(areas, row));
                all.put("release", releaseId);
                all.put("gap_run", run.id());
                maker.addLike(
                        areas,
                        row,
                        columns.stream().map(column -> all.get(column.name())).toArray());
            }
        }
        return maker.make();
    }
}
