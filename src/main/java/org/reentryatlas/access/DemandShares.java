package org.reentryatlas.access;

import java.util.Arrays;

/**
 * For each site, the least and the most that all demand can be over the demand around the site, each origin's demand being
 * anything within its bounds. Such a quotient of two sums is at an end where every origin is at one of its bounds, and those at
 * the other bound are the ones that weigh more than some limit (A. Charnes &amp; W. W. Cooper, Naval Research Logistics Quarterly
 * 9(3–4), 1962): an origin that weighs much adds more below the line than above. So it is enough to raise one origin after the
 * other, by weight, and look at each step.
 */
final class DemandShares {
    /** What a difference of two sums can be short by, of the larger. */
    private static final double ROUNDING = 1e-12;

    private final double[] least;
    private final double[] most;

    private DemandShares(int sites) {
        least = new double[sites];
        most = new double[sites];
    }

    static DemandShares of(Weights weights, DemandBox demand) {
        CostTable table = weights.table();
        DemandShares shares = new DemandShares(table.sites());
        double[] around = weights.sumBySite(demand.low());
        double all = Amounts.sum(demand.low());
        double[] spreads = new double[table.origins()];
        Arrays.setAll(spreads, demand::spread);
        double spread = Amounts.sum(spreads);
        int[] pairs = table.pairsBySite();
        int[] starts = table.siteStarts();
        int[] originOf = table.originOfPairs();
        for (int site = 0; site < table.sites(); site++) {
            Raise[] byWeight = byWeight(weights, pairs, starts[site], starts[site + 1], originOf, spreads);
            shares.least[site] = least(byWeight, all, around[site]);
            shares.most[site] = around[site] > 0 ? most(byWeight, all, around[site], spread) : 0;
        }
        return shares;
    }

    /** How far an origin around a site can be raised. */
    private record Raise(double weight, double by) {}

    /** Those that weigh least first. */
    private static Raise[] byWeight(Weights weights, int[] pairs, int from, int to, int[] originOf, double[] spreads) {
        Raise[] raises = new Raise[to - from];
        Arrays.setAll(raises, i -> new Raise(weights.weight(pairs[from + i]), spreads[originOf[pairs[from + i]]]));
        Arrays.sort(raises, (one, other) -> Double.compare(one.weight, other.weight));
        return raises;
    }

    /** Those that weigh most are raised first, and those that are not around the site never; 0 if nobody can be around it. */
    private static double least(Raise[] byWeight, double allLow, double aroundLow) {
        double all = allLow;
        double around = aroundLow;
        double least = around > 0 ? all / around : Double.MAX_VALUE;
        for (int i = byWeight.length - 1; i >= 0; i--) {
            all += byWeight[i].by;
            around += byWeight[i].weight * byWeight[i].by;
            least = around > 0 ? Math.min(least, all / around) : least;
        }
        return around > 0 ? least : 0;
    }

    /** Those that are not around the site are raised first, and then those that weigh least. */
    private static double most(Raise[] byWeight, double allLow, double aroundLow, double spread) {
        double elsewhere = spread * (1 + ROUNDING);
        for (Raise raise : byWeight) {
            elsewhere -= raise.by;
        }
        double all = allLow + Math.max(0, elsewhere);
        double around = aroundLow;
        double most = all / around;
        for (Raise raise : byWeight) {
            all += raise.by;
            around += raise.weight * raise.by;
            most = Math.max(most, all / around);
        }
        return most;
    }

    /** The least of all demand over the demand around a site; 0 if nobody can be around it. */
    double least(int site) {
        return least[site];
    }

    /** The most of it; 0 if it can be that nobody is around the site, where the quotient has no end. */
    double most(int site) {
        return most[site];
    }
}
