package org.reentryatlas.audit;

/**
 * What is to be recorded. When it was, as which role of the database, and what it follows, says the database.
 *
 * @param objectId of what it was done to; a number, an identifier or the name of a data set, never words about somebody
 * @param isDone false for what was tried and refused
 */
public record Entry(By by, Action action, String objectId, boolean isDone) {
    static final int LONGEST_ACTOR = 60;
    private static final int LONGEST_ID = 200;

    public Entry {
        objectId = line(objectId, LONGEST_ID);
    }

    /** What was done. */
    public static Entry done(By by, Action action, String objectId) {
        return new Entry(by, action, objectId, true);
    }

    /** What was tried and refused. */
    public static Entry refused(By by, Action action, String objectId) {
        return new Entry(by, action, objectId, false);
    }

    String outcome() {
        return isDone ? "done" : "refused";
    }

    /** As one line of the log: a name with a line break in it would look like another entry. */
    static String line(String text, int longest) {
        return text.codePoints()
                .limit(longest)
                .map(character -> Character.isISOControl(character) ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
