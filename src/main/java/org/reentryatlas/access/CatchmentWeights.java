package org.reentryatlas.access;

/**
 * What pairs weigh in the two steps of a floating catchment, of one table. The same pairs weigh in both: whoever counts at a site
 * has some of it, and nobody else. Immutable.
 *
 * @param from what demand weighs at a site
 * @param to what a site's ratio weighs at an origin
 */
public record CatchmentWeights(Weights from, Weights to) {
    public CatchmentWeights {
        from.requireTable(to);
        for (int pair = 0; pair < from.table().size(); pair++) {
            if (from.weight(pair) > 0 != to.weight(pair) > 0) {
                throw new IllegalArgumentException("pair " + pair + " weighs " + from.weight(pair) + " and "
                        + to.weight(pair) + ": both steps must count it, or neither");
            }
        }
    }

    /** The same weights in both steps: 2SFCA and E2SFCA, and three steps with {@link Catchments#threeStepWeights}. */
    public static CatchmentWeights twoStep(Weights weights) {
        return new CatchmentWeights(weights, weights);
    }

    /**
     * Balanced catchments of origins each of which stands for several homes, told so that they can be held against supply over
     * demand. Demand is parted among sites as {@link Catchments#balanced} does. A site's ratio is parted among the homes around it,
     * so that nothing hangs on which homes are counted as one origin: with {@code w} the weights and {@code h} the homes, home
     * {@code i} gets {@code w(i,j) / sum over k of h(k) w(k,j)} of the ratio of site {@code j}, and all homes get 1.
     *
     * <p>So the mean access of all demand is not supply over demand, as it is with two steps. Demand is what is conserved: that
     * around all sites adds up to the demand {@code P'} that reaches any, so the mean of the ratios {@code S(j) / D(j)}, by the
     * demand around each, is {@code sum S(j) / P'}. Over all demand {@code P}, of which that which reaches nothing has none, it is {@code
     * S / P}, the fair access of two steps. Were this the ratio of every one of {@code m} sites, the mean of {@code H} homes would
     * have {@code S / P} times {@code m / H}, since each site hands out 1. The weights of the second step are therefore the shares
     * times {@code H / m}: they add up to 1 for the mean home, access is in the unit of a ratio, and {@link Gap} and {@link
     * AccessRange} hold with the same fair access.
     *
     * @param homes how many homes each origin stands for, above 0
     * @param sites among how many sites a fair share is parted; {@link Weights#reachedSites} of these weights, or that of another
     *     choice of sites, so that both are told in one unit
     */
    public static CatchmentWeights balanced(Weights weights, double[] homes, int sites) {
        double[] sizes = Amounts.copy("homes", homes, weights.table().origins());
        for (double size : sizes) {
            Amounts.requirePositive("the homes of an origin", size);
        }
        double unit = sites == 0 ? 1 : Amounts.sum(sizes) / sites;
        return new CatchmentWeights(weights.sharesOfSites(), weights.sharesOfOrigins(sizes, unit));
    }
}
