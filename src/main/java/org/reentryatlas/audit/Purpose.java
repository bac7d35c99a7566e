package org.reentryatlas.audit;

import java.util.Locale;

/** What something is done for. */
public enum Purpose {
    /** Getting in, and staying out. */
    ACCESS,
    /** Who may get in. */
    ADMINISTRATION,
    /** What agencies plan together. */
    PLANNING,
    /** Open data that others rest on. */
    REFERENCE_DATA,
    /** Records of people under supervision, as their agency hands them over. */
    SUPERVISION_DATA,
    /** What everybody may read. */
    PUBLICATION,
    /** Files that leave the system. */
    DISCLOSURE,
    /** Keeping nothing for longer than it may be. */
    RETENTION,
    /** Looking at the log. */
    AUDIT;

    /** In the log. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
