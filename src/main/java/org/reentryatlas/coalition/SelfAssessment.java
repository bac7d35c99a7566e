package org.reentryatlas.coalition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Problem.FieldError;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Texts;

/**
 * How far a coalition says it is.
 *
 * @param edition of the questions; 0 where nobody said
 * @param day of it; null where nobody said
 * @param bodies that took part, such as "Police, 2nd district"; never persons
 * @param answers by the id of their question; those in which nothing is said are left out
 */
record SelfAssessment(int edition, @Nullable LocalDate day, List<String> bodies, Map<String, Answer> answers) {
    private static final int MOST_BODIES = 40;
    private static final int LONGEST_BODY = 80;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final String ANSWERS = "answers.";
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    SelfAssessment {
        bodies = bodies == null
                ? List.of()
                : bodies.stream().map(SelfAssessment::stripped).toList();
        answers = answers == null ? Map.of() : said(answers);
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Map<String, Answer> said(Map<String, @Nullable Answer> answers) {
        Map<String, Answer> said = new TreeMap<>();
        answers.forEach((id, answer) -> {
            if (answer != null && !answer.isEmpty()) {
                said.put(id, answer);
            }
        });
        return said;
    }

    SelfAssessment ofEdition(int other) {
        return new SelfAssessment(other, day, bodies, answers);
    }

    /**
     * Sees whether it can be kept.
     *
     * @throws ProblemException with all that is wrong, by field
     */
    void check(Questions questions) {
        List<FieldError> errors = new ArrayList<>();
        if (!questions.editions().contains(edition)) {
            errors.add(new FieldError("edition", "is none of the editions " + questions.editions()));
        }
        if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            errors.add(new FieldError("day", "is no day from " + FIRST_YEAR + " to " + LAST_YEAR));
        }
        checkBodies(errors);
        answers.forEach((id, answer) -> checkAnswer(questions, id, answer, errors));
        throwIfAny(errors);
    }

    private void checkBodies(List<FieldError> errors) {
        if (bodies.size() > MOST_BODIES) {
            errors.add(new FieldError("bodies", "has more than " + MOST_BODIES));
        }
        for (int i = 0; i < bodies.size(); i++) {
            String field = "bodies[" + i + "]";
            if (bodies.get(i).isEmpty()) {
                errors.add(new FieldError(field, "is empty"));
            }
            Texts.fault(bodies.get(i), LONGEST_BODY).ifPresent(fault -> errors.add(new FieldError(field, fault)));
        }
    }

    private void checkAnswer(Questions questions, String id, Answer answer, List<FieldError> errors) {
        String field = ID.matcher(id).matches() ? ANSWERS + id : "answers";
        if (questions.find(id).filter(question -> question.isIn(edition)).isEmpty()) {
            errors.add(new FieldError(field, "is no question of edition " + edition));
            return;
        }
        Integer step = answer.step();
        if (step != null && (step < 0 || step > Questions.MOST)) {
            errors.add(new FieldError(field + ".step", "is no step from 0 to " + Questions.MOST));
        }
        if (step != null && answer.doesNotApply()) {
            errors.add(new FieldError(field, "has a step and does not apply"));
        }
        Texts.fault(answer.note(), Answer.LONGEST_NOTE)
                .ifPresent(fault -> errors.add(new FieldError(field + ".note", fault)));
    }

    /**
     * Sees whether everybody may read it.
     *
     * @throws ProblemException with what is missing
     */
    void checkFinal(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (answers.values().stream().noneMatch(Answer::isAnswered)) {
            errors.add(new FieldError("answers", "has no question that is answered"));
        }
        if (bodies.isEmpty()) {
            errors.add(new FieldError("bodies", "names nobody who took part"));
        }
        if (day == null || day.isAfter(today)) {
            errors.add(new FieldError("day", "is still to come"));
        }
        throwIfAny(errors);
    }

    private static void throwIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** How many questions are answered. */
    int answered() {
        return (int) answers.values().stream().filter(Answer::isAnswered).count();
    }

    /** Field by field, each answer a field of its own, so that two who write at once are joined by question. */
    ObjectNode fields() {
        ObjectNode fields = Json.MAPPER.createObjectNode();
        fields.set("day", Json.MAPPER.valueToTree(day));
        fields.set("bodies", Json.MAPPER.valueToTree(bodies));
        answers.forEach((id, answer) -> fields.set(ANSWERS + id, Json.MAPPER.valueToTree(answer)));
        return fields;
    }

    /** Of such fields. */
    static SelfAssessment ofFields(int edition, ObjectNode fields) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("edition", edition);
        ObjectNode answers = body.putObject("answers");
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getKey().startsWith(ANSWERS)) {
                answers.set(field.getKey().substring(ANSWERS.length()), field.getValue());
            } else {
                body.set(field.getKey(), field.getValue());
            }
        }
        return Json.MAPPER.convertValue(body, SelfAssessment.class);
    }
}
