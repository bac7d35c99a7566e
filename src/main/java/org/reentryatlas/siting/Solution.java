package org.reentryatlas.siting;

import java.util.List;

/**
 * A choice of sites and what is known about how good it is.
 *
 * @param open all sites that are open, fixed ones among them, sorted. Of two choices that are worth the same and differ by one site,
 *     that with the lower number is taken; where sites have capacities, only if the two are alike in all costs and in capacity
 * @param added those of them that are new, sorted
 * @param allocations who is served where, sorted by demand and site; without capacities one for each demand that is served, at the
 *     cheapest open site, of those that cost the same the lowest
 * @param unserved the weight that is not served, with the reason, sorted by demand; with a radius, what lies beyond it
 * @param objective the goal's, worked out of the sites anew
 * @param lower no choice can be worth less; {@code lower <= objective <= upper}
 * @param upper no choice can be worth more, or this choice is worth it
 * @param end whether the search came to its end
 */
public record Solution(
        List<Integer> open,
        List<Integer> added,
        List<Allocation> allocations,
        List<Unserved> unserved,
        double objective,
        double lower,
        double upper,
        End end)
        implements Outcome {
    /** How a search ended. */
    public enum End {
        /** The choice is the best: {@code lower = upper}. Solvers reckon to about a millionth of the objective. */
        PROVEN,
        /** The effort was spent; the gap is what may be missing. */
        LIMIT,
        /** Whoever asked did not want to wait. */
        INTERRUPTED
    }

    public Solution {
        open = List.copyOf(open);
        added = List.copyOf(added);
        allocations = List.copyOf(allocations);
        unserved = List.copyOf(unserved);
    }

    /** Whether no choice is better. */
    public boolean isProven() {
        return end == End.PROVEN;
    }

    /** How much of the upper bound the two bounds are apart, 0 to 1; 0 where both are 0. */
    public double gap() {
        return upper > lower ? (upper - lower) / upper : 0;
    }
}
