package org.reentryatlas.access;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What each pair of a {@link CostTable} counts. A weight is 0 or lies in 1e-30..1e30; one that is smaller is nothing, so that no
 * later quotient leaves the range of a double. Pairs of weight 0 are as if there were no way. Immutable.
 */
public final class Weights {
    static final double LEAST = 1e-30;
    static final double MOST = 1e30;

    private final CostTable table;
    private final double[] weights;

    private Weights(CostTable table, double[] weights) {
        this.table = table;
        this.weights = weights;
    }

    /**
     * The weights of a decay.
     *
     * @throws IllegalArgumentException if it gives a weight that is negative, above 1e30 or NaN
     */
    public static Weights of(CostTable table, Decay decay) {
        double[] weights = new double[table.size()];
        for (int pair = 0; pair < weights.length; pair++) {
            double weight = decay.weight(table.cost(pair));
            if (!(weight >= 0 && weight <= MOST)) {
                throw new IllegalArgumentException(
                        "the weight at cost " + table.cost(pair) + " is " + weight + " and must lie in 0.." + MOST);
            }
            weights[pair] = least(weight);
        }
        return new Weights(table, weights);
    }

    private static double least(double weight) {
        return weight < LEAST ? 0 : weight;
    }

    public CostTable table() {
        return table;
    }

    public double weight(int pair) {
        return weights[pair];
    }

    /**
     * These weights times others of the same table.
     *
     * @throws IllegalArgumentException if the others are of another table, or a product is above 1e30
     */
    public Weights times(Weights others) {
        requireTable(others);
        return new Weights(
                table,
                IntStream.range(0, weights.length)
                        .mapToDouble(pair -> product(weights[pair], others.weights[pair]))
                        .toArray());
    }

    private static double product(double one, double other) {
        if (one * other > MOST) {
            throw new IllegalArgumentException("the weights " + one + " and " + other + " give more than " + MOST);
        }
        return least(one * other);
    }

    void requireTable(Weights others) {
        if (others.table != table) {
            throw new IllegalArgumentException("the weights are of different tables");
        }
    }

    /**
     * Each origin's weights as shares that add up to 1: to which sites its demand goes. All 0 for an origin that reaches nothing.
     */
    public Weights sharesOfSites() {
        double[] shares = new double[weights.length];
        for (int origin = 0; origin < table.origins(); origin++) {
            double sum = 0;
            for (int pair = table.start(origin); pair < table.end(origin); pair++) {
                sum += weights[pair];
            }
            for (int pair = table.start(origin); pair < table.end(origin) && sum > 0; pair++) {
                shares[pair] = least(weights[pair] / sum);
            }
        }
        return new Weights(table, shares);
    }

    /** Each site's weights as shares that add up to 1: to which origins it serves. All 0 for a site that nobody reaches. */
    public Weights sharesOfOrigins() {
        double[] alike = new double[table.origins()];
        Arrays.fill(alike, 1);
        return sharesOfOrigins(alike, 1);
    }

    /**
     * The same where an origin stands for several: the share of one of them, so that the shares of all of them add up to 1.
     *
     * @param sizes how many each origin stands for
     * @param unit by which each share is multiplied
     */
    Weights sharesOfOrigins(double[] sizes, double unit) {
        double[] sums = sumBySite(sizes);
        return new Weights(
                table,
                IntStream.range(0, weights.length)
                        .mapToDouble(
                                pair -> weights[pair] == 0 ? 0 : product(weights[pair] / sums[table.site(pair)], unit))
                        .toArray());
    }

    /** These weights without the sites that have no supply: of what nobody can get, nobody takes the choice. */
    public Weights withSupply(double[] supply) {
        double[] places = Amounts.copy("supply", supply, table.sites());
        return new Weights(
                table,
                IntStream.range(0, weights.length)
                        .mapToDouble(pair -> places[table.site(pair)] > 0 ? weights[pair] : 0)
                        .toArray());
    }

    /** How many sites any origin reaches. */
    public int reachedSites() {
        return (int) IntStream.range(0, weights.length)
                .filter(pair -> weights[pair] > 0)
                .map(table::site)
                .distinct()
                .count();
    }

    /** For each site, the sum over its origins of weight times amount, summed in the order of the origins. */
    double[] sumBySite(double[] ofOrigins) {
        double[] sums = new double[table.sites()];
        for (int origin = 0; origin < table.origins(); origin++) {
            for (int pair = table.start(origin); pair < table.end(origin); pair++) {
                sums[table.site(pair)] += weights[pair] * ofOrigins[origin];
            }
        }
        return sums;
    }

    /** For each origin, the sum over its sites of weight times amount, summed in the order of the sites. */
    double[] sumByOrigin(double[] ofSites) {
        double[] sums = new double[table.origins()];
        for (int origin = 0; origin < table.origins(); origin++) {
            for (int pair = table.start(origin); pair < table.end(origin); pair++) {
                sums[origin] += weights[pair] * ofSites[table.site(pair)];
            }
        }
        return sums;
    }
}
