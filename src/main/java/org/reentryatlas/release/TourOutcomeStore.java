package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;

/** What tours found, on a handle in a transaction that its maker closes. */
final class TourOutcomeStore {
    private static final List<String> OUTCOMES = List.of("contacted", "not_home", "moved", "bad_address");

    private final Handle handle;

    TourOutcomeStore(Handle handle) {
        this.handle = handle;
    }

    /** The true sums of a quarter, by outcome. */
    record Sums(String quarter, Map<String, Integer> byOutcome, int tours) {}

    /** Nobody writes any until the transaction ends. */
    void lock() {
        handle.execute(Sql.of(TourOutcomeStore.class, "lock-outcomes"));
    }

    /** Of the quarters that are closed and not published, the oldest first. */
    List<Sums> sums(LocalDate today) {
        return handle.createQuery(Sql.of(TourOutcomeStore.class, "add-outcomes"))
                .bind("today", today)
                .map((rs, context) -> {
                    Map<String, Integer> sums = new LinkedHashMap<>();
                    for (String outcome : OUTCOMES) {
                        sums.put(outcome, rs.getInt(outcome));
                    }
                    return new Sums(rs.getString("quarter"), sums, rs.getInt("tours"));
                })
                .list();
    }

    void insert(String quarter, Map<String, @Nullable Integer> values) {
        values.forEach((outcome, value) -> handle.createUpdate(Sql.of(TourOutcomeStore.class, "insert-outcome"))
                .bind("quarter", quarter)
                .bind("outcome", outcome)
                .bind("value", value)
                .execute());
    }

    /** Of the quarters that are closed. */
    void destroy(LocalDate today) {
        handle.createUpdate(Sql.of(TourOutcomeStore.class, "destroy-outcomes"))
                .bind("today", today)
                .execute();
    }

    /** Of which quarters there are any. */
    List<TourOutcomes.Open> open() {
        return handle.createQuery(Sql.of(TourOutcomeStore.class, "count-open-outcomes"))
                .map((rs, context) -> new TourOutcomes.Open(
                        rs.getString("quarter"), rs.getObject("closes", LocalDate.class), rs.getInt("tours")))
                .list();
    }
}
