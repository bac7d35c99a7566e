package org.reentryatlas.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The two that plan together; what one writes, the other must agree to. */
public enum Agency {
    /** Community supervision: probation, parole, supervised release. */
    SUPERVISION,
    /** The police of the jurisdiction. */
    POLICE;

    /** As the database, programs and messages write it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Of a code.
     *
     * @throws IllegalArgumentException if there is none of it
     */
    public static Agency of(String code) {
        for (Agency agency : values()) {
            if (agency.code().equals(code)) {
                return agency;
            }
        }
        throw new IllegalArgumentException("'" + code + "' is no agency: supervision or police");
    }
}
