package org.reentryatlas.layer;

import org.jspecify.annotations.Nullable;

/**
 * A published number of people that is the middle of a band.
 *
 * @param status {@code shown}, {@code hidden} or {@code zero}, as the release stored it
 * @param value what the release stored: 0 where nobody lives, null where it is hidden
 * @param low fewest people that it stands for, null where it is hidden
 * @param high most people that it stands for, null where it is hidden
 */
record Band(
        String status,
        @Nullable Integer value,
        @Nullable Integer low,
        @Nullable Integer high) {
    /**
     * A band by its middle.
     *
     * @param width how many counts share one number
     * @param k the smallest count that is shown: the lowest band starts there
     */
    static Band of(Count middle, int width, int k) {
        Integer value = middle.value();
        if (value == null || value == 0) {
            return new Band(middle.status(), value, value, value);
        }
        int low = value - width < k ? k : value - width / 2;
        return new Band(middle.status(), value, low, value + (width - 1) / 2);
    }
}
