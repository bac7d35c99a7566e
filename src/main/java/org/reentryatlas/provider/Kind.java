package org.reentryatlas.provider;

import java.util.Locale;

/** What a record of a directory is, in the words of HSDS. The code is stable: statements and reports rely on it. */
public enum Kind {
    ORGANIZATION,
    SERVICE,
    LOCATION,
    SERVICE_AT_LOCATION,
    ADDRESS,
    PHONE,
    SCHEDULE,
    LANGUAGE,
    ACCESSIBILITY,
    COST_OPTION,
    SERVICE_AREA,
    ELIGIBILITY,
    CAPACITY,
    /** A word for what a service is, as its directory writes it. */
    TERM,
    /** The meaning of the code that a {@link #TERM} may be. */
    TAXONOMY_TERM;

    /** The code, such as {@code service_at_location}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether records of the kind are told apart by an identifier of their source. */
    public boolean isKeyed() {
        return this == TAXONOMY_TERM || compareTo(SERVICE_AT_LOCATION) <= 0;
    }
}
