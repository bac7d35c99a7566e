package org.reentryatlas.access;

import java.util.Arrays;

/**
 * Floating catchments: supply shared among those who reach it. Demand is of origins and supply of sites, each at least 0 and in
 * a unit of its own (people, places a week); access is supply for one unit of demand. Demand that reaches no site and supply that
 * no demand reaches count nowhere.
 */
public final class Catchments {
    private Catchments() {}

    /**
     * Two-step floating catchment areas: 2SFCA with {@link Decay.Within} (W. Luo &amp; F. Wang, Environment and Planning B 30(6),
     * 2003), E2SFCA with {@link Decay.Steps} (W. Luo &amp; Y. Qi, Health &amp; Place 15(4), 2009), and with any other decay what is
     * called gravity-based or generalized 2SFCA.
     */
    public static Catchment twoStep(Weights weights, double[] demand, double[] supply) {
        return Catchment.of(weights, weights, demand, supply);
    }

    /**
     * Three-step floating catchment areas: demand that has many sites to choose from weighs less at each (N. Wan, B. Zou &amp;
     * T. Sternberg, International Journal of Geographical Information Science 26(6), 2012).
     *
     * @param weights of the catchment
     * @param selection by which demand chooses among sites. With those of the catchment, only its sites stand to choice;
     *     weights without its cut-off let those beyond draw demand away, as PySAL's {@code access} does
     */
    public static Catchment threeStep(Weights weights, Weights selection, double[] demand, double[] supply) {
        return twoStep(threeStepWeights(weights, selection), demand, supply);
    }

    /** The weights with which the two steps are three, for {@link Gap} and {@link AccessRange}. */
    public static Weights threeStepWeights(Weights weights, Weights selection) {
        return weights.times(selection.sharesOfSites());
    }

    /**
     * Balanced floating catchment areas: each origin's demand is parted among its sites, and each site's ratio among its
     * origins, so that neither counts more than once (A. Paez, C. D. Higgins &amp; S. F. Vivona, PLOS ONE 14(6), 2019). The demand
     * around all sites adds up to that of all origins that reach one, and the access of all origins to the ratios of all sites.
     */
    public static Catchment balanced(Weights weights, double[] demand, double[] supply) {
        return Catchment.of(weights.sharesOfSites(), weights.sharesOfOrigins(), demand, supply);
    }

    /**
     * Spatial availability: how much of the supply falls to each origin if every site parts its own in proportion to weighted
     * demand (A. Soukhov, A. Paez, C. D. Higgins &amp; M. Mohamed, PLOS ONE 18(1), 2023). In units of supply; all origins together
     * have the supply that is reached. 0 for an origin without demand, where the R package {@code accessibility} has no number.
     */
    public static double[] spatialAvailability(Weights weights, double[] demand, double[] supply) {
        // The balancing factors come down to 2SFCA times the origin's demand: the sum of all demand is in each and
        // cancels.
        double[] access = twoStep(weights, demand, supply).access();
        double[] available = Amounts.copy("demand", demand, access.length);
        Arrays.setAll(available, origin -> available[origin] * access[origin]);
        return available;
    }

    /**
     * The floating catchment ratio: all supply near an origin over all demand near it (W. Luo, Health &amp; Place 10(1), 2004). Unlike
     * with two steps, whoever is near a site but not near the origin does not compete. 0 where no demand is near.
     *
     * @param amongOrigins costs from origins to origins; what is near an origin is on its row, itself only if it has an entry
     * @param toSites costs from the same origins to sites
     * @param cutoff the largest cost that is near, itself included
     */
    public static double[] ratio(
            CostTable amongOrigins, CostTable toSites, int cutoff, double[] demand, double[] supply) {
        Amounts.requireSize("the table among origins", amongOrigins.origins(), toSites.origins());
        Amounts.requireSize("the table among origins, on its other side,", amongOrigins.sites(), toSites.origins());
        Decay near = new Decay.Within(cutoff);
        double[] people = Amounts.copy("demand", demand, toSites.origins());
        double[] peopleNear = Weights.of(amongOrigins, near).sumByOrigin(people);
        return Catchment.ratios(Closest.opportunities(Weights.of(toSites, near), supply), peopleNear);
    }
}
