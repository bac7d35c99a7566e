package org.reentryatlas.release;

/** What the checks say alike. */
final class Words {
    private Words() {}

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** @throws CheckFailedException if the two differ */
    static void same(String what, Object stored, Object published) {
        if (!stored.equals(published)) {
            throw new CheckFailedException(what + ": the database has " + stored + ", and published was " + published);
        }
    }
}
