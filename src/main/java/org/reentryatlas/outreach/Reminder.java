package org.reentryatlas.outreach;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.reentryatlas.http.ProblemException;

/** How long before an event a calendar may remind somebody of it. */
enum Reminder {
    HOUR("PT1H", Duration.ofHours(1)),
    DAY("P1D", Duration.ofDays(1)),
    WEEK("P7D", Duration.ofDays(7));

    private final String code;
    private final Duration before;

    Reminder(String code, Duration before) {
        this.code = code;
        this.before = before;
    }

    /** As ISO 8601 writes it, and a parameter. */
    static List<String> codes() {
        return Stream.of(values()).map(reminder -> reminder.code).toList();
    }

    /**
     * The one with a code.
     *
     * @throws ProblemException if there is none
     */
    static Reminder of(String code) {
        return Stream.of(values())
                .filter(reminder -> reminder.code.equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "PARAMETER_INVALID",
                        "Parameter 'reminder' is no time before an event.",
                        "It is one of " + String.join(", ", codes()) + ": an hour, a day, a week before."));
    }

    Duration before() {
        return before;
    }
}
