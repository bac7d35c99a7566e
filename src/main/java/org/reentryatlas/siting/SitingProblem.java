package org.reentryatlas.siting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Demand, candidate sites, and what it costs each demand to reach each site. Immutable; all arrays are copied.
 *
 * <p>Demands are numbered 0 to n - 1 and candidates 0 to m - 1, in the order of the arrays; either number may be 0. Weights are in
 * the caller's unit (people-equivalents), costs in another (seconds, metres), and capacities in that of weights. A cost of 0 is
 * a cost like any other. {@link Double#POSITIVE_INFINITY} as a cost says that the site cannot be reached, and as a capacity that the site
 * takes everybody. A demand of weight 0 asks for nothing: it is served by nobody, missed by nobody, and makes nothing infeasible.
 */
public final class SitingProblem {
    private final double[] weights;
    private final double[][] costs;
    private final int candidates;
    private final BitSet fixed;
    private final double[] capacities;

    private SitingProblem(double[] weights, double[][] costs, int candidates, BitSet fixed, double[] capacities) {
        this.weights = weights;
        this.costs = costs;
        this.candidates = candidates;
        this.fixed = fixed;
        this.capacities = capacities;
    }

    /**
     * A problem without fixed sites and without limits of capacity.
     *
     * @param weights of n demands, each finite and not negative
     * @param costs n rows of m costs, none negative; {@link Double#POSITIVE_INFINITY} where the site cannot be reached
     * @param candidates m, which n = 0 rows would not tell
     * @throws IllegalArgumentException if a size, weight or cost is wrong, or all costs by weight together exceed what a double holds
     */
    public static SitingProblem of(double[] weights, double[][] costs, int candidates) {
        require(candidates >= 0, "a number of candidates below 0: " + candidates);
        require(weights.length == costs.length, weights.length + " weights but " + costs.length + " rows of costs");
        double most = 0;
        for (int i = 0; i < weights.length; i++) {
            require(
                    weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY,
                    "weight of demand " + i + ": " + weights[i]);
            require(
                    costs[i].length == candidates,
                    "row of demand " + i + " has " + costs[i].length + " costs for " + candidates + " candidates");
            double worst = 1;
            for (int j = 0; j < candidates; j++) {
                require(costs[i][j] >= 0, "cost of demand " + i + " to candidate " + j + ": " + costs[i][j]);
                if (costs[i][j] < Double.POSITIVE_INFINITY) {
                    worst = Math.max(worst, costs[i][j]);
                }
            }
            most += weights[i] * worst;
        }
        // Penalties and sums of several of these must stay numbers.
        require(most < Double.MAX_VALUE / 1e6, "weights and costs are too large to be added up");
        double[] unlimited = new double[candidates];
        Arrays.fill(unlimited, Double.POSITIVE_INFINITY);
        double[][] copy = Arrays.stream(costs).map(double[]::clone).toArray(double[][]::new);
        return new SitingProblem(weights.clone(), copy, candidates, new BitSet(), unlimited);
    }

    private static void require(boolean isMet, String otherwise) {
        if (!isMet) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * The same with these candidates, and no others, open whatever is chosen: they exist already and do not count as new.
     *
     * @throws IllegalArgumentException if one is no candidate or is named twice
     */
    public SitingProblem withFixed(int... sites) {
        BitSet set = new BitSet();
        for (int site : sites) {
            require(site >= 0 && site < candidates, "fixed site " + site + " is none of " + candidates + " candidates");
            require(!set.get(site), "fixed site " + site + " is named twice");
            set.set(site);
        }
        return new SitingProblem(weights, costs, candidates, set, capacities);
    }

    /**
     * The same with sites that serve no more than this much weight; 0 is a site that serves nobody. Demand may be divided between sites,
     * since a demand stands for many people.
     *
     * @throws IllegalArgumentException if their number is not that of candidates, or one is negative or no number
     */
    public SitingProblem withCapacities(double... most) {
        require(most.length == candidates, most.length + " capacities for " + candidates + " candidates");
        for (int j = 0; j < most.length; j++) {
            require(most[j] >= 0, "capacity of candidate " + j + ": " + most[j]);
        }
        return new SitingProblem(weights, costs, candidates, fixed, most.clone());
    }

    /**
     * The same with the weight of these demands 0, so that it can be solved without those that an {@link Infeasible} names; all
     * keep their numbers.
     *
     * @throws IllegalArgumentException if one is no demand
     */
    public SitingProblem setAside(Collection<Integer> demands) {
        double[] left = weights.clone();
        for (int i : demands) {
            require(i >= 0 && i < left.length, "demand " + i + " is none of " + left.length);
            left[i] = 0;
        }
        return new SitingProblem(left, costs, candidates, fixed, capacities);
    }

    /** How many demands there are. */
    public int demands() {
        return weights.length;
    }

    /** How many candidates there are, fixed sites among them. */
    public int candidates() {
        return candidates;
    }

    /** The weight of a demand. */
    public double weight(int demand) {
        return weights[demand];
    }

    /** What it costs; {@link Double#POSITIVE_INFINITY} if the candidate cannot be reached. */
    public double cost(int demand, int candidate) {
        return costs[demand][candidate];
    }

    /** What the candidate can serve; {@link Double#POSITIVE_INFINITY} if it has no limit. */
    public double capacity(int candidate) {
        return capacities[candidate];
    }

    /** Whether the candidate is open whatever is chosen. */
    public boolean isFixed(int candidate) {
        return fixed.get(candidate);
    }

    /** The sites that are open whatever is chosen, sorted. */
    public List<Integer> fixed() {
        return fixed.stream().boxed().toList();
    }

    /** Candidates that are not fixed. */
    int free() {
        return candidates - fixed.cardinality();
    }

    /** Whether some site has a limit. */
    boolean isCapacitated() {
        return Arrays.stream(capacities).anyMatch(most -> most < Double.POSITIVE_INFINITY);
    }

    /** All weight together. */
    double total() {
        return Arrays.stream(weights).sum();
    }

    /** Whether the candidate is reached at a cost of the limit or less; with an infinite limit, whether it is reached at all. */
    boolean isWithin(int demand, int candidate, double limit) {
        return costs[demand][candidate] <= limit && costs[demand][candidate] < Double.POSITIVE_INFINITY;
    }

    /** Whether the demand asks for something. */
    boolean asks(int demand) {
        return weights[demand] > 0;
    }
}
