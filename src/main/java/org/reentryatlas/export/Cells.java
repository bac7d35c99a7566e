package org.reentryatlas.export;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values in tables, which know no lists. */
final class Cells {
    /** Between the parts of a value that is several. */
    static final String SEPARATOR = ";";

    private Cells() {}

    /** The value itself, or the parts of a list as one text. */
    static @Nullable Object flat(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR))
                : value;
    }

    /** The value as text: days as ISO 8601 has them, {@code true} and {@code false}. */
    static @Nullable String text(@Nullable Object value) {
        Object flat = flat(value);
        return flat == null ? null : flat.toString();
    }

    /** The text without the control characters that XML cannot hold. */
    static String withoutControls(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point >= ' ' || point == '\n' || point == '\r' || point == '\t')
                .filter(point -> point != 0xFFFE && point != 0xFFFF)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The text cut to so many UTF-16 units, and never within a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
