package org.reentryatlas.democity;

import java.util.Locale;

/** What a street is for. */
enum StreetClass {
    ARTERIAL(1),
    COLLECTOR(2),
    LOCAL(3);

    private final int rank;

    StreetClass(int rank) {
        this.rank = rank;
    }

    /** 1 for the widest. */
    int rank() {
        return rank;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
