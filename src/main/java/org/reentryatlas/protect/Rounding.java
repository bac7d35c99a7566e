package org.reentryatlas.protect;

/**
 * Rounds to the nearest multiple of the base, halves upwards. A count that would round below k is raised to the first
 * multiple that is not below k, so that no published number is smaller than k: with k = 11 and base 5, the counts 11 to
 * 17 are published as 15.
 */
public final class Rounding {
    private final int k;
    private final int base;
    private final int lowest;

    public Rounding(Policy policy) {
        this.k = policy.k();
        this.base = policy.roundingBase();
        this.lowest = Math.floorDiv(k + base - 1, base) * base;
    }

    /** The published value of a count that is at least k. */
    public int round(int count) {
        if (count < k) {
            throw new IllegalArgumentException("a count below k must not be published");
        }
        return Math.max(lowest, Math.floorDiv(count + base / 2, base) * base);
    }

    /** The counts that {@link #round} takes to the value. */
    Interval interval(int value) {
        int low = value == lowest ? k : value - base / 2;
        return new Interval(Math.max(k, low), value + (base - 1) / 2);
    }
}
