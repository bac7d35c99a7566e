package org.reentryatlas.coalition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Json;

import static java.util.Objects.requireNonNull;

/**
 * What a coalition is asked. A question whose sense changes gets another id, and the old one ends: so answers of one id always
 * compare.
 *
 * @param editions in their order
 * @param steps of the scale, from none to all, with what each means
 */
record Questions(List<Integer> editions, List<Step> steps, List<Section> sections) {
    /** The highest step. */
    static final int MOST = 3;

    Questions {
        editions = List.copyOf(editions);
        steps = List.copyOf(steps);
        sections = List.copyOf(sections);
    }

    /** A step of the scale; texts by language. */
    record Step(int step, Map<String, String> name, Map<String, String> anchor) {}

    /** What belongs together; texts by language. */
    record Section(String id, Map<String, String> title, List<Question> questions) {
        Section {
            questions = List.copyOf(questions);
        }

        /** Those of an edition. */
        List<Question> of(int edition) {
            return questions.stream().filter(question -> question.isIn(edition)).toList();
        }
    }

    /**
     * A question; its text by language.
     *
     * @param since the first edition that asks it
     * @param until the last one; null for one that is still asked
     */
    record Question(String id, int since, @Nullable Integer until, Map<String, String> text) {
        boolean isIn(int edition) {
            return since <= edition && (until == null || edition <= until);
        }
    }

    /** Those of this program. */
    static Questions load() {
        try (InputStream file = requireNonNull(Questions.class.getResourceAsStream("questions.json"))) {
            return Json.MAPPER.readValue(file, Questions.class);
        } catch (IOException e) {
            throw new UncheckedIOException("our own questions cannot be read", e);
        }
    }

    int newest() {
        return editions.get(editions.size() - 1);
    }

    /** As an edition asks them. */
    Questions in(int edition) {
        return new Questions(
                editions,
                steps,
                sections.stream()
                        .map(section -> new Section(section.id(), section.title(), section.of(edition)))
                        .toList());
    }

    /** A question by its id, of whatever edition. */
    Optional<Question> find(String id) {
        return sections.stream()
                .flatMap(section -> section.questions().stream())
                .filter(question -> question.id().equals(id))
                .findFirst();
    }
}
