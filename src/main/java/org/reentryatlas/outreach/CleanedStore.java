package org.reentryatlas.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

import static java.util.Objects.requireNonNull;

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

    /**
     * A clean-up that took place.
     *
     * @param day on which it ended
     * @param on segments of blocks whose middles lie on its sites
     * @param near segments of blocks whose middles are near its sites, those on them too
     */
    record Done(UUID id, String title, LocalDate day, Set<Long> on, Set<Long> near) {}

    /**
     * The clean-ups of some days that are published, over and not called off, by day.
     *
     * @param zone whose days they are
     * @param metres what is near
     */
    List<Done> done(ZoneId zone, Instant until, LocalDate first, LocalDate last, int metres) {
        return desk.read(handle -> {
            Map<UUID, Done> done = new LinkedHashMap<>();
            handle.createQuery(Sql.of(CleanedStore.class, "list-near-cleaned"))
                    .bind("zone", zone.getId())
                    .bind("until", until.atOffset(ZoneOffset.UTC))
                    .bind("first", first)
                    .bind("last", last)
                    .bind("metres", metres)
                    .map((rs, context) -> new Row(
                            new Done(
                                    requireNonNull(rs.getObject("id", UUID.class)),
                                    rs.getString("title"),
                                    requireNonNull(rs.getObject("day", LocalDate.class)),
                                    new HashSet<>(),
                                    new HashSet<>()),
                            rs.getObject("block", Long.class),
                            rs.getBoolean("is_on")))
                    .forEach(row -> row.addTo(done));
            return new ArrayList<>(done.values());
        });
    }

    /** A clean-up with one of its blocks; null where it has none. */
    private record Row(Done of, @Nullable Long block, boolean isOn) {
        void addTo(Map<UUID, Done> done) {
            Done known = done.computeIfAbsent(of.id(), id -> of);
            if (block != null) {
                known.near().add(block);
                if (isOn) {
                    known.on().add(block);
                }
            }
        }
    }
}
