package org.reentryatlas.access;

/**
 * Demand of origins that is known only within bounds, as published counts leave it: each origin's lies in its own range, whatever
 * the others' are. Immutable.
 */
public final class DemandBox {
    private final double[] low;
    private final double[] high;

    private DemandBox(double[] low, double[] high) {
        this.low = low;
        this.high = high;
    }

    /**
     * A box.
     *
     * @param low the least demand of each origin, at least 0
     * @param high the most of each, at least the least
     */
    public static DemandBox of(double[] low, double[] high) {
        double[] least = Amounts.copy("the least demand", low, low.length);
        double[] most = Amounts.copy("the most demand", high, low.length);
        for (int origin = 0; origin < least.length; origin++) {
            if (least[origin] > most[origin]) {
                throw new IllegalArgumentException(
                        "demand of " + origin + " is at least " + least[origin] + " and at most " + most[origin]);
            }
        }
        return new DemandBox(least, most);
    }

    /** A box that is a point: demand that is known. */
    public static DemandBox exactly(double[] demand) {
        return of(demand, demand);
    }

    public int origins() {
        return low.length;
    }

    public double low(int origin) {
        return low[origin];
    }

    public double high(int origin) {
        return high[origin];
    }

    /** How far demand of an origin can lie apart. */
    double spread(int origin) {
        return high[origin] - low[origin];
    }

    double[] low() {
        return low.clone();
    }

    double[] high() {
        return high.clone();
    }
}
