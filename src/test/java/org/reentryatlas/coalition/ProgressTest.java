package org.reentryatlas.coalition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reentryatlas.coalition.Change.NotCompared;
import org.reentryatlas.coalition.Change.Reason;
import org.reentryatlas.coalition.Questions.Question;
import org.reentryatlas.coalition.Questions.Section;

import static org.assertj.core.api.Assertions.assertThat;

/** Scores and changes, against what was worked out by hand. */
class ProgressTest {
    /** Of two editions: b is asked in the first alone, e in the second alone. */
    private static final Section SECTION = new Section(
            "s",
            Map.of(),
            List.of(
                    question("a", 1, null),
                    question("b", 1, 1),
                    question("c", 1, null),
                    question("d", 1, null),
                    question("e", 2, null)));

    private static final Questions QUESTIONS = new Questions(List.of(1, 2), List.of(), List.of(SECTION));

    private static Question question(String id, int since, @Nullable Integer until) {
        return new Question(id, since, until, Map.of());
    }

    /** Answers as in "a=3 b=x": x does not apply, and a question that is missing is not answered. */
    private static Stored assessment(int edition, String day, String answers) {
        Map<String, Answer> said = new HashMap<>();
        Stream.of(answers.split(" ")).filter(answer -> !answer.isEmpty()).forEach(answer -> {
            String step = answer.substring(2);
            said.put(
                    answer.substring(0, 1),
                    step.equals("x") ? new Answer(null, true, "") : new Answer(Integer.valueOf(step), false, ""));
        });
        SelfAssessment assessment = new SelfAssessment(edition, LocalDate.parse(day), List.of("Police"), said);
        return new Stored(new UUID(0, day.hashCode()), 1, 1, 1, assessment, Instant.EPOCH, "somebody");
    }

    @Test
    void theScoreIsTheMeanOfTheStepsThatWereChosen() {
        Score score = Score.of(
                SECTION.of(1),
                assessment(1, "2025-01-01", "a=3 b=x c=0").assessment().answers());
        // (3 + 0) / 2; one of four does not apply, and one says nothing.
        assertThat(score.mean()).isEqualTo(1.5);
        assertThat(score.questions()).isEqualTo(4);
        assertThat(score.answered()).isEqualTo(3);
        assertThat(score.share(score.answered())).isEqualTo(0.75);
        assertThat(score.atStep()).containsExactly(1, 0, 0, 1);
        assertThat(score.doesNotApply()).isEqualTo(1);
    }

    @Test
    void whereNoStepWasChosenThereIsNoScore() {
        Score score = Score.of(
                SECTION.of(1), assessment(1, "2025-01-01", "a=x").assessment().answers());
        assertThat(score.mean()).isNull();
        assertThat(score.answered()).isEqualTo(1);
    }

    @Test
    void aChangeIsOverTheQuestionsWithAStepBothTimes() {
        Change change = Change.of(
                SECTION,
                assessment(1, "2025-01-01", "a=1 b=0 c=2 d=x").assessment(),
                assessment(2, "2026-01-01", "a=3 c=1 d=3 e=3").assessment());
        // a by +2 and c by -1: (2 - 1) / 2. The means are 1.0 and 2.5: their difference would compare unlike with
        // unlike.
        assertThat(change.mean()).isEqualTo(0.5);
        assertThat(change.compared()).isEqualTo(2);
        assertThat(change.notCompared())
                .containsExactly(
                        new NotCompared("b", Reason.GONE),
                        new NotCompared("d", Reason.NO_STEP),
                        new NotCompared("e", Reason.NEW));
    }

    @Test
    void whereNothingComparesNoChangeIsTold() {
        Change change = Change.of(
                SECTION,
                assessment(1, "2025-01-01", "a=1").assessment(),
                assessment(2, "2026-01-01", "c=1").assessment());
        assertThat(change.mean()).isNull();
        assertThat(change.compared()).isZero();
    }

    @Test
    void theTableSaysTheSame() {
        List<Stored> all = new ArrayList<>();
        all.add(assessment(1, "2025-01-01", "a=1 b=0 c=2 d=x"));
        all.add(assessment(2, "2026-01-01", "a=3 c=1 d=3 e=3"));
        Progress progress = Progress.of(QUESTIONS, all);
        assertThat(progress.csv().lines().skip(1))
                .containsExactly(
                        "2025-01-01,1,s,4,4,1.000,1.000,0.250,0.250,0.250,0.000,0.250,0.000,,,,",
                        "2026-01-01,2,s,4,4,1.000,2.500,0.000,0.250,0.000,0.750,0.000,0.000,2025-01-01,0.500,2,3");
        assertThat(progress.describe().get(1).toString())
                .contains("score=2.5", "change={since=2025-01-01, score=0.5, questions=2");
    }

    @Test
    void ofNoAssessmentThereIsATableWithoutLines() {
        assertThat(Progress.of(QUESTIONS, List.of()).csv().lines()).hasSize(1);
        assertThat(Progress.of(QUESTIONS, List.of()).describe()).isEmpty();
    }
}
