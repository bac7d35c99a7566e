package org.reentryatlas.coalition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.coalition.Questions.Question;
import org.reentryatlas.coalition.Questions.Section;

/**
 * What changed in a section from one assessment to the next, over the questions to which both chose a step.
 *
 * @param mean how much higher the mean of these steps is now; null where no question compares
 * @param compared how many questions that is over
 * @param notCompared the others, with why
 */
record Change(@Nullable Double mean, int compared, List<NotCompared> notCompared) {
    Change {
        notCompared = List.copyOf(notCompared);
    }

    /** Why a question tells nothing of change. */
    enum Reason {
        /** Not asked the last time. */
        NEW,
        /** No longer asked. */
        GONE,
        /** Asked both times, and at least once without a step for an answer. */
        NO_STEP
    }

    /** A question that tells nothing of change. */
    record NotCompared(String question, Reason reason) {}

    static Change of(Section section, SelfAssessment before, SelfAssessment now) {
        List<NotCompared> others = new ArrayList<>();
        int compared = 0;
        int difference = 0;
        for (Question question : section.questions()) {
            boolean wasAsked = question.isIn(before.edition());
            boolean isAsked = question.isIn(now.edition());
            Integer then = step(before, question);
            Integer here = step(now, question);
            if (wasAsked && isAsked && then != null && here != null) {
                compared++;
                difference += here - then;
            } else if (wasAsked || isAsked) {
                others.add(new NotCompared(
                        question.id(), !wasAsked ? Reason.NEW : !isAsked ? Reason.GONE : Reason.NO_STEP));
            }
        }
        return new Change(compared == 0 ? null : (double) difference / compared, compared, others);
    }

    private static @Nullable Integer step(SelfAssessment assessment, Question question) {
        Answer answer = assessment.answers().get(question.id());
        return answer == null ? null : answer.step();
    }
}
