package org.reentryatlas.siting;

import java.util.BitSet;
import java.util.List;

/** What both searches, with capacities and without, make of new sites. */
final class Answer {
    private Answer() {}

    /** A solution of a goal of which less is better. */
    static Solution ofMinimum(
            SitingProblem problem, BitSet chosen, Service service, double objective, double lower, Solution.End end) {
        double bound = end == Solution.End.PROVEN ? objective : Math.max(0, Math.min(lower, objective));
        return solution(problem, chosen, service, new double[] {objective, bound, objective}, end);
    }

    /** A solution of a goal of which more is better. */
    static Solution ofMaximum(
            SitingProblem problem, BitSet chosen, Service service, double objective, double upper, Solution.End end) {
        double bound = end == Solution.End.PROVEN ? objective : Math.max(upper, objective);
        return solution(problem, chosen, service, new double[] {objective, objective, bound}, end);
    }

    private static Solution solution(
            SitingProblem problem, BitSet chosen, Service service, double[] values, Solution.End end) {
        // Where the bounds meet nothing is missing, whatever ended the search.
        Solution.End ended = values[1] == values[2] ? Solution.End.PROVEN : end;
        return new Solution(
                Cover.withFixed(problem, chosen),
                chosen.stream().boxed().toList(),
                service.allocations(),
                service.unserved(),
                values[0],
                values[1],
                values[2],
                ended);
    }

    /** How a search ended that was not brought to its end. */
    static Solution.End end(boolean isProven, Watch watch) {
        if (isProven) {
            return Solution.End.PROVEN;
        }
        return watch.isOver() ? Solution.End.INTERRUPTED : Solution.End.LIMIT;
    }

    /** The lowest candidates that are not chosen, until there are so many. */
    static BitSet filled(SitingProblem problem, BitSet start, int number) {
        BitSet chosen = (BitSet) start.clone();
        for (int j = 0; chosen.cardinality() < number; j++) {
            if (!problem.isFixed(j)) {
                chosen.set(j);
            }
        }
        return chosen;
    }

    /** Why all candidates together do not do it. */
    static Infeasible infeasible(List<Unserved> unserved) {
        boolean isOutOfReach = unserved.stream().anyMatch(left -> left.reason() != Unserved.Reason.NO_CAPACITY_LEFT);
        return new Infeasible(
                isOutOfReach ? Infeasible.Cause.OUT_OF_REACH : Infeasible.Cause.TOO_LITTLE_CAPACITY, unserved);
    }

    static List<Integer> all(SitingProblem problem) {
        return java.util.stream.IntStream.range(0, problem.candidates()).boxed().toList();
    }
}
