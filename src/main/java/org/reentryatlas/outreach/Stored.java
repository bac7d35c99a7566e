package org.reentryatlas.outreach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.identity.Agency;

/**
 * A version of a plan, and where the plan stands.
 *
 * @param version the newest
 * @param shownVersion which this is
 * @param publishedVersion null for a plan that is not published
 * @param sequence how often what calendars have of it has changed
 * @param cancelReason null for a plan that is not called off
 * @param findings none where many plans are listed
 * @param author of this version
 * @param consents of this version
 */
record Stored(
        UUID id,
        String kind,
        int version,
        int shownVersion,
        @Nullable Integer publishedVersion,
        int sequence,
        @Nullable String cancelReason,
        Instant changedAt,
        Plan plan,
        Findings findings,
        Instant startsAt,
        Instant endsAt,
        List<String> areas,
        String author,
        List<Agency> consents) {
    Stored {
        areas = List.copyOf(areas);
        consents = List.copyOf(consents);
    }

    /** From draft to the day. */
    enum State {
        DRAFT,
        AGREED,
        PUBLISHED,
        /** Published, and being changed. */
        CHANGING,
        CANCELLED
    }

    boolean isCancelled() {
        return cancelReason != null;
    }

    boolean isAgreed() {
        return consents.containsAll(plan.parties());
    }

    State state() {
        if (isCancelled()) {
            return State.CANCELLED;
        }
        if (publishedVersion != null) {
            return publishedVersion == version ? State.PUBLISHED : State.CHANGING;
        }
        return isAgreed() ? State.AGREED : State.DRAFT;
    }
}
