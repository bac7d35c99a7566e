package org.reentryatlas.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One vintage of boundaries.
 *
 * @param validFrom first day on which it holds
 * @param validTo first day on which it no longer holds, or null while it does
 */
public record AreaSet(
        long id,
        Level baseLevel,
        String source,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
