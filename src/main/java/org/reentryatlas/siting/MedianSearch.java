package org.reentryatlas.siting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The best choice of a {@link Median}: vertex interchange finds a good one, the Lagrangian bound finds what it may lack and which sites no
 * better one has, and a programme settles what is left, if it is small enough.
 */
final class MedianSearch {
    private final Median median;
    private final Effort effort;
    private final Watch watch;
    private final Interchange interchange;

    MedianSearch(Median median, Effort effort, Watch watch) {
        this.median = median;
        this.effort = effort;
        this.watch = watch;
        this.interchange = new Interchange(median, watch);
    }

    /**
     * A choice.
     *
     * @param chosen candidates
     * @param servesAll whether it serves everybody who must be
     * @param lower what no choice is below
     */
    record Result(BitSet chosen, boolean servesAll, double lower, Solution.End end) {}

    /** Searches. */
    Result search() {
        return search(start());
    }

    /** Searches from candidates that serve everybody, where what is found otherwise may not. */
    Result search(BitSet start) {
        return search(interchange.improved(median.sitesOf(start)));
    }

    private Result search(int[] start) {
        LagrangianBound bound = new LagrangianBound(
                median, effort, watch, start, interchange.prices(start), chosen -> interchange.improved(chosen));
        bound.run();
        int[] chosen = bound.best();
        double lower = bound.lower();
        boolean isProven = bound.isProven();
        if (!isProven && !watch.isOver()) {
            Median left = median.reduced(bound.out(), bound.in());
            if (left == null) {
                isProven = true;
            } else if (left.rows() <= effort.rows()) {
                MedianProgramme.Result result = MedianProgramme.solve(left, effort, watch);
                chosen = better(chosen, left, bound.in(), result);
                isProven = result.end() == Programme.End.OPTIMAL || result.end() == Programme.End.INFEASIBLE;
                // What was given up is not better than the best; so no choice is below both.
                lower = Math.max(lower, Math.min(result.lower(), median.value(chosen)));
            }
        }
        Solution.End end =
                isProven ? Solution.End.PROVEN : watch.isOver() ? Solution.End.INTERRUPTED : Solution.End.LIMIT;
        chosen = interchange.settled(chosen);
        double value = median.value(chosen);
        return new Result(
                median.idsOf(Median.bits(chosen)),
                median.servesAll(chosen),
                isProven ? value : Math.min(lower, value),
                end);
    }

    private int[] start() {
        int[] best = interchange.improved(interchange.greedy());
        Random random = new Random(effort.seed());
        for (int start = 1; start <= effort.starts() && !watch.isOver(); start++) {
            watch.tell(Watch.Phase.INTERCHANGE, start, effort.starts());
            int[] other = interchange.improved(interchange.random(random));
            best = median.value(other) < median.value(best) ? other : best;
        }
        return best;
    }

    /** The choice of the programme, with what was chosen for good, if it is better. */
    private int[] better(int[] best, Median left, BitSet in, MedianProgramme.Result result) {
        if (result.chosen().cardinality() != left.choose) {
            return best;
        }
        IntStream rest = Arrays.stream(median.sitesOf(left.idsOf(result.chosen())));
        int[] chosen = IntStream.concat(rest, in.stream()).sorted().toArray();
        return median.value(chosen) < median.value(best) ? chosen : best;
    }
}
