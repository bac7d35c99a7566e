package org.reentryatlas.roster;

/** What is wrong with input is said with the entry that it is wrong in. */
final class Check {
    private Check() {}

    static void that(boolean isMet, String otherwise) {
        if (!isMet) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
