package org.reentryatlas.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How unequal people are, in one number. Everybody in an area is taken to have the area's value. Values and weights (how many
 * people) are at least 0; areas of weight 0 count nowhere.
 */
public final class Inequality {
    /** The shares of people whom {@link #palma} compares. */
    private static final double POOREST = 0.4;

    private static final double RICHEST = 0.1;

    private Inequality() {}

    /**
     * The Gini index: twice the area between the Lorenz curve and equality, from 0 (all have the same) to nearly 1 (C. Gini,
     * Variabilità e mutabilità, 1912; M. O. Lorenz, Publications of the American Statistical Association 9(70), 1905). 0 where
     * nobody has anything; empty where there is nobody.
     *
     * @param values what each person of an area has
     * @param weights how many people
     */
    public static OptionalDouble gini(double[] values, double[] weights) {
        double[] each = Amounts.copyDerived("values", values, weights.length);
        double[] people = Amounts.copy("weights", weights, weights.length);
        double all = Amounts.sum(people);
        if (all == 0) {
            return OptionalDouble.empty();
        }
        double total = IntStream.range(0, each.length)
                .mapToDouble(area -> each[area] * people[area])
                .sum();
        if (total == 0) {
            return OptionalDouble.of(0);
        }
        double under = 0;
        double cumulated = 0;
        for (int area : rising(each)) {
            double before = cumulated;
            cumulated += each[area] * people[area] / total;
            under += (before + cumulated) * people[area] / all;
        }
        return OptionalDouble.of(Math.max(0, 1 - under));
    }

    /**
     * The Palma ratio as transport planning uses it: the mean value of the richest 10 % over that of the poorest 40 % (A. Cobham
     * &amp; A. Sumner, Significance 11(1), 2014, after J. G. Palma, Development and Change 42(1), 2011; the means for the shares are
     * those of the R package {@code accessibility}). Areas are not parted: of the poorest are those up to the quantile of 0.4, of
     * the richest those above that of 0.9. Empty where either group has nobody, or the poorest have nothing.
     *
     * @param values what each person of an area has
     * @param weights how many people
     * @param incomes by which people are rich or poor; the values themselves where nothing else is known
     */
    public static OptionalDouble palma(double[] values, double[] weights, double[] incomes) {
        double[] each = Amounts.copyDerived("values", values, weights.length);
        double[] people = Amounts.copy("weights", weights, weights.length);
        double[] income = Amounts.copyDerived("incomes", incomes, weights.length);
        if (Amounts.sum(people) == 0) {
            return OptionalDouble.empty();
        }
        int[] rising = rising(income);
        double poor = quantile(income, people, rising, POOREST);
        double rich = quantile(income, people, rising, 1 - RICHEST);
        Mean poorest = new Mean();
        Mean richest = new Mean();
        for (int area : rising) {
            if (income[area] <= poor) {
                poorest.add(each[area], people[area]);
            } else if (income[area] > rich) {
                richest.add(each[area], people[area]);
            }
        }
        return poorest.sum == 0 || richest.weight == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(richest.value() / poorest.value());
    }

    /** A mean that grows. */
    private static final class Mean {
        private double sum;
        private double weight;

        void add(double value, double by) {
            sum += value * by;
            weight += by;
        }

        double value() {
            return sum / weight;
        }
    }

    /**
     * The quantile of people, each of whom stands in a row by income: between the two around place {@code 1 + (n - 1) * share}
     * in proportion (definition 7 of R. J. Hyndman &amp; Y. Fan, The American Statistician 50(4), 1996, weights for frequencies).
     */
    private static double quantile(double[] values, double[] weights, int[] rising, double share) {
        double place = 1 + Math.max(0, Amounts.sum(weights) - 1) * share;
        double below = Math.max(1, Math.floor(place));
        double lower = at(values, weights, rising, below);
        return lower + (place - below) * (at(values, weights, rising, below + 1) - lower);
    }

    /** The value of whoever stands at a place, or of the last if nobody does. */
    private static double at(double[] values, double[] weights, int[] rising, double place) {
        double stood = 0;
        double value = 0;
        for (int area : rising) {
            if (weights[area] > 0) {
                stood += weights[area];
                value = values[area];
                if (stood >= place) {
                    return value;
                }
            }
        }
        return value;
    }

    /**
     * The share of all amounts that lies in the worst part of the areas, from 0 to 1: those with the most for their weight, one
     * after the other, until they make up the part; the last of them counts only as far as it takes. Empty where there is no
     * amount at all, or it lies where there is no weight.
     *
     * @param amounts of areas, such as gaps
     * @param weights what makes up the part: 1 for areas, or the people in each
     * @param part above 0 and at most 1; 0.1 for the worst tenth
     */
    public static OptionalDouble shareOfWorst(double[] amounts, double[] weights, double part) {
        double[] amount = Amounts.copyDerived("amounts", amounts, weights.length);
        double[] weight = Amounts.copy("weights", weights, weights.length);
        if (!(part > 0 && part <= 1)) {
            throw new IllegalArgumentException("the part is " + part + " and must lie above 0 and up to 1");
        }
        int[] worstFirst = sorted(
                IntStream.range(0, weight.length).filter(area -> weight[area] > 0),
                Comparator.comparingDouble((Integer area) -> -amount[area] / weight[area]));
        double all = Arrays.stream(worstFirst).mapToDouble(area -> amount[area]).sum();
        if (all == 0) {
            return OptionalDouble.empty();
        }
        double left = part * Amounts.sum(weight);
        double worst = 0;
        for (int area : worstFirst) {
            double taken = Math.min(1, left / weight[area]);
            worst += taken * amount[area];
            left = Math.max(0, left - weight[area]);
        }
        return OptionalDouble.of(Math.min(1, worst / all));
    }

    private static int[] rising(double[] values) {
        return sorted(IntStream.range(0, values.length), Comparator.comparingDouble((Integer area) -> values[area]));
    }

    /** Areas in an order; those that are alike as they were. */
    private static int[] sorted(IntStream areas, Comparator<Integer> order) {
        return areas.boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    }
}
