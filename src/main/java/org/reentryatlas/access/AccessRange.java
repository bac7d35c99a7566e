package org.reentryatlas.access;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Between what the access of an origin lies, whatever demand is within its bounds.
 *
 * @param low at least 0
 * @param high empty where there is no upper end: where all demand around a site could be nearly nothing, and what is there would
 *     have all of the site to itself
 */
public record AccessRange(double low, OptionalDouble high) {
    public AccessRange {
        Amounts.requireFinite("the least access", low);
        high.ifPresent(most -> new Range(low, most));
    }

    /**
     * The access of each origin by the two steps of a catchment. A site's ratio falls with
     * the demand around it, so the ends are those of the ratios; and it is 0 where that demand can be nothing, for a site with
     * nobody around it gives nothing. Where some demand is sure around every site, both ends are reached: by all demand at its most,
     * and all at its least.
     */
    public static List<AccessRange> of(CatchmentWeights weights, DemandBox demand, double[] supply) {
        Amounts.requireSize("demand", demand.origins(), weights.from().table().origins());
        double[] places = Amounts.copy("supply", supply, weights.from().table().sites());
        double[] least = weights.from().sumBySite(demand.low());
        double[] most = weights.from().sumBySite(demand.high());
        double[] low = new double[places.length];
        double[] high = new double[places.length];
        boolean[] isUnbounded = new boolean[places.length];
        for (int site = 0; site < places.length; site++) {
            if (least[site] > 0) {
                low[site] = places[site] / most[site];
                high[site] = places[site] / least[site];
            } else {
                isUnbounded[site] = most[site] > 0 && places[site] > 0;
            }
        }
        Weights to = weights.to();
        return ranges(to, to.sumByOrigin(low), to.sumByOrigin(high), isUnbounded);
    }

    private static List<AccessRange> ranges(Weights weights, double[] low, double[] high, boolean[] isUnbounded) {
        List<AccessRange> ranges = new ArrayList<>();
        for (int origin = 0; origin < low.length; origin++) {
            ranges.add(new AccessRange(
                    low[origin],
                    reachesAny(weights, origin, isUnbounded)
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(high[origin])));
        }
        return List.copyOf(ranges);
    }

    private static boolean reachesAny(Weights weights, int origin, boolean[] sites) {
        for (int pair = weights.table().start(origin); pair < weights.table().end(origin); pair++) {
            if (weights.weight(pair) > 0 && sites[weights.table().site(pair)]) {
                return true;
            }
        }
        return false;
    }
}
