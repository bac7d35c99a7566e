package org.reentryatlas.layer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A release as everybody may know it.
 *
 * @param belowGate why it was published although too few addresses were found; empty when enough were
 */
record PublishedRelease(
        String id,
        LocalDate referenceDate,
        Instant publishedAt,
        long areaSetId,
        int k,
        int roundingBase,
        String belowGate) {}
