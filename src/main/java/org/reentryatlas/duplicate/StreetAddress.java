package org.reentryatlas.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts of an address line that tell one place from another; a part that the line does not hold is empty. This is no
 * geocoder: it serves to compare two lines as two directories wrote them.
 *
 * @param number house number, or the number of a post office box
 * @param street words of the street, or of whatever the line begins with, with the usual short forms (USPS Publication 28)
 * @param unit suite, room, floor
 */
record StreetAddress(String number, String street, String unit, String postalCode) {
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}#,]+|(?=[#,])|(?<=[#,])");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("\\d+[a-z]?");
    private static final Pattern POSTAL_CODE = Pattern.compile("\\d{5}");
    private static final Set<String> UNITS =
            Set.of("suite", "ste", "room", "rm", "unit", "apt", "apartment", "floor", "fl", "building", "bldg", "#");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Set<String> QUADRANTS = Set.of("ne", "nw", "se", "sw");
    private static final Set<String> FLOORS = Set.of("floor", "fl");
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("str", "st"),
            Map.entry("strt", "st"),
            Map.entry("avenue", "ave"),
            Map.entry("av", "ave"),
            Map.entry("avn", "ave"),
            Map.entry("road", "rd"),
            Map.entry("drv", "dr"),
            Map.entry("crt", "ct"),
            Map.entry("drive", "dr"),
            Map.entry("boulevard", "blvd"),
            Map.entry("lane", "ln"),
            Map.entry("court", "ct"),
            Map.entry("place", "pl"),
            Map.entry("highway", "hwy"),
            Map.entry("parkway", "pkwy"),
            Map.entry("square", "sq"),
            Map.entry("terrace", "ter"),
            Map.entry("circle", "cir"),
            Map.entry("north", "n"),
            Map.entry("south", "s"),
            Map.entry("east", "e"),
            Map.entry("west", "w"),
            Map.entry("northeast", "ne"),
            Map.entry("northwest", "nw"),
            Map.entry("southeast", "se"),
            Map.entry("southwest", "sw"));

    static StreetAddress of(String line) {
        List<String> words = new ArrayList<>();
        for (String word : PARTS.split(Words.plain(line).replace(".", ""), -1)) {
            if (!word.isBlank()) {
                words.add(SHORT.getOrDefault(word, word));
            }
        }
        String postalCode = takePostalCode(words);
        int box = words.indexOf("box");
        if (box >= 0 && box + 1 < words.size()) {
            return new StreetAddress(words.get(box + 1), "po box", "", postalCode);
        }
        dropBuilding(words);
        String number = !words.isEmpty() && HOUSE_NUMBER.matcher(words.get(0)).matches() ? words.remove(0) : "";
        List<String> street = new ArrayList<>();
        List<String> unit = new ArrayList<>();
        split(words, street, unit);
        return new StreetAddress(number, String.join(" ", street), String.join(" ", unit), postalCode);
    }

    boolean isEmpty() {
        return number.isEmpty() && street.isEmpty();
    }

    /** "Early Learning Center, 5275 Northwest Drive" is at number 5275. */
    private static void dropBuilding(List<String> words) {
        if (!words.isEmpty() && HOUSE_NUMBER.matcher(words.get(0)).matches()) {
            return;
        }
        for (int i = words.indexOf(","); i >= 0 && i + 2 < words.size(); i++) {
            if (words.get(i).equals(",")
                    && HOUSE_NUMBER.matcher(words.get(i + 1)).matches()
                    && !words.get(i + 2).equals(",")) {
                words.subList(0, i + 1).clear();
                return;
            }
        }
    }

    private static String takePostalCode(List<String> words) {
        for (int i = words.size() - 1; i > 0 && i >= words.size() - 2; i--) {
            if (POSTAL_CODE.matcher(words.get(i)).matches()) {
                String code = words.get(i);
                words.subList(i, words.size()).clear();
                return code;
            }
        }
        return "";
    }

    /**
     * The street ends at the first comma or word such as "suite". After it, a part with a digit names the unit too ("MS
     * 9000"); one without names the city and is left out.
     */
    private static void split(List<String> words, List<String> street, List<String> unit) {
        boolean inStreet = true;
        boolean inUnit = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(",")) {
                // A quadrant after the comma belongs to the street: "64 New York Avenue, NE".
                inStreet = inStreet && i + 1 < words.size() && QUADRANTS.contains(words.get(i + 1));
                inUnit = !inStreet && hasDigit(words, i + 1);
            } else if (UNITS.contains(word)) {
                if (FLOORS.contains(word) && inStreet && street.size() > 1) {
                    unit.add(street.remove(street.size() - 1));
                }
                inStreet = false;
                inUnit = true;
            } else if (inUnit) {
                unit.add(word);
            } else if (inStreet) {
                street.add(word);
            }
        }
    }

    /** Whether a word with a digit comes before the next comma. */
    private static boolean hasDigit(List<String> words, int from) {
        for (int i = from; i < words.size() && !words.get(i).equals(","); i++) {
            if (DIGIT.matcher(words.get(i)).find()) {
                return true;
            }
        }
        return false;
    }
}
