package org.reentryatlas.brief;

import org.jspecify.annotations.Nullable;

/**
 * One published number of an area. Shown, hidden, zero and no data are four different things and never mixed.
 *
 * @param value null unless it is shown or zero
 * @param band what a value that is the middle of a band stands for; null for any other
 * @param isUnstable whether it is shown and so small that chance alone changes it much
 * @param why the status as it is published, which says why there is no value
 */
record Cell(Status status, @Nullable Number value, @Nullable Band band, boolean isUnstable, String why) {
    enum Status {
        SHOWN,
        HIDDEN,
        ZERO,
        NO_DATA
    }

    /** The fewest and the most that a number stands for. */
    record Band(long low, long high) {}

    /** What a cell is by its status and value as they are published. */
    static Cell of(@Nullable Object status, @Nullable Object value, @Nullable Band band, boolean isUnstable) {
        String why = status == null ? "" : status.toString();
        if (why.equals("shown") && value instanceof Number number) {
            return new Cell(Status.SHOWN, number, band, isUnstable, why);
        }
        return switch (why) {
            case "hidden" -> new Cell(Status.HIDDEN, null, null, false, why);
            case "zero" -> new Cell(Status.ZERO, 0, null, false, why);
            default -> new Cell(Status.NO_DATA, null, null, false, why);
        };
    }

    boolean isHidden() {
        return status == Status.HIDDEN;
    }

    boolean isShown() {
        return status == Status.SHOWN;
    }
}
