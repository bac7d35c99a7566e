package org.reentryatlas.identity;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an account is for. */
public enum Role {
    /** Writes plans for its agency and agrees to those of the other. */
    PLANNER,
    /** Reads what is planned in its beats, and writes down what became of it. */
    BEAT_OFFICER,
    /** Writes what the coalition says of its own work; of plans reads what everybody reads. Of no agency. */
    COALITION_MEMBER,
    /** Loads what maps are made of and publishes releases, on the command line. Of no agency that plans. */
    DATA_STEWARD,
    /** Watches over what is published of people, and over who read what. Of no agency that plans. */
    PRIVACY_OFFICER,
    /** Makes accounts, releases and ends them. Of no agency that plans. */
    ADMINISTRATOR;

    /** All of them, for messages. */
    private static final String CODES = Stream.of(values()).map(Role::code).collect(Collectors.joining(", "));

    /** Whether its accounts are of one of the agencies that plan together; those of the others are of none. */
    public boolean isOfAgency() {
        return this == PLANNER || this == BEAT_OFFICER;
    }

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
        throw new IllegalArgumentException("'" + code + "' is no role: " + CODES);
    }
}
