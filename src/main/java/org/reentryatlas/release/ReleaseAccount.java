package org.reentryatlas.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the steward knows of a release: what is public about it, and the audit that is not.
 *
 * @param jointWith releases of the date, for other boundaries, that it is protected together with
 * @param boundaries the vintages that its areas come from
 * @param caseload what the numbers were made from
 * @param belowGate why it was published although too few addresses were found, or null
 * @param measures titles by code, in the order in which they are published
 * @param marked areas of which fewer than 85 % of the addresses were found, by level
 */
public record ReleaseAccount(
        String id,
        LocalDate referenceDate,
        Instant publishedAt,
        List<String> jointWith,
        List<Boundaries> boundaries,
        Input caseload,
        @Nullable String belowGate,
        Map<String, String> measures,
        Map<String, Integer> marked,
        AuditSummary audit) {
    /** A vintage of boundaries, and the levels that were published from it. */
    public record Boundaries(String source, LocalDate validFrom, List<String> levels) {
        public Boundaries {
            levels = List.copyOf(levels);
        }
    }

    /**
     * The file of the caseload.
     *
     * @param fingerprint SHA-256 of it
     */
    public record Input(String source, String fingerprint, long rows) {}

    public ReleaseAccount {
        jointWith = List.copyOf(jointWith);
        boundaries = List.copyOf(boundaries);
    }
}
