package org.reentryatlas.layer;

import org.jspecify.annotations.Nullable;

/**
 * A published number of people.
 *
 * @param status {@code shown}, {@code hidden} or {@code zero}, as the release stored it
 * @param value the rounded number, 0 where nobody lives, null where it is hidden
 */
record Count(String status, @Nullable Integer value) {
    /** What counts fewer than this is unstable: by chance alone it varies by more than 1/√20, or 22 %. */
    static final int FEWEST_STABLE = 20;

    /** Whether chance alone changes it much; null where it is hidden. A zero is stable: it says that there is no home. */
    @Nullable
    Boolean unstable() {
        return value == null ? null : value > 0 && value < FEWEST_STABLE;
    }
}
