package org.reentryatlas.coalition;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.coalition.Questions.Question;

/**
 * How far a coalition says it is in one section.
 *
 * @param questions how many its edition asks there
 * @param atStep how many are answered with each step, from 0 to 3
 * @param doesNotApply how many do not apply
 */
record Score(int questions, List<Integer> atStep, int doesNotApply) {
    Score {
        atStep = List.copyOf(atStep);
    }

    /** Of the questions of a section, in an edition, and the answers to them. */
    static Score of(List<Question> questions, Map<String, Answer> answers) {
        Integer[] atStep = new Integer[Questions.MOST + 1];
        Arrays.fill(atStep, 0);
        int doesNotApply = 0;
        for (Question question : questions) {
            Answer answer = answers.get(question.id());
            if (answer != null && answer.step() != null) {
                atStep[answer.step()]++;
            } else if (answer != null && answer.doesNotApply()) {
                doesNotApply++;
            }
        }
        return new Score(questions.size(), List.of(atStep), doesNotApply);
    }

    /** The mean of the steps that were chosen, from 0 to 3; null where none was. */
    @Nullable
    Double mean() {
        int chosen = chosen();
        if (chosen == 0) {
            return null;
        }
        int sum = 0;
        for (int step = 0; step < atStep.size(); step++) {
            sum += step * atStep.get(step);
        }
        return (double) sum / chosen;
    }

    private int chosen() {
        return atStep.stream().mapToInt(Integer::intValue).sum();
    }

    /** How many are answered, with a step or as not applying. */
    int answered() {
        return chosen() + doesNotApply;
    }

    /** So many of the section's questions, from 0 to 1. */
    double share(int count) {
        return questions == 0 ? 0 : (double) count / questions;
    }
}
