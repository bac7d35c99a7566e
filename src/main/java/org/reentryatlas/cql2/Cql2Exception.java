package org.reentryatlas.cql2;

import java.util.Locale;

/** A text that is not a filter for the layer. The message is for the user and says what is wrong and where. */
public final class Cql2Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_WORD = 40;

    private Cql2Exception(String message) {
        super(message, null, false, false);
    }

    /**
     * A fault at a place.
     *
     * @param what is wrong, as a sentence without its capital and its full stop
     * @param place such as {@code at character 17}
     */
    static Cql2Exception at(String place, String what) {
        return new Cql2Exception(
                what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + " (" + place + ").");
    }

    /** A word of the filter in quotation marks, so short that no message becomes long of it, and on one line. */
    static String quoted(String word) {
        String start = word.codePointCount(0, word.length()) > LONGEST_WORD
                ? word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD)) + "…"
                : word;
        return "'" + start.replaceAll("\\p{C}", "?") + "'";
    }
}
