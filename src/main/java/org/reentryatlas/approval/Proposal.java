package org.reentryatlas.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release as it was prepared. Nothing in it is more than everybody will read once it is public.
 *
 * @param releaseId by which it will be public
 * @param digest SHA-256 of release.json, which has the digests of all other files
 * @param reportDigest SHA-256 of the restricted report; null where none was written
 * @param agreement under which it is made; null for none
 * @param cells how many cells are shown, hidden or zero, by level and status, such as {@code beat.shown}
 * @param preparedBy the user of the machine who gave the command
 * @param decisions the oldest first
 */
public record Proposal(
        UUID id,
        LocalDate referenceDate,
        String releaseId,
        String digest,
        @Nullable String reportDigest,
        @Nullable String agreement,
        Map<String, Integer> cells,
        Instant preparedAt,
        String preparedBy,
        State state,
        List<Decision> decisions) {
    public Proposal {
        cells = new TreeMap<>(cells);
        decisions = List.copyOf(decisions);
    }

    /** As the audit log names what was prepared: there may be several of one release. */
    public static String name(String releaseId, String digest) {
        return releaseId + " " + digest;
    }

    /** Where it stands. */
    public enum State {
        PREPARED,
        SIGNED,
        APPROVED,
        SENT_BACK,
        /** Another one of its date was prepared since. */
        SUPERSEDED,
        PUBLISHED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What somebody can decide. */
    public enum Verdict {
        /** A data steward says: this is what I prepared. */
        SIGNED,
        /** A privacy officer says: it may be public. */
        APPROVED,
        /** A privacy officer says: it may not. */
        SENT_BACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Verdict of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A decision.
     *
     * @param account its name
     * @param remark empty for none
     */
    public record Decision(Verdict verdict, String account, String remark, Instant at) {}
}
