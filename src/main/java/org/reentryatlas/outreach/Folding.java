package org.reentryatlas.outreach;

import java.nio.charset.StandardCharsets;

/**
 * Folds the lines of iCalendar at 75 octets (RFC 5545, 3.1). The library folds at characters: a line of other letters than those
 * of English comes out too long, and what takes two characters, such as a sign of a tree, may be torn.
 */
final class Folding {
    private static final int OCTETS = 75;

    private Folding() {}

    /** A text whose lines are not folded, folded. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / OCTETS * 3);
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            String character = Character.toString(codePoint);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            boolean isEnd = codePoint == '\r' || codePoint == '\n';
            if (!isEnd && octets + size > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets = isEnd ? 0 : octets + size;
            at += character.length();
        }
        return folded.toString();
    }
}
