package org.reentryatlas.identity;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that whoever guesses passwords of this place tries first: what it is called, who publishes, the agencies, this program.
 *
 * @param words small letters of them alone, without accents
 */
public record PlaceWords(Set<String> words) {
    static final List<String> EVERYWHERE = List.of(
            "reentry atlas",
            "reentry",
            "atlas",
            "supervision",
            "community supervision",
            "probation",
            "parole",
            "police",
            "police department",
            "policía",
            "supervisión");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("\\P{L}+");

    public PlaceWords {
        words = words.stream().filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The words of a place, beside those that are tried everywhere.
     *
     * @param names of the jurisdiction, and of who publishes for it
     */
    public static PlaceWords of(Collection<String> names) {
        return new PlaceWords(Stream.concat(EVERYWHERE.stream(), names.stream())
                .map(PlaceWords::letters)
                .collect(Collectors.toSet()));
    }

    /** The same and the name of an account. */
    PlaceWords with(String name) {
        return new PlaceWords(
                Stream.concat(words.stream(), Stream.of(letters(name))).collect(Collectors.toSet()));
    }

    /** Whether a password is one of them or several in a row, whatever is between and around that is no letter. */
    boolean isAllOf(String password) {
        String letters = letters(password);
        boolean[] isReached = new boolean[letters.length() + 1];
        isReached[0] = true;
        for (int end = 1; end <= letters.length(); end++) {
            int last = end;
            isReached[end] = words.stream()
                    .anyMatch(word -> word.length() <= last
                            && isReached[last - word.length()]
                            && letters.startsWith(word, last - word.length()));
        }
        return !letters.isEmpty() && isReached[letters.length()];
    }

    private static String letters(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return OTHERS.matcher(MARKS.matcher(apart).replaceAll(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
