package org.reentryatlas.access;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What is near, whoever else wants it: the cost of the nearest services, and how many there are within a cost. */
public final class Closest {
    /** Where there are not as many sites as asked for. */
    public static final int NONE = -1;

    private Closest() {}

    /**
     * For each origin, the cost of its n-th nearest site, or {@link #NONE} if it reaches fewer. Sites at the same cost count one
     * by one, so that of three at cost 0 the third nearest costs 0.
     *
     * @param nth at least 1
     */
    public static int[] costs(CostTable table, int nth) {
        int[] ones = new int[table.sites()];
        Arrays.fill(ones, 1);
        return costs(table, ones, nth);
    }

    /**
     * For each origin, the least cost within which there are so many opportunities in all, or {@link #NONE} if it does not
     * reach as many. Two at one site count as two.
     *
     * @param opportunities at each site, at least 0
     * @param wanted how many, at least 1
     */
    public static int[] costs(CostTable table, int[] opportunities, int wanted) {
        Amounts.requireSize("opportunities", opportunities.length, table.sites());
        if (wanted < 1) {
            throw new IllegalArgumentException(wanted + " are wanted, which must be at least 1");
        }
        for (int site = 0; site < opportunities.length; site++) {
            if (opportunities[site] < 0) {
                throw new IllegalArgumentException(
                        "opportunities of " + site + " is " + opportunities[site] + " and must not be negative");
            }
        }
        int[] costs = new int[table.origins()];
        for (int origin = 0; origin < costs.length; origin++) {
            costs[origin] = cost(table, origin, opportunities, wanted);
        }
        return costs;
    }

    private static int cost(CostTable table, int origin, int[] opportunities, int wanted) {
        // The cost above, the site below: sorted as numbers, they are sorted by cost.
        long[] nearest = new long[table.end(origin) - table.start(origin)];
        for (int i = 0; i < nearest.length; i++) {
            int pair = table.start(origin) + i;
            nearest[i] = ((long) table.cost(pair) << Integer.SIZE) | table.site(pair);
        }
        Arrays.sort(nearest);
        long found = 0;
        for (long near : nearest) {
            found += opportunities[(int) near];
            if (found >= wanted) {
                return (int) (near >>> Integer.SIZE);
            }
        }
        return NONE;
    }

    /**
     * For each origin, the supply it reaches, weighted: cumulative opportunities with {@link Decay.Within}, the potential of
     * gravity models with a decay (W. G. Hansen, Journal of the American Institute of Planners 25(2), 1959). 0 where it reaches
     * nothing.
     *
     * @param supply of each site, in any unit, which is that of the result
     */
    public static double[] opportunities(Weights weights, double[] supply) {
        return weights.sumByOrigin(
                Amounts.copy("supply", supply, weights.table().sites()));
    }

    /**
     * For each site, the demand that reaches it, weighted: with {@link Decay.Within} of two miles, the potential demand of
     * J. Hipp, J. Jannetta, R. Shah &amp; S. Turner (Crime &amp; Delinquency 57(1), 2011). Demand counts at every site that it reaches.
     * 0 where there is none.
     *
     * @param demand of each origin, in any unit, which is that of the result
     */
    public static double[] potentialDemand(Weights weights, double[] demand) {
        return weights.sumBySite(Amounts.copy("demand", demand, weights.table().origins()));
    }

    /**
     * The share of all demand that has at least so many sites within a cost, from 0 to 1; empty if there is no demand at all.
     *
     * @param demand of each origin
     * @param cutoff the largest cost that counts, itself included
     * @param nth how many sites, at least 1
     */
    public static OptionalDouble shareWithin(CostTable table, double[] demand, int cutoff, int nth) {
        double[] people = Amounts.copy("demand", demand, table.origins());
        int[] costs = costs(table, nth);
        double all = 0;
        double within = 0;
        for (int origin = 0; origin < costs.length; origin++) {
            all += people[origin];
            within += costs[origin] != NONE && costs[origin] <= cutoff ? people[origin] : 0;
        }
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(within / all);
    }
}
