package org.reentryatlas.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the word of a city for the state of a request means. */
enum RequestState {
    OPEN,
    CLOSED,
    /** Another request for what somebody asked for before; it is done with where the first one is. */
    REPEATED,
    /** It should not have been one. */
    WITHDRAWN;

    private static final List<String> WITHDRAWN_WORDS = List.of("void", "cancel", "withdrawn", "invalid", "deleted");
    private static final List<String> CLOSED_WORDS =
            List.of("closed", "resolved", "complete", "done", "fixed", "archived", "finished");
    private static final List<String> OPEN_WORDS = List.of(
            "open",
            "new",
            "received",
            "submitted",
            "acknowledged",
            "assigned",
            "reopened",
            "in progress",
            "in process",
            "pending",
            "scheduled",
            "referred",
            "dispatched");

    /** The state that a word stands for; empty where there is none, or nobody has said what it means. */
    static Optional<RequestState> of(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        if (WITHDRAWN_WORDS.stream().anyMatch(plain::contains)) {
            return Optional.of(WITHDRAWN);
        }
        if (plain.startsWith("duplicate")) {
            return Optional.of(REPEATED);
        }
        if (CLOSED_WORDS.stream().anyMatch(plain::startsWith)) {
            return Optional.of(CLOSED);
        }
        return OPEN_WORDS.stream().anyMatch(plain::startsWith) ? Optional.of(OPEN) : Optional.empty();
    }
}
