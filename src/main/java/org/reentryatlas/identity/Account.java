package org.reentryatlas.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.By;

/**
 * A member of staff who plans or watches over the service, or one of the coalition.
 *
 * @param name by which the other agency knows the account, such as a post
 * @param party the agency that it is of; null for roles that are of none
 * @param areas keys of its beats; empty means all
 * @param post by which tours and patrols name whoever has it, such as {@code P-12}; null for one that goes on none
 * @param trainedOn of the last training; null where nobody writes down who was trained
 * @param revokedAt null while it may be used
 * @param client the address from which it is signed in; empty where nobody is
 */
public record Account(
        UUID id,
        String name,
        Role role,
        @Nullable Agency party,
        List<String> areas,
        @Nullable String post,
        @Nullable LocalDate trainedOn,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        String client) {
    public Account {
        areas = List.copyOf(areas);
    }

    /** The same, signed in from an address. */
    Account from(String address) {
        return new Account(id, name, role, party, areas, post, trainedOn, expiresAt, revokedAt, address);
    }

    /** As the audit log names it. */
    public By by() {
        return By.account(name, client);
    }

    /** Whether a year has passed since its last training, so that it reads what everybody reads until the next. */
    public boolean isTrainingOver(LocalDate today) {
        return trainedOn != null && !today.isBefore(trainedOn.plusYears(1));
    }

    /** Whether it is of one of the agencies that plan together. */
    public boolean isOfAgency() {
        return party != null;
    }

    /**
     * The agency that it is of.
     *
     * @throws IllegalStateException if it is of none: nothing that is planned is such an account's business
     */
    public Agency agency() {
        if (party == null) {
            throw new IllegalStateException("an account of no agency plans nothing");
        }
        return party;
    }

    public boolean writesAssessments() {
        return isPlanner() || role == Role.COALITION_MEMBER;
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
