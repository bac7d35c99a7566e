package org.reentryatlas.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long raw data of a caseload may be kept as the newest version of its agreement has it.
 *
 * @param id of the agreement
 * @param days after how many they are destroyed at the latest
 * @param overOn the last day of an agreement that is over, or the day on which it was ended; null while it is not over
 */
public record Retention(
        long caseloadId,
        String id,
        int version,
        int days,
        @Nullable LocalDate overOn) {
    /** The last day on which they may be kept: counted from the load, or from the end of the agreement where that was before. */
    public LocalDate lastDay(LocalDate loadedOn) {
        return (overOn != null && overOn.isBefore(loadedOn) ? overOn : loadedOn).plusDays(days);
    }
}
