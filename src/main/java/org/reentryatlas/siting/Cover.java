package org.reentryatlas.siting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is within a radius of which site, and whether a choice covers enough of it. Without capacities.
 */
final class Cover {
    /** Shares are compared to this, which is an error of addition. */
    private static final double SAME = 1e-9;

    private final SitingProblem problem;
    private final double share;

    /** By candidate, the demands within the radius that ask for something and that no fixed site covers. */
    private final BitSet[] within;

    private final BitSet open;
    private final int[] free;
    private final double total;
    private final double needed;

    /**
     * A covering.
     *
     * @param share of all weight that is to be covered; 1 is everybody, whatever rounding makes of weights
     */
    Cover(SitingProblem problem, double radius, double share) {
        this.problem = problem;
        this.share = share;
        this.total = problem.total();
        this.within = new BitSet[problem.candidates()];
        BitSet served = new BitSet();
        for (int j = 0; j < within.length; j++) {
            within[j] = new BitSet();
            for (int i = 0; i < problem.demands(); i++) {
                if (problem.asks(i) && problem.isWithin(i, j, radius)) {
                    within[j].set(i);
                }
            }
            if (problem.isFixed(j)) {
                served.or(within[j]);
            }
        }
        this.open = new BitSet();
        IntStream.range(0, problem.demands()).filter(problem::asks).forEach(open::set);
        open.andNot(served);
        Arrays.stream(within).forEach(there -> there.and(open));
        this.free = IntStream.range(0, within.length)
                .filter(j -> !problem.isFixed(j))
                .toArray();
        this.needed = share * total - weight(served);
    }

    private double weight(BitSet demands) {
        return demands.stream().mapToDouble(problem::weight).sum();
    }

    /** Whether the fixed sites and these new ones cover enough. */
    boolean isEnough(BitSet chosen) {
        BitSet covered = new BitSet();
        chosen.stream().forEach(j -> covered.or(within[j]));
        return share == 1 ? covered.equals(open) : weight(covered) >= needed - SAME * total;
    }

    /** Whether all candidates together would. */
    boolean isPossible() {
        return isEnough(Median.bits(free));
    }

    /** Takes the site that covers most weight until it is enough, then gives up what is not needed; only if it is possible. */
    BitSet greedy() {
        BitSet chosen = new BitSet();
        BitSet left = (BitSet) open.clone();
        while (!isEnough(chosen)) {
            int best = -1;
            double most = 0;
            for (int j : free) {
                BitSet more = (BitSet) within[j].clone();
                more.and(left);
                double weight = weight(more);
                if (weight > most) {
                    most = weight;
                    best = j;
                }
            }
            chosen.set(best);
            left.andNot(within[best]);
        }
        for (int j = chosen.length() - 1; j >= 0; j = chosen.previousSetBit(j - 1)) {
            chosen.clear(j);
            if (!isEnough(chosen)) {
                chosen.set(j);
            }
            if (j == 0) {
                break;
            }
        }
        return chosen;
    }

    /** The same number of sites, each exchanged for the lowest that does as well. */
    BitSet settled(BitSet start) {
        BitSet chosen = (BitSet) start.clone();
        for (int j : start.stream().boxed().sorted((a, b) -> b - a).toList()) {
            chosen.clear(j);
            int lowest = j;
            for (int other : free) {
                if (other >= lowest) {
                    break;
                }
                if (!chosen.get(other)) {
                    chosen.set(other);
                    boolean isEnough = isEnough(chosen);
                    chosen.clear(other);
                    lowest = isEnough ? other : lowest;
                }
            }
            chosen.set(lowest);
        }
        return chosen;
    }

    BitSet within(int candidate) {
        return within[candidate];
    }

    /** Demands that no fixed site covers. */
    BitSet open() {
        return open;
    }

    int[] free() {
        return free;
    }

    /** Whether everybody is to be covered. */
    boolean isForAll() {
        return share == 1;
    }

    /** The share of all weight that new sites have to bring; what rounding may take is not asked for. */
    double neededShare() {
        return total > 0 ? needed / total - SAME : 0;
    }

    double shareOf(int demand) {
        return problem.weight(demand) / total;
    }

    /** Sites as a list, with the fixed ones. */
    static List<Integer> withFixed(SitingProblem problem, BitSet chosen) {
        return IntStream.concat(chosen.stream(), problem.fixed().stream().mapToInt(Integer::intValue))
                .sorted()
                .boxed()
                .toList();
    }
}
