package org.reentryatlas.duplicate;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A name in the forms in which it is compared.
 *
 * @param words lower case, without accents and punctuation, and without words that say nothing
 * @param joined the words without blanks, since blanks go missing
 * @param sorted the words in alphabetical order, since they change places
 * @param numbers the words that are numbers: "Area 72" is not "Area 73"
 * @param initials first letters, where there are enough of them to mean something
 */
record Words(List<String> words, String joined, String sorted, Set<String> numbers, String initials) {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`]");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Set<String> SAY_NOTHING =
            Set.of("the", "of", "for", "in", "and", "a", "inc", "incorporated", "llc", "corp", "corporation");
    private static final int FEWEST_INITIALS = 3;
    /** Names less alike than this are plainly different; the distance need not be counted further. */
    private static final double LEAST_ALIKE = 0.5;

    static Words of(String name) {
        List<String> words = Arrays.stream(NOT_A_WORD.split(plain(name).replace("&", " and ")))
                .filter(word -> !word.isEmpty() && !SAY_NOTHING.contains(word))
                .toList();
        return new Words(
                words,
                String.join("", words),
                words.stream().sorted().collect(Collectors.joining()),
                words.stream().filter(word -> NUMBER.matcher(word).matches()).collect(Collectors.toSet()),
                words.size() < FEWEST_INITIALS
                        ? ""
                        : words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining()));
    }

    /** Lower case, without accents and apostrophes. */
    static String plain(String text) {
        String bare =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return APOSTROPHES.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT).strip();
    }

    boolean isEmpty() {
        return joined.isEmpty();
    }

    /** How alike two names are, from 0 to 1: the better of what is alike in place and what is alike in any order. */
    double likeness(Words other) {
        return Math.max(likeness(joined, other.joined), likeness(sorted, other.sorted));
    }

    /** Whether one name holds the initials of the other as a word, as "WCC" and "Whatcom Community College". */
    boolean sharesInitials(Words other) {
        return (!initials.isEmpty() && other.words.contains(initials))
                || (!other.initials.isEmpty() && words.contains(other.initials));
    }

    /** 1 less the share of letters that must be changed (Levenshtein 1966), or 0 where more than half must be. */
    static double likeness(String a, String b) {
        int length = Math.max(a.length(), b.length());
        if (length == 0) {
            return 1;
        }
        int most = (int) (length * (1 - LEAST_ALIKE));
        int distance = new LevenshteinDistance(most).apply(a, b);
        return distance < 0 ? 0 : 1 - (double) distance / length;
    }
}
