package org.reentryatlas.access;

import java.util.Arrays;

/**
 * Holds numbers to what they can mean: demand and supply lie in 0..1e15, and what is below 1e-9 is a rounding error and counts as
 * 0. Between these bounds, and with those of {@link Weights}, no sum, product or quotient of this room leaves the range of a
 * double, so that none needs to be looked at again.
 */
final class Amounts {
    static final double LEAST = 1e-9;
    static final double MOST = 1e15;

    /** The bounds of what is worked out of demand and supply, such as access, which can be far smaller than they. */
    private static final double LEAST_DERIVED = 1e-100;

    private static final double MOST_DERIVED = 1e100;

    private Amounts() {}

    /** A copy of the amounts, each held to the bounds. */
    static double[] copy(String what, double[] amounts, int size) {
        return copy(what, amounts, size, LEAST, MOST);
    }

    /** A copy of amounts that were worked out from others. */
    static double[] copyDerived(String what, double[] amounts, int size) {
        return copy(what, amounts, size, LEAST_DERIVED, MOST_DERIVED);
    }

    private static double[] copy(String what, double[] amounts, int size, double least, double most) {
        requireSize(what, amounts.length, size);
        double[] copy = new double[size];
        for (int i = 0; i < size; i++) {
            // Written so that it refuses NaN too.
            if (!(amounts[i] >= 0 && amounts[i] <= most)) {
                throw new IllegalArgumentException(
                        what + " of " + i + " is " + amounts[i] + " and must lie in 0.." + most);
            }
            copy[i] = amounts[i] < least ? 0 : amounts[i];
        }
        return copy;
    }

    static void requireSize(String what, int given, int size) {
        if (given != size) {
            throw new IllegalArgumentException(what + " has " + given + " values and must have " + size);
        }
    }

    static void requireFinite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(what + " is " + number + " and must be a finite number");
        }
    }

    static void requirePositive(String what, double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(what + " is " + number + " and must be above 0 and finite");
        }
    }

    static double sum(double[] amounts) {
        return Arrays.stream(amounts).sum();
    }
}
