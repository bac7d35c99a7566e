package org.reentryatlas.access;

import java.util.ArrayList;
import java.util.List;

/**
 * The gap of an origin: demand times what its access lacks of the access that all would have if supply lay where demand is,
 * {@code gap = demand * max(0, 1 - access / fair)}. The fair access is the supply that any demand reaches, over all demand, also
 * that which reaches nothing; it is the mean access of all demand, or, of balanced catchments, what that comes to ({@link
 * CatchmentWeights#balanced}). A gap is in units of demand, "people without", from 0 to the
 * demand; where no supply is reached anywhere, it is the demand. The measure is this project's, built on the mean of 2SFCA
 * (L. Shen, Environment and Planning B 25(3), 1998, shows that the mean is supply over demand).
 */
public final class Gap {
    private Gap() {}

    /** The gap of each origin, of demand that is known. */
    public static double[] of(CatchmentWeights weights, double[] demand, double[] supply) {
        Catchment catchment = Catchment.of(weights.from(), weights.to(), demand, supply);
        double[] gaps = Amounts.copy("demand", demand, demand.length);
        double all = Amounts.sum(gaps);
        for (int origin = 0; origin < gaps.length && catchment.reachedSupply() > 0; origin++) {
            gaps[origin] *= Math.max(0, 1 - catchment.access(origin) * all / catchment.reachedSupply());
        }
        return gaps;
    }

    /**
     * Between what the gap of each origin surely lies, whatever demand is within its bounds (but for the rounding of doubles,
     * less than 1e-9 of the demand). Where demand is known, both ends are the same, and those of {@link #of}.
     *
     * <p>Access over fair access is a sum over sites, of the share of the supply that is the site's times all demand over the
     * demand around it. {@link DemandShares} finds the least and the most of that quotient for certain, all demand and the demand
     * around the site moving together, the origin's own in both. The ends are sure since each part is; they are wider than need
     * be where one demand cannot be the worst for two sites, or for the first factor and the second.
     */
    public static List<Range> within(CatchmentWeights weights, DemandBox demand, double[] supply) {
        return within(weights, demand, supply, reachedSupply(weights.from(), demand, supply));
    }

    /**
     * The same, measured by the fair access of another choice of sites: a site more then makes no gap larger anywhere, as it
     * may where it raises what would be fair. (With three steps it can all the same: it draws away demand, also from where that had
     * more of a site.)
     *
     * @param fairSupply the {@link #reachedSupply} of the other choice
     */
    public static List<Range> within(CatchmentWeights weights, DemandBox demand, double[] supply, Range fairSupply) {
        double[] places = Amounts.copy("supply", supply, weights.from().table().sites());
        Amounts.requireSize("demand", demand.origins(), weights.from().table().origins());
        DemandShares shares = DemandShares.of(weights.from(), demand);
        double[] best = new double[places.length];
        double[] worst = new double[places.length];
        for (int site = 0; site < places.length; site++) {
            best[site] = shares.most(site) * places[site];
            worst[site] = shares.least(site) * places[site];
        }
        double[] most = weights.to().sumByOrigin(best);
        double[] least = weights.to().sumByOrigin(worst);
        List<Range> gaps = new ArrayList<>();
        for (int origin = 0; origin < most.length; origin++) {
            gaps.add(new Range(
                    gap(demand.low(origin), most[origin], fairSupply.low()),
                    gap(demand.high(origin), least[origin], fairSupply.high())));
        }
        return List.copyOf(gaps);
    }

    /** The supply that some demand reaches: at least that where there surely is some around, at most that where there may be. */
    public static Range reachedSupply(Weights weights, DemandBox demand, double[] supply) {
        return new Range(
                Catchments.twoStep(weights, demand.low(), supply).reachedSupply(),
                Catchments.twoStep(weights, demand.high(), supply).reachedSupply());
    }

    /**
     * An end of a gap. Where there is demand that reaches supply, the supply is not 0: it is reached by that demand. That of another
     * choice may be: all access is more than fair then.
     *
     * @param access times all demand
     */
    private static double gap(double demand, double access, double supply) {
        return demand == 0 || access == 0 ? demand : demand * Math.max(0, 1 - access / supply);
    }
}
