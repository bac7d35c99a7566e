package org.reentryatlas.intake;

import java.util.Locale;

/** Why a row is not kept. The code is stable: reports, tests and scripts may rely on it. */
public enum Reason {
    VALUE_MISSING,
    VALUE_UNKNOWN,
    NUMBER_INVALID,
    DATE_INVALID,
    DATE_IN_FUTURE,
    TIME_INVALID,
    END_BEFORE_START,
    GEOMETRY_MISSING,
    GEOMETRY_TYPE,
    GEOMETRY_INVALID,
    COORDINATES_MISSING,
    OUTSIDE_JURISDICTION,
    DUPLICATE_ID,
    OWNER_MISSING,
    OWNER_UNKNOWN,
    NOT_CURRENT,
    NOT_A_STREET,
    WITHDRAWN,
    ROW_UNREADABLE;

    /** Whether such a row is left out as a matter of course, so that it does not refuse the file. */
    boolean isExpected() {
        return this == NOT_CURRENT || this == NOT_A_STREET || this == WITHDRAWN;
    }

    /** The code as reports print it, such as {@code duplicate_id}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
