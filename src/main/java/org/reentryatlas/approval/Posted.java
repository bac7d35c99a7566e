package org.reentryatlas.approval;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A release that is public, and when somebody last looked whether it should be.
 *
 * @param agreement empty for none
 * @param isWithdrawn whether its agreement does not hold, so that it is not served
 * @param checkedAt null where nobody looked since it is public
 * @param outcome {@code stands} or {@code concern}; empty where nobody looked
 * @param dueOn the day, of UTC, up to which somebody should look again: 91 days after the last time
 */
public record Posted(
        String releaseId,
        LocalDate referenceDate,
        Instant publishedAt,
        String agreement,
        boolean isWithdrawn,
        @Nullable Instant checkedAt,
        String outcome,
        String remark,
        String checkedBy,
        LocalDate dueOn) {}
