package org.reentryatlas.coalition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reentryatlas.coalition.Questions.Question;
import org.reentryatlas.coalition.Questions.Section;

import static org.assertj.core.api.Assertions.assertThat;

/** The file of questions: complete, and such that answers of before can always be compared. */
class QuestionsTest {
    private static final Questions QUESTIONS = Questions.load();

    @Test
    void threeSectionsAskEightQuestionsEach() {
        assertThat(QUESTIONS.sections()).extracting(Section::id).containsExactly("systems", "recidivism", "community");
        assertThat(QUESTIONS.sections())
                .allMatch(section -> section.of(QUESTIONS.newest()).size() == 8);
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        Stream<Map<String, String>> texts = Stream.of(
                        QUESTIONS.steps().stream().flatMap(step -> Stream.of(step.name(), step.anchor())),
                        QUESTIONS.sections().stream().map(Section::title),
                        QUESTIONS.sections().stream()
                                .flatMap(section -> section.questions().stream())
                                .map(Question::text))
                .flatMap(stream -> stream);
        assertThat(texts).allSatisfy(text -> {
            assertThat(text).containsOnlyKeys("en", "es");
            assertThat(text.values()).doesNotContain("").doesNotHaveDuplicates();
        });
    }

    @Test
    void idsAreGivenOnceAndEveryEditionIsKnown() {
        List<Question> all = QUESTIONS.sections().stream()
                .flatMap(section -> section.questions().stream())
                .toList();
        assertThat(all).extracting(Question::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]{1,40}"));
        assertThat(all).allMatch(question -> QUESTIONS.editions().contains(question.since()));
        assertThat(QUESTIONS.editions()).isSorted();
    }
}
