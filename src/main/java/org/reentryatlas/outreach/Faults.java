package org.reentryatlas.outreach;

import java.util.ArrayList;
import java.util.List;
import org.reentryatlas.http.Problem.FieldError;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Texts;

/** Gathers what is wrong with a body, so that all of it is told at once. */
final class Faults {
    private final List<FieldError> errors = new ArrayList<>();

    /** Notes a fault unless it holds. */
    void require(boolean holds, String field, String message) {
        if (!holds) {
            errors.add(new FieldError(field, message));
        }
    }

    /** A text of people: not too long, and without control characters but for the ends of lines. */
    void requireText(String field, String text, int longest) {
        Texts.fault(text, longest).ifPresent(fault -> errors.add(new FieldError(field, fault)));
    }

    /** Notes those of a part of the body, by the field that it is. */
    void addAll(String field, Faults others) {
        others.errors.forEach(error -> errors.add(new FieldError(field + "." + error.field(), error.message())));
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }

    /**
     * Ends what is begun if anything is wrong.
     *
     * @throws ProblemException with all of it
     */
    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
