package org.reentryatlas.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rows of a caseload by what became of them. */
record People(Map<String, Long> byOutcome) {
    private static final Set<String> MAPPED = Set.of("shown", "hidden");
    private static final Set<String> NOT_COUNTED =
            Set.of("supervision_ended", "rejected_at_load", "not_current_residence");

    /** In the order of the report: the address classes, and what is no person of the date. */
    private static final Map<String, String> WORDS = words();

    static People of(Map<String, Long> byOutcome) {
        return new People(byOutcome);
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("no_fixed_address", "They have no fixed address");
        words.put("correctional_facility", "They are in a jail or prison");
        words.put("out_of_jurisdiction", "They live outside the jurisdiction");
        words.put("in_no_area", "Their address was found, but lies in no area of the map");
        words.put("unmatched", "Their address could not be found");
        words.put("ambiguous", "Their address could be several places");
        words.put("po_box", "Only a post-office box is on record");
        words.put("rural_route", "Only a rural route is on record");
        words.put("blank", "No address is on record");
        words.put("supervision_ended", "Supervision had ended on the date");
        words.put("not_current_residence", "Another address of a person who is counted once already");
        words.put("rejected_at_load", "The row was faulty and was not taken in");
        return words;
    }

    long shown() {
        return byOutcome.getOrDefault("shown", 0L);
    }

    long hidden() {
        return byOutcome.getOrDefault("hidden", 0L);
    }

    long mapped() {
        return shown() + hidden();
    }

    long notMapped() {
        return sum(onNoMap());
    }

    /** People of the date who are in no area, by why. */
    Map<String, Long> onNoMap() {
        Map<String, Long> found = new LinkedHashMap<>();
        WORDS.forEach((outcome, words) -> {
            if (!NOT_COUNTED.contains(outcome) && byOutcome.containsKey(outcome)) {
                found.put(words, byOutcome.getOrDefault(outcome, 0L));
            }
        });
        byOutcome.forEach((outcome, rows) -> {
            if (!WORDS.containsKey(outcome) && !MAPPED.contains(outcome)) {
                found.put("Recorded as “" + outcome.replace('_', ' ') + "”", rows);
            }
        });
        return found;
    }

    /** Rows that are nobody under supervision on the date, or somebody who is counted already. */
    Map<String, Long> notCounted() {
        Map<String, Long> found = new LinkedHashMap<>();
        WORDS.forEach((outcome, words) -> {
            if (NOT_COUNTED.contains(outcome) && byOutcome.containsKey(outcome)) {
                found.put(words, byOutcome.getOrDefault(outcome, 0L));
            }
        });
        return found;
    }

    long rows() {
        return sum(byOutcome);
    }

    private static long sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
