package org.reentryatlas.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that a caseload must not bring to the door: identity, offence, risk, and health (42 CFR Part 2, HIPAA, and
 * what probation may not tell police). A file that has one is refused unread, so that nothing of it is ever in a log, a
 * staging table or memory.
 */
final class ForbiddenColumns {
    private static final Map<String, List<String>> WORDS_BY_KIND = wordsByKind();

    /** Words that make a column harmless although it has a forbidden one: a street's name is not a person's. */
    private static final List<String> HARMLESS = List.of("street", "st", "city", "insurance", "area", "beat");

    private ForbiddenColumns() {}

    private static Map<String, List<String>> wordsByKind() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put(
                "a name",
                List.of(
                        "name",
                        "names",
                        "fullname",
                        "firstname",
                        "lastname",
                        "fname",
                        "lname",
                        "surname",
                        "forename",
                        "alias",
                        "aka",
                        "middlename"));
        words.put("a birth date", List.of("dob", "birth", "birthdate", "birthday", "dateofbirth"));
        words.put("a social security number", List.of("ssn", "ssno", "social"));
        words.put(
                "an offence",
                List.of(
                        "offence",
                        "offense",
                        "offences",
                        "offenses",
                        "charge",
                        "charges",
                        "crime",
                        "conviction",
                        "convictions",
                        "arrest",
                        "sentence",
                        "statute",
                        "warrant"));
        words.put("a risk score", List.of("risk", "score", "lsi", "lsir", "compas", "ors"));
        words.put(
                "a drug test or treatment",
                List.of("drug", "drugs", "substance", "alcohol", "urinalysis", "drugtest", "treatment", "mat"));
        words.put(
                "a health fact",
                List.of(
                        "diagnosis",
                        "diagnoses",
                        "medical",
                        "medication",
                        "medications",
                        "mental",
                        "health",
                        "hiv",
                        "disability",
                        "psychiatric"));
        words.put("a person's number in another file", List.of("fbi", "sid", "pdid", "dcdc", "inmate", "license"));
        return words;
    }

    /** What the column holds that must not enter, such as "a birth date"; empty when it may. */
    static Optional<String> kind(String column) {
        List<String> words = Arrays.asList(column.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+", -1));
        if (words.stream().anyMatch(HARMLESS::contains)) {
            return Optional.empty();
        }
        String together = String.join("", words);
        return WORDS_BY_KIND.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(word -> words.contains(word) || word.equals(together)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
