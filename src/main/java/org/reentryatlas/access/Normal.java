package org.reentryatlas.access;

/** The normal distribution. */
final class Normal {
    /** Below, the series is short; above, the fraction. */
    private static final double SERIES_UP_TO = 3;

    /** Where the tail is no double any more. */
    private static final double END = 39;

    private static final int FRACTION_TERMS = 120;

    private Normal() {}

    /**
     * How likely a number is that lies at least as far from 0, on either side: the two-sided p value, to about 13 digits of what
     * it is (M. Abramowitz &amp; I. A. Stegun, Handbook of Mathematical Functions, 1964: 26.2.11 up to 3, 26.2.14 beyond).
     */
    static double twoSided(double z) {
        double x = Math.abs(z);
        if (x > END) {
            return 0;
        }
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        return x <= SERIES_UP_TO ? Math.max(0, 1 - 2 * density * series(x)) : 2 * density / fraction(x);
    }

    /** x + x³/3 + x⁵/(3·5) + … */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int odd = 3; term > sum * 1e-17; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return sum;
    }

    /** x + 1/(x + 2/(x + 3/(x + … */
    private static double fraction(double x) {
        double value = x;
        for (int term = FRACTION_TERMS; term >= 1; term--) {
            value = x + term / value;
        }
        return value;
    }
}
