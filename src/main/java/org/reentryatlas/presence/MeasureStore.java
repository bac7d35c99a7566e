package org.reentryatlas.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Counts what is planned, read as the role that keeps it. */
final class MeasureStore {
    private final Database desk;

    MeasureStore(Database desk) {
        this.desk = desk;
    }

    /** By area and month, but for months without anything; under {@link Measures#ALL} what was in any area. */
    Map<String, Map<YearMonth, Map<Measure, Double>>> count(Months months, ZoneId zone, Instant now) {
        return desk.read(handle -> {
            Map<String, Map<YearMonth, Map<Measure, Double>>> found = new HashMap<>();
            handle.createQuery(Sql.of(MeasureStore.class, "count-measures"))
                    .bind("since", months.since(zone).atOffset(ZoneOffset.UTC))
                    .bind("until", months.until(zone).atOffset(ZoneOffset.UTC))
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("zone", zone.getId())
                    .map((rs, context) -> new Counted(rs.getString("area"), month(rs), values(rs)))
                    .forEach(row -> found.computeIfAbsent(
                                    row.area() == null ? Measures.ALL : row.area(), key -> new HashMap<>())
                            .put(row.month(), row.values()));
            return found;
        });
    }

    private record Counted(@Nullable String area, YearMonth month, Map<Measure, Double> values) {}

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.parse(row.getString("month"));
    }

    private static Map<Measure, Double> values(ResultSet row) throws SQLException {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            values.put(measure, row.getDouble(measure.code()));
        }
        return values;
    }
}
