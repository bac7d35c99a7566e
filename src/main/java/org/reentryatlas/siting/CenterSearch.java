package org.reentryatlas.siting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The p-center problem as a row of coverings (Minieka, SIAM Review 12, 1970): the largest cost is one of the costs, and whether so many sites
 * cover everybody within one of them is asked by halving the costs that are left.
 */
final class CenterSearch {
    /** Whether so many sites cover everybody within a radius. */
    @FunctionalInterface
    interface Decider {
        /** The end is {@code FEASIBLE} with a choice, {@code INFEASIBLE}, or {@code UNKNOWN}. */
        CoverProgramme.Result decide(double radius);
    }

    /** The largest cost of a choice that covers everybody within the radius. */
    @FunctionalInterface
    interface Radius {
        double of(BitSet chosen, double radius);
    }

    /**
     * What was found.
     *
     * @param reached whether a choice reaches everybody at all
     * @param chosen of new sites
     * @param radius within which the choice covers everybody
     * @param lower within less no choice does
     */
    record Result(Programme.End reached, BitSet chosen, double radius, double lower, boolean isProven) {}

    private CenterSearch() {}

    static Result search(SitingProblem problem, Decider decider, Radius radius, Watch watch) {
        double[] costs = costs(problem);
        int rounds = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(costs.length);
        watch.tell(Watch.Phase.PROGRAMME, 1, rounds);
        double largest = costs[costs.length - 1];
        CoverProgramme.Result first = decider.decide(largest);
        if (first.end() != Programme.End.FEASIBLE) {
            return new Result(first.end(), new BitSet(), largest, costs[0], false);
        }
        BitSet chosen = first.chosen();
        double best = radius.of(chosen, largest);
        int refuted = 0;
        int low = 0;
        int high = at(costs, best);
        for (int round = 2; low < high && !watch.isOver(); round++) {
            watch.tell(Watch.Phase.PROGRAMME, Math.min(round, rounds), rounds);
            int middle = (low + high) >>> 1;
            CoverProgramme.Result result = decider.decide(costs[middle]);
            if (result.end() == Programme.End.FEASIBLE) {
                chosen = result.chosen();
                best = radius.of(chosen, costs[middle]);
                high = at(costs, best);
            } else {
                low = middle + 1;
                // Only what is proven moves the bound; all that is less is refuted with it.
                refuted = result.end() == Programme.End.INFEASIBLE ? Math.max(refuted, low) : refuted;
            }
        }
        return new Result(Programme.End.FEASIBLE, chosen, best, costs[Math.min(refuted, high)], refuted >= high);
    }

    private static int at(double[] costs, double cost) {
        int at = Arrays.binarySearch(costs, cost);
        return at >= 0 ? at : -at - 1;
    }

    /** The costs that the answer can be: from that of the demand which is worst off with all candidates. */
    private static double[] costs(SitingProblem problem) {
        double[] nearest = IntStream.range(0, problem.demands())
                .filter(problem::asks)
                .mapToDouble(i -> IntStream.range(0, problem.candidates())
                        .mapToDouble(j -> problem.cost(i, j))
                        .min()
                        .orElse(0))
                .toArray();
        double least = Arrays.stream(nearest).max().orElse(0);
        return IntStream.range(0, problem.demands())
                .filter(problem::asks)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, problem.candidates()).mapToDouble(j -> problem.cost(i, j)))
                .filter(cost -> cost >= least && cost < Double.POSITIVE_INFINITY)
                .sorted()
                .distinct()
                .toArray();
    }
}
