package org.reentryatlas.intake;

import java.util.Locale;

/** Why a row is not kept. The code is stable: reports, tests and scripts may rely on it. */
public enum Reason {
    VALUE_MISSING,
    VALUE_UNKNOWN,
    NUMBER_INVALID,
    DATE_INVALID,
    DATE_IN_FUTURE,
    END_BEFORE_START,
    GEOMETRY_INVALID,
    COORDINATES_MISSING,
    OUTSIDE_JURISDICTION,
    DUPLICATE_ID,
    OWNER_MISSING,
    OWNER_UNKNOWN,
    ROW_UNREADABLE;

    /** The code as reports print it, such as {@code duplicate_id}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
