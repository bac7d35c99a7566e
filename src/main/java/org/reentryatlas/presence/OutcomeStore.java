package org.reentryatlas.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.identity.Account;

/** Writes what tours found as a role that cannot read it, and reads what was published of it as the serving role. */
final class OutcomeStore {
    private final Database web;
    private final Database desk;

    OutcomeStore(Database web, Database desk) {
        this.web = web;
        this.desk = desk;
    }

    /**
     * A tour that is published and not called off.
     *
     * @param day on which it starts
     * @param areas keys of its beats
     */
    record Tour(LocalDate day, boolean isOver, List<String> areas) {
        Tour {
            areas = List.copyOf(areas);
        }
    }

    Optional<Tour> find(UUID planId, ZoneId zone, Instant now) {
        return desk.read(handle -> handle.createQuery(Sql.of(OutcomeStore.class, "find-tour"))
                .bind("id", planId)
                .bind("zone", zone.getId())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((rs, context) ->
                        new Tour(rs.getObject("day", LocalDate.class), rs.getBoolean("is_over"), List.of((String[])
                                rs.getArray("areas").getArray())))
                .findOne());
    }

    /** Whether it was written: not of a day whose quarter is closed. */
    boolean write(UUID planId, Tour tour, Outcome outcome, Account account, LocalDate today) {
        return desk.inTransaction(handle -> {
            boolean isWritten = handle.createUpdate(Sql.of(OutcomeStore.class, "insert-outcome"))
                            .bind("planId", planId)
                            .bind("day", tour.day())
                            .bind("contacted", outcome.contacted())
                            .bind("notHome", outcome.notHome())
                            .bind("moved", outcome.moved())
                            .bind("badAddress", outcome.badAddress())
                            .bind("accountId", account.id())
                            .bind("today", today)
                            .execute()
                    > 0;
            if (isWritten) {
                // That it was written, and no number of it.
                Audit.on(handle).done(account.by(), Action.OUTCOME_WRITTEN, planId.toString());
            }
            return isWritten;
        });
    }

    private record Published(
            String quarter, String outcome, @Nullable Integer value) {}

    /** By quarter, the newest first, and outcome; null where a number is hidden. */
    Map<String, Map<String, @Nullable Integer>> published() {
        List<Published> rows =
                new ArrayList<>(web.read(handle -> handle.createQuery(Sql.of(OutcomeStore.class, "list-outcomes"))
                        .map((rs, context) -> new Published(
                                rs.getString("quarter"), rs.getString("outcome"), rs.getObject("value", Integer.class)))
                        .list()));
        Map<String, Map<String, @Nullable Integer>> found = new LinkedHashMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.quarter(), quarter -> new LinkedHashMap<>())
                .put(row.outcome(), row.value()));
        return found;
    }
}
