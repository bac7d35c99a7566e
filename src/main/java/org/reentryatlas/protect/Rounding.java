package org.reentryatlas.protect;

import java.util.OptionalInt;

/**
 * Rounds to the nearest multiple of the base, halves upwards, and sticks to the value of the release before while the
 * count is less than {@code base - 1} away from it. A count that would round below k is raised to the first multiple that
 * is not below k, so that no published number is smaller than k: with k = 11 and base 5, the counts 11 to 17 are published
 * as 15.
 */
public final class Rounding {
    private final int k;
    private final int base;
    private final int lowest;

    public Rounding(Policy policy) {
        this(policy.k(), policy.roundingBase());
    }

    private Rounding(int k, int base) {
        this.k = k;
        this.base = base;
        this.lowest = Math.floorDiv(k + base - 1, base) * base;
    }

    /**
     * As a number is rounded that may be a band, which is nothing but a rounding to a larger base.
     *
     * @param bandWidth how many counts share one number, if it is a band
     */
    public static Rounding of(OptionalInt bandWidth, Policy policy) {
        return new Rounding(policy.k(), bandWidth.orElse(policy.roundingBase()));
    }

    /** The published value of a count that is at least k and was not published before. */
    public int round(int count) {
        if (count < k) {
            throw new IllegalArgumentException("a count below k must not be published");
        }
        return Math.max(lowest, Math.floorDiv(count + base / 2, base) * base);
    }

    /** Whether these rules could have published the value; a release under other rules may have shown one that sticks to nothing. */
    public boolean isValue(int value) {
        return value >= lowest && value % base == 0;
    }

    /** The published value of a count that is at least k, after the value that the release before showed. */
    public int round(int count, OptionalInt earlier) {
        boolean sticks = earlier.isPresent() && Math.abs(count - earlier.getAsInt()) < base - 1;
        return sticks ? earlier.getAsInt() : round(count);
    }

    /** The counts that {@link #round(int, OptionalInt)} takes to the value. */
    public Interval interval(int value, OptionalInt earlier) {
        int low = Math.max(k, value == lowest ? k : value - base / 2);
        int high = value + (base - 1) / 2;
        if (earlier.isEmpty()) {
            return new Interval(low, high);
        }
        int band = base - 1;
        int before = earlier.getAsInt();
        if (value == before) {
            return new Interval(Math.max(k, Math.min(low, value - band + 1)), Math.max(high, value + band - 1));
        }
        // It moved, hence the count is at least a band away from the earlier value.
        return value > before
                ? new Interval(Math.max(low, before + band), high)
                : new Interval(low, Math.min(high, before - band));
    }
}
