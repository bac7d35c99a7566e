package org.reentryatlas.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.reentryatlas.provider.Category;

/**
 * Turns the need words of a caseload into category codes. A health fact is taken out here, before anything is written,
 * and only counted.
 */
final class Needs {
    /** Parts of a word that tell of health. */
    private static final List<String> HEALTH_STEMS = List.of(
            "substance",
            "drug",
            "alcohol",
            "recovery",
            "sober",
            "detox",
            "opioid",
            "methadone",
            "medication",
            "mental",
            "psych",
            "diagnos",
            "hiv",
            "treatment",
            "trauma",
            "medical",
            "disab",
            "rehab",
            "behavioral",
            "behavioural",
            "depress",
            "anxiety",
            "addict",
            "co_occurring",
            "12_step",
            "overdose");

    /** Short words that tell of health when they stand alone. */
    private static final Set<String> HEALTH_WORDS = Set.of("sud", "mh", "mat", "ptsd", "aa", "na", "iop", "adhd");

    private static final String HEALTH_INSURANCE = "health_insurance";

    private final Map<String, String> codeByWord = new HashMap<>();
    private final Set<String> healthFacts = new TreeSet<>();
    private final Set<String> needs = new TreeSet<>();
    private long removed;

    Needs(Collection<Category> categories, Map<String, String> codeByTerm) {
        for (Category category : categories) {
            (category.isNeed() ? needs : healthFacts).add(category.code());
        }
        codeByTerm.forEach((term, code) -> codeByWord.put(plain(term), code));
    }

    /**
     * The codes of a cell that holds words separated by semicolons, commas or bars, each once, in alphabetical order.
     *
     * @throws RowRejected if a word is neither a need of ours nor a health fact; it is not repeated in the message
     */
    List<String> read(Fields fields) throws RowRejected {
        Set<String> codes = new TreeSet<>();
        for (String word : fields.text("needs").split("[;,|]", -1)) {
            String plain = plain(word);
            if (plain.isEmpty()) {
                continue;
            }
            String code = codeByWord.get(plain);
            boolean healthFact = healthFacts.contains(code == null ? "" : code)
                    || (tellsOfHealth(plain) && !HEALTH_INSURANCE.equals(code));
            if (healthFact) {
                removed++;
            }
            // "Homeless, mentally ill" is a need of housing, and the rest of it is nobody's business.
            if (code != null && !healthFacts.contains(code)) {
                codes.add(code);
            } else if (!healthFact) {
                throw fields.rejected(
                        "needs", Reason.VALUE_UNKNOWN, "one of the needs is not among: " + String.join(", ", needs));
            }
        }
        return new ArrayList<>(codes);
    }

    /** How many values were taken out so far. */
    long removed() {
        return removed;
    }

    private static boolean tellsOfHealth(String plain) {
        return HEALTH_STEMS.stream().anyMatch(plain::contains)
                || Arrays.stream(plain.split("_", -1)).anyMatch(HEALTH_WORDS::contains);
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
