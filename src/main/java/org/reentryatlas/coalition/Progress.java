package org.reentryatlas.coalition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.coalition.Questions.Section;

import static java.util.Objects.requireNonNull;

/**
 * Final assessments by day, section by section, each with what changed since the one before.
 *
 * @param rows one for each assessment and section
 */
record Progress(List<Row> rows) {
    private static final String HEAD =
            "day,edition,section,questions,answered,share_answered,score,share_not_begun,share_begun,"
                    + "share_in_place,share_reviewed,share_does_not_apply,share_not_answered,compared_with,change,"
                    + "questions_compared,questions_not_compared\r\n";
    /** Of a step or a share, three digits after the point are more than anybody reads. */
    private static final double PRECISION = 1_000;

    Progress {
        rows = List.copyOf(rows);
    }

    /**
     * A section of an assessment.
     *
     * @param before the assessment before; null for the first
     * @param change since then; null for the first
     */
    record Row(
            Stored assessment,
            String section,
            Score score,
            @Nullable Stored before,
            @Nullable Change change) {}

    /** Of final assessments in their order. */
    static Progress of(Questions questions, List<Stored> assessments) {
        List<Row> rows = new ArrayList<>();
        Stored before = null;
        for (Stored stored : assessments) {
            for (Section section : questions.sections()) {
                SelfAssessment now = stored.assessment();
                rows.add(new Row(
                        stored,
                        section.id(),
                        Score.of(section.of(now.edition()), now.answers()),
                        before,
                        before == null ? null : Change.of(section, before.assessment(), now)));
            }
            before = stored;
        }
        return new Progress(rows);
    }

    /** As the data interface tells it: assessments with their sections. */
    List<Map<String, Object>> describe() {
        Map<Stored, List<Map<String, Object>>> sections = new LinkedHashMap<>();
        rows.forEach(row -> sections.computeIfAbsent(row.assessment(), key -> new ArrayList<>())
                .add(describe(row)));
        List<Map<String, Object>> all = new ArrayList<>();
        sections.forEach((stored, described) -> all.add(Map.of(
                "id", stored.id(),
                "day", requireNonNull(stored.assessment().day()),
                "edition", stored.assessment().edition(),
                "bodies", stored.assessment().bodies(),
                "sections", described)));
        return all;
    }

    private static Map<String, Object> describe(Row row) {
        Score score = row.score();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("section", row.section());
        body.put("questions", score.questions());
        body.put("answered", score.answered());
        body.put("shareAnswered", rounded(score.share(score.answered())));
        body.put("score", rounded(score.mean()));
        body.put(
                "shareAtStep",
                score.atStep().stream()
                        .map(count -> rounded(score.share(count)))
                        .toList());
        body.put("shareDoesNotApply", rounded(score.share(score.doesNotApply())));
        body.put("shareNotAnswered", rounded(score.share(score.questions() - score.answered())));
        Change change = row.change();
        if (change != null && row.before() != null) {
            Map<String, Object> since = new LinkedHashMap<>();
            since.put("since", day(row.before()));
            since.put("score", rounded(change.mean()));
            since.put("questions", change.compared());
            since.put("notCompared", change.notCompared());
            body.put("change", since);
        }
        return body;
    }

    /** As a table: one line for each assessment and section. */
    String csv() {
        StringBuilder lines = new StringBuilder(HEAD);
        rows.forEach(row -> lines.append(line(row)).append("\r\n"));
        return lines.toString();
    }

    private static String line(Row row) {
        Score score = row.score();
        StringJoiner cells = new StringJoiner(",")
                .add(day(row.assessment()).toString())
                .add(Integer.toString(row.assessment().assessment().edition()))
                .add(row.section())
                .add(Integer.toString(score.questions()))
                .add(Integer.toString(score.answered()))
                .add(text(score.share(score.answered())))
                .add(text(score.mean()));
        score.atStep().forEach(count -> cells.add(text(score.share(count))));
        cells.add(text(score.share(score.doesNotApply()))).add(text(score.share(score.questions() - score.answered())));
        Change change = row.change();
        if (change == null || row.before() == null) {
            return cells.add("").add("").add("").add("").toString();
        }
        return cells.add(day(row.before()).toString())
                .add(text(change.mean()))
                .add(Integer.toString(change.compared()))
                .add(Integer.toString(change.notCompared().size()))
                .toString();
    }

    private static LocalDate day(Stored stored) {
        return requireNonNull(stored.assessment().day());
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        // Adding nothing makes a zero of what was less than half of the last digit below it.
        return value == null ? null : Math.round(value * PRECISION) / PRECISION + 0.0;
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", rounded(value));
    }
}
