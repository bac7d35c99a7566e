package org.reentryatlas.db;

import java.util.Locale;

/** The six database roles; what each may touch is in the migrations. */
public enum Role {
    /** Runs migrations, and nothing else. */
    OWNER,
    /** Loads files and makes releases. */
    STEWARD,
    /** Serves published numbers; has no privilege on schema {@code supervision}. */
    WEB,
    /** Keeps what agencies plan together on the web; it too has no privilege on schema {@code supervision}. */
    DESK,
    /** Makes and ends accounts of members of staff: who makes releases cannot make the account that approves them. */
    ACCOUNTS,
    /** Reads the log. */
    AUDIT;

    /** The name of the role in PostgreSQL. */
    public String user() {
        return "atlas_" + name().toLowerCase(Locale.ROOT);
    }
}
