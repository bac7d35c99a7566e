package org.reentryatlas.coalition;

import org.jspecify.annotations.Nullable;

/**
 * What a coalition says to one question.
 *
 * @param step from 0, not begun, to 3, in place and reviewed with figures; null where none is chosen
 * @param doesNotApply chosen instead of a step
 * @param note evidence in short; nobody's name or story
 */
record Answer(
        @Nullable Integer step,
        boolean doesNotApply,
        @Nullable String note) {
    static final int LONGEST_NOTE = 500;

    Answer {
        note = note == null ? "" : note.strip();
    }

    @Override
    public String note() {
        return note == null ? "" : note;
    }

    /** Whether something was chosen. */
    boolean isAnswered() {
        return step != null || doesNotApply;
    }

    /** Whether nothing at all is said. */
    boolean isEmpty() {
        return !isAnswered() && note().isEmpty();
    }
}
