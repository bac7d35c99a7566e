package org.reentryatlas.coalition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an assessment, and where the assessment stands.
 *
 * @param version the newest
 * @param shownVersion which this is
 * @param finalVersion which everybody reads; null for a draft
 * @param author of this version
 */
record Stored(
        UUID id,
        int version,
        int shownVersion,
        @Nullable Integer finalVersion,
        SelfAssessment assessment,
        Instant madeAt,
        String author) {
    /** From draft to final, and where a final one is being corrected. */
    String state() {
        if (finalVersion == null) {
            return "draft";
        }
        return shownVersion > finalVersion ? "correcting" : "final";
    }
}
