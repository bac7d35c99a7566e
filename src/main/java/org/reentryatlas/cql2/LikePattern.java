package org.reentryatlas.cql2;

import java.util.stream.IntStream;

/**
 * A pattern of LIKE: {@code %} stands for any characters, {@code _} for one, and a backslash before a character for that
 * character itself. Takes at most as many steps as the text has characters times those of the pattern.
 */
final class LikePattern {
    private static final int ANY = -1;
    private static final int ONE = -2;

    /** Code points, and the two wildcards. */
    private final int[] parts;

    private LikePattern(int[] parts) {
        this.parts = parts;
    }

    static LikePattern of(String pattern) {
        IntStream.Builder parts = IntStream.builder();
        int[] characters = pattern.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            switch (characters[i]) {
                case '%' -> parts.add(ANY);
                case '_' -> parts.add(ONE);
                case '\\' -> parts.add(i + 1 < characters.length ? characters[++i] : '\\');
                default -> parts.add(characters[i]);
            }
        }
        return new LikePattern(parts.build().toArray());
    }

    /** Only the last {@code %} is ever tried again: what one before it could match, the last one can match too. */
    boolean matches(String text) {
        int part = 0;
        int at = 0;
        int lastAny = -1;
        int triedFrom = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (part < parts.length && parts[part] == ANY) {
                lastAny = part++;
                triedFrom = at;
            } else if (part < parts.length && (parts[part] == ONE || parts[part] == character)) {
                part++;
                at += Character.charCount(character);
            } else if (lastAny >= 0) {
                part = lastAny + 1;
                triedFrom += Character.charCount(text.codePointAt(triedFrom));
                at = triedFrom;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY) {
            part++;
        }
        return part == parts.length;
    }
}
