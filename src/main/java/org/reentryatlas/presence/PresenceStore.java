package org.reentryatlas.presence;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Where officers were and will be, read as the role that keeps plans. */
final class PresenceStore {
    private final Database desk;

    PresenceStore(Database desk) {
        this.desk = desk;
    }

    /**
     * Of each area in which anything is or was planned.
     *
     * @param week its first day
     */
    Map<String, Presence> find(LocalDate week, ZoneId zone, Instant now) {
        return desk.read(handle -> {
            Map<String, Presence> found = new HashMap<>();
            handle.createQuery(Sql.of(PresenceStore.class, "list-presence"))
                    .bind("week", start(week, zone))
                    .bind("until", start(week.plusDays(7), zone))
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("zone", zone.getId())
                    .map((rs, context) -> Map.entry(rs.getString("area"), presence(rs)))
                    .forEach(area -> found.put(area.getKey(), area.getValue()));
            return found;
        });
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static Presence presence(ResultSet row) throws SQLException {
        return new Presence(
                row.getObject("last_day", LocalDate.class),
                row.getDouble("planned_hours"),
                days(row.getArray("planned_days")),
                row.getInt("coming"));
    }

    private static Set<LocalDate> days(Array array) throws SQLException {
        return Stream.of((Date[]) array.getArray()).map(Date::toLocalDate).collect(Collectors.toUnmodifiableSet());
    }
}
