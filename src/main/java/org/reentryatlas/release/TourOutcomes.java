package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.By;
import org.reentryatlas.db.Database;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.protect.Rounding;

/**
 * What Accountability Tours found, through the door. Added up are whole quarters of the whole jurisdiction, once, when they are closed; the four sums of a quarter have no visit in common, no sum of
 * them is published, and none is published again in other words, so that no number can be had from others: each stands or is hidden by its own size. A sum below k is hidden, a zero
 * too; others are rounded as all counts are. What they were made of is destroyed in the same transaction.
 */
public final class TourOutcomes {
    private final Database steward;
    private final Policy policy;

    public TourOutcomes(Database steward, Policy policy) {
        this.steward = steward;
        this.policy = policy;
    }

    /**
     * What was published of a quarter.
     *
     * @param quarter such as {@code 2026-Q3}
     * @param values by outcome; null where one is hidden
     * @param tours of which something was written down, which is not for publication
     */
    public record Quarter(String quarter, Map<String, @Nullable Integer> values, int tours) {}

    /**
     * A quarter of which something is written down and not yet published.
     *
     * @param closes the first day on which it can be
     */
    public record Open(String quarter, LocalDate closes, int tours) {}

    /** Publishes all quarters that are closed, the oldest first; none if nothing is written down of any. */
    public List<Quarter> publish(LocalDate today) {
        return steward.inTransaction(handle -> {
            TourOutcomeStore store = new TourOutcomeStore(handle);
            store.lock();
            List<Quarter> published =
                    store.sums(today).stream().map(this::protect).toList();
            published.forEach(quarter -> store.insert(quarter.quarter(), quarter.values()));
            store.destroy(today);
            Audit.on(handle)
                    .done(
                            By.commandLine(),
                            Action.OUTCOMES_PUBLISHED,
                            published.stream().map(Quarter::quarter).toList());
            return published;
        });
    }

    private Quarter protect(TourOutcomeStore.Sums sums) {
        Map<String, @Nullable Integer> values = new LinkedHashMap<>();
        sums.byOutcome().forEach((outcome, sum) -> values.put(outcome, shown(sum)));
        return new Quarter(sums.quarter(), values, sums.tours());
    }

    private @Nullable Integer shown(int sum) {
        return sum < policy.k() ? null : Integer.valueOf(new Rounding(policy).round(sum));
    }

    /** What waits. */
    public List<Open> open() {
        return steward.read(handle -> new TourOutcomeStore(handle).open());
    }
}
