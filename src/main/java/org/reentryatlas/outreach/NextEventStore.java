package org.reentryatlas.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Published clean-ups and gatherings by area, read as the role that keeps plans. */
final class NextEventStore {
    private final Database desk;
    private final ZoneId zone;

    NextEventStore(Database desk, ZoneId zone) {
        this.desk = desk;
        this.zone = zone;
    }

    private record Found(String area, NextEvents.Event event) {}

    /** Another text after each change of a plan, each time that one is over, and each day. */
    String version(Instant now) {
        return desk.read(handle -> handle.createQuery(Sql.of(NextEventStore.class, "find-newest-change"))
                .bind("now", utc(now))
                .bind("zone", zone.getId())
                .mapTo(String.class)
                .one());
    }

    /** What is not over on a day and begins before another, by area, the next first. */
    Map<String, List<NextEvents.Event>> events(LocalDate from, LocalDate to) {
        return desk.read(handle -> {
            Map<String, List<NextEvents.Event>> events = new HashMap<>();
            handle.createQuery(Sql.of(NextEventStore.class, "list-coming"))
                    .bind("zone", zone.getId())
                    .bind("since", utc(from.atStartOfDay(zone).toInstant()))
                    .bind("until", utc(to.atStartOfDay(zone).toInstant()))
                    .map((rs, context) -> new Found(
                            rs.getString("area"),
                            new NextEvents.Event(
                                    rs.getString("title"),
                                    rs.getObject("starts", LocalDateTime.class),
                                    rs.getObject("ends", LocalDateTime.class),
                                    rs.getString("place"))))
                    .forEach(found -> events.computeIfAbsent(found.area(), area -> new ArrayList<>())
                            .add(found.event()));
            return events;
        });
    }

    /** By area, as of a moment. */
    Map<String, LocalDate> lastCleanUps(Instant now) {
        return desk.read(handle -> {
            Map<String, LocalDate> days = new HashMap<>();
            handle.createQuery(Sql.of(NextEventStore.class, "list-last-clean-ups"))
                    .bind("zone", zone.getId())
                    .bind("now", utc(now))
                    .map((rs, context) -> Map.entry(rs.getString("area"), rs.getObject("day", LocalDate.class)))
                    .forEach(last -> days.put(last.getKey(), last.getValue()));
            return days;
        });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
