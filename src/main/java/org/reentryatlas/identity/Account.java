package org.reentryatlas.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.By;

/**
 * A member of staff who plans.
 *
 * @param name by which the other agency knows the account, such as a post
 * @param areas keys of its beats; empty means all
 * @param post by which tours and patrols name whoever has it, such as {@code P-12}; null for one that goes on none
 * @param revokedAt null while it may be used
 * @param client the address from which it is signed in; empty where nobody is
 */
public record Account(
        UUID id,
        String name,
        Role role,
        Agency agency,
        List<String> areas,
        @Nullable String post,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        String client) {
    public Account {
        areas = List.copyOf(areas);
    }

    /** The same, signed in from an address. */
    Account from(String address) {
        return new Account(id, name, role, agency, areas, post, expiresAt, revokedAt, address);
    }

    /** As the audit log names it. */
    public By by() {
        return By.account(name, client);
    }

    public boolean isPlanner() {
        return role == Role.PLANNER;
    }

    public boolean isBeatOfficer() {
        return role == Role.BEAT_OFFICER;
    }

    /** Whether what is planned in an area is its business. */
    public boolean hasArea(String key) {
        return areas.isEmpty() || areas.contains(key);
    }
}
