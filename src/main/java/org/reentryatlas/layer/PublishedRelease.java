package org.reentryatlas.layer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A release as everybody may know it.
 *
 * @param belowGate why it was published although too few addresses were found; empty when enough were
 * @param newSince the reference date before, since when people are new; null where nobody can tell
 */
public record PublishedRelease(
        String id,
        LocalDate referenceDate,
        Instant publishedAt,
        long areaSetId,
        int k,
        int roundingBase,
        int minAddresses,
        String belowGate,
        @Nullable LocalDate newSince) {

    /** What to know of a release that was published although too few addresses were found, in words for everybody. */
    public String shortfall() {
        return "Fewer than 85 % of the addresses were found; published all the same: " + belowGate;
    }

    /** How its numbers are protected, in words for everybody. */
    public String protection() {
        return ("Counts below k = %d, counts that rest on fewer than %d addresses, and whatever else would let one of these be"
                        + " worked out are hidden. Shown counts are multiples of %d; rates and quotients are made of shown"
                        + " counts alone.")
                .formatted(k, minAddresses, roundingBase);
    }
}
