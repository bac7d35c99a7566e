package org.reentryatlas.identity;

import java.util.Locale;

/** What an account is for. */
public enum Role {
    /** Writes plans for its agency and agrees to those of the other. */
    PLANNER,
    /** Reads what is planned in its beats, and writes down what became of it. */
    BEAT_OFFICER,
    /** Writes what the coalition says of its own work; of plans reads what everybody reads. Of no agency. */
    COALITION_MEMBER;

    /** As the database, programs and messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Of a code.
     *
     * @throws IllegalArgumentException if there is none of it
     */
    public static Role of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("'" + code + "' is no role: planner, beat_officer or coalition_member");
    }
}
