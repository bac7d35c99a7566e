package org.reentryatlas.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that a caseload must not bring to the door: identity, offence, risk, and health (42 CFR Part 2, HIPAA, and
 * what probation may not tell police). A file that has one is refused unread, so that nothing of it is ever in a log, a
 * staging table or memory. What slips through this check is still not stored: only listed columns are.
 */
final class ForbiddenColumns {
    /**
     * A kind of column.
     *
     * @param words match a whole word of the column's name
     * @param stems match anywhere in it, also inside a word; long enough not to hit others by chance
     * @param harmless words beside which a matching word means nothing: a street's name is not a person's
     */
    private record Kind(Set<String> words, Set<String> stems, Set<String> harmless) {}

    private static final Map<String, Kind> KINDS = kinds();

    private ForbiddenColumns() {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put(
                "a name",
                kind(
                        "name names nm fname lname lastnm firstnm fullnm first last middle surname forename alias aka client"
                                + " clients offender offenders defendant defendants inmate supervisee probationer parolee",
                        "clientname offendername lastname firstname fullname surname nickname defendant probationer",
                        "street st city area beat file id"));
        kinds.put("a birth date", kind("dob yob birth bday", "birth", ""));
        kinds.put("a social security number", kind("ssn ssno social", "socialsec socsec", ""));
        kinds.put(
                "an offence",
                kind(
                        "charge charges charged crime crimes arrest arrests sentence sentences sentenced statute warrant felony"
                                + " docket victim gang",
                        "offens offenc convict felony sexoffen",
                        ""));
        kinds.put(
                "a risk score",
                kind("risk score lsi lsir lscmi compas oras pcra ors tier", "risklevel riskscore", "match geocode"));
        kinds.put(
                "a drug test or treatment",
                kind("drug drugs ua mat sud rehab treatment", "drugtest substance alcohol urinal opioid", ""));
        kinds.put(
                "a health fact",
                kind(
                        "dx icd diag mh meds medical health hiv disability disabled psych",
                        "diagnos medicat mental psych disabilit",
                        "insurance"));
        kinds.put("a person's number in another file", kind("fbi sid pdid dcdc license licence", "passport", ""));
        kinds.put("a contact or free text", kind("phone email photo notes note comments comment", "telephone", ""));
        return kinds;
    }

    private static Kind kind(String words, String stems, String harmless) {
        return new Kind(set(words), set(stems), set(harmless));
    }

    private static Set<String> set(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(" ", -1));
    }

    /** What the column holds that must not enter, such as "a birth date"; empty when it may. */
    static Optional<String> kind(String column) {
        // Full-width letters become plain ones; letters of other scripts could be drawn to look like ours.
        String plain = Normalizer.normalize(column, Normalizer.Form.NFKC);
        if (plain.codePoints().anyMatch(ForbiddenColumns::isOfAnotherScript)) {
            return Optional.of("letters of another script");
        }
        List<String> words = Arrays.asList(plain.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+", -1));
        Set<String> distinct = new HashSet<>(words);
        String together = String.join("", words);
        return KINDS.entrySet().stream()
                .filter(entry -> matches(entry.getValue(), distinct, together))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean matches(Kind kind, Set<String> words, String together) {
        boolean harmless = words.stream().anyMatch(kind.harmless()::contains);
        return (!harmless
                        && (words.stream().anyMatch(kind.words()::contains)
                                || kind.words().contains(together)))
                || kind.stems().stream().anyMatch(together::contains);
    }

    private static boolean isOfAnotherScript(int letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN;
    }
}
