package org.reentryatlas.http;

import java.util.Optional;

/** Texts that people send. */
public final class Texts {
    private Texts() {}

    /** What keeps a text from being kept: it is too long, or has control characters other than the ends of lines. */
    public static Optional<String> fault(String text, int longest) {
        if (text.length() > longest) {
            return Optional.of("is longer than " + longest + " characters");
        }
        return text.codePoints().allMatch(Texts::canBeShown)
                ? Optional.empty()
                : Optional.of("has characters that cannot be shown");
    }

    /** Half of a character is none, and the database takes it for none. */
    private static boolean canBeShown(int character) {
        return (!Character.isISOControl(character) || character == '\n')
                && Character.getType(character) != Character.SURROGATE;
    }
}
