package org.reentryatlas.layer;

import java.time.Instant;
import java.time.LocalDate;

/** A release as everybody may know it. */
record PublishedRelease(
        String id, LocalDate referenceDate, Instant publishedAt, long areaSetId, int k, int roundingBase) {}
