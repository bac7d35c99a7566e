package org.reentryatlas.roster;

/** Whose officer it is; a tour has one of each. */
public enum Agency {
    /** Leads the tour. */
    SUPERVISION,
    /** Accompanies it. */
    POLICE
}
