package org.reentryatlas.protect;

/** What stands in a cell for everybody to see. */
public sealed interface Published {
    /** A rounded count, never below k. */
    record Shown(int value) implements Published {}

    /** Hidden for privacy. One symbol, whatever the reason: a reason would say whether the count is small. */
    record Hidden() implements Published {}

    /** Nobody lives in the area, which is public. */
    record Zero() implements Published {}

    Published HIDDEN = new Hidden();
    Published ZERO = new Zero();
}
