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
        @Nullable LocalDate newSince) {}
