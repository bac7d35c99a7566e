package org.reentryatlas.cql2;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Differences between texts that a filter passes over. */
enum Folding {
    /** The full case folding of Unicode (chapter 5.18), which Java lacks: ß is ss, and a final ς is σ. */
    CASE {
        @Override
        String apply(String text) {
            return isPlain(text) ? text.toLowerCase(Locale.ROOT) : fold(text);
        }
    },
    /** Marks that are no letters of their own once a text is decomposed (NFD), and strokes, which Unicode leaves on. */
    ACCENTS {
        @Override
        String apply(String text) {
            if (isPlain(text)) {
                return text;
            }
            String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                    .replaceAll("");
            StringBuilder folded = new StringBuilder(bare.length());
            bare.chars().forEach(unit -> folded.append((char) (int) STROKES.getOrDefault(unit, unit)));
            return Normalizer.normalize(folded, Normalizer.Form.NFC);
        }
    };

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** Letters with a stroke and the letters below it. */
    private static final Map<Integer, Integer> STROKES = strokes("øØłŁđĐħĦŧŦɨƗƀɃǥǤƶƵ", "oOlLdDhHtTiIbBgGzZ");

    private static final int DOTTED_I = 0x130;
    private static final int DOTLESS_I = 0x131;

    abstract String apply(String text);

    private static boolean isPlain(String text) {
        return text.chars().allMatch(unit -> unit < 0x80);
    }

    /** Twice there and back, since ẞ becomes ß first and only then ss. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case DOTTED_I -> folded.append("i\u0307");
                case DOTLESS_I -> folded.appendCodePoint(character);
                default -> folded.append(lower(upper(lower(upper(Character.toString(character))))));
            }
        });
        return folded.toString();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Each character by itself: for a whole word, Java would end it with ς. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static Map<Integer, Integer> strokes(String with, String without) {
        return IntStream.range(0, with.length())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> (int) with.charAt(i), i -> (int) without.charAt(i)));
    }
}
