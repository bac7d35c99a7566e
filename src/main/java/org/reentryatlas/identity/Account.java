package org.reentryatlas.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff who plans.
 *
 * @param name by which the other agency knows the account, such as a post
 * @param areas keys of its beats; empty means all
 * @param revokedAt null while it may be used
 */
public record Account(
        UUID id,
        String name,
        Role role,
        Agency agency,
        List<String> areas,
        Instant expiresAt,
        @Nullable Instant revokedAt) {
    public Account {
        areas = List.copyOf(areas);
    }

    public boolean isPlanner() {
        return role == Role.PLANNER;
    }

    /** Whether what is planned in an area is its business. */
    public boolean hasArea(String key) {
        return areas.isEmpty() || areas.contains(key);
    }
}
