package org.reentryatlas.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Which blocks were cleaned up when, by the plans that are kept here, read as the role that writes them. */
final class CleanedStore {
    private final Database desk;

    CleanedStore(Database desk) {
        this.desk = desk;
    }

    /**
     * The day of the last clean-up of each block that had one, by the segment of its street: of those that are published, over and
     * not called off.
     *
     * @param zone whose days they are
     */
    Map<Long, LocalDate> lastDays(ZoneId zone, Instant until) {
        return desk.read(handle -> {
            Map<Long, LocalDate> days = new HashMap<>();
            handle.createQuery(Sql.of(CleanedStore.class, "list-cleaned"))
                    .bind("zone", zone.getId())
                    .bind("until", until.atOffset(ZoneOffset.UTC))
                    .map((rs, context) -> Map.entry(rs.getLong("id"), rs.getObject("day", LocalDate.class)))
                    .forEach(block -> days.put(block.getKey(), block.getValue()));
            return days;
        });
    }
}
