package org.reentryatlas.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sums of Getis and Ord's G, and the moments that it has where values lie by chance (see {@link HotSpots#general}). */
final class GeneralG {
    private final double[] values;
    /** Of the weights: all, squares of each with its way back, squares of an area's with those to it. */
    private double weight;

    private double squares;
    private double squaresOfAreas;
    private double products;

    GeneralG(Weights neighbours, List<OptionalDouble> all) {
        CostTable table = neighbours.table();
        values = all.stream().flatMapToDouble(OptionalDouble::stream).toArray();
        for (double value : values) {
            if (value < 0) {
                throw new IllegalArgumentException("a value is " + value + " and must not be negative");
            }
        }
        double[] ofAreas = new double[all.size()];
        for (int area = 0; area < all.size(); area++) {
            for (int pair = table.start(area); pair < table.end(area); pair++) {
                int other = table.site(pair);
                if (other == area || all.get(area).isEmpty() || all.get(other).isEmpty()) {
                    continue;
                }
                double there = neighbours.weight(pair);
                if (there == 0) {
                    continue;
                }
                double back = back(neighbours, area, other);
                weight += there;
                // (there + back)² stands for both directions, half in each; an entry without a way back for all of it.
                squares += back > 0 ? (there + back) * (there + back) / 2 : there * there;
                ofAreas[area] += there;
                ofAreas[other] += there;
                products += there * all.get(area).getAsDouble() * all.get(other).getAsDouble();
            }
        }
        squaresOfAreas = Arrays.stream(ofAreas).map(sum -> sum * sum).sum();
    }

    private static double back(Weights neighbours, int area, int other) {
        int pair = neighbours.table().pair(other, area);
        return pair < 0 ? 0 : neighbours.weight(pair);
    }

    int count() {
        return values.length;
    }

    Optional<HotSpots.General> result() {
        double n = values.length;
        double sum = power(1);
        double pairs = sum * sum - power(2);
        if (weight == 0 || !(pairs > 1e-12 * sum * sum)) {
            return Optional.empty();
        }
        double g = products / pairs;
        double expected = weight / (n * (n - 1));
        double variance =
                secondMoment(n, sum) / (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3)) - expected * expected;
        if (!(variance > 1e-12 * expected * expected)) {
            return Optional.empty();
        }
        double z = (g - expected) / Math.sqrt(variance);
        return Optional.of(new HotSpots.General(g, expected, z, Normal.twoSided(z)));
    }

    /** The numerator of E[G²], in the five terms in which the paper of 1992 has it. */
    private double secondMoment(double n, double sum) {
        double w2 = weight * weight;
        double b0 = (n * n - 3 * n + 3) * squares - n * squaresOfAreas + 3 * w2;
        double b1 = -((n * n - n) * squares - 2 * n * squaresOfAreas + 6 * w2);
        double b2 = -(2 * n * squares - (n + 3) * squaresOfAreas + 6 * w2);
        double b3 = 4 * (n - 1) * squares - 2 * (n + 1) * squaresOfAreas + 8 * w2;
        double b4 = squares - squaresOfAreas + w2;
        double m2 = power(2);
        return b0 * m2 * m2 + b1 * power(4) + b2 * sum * sum * m2 + b3 * sum * power(3) + b4 * sum * sum * sum * sum;
    }

    /** The sum of the values to a power. */
    private double power(int exponent) {
        return Arrays.stream(values).map(value -> Math.pow(value, exponent)).sum();
    }
}
