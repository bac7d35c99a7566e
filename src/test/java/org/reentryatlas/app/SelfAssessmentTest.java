package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** What a coalition says of its own work, from draft to progress, over HTTP. */
class SelfAssessmentTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALL = "/self-assessments";

    private static Staff member;
    private static Staff planner;

    @BeforeAll
    static void signIn() throws Exception {
        member = Staff.signIn(CITY, "coalition member", "coalition_member", "");
        planner = Staff.signIn(CITY, "coalition planner", "planner", "police");
    }

    private static ObjectNode assessment(String day, String answers) throws Exception {
        return (ObjectNode) JSON.readTree("{\"day\": \"" + day
                + "\", \"bodies\": [\"Police, 2nd district\"], \"answers\": " + answers.replace('\'', '"') + "}");
    }

    private static JsonNode create(Staff staff, JsonNode body) throws Exception {
        return Staff.body(staff.post(ALL, body.toString()), 201);
    }

    private static String path(JsonNode stored) {
        return ALL + "/" + stored.get("id").asText();
    }

    private static JsonNode save(Staff staff, JsonNode stored, String answers, int status) throws Exception {
        ObjectNode body = assessment(stored.get("day").asText(), answers);
        return Staff.body(
                staff.put(path(stored), body.toString(), stored.get("version").asInt()), status);
    }

    private static JsonNode finish(Staff staff, JsonNode stored, int status) throws Exception {
        return Staff.body(staff.post(path(stored) + "/final", "{\"version\": " + stored.get("version") + "}"), status);
    }

    private static List<String> faults(JsonNode problem) {
        List<String> fields = new ArrayList<>();
        problem.get("errors").forEach(error -> fields.add(error.get("field").asText()));
        return fields;
    }

    @Test
    void aDraftIsForStaffAndAFinalOneForEverybody() throws Exception {
        JsonNode draft =
                create(member, assessment("2024-05-01", "{'sys-seats': {'step': 1, 'note': '<script>x</script>'}}"));
        assertThat(draft.get("state").asText()).isEqualTo("draft");
        assertThat(draft.get("edition").asInt()).isEqualTo(1);
        assertThat(CITY.get(path(draft)).statusCode()).isEqualTo(404);
        assertThat(CITY.get(path(draft) + "?version=1").statusCode()).isEqualTo(401);
        assertThat(CITY.json(ALL).toString()).doesNotContain(draft.get("id").asText());
        Staff officer = Staff.signIn(CITY, "coalition officer", "beat_officer", "police");
        assertThat(officer.read(path(draft)).get("author").asText()).isEqualTo("coalition member");
        assertThat(Staff.body(officer.post(ALL, draft.toString()), 403)
                        .get("code")
                        .asText())
                .isEqualTo("ROLE_NOT_ALLOWED");

        assertThat(finish(planner, draft, 200).get("state").asText()).isEqualTo("final");
        JsonNode seen = CITY.json(path(draft));
        assertThat(seen.get("answers").get("sys-seats").get("note").asText()).isEqualTo("<script>x</script>");
        assertThat(seen.has("author")).isFalse();
        assertThat(CITY.get(path(draft)).headers().firstValue("Cache-Control")).contains("private, no-cache");

        JsonNode corrected = save(member, draft, "{'sys-seats': {'step': 2}}", 200);
        assertThat(corrected.get("state").asText()).isEqualTo("correcting");
        assertThat(CITY.json(path(draft))
                        .get("answers")
                        .get("sys-seats")
                        .get("step")
                        .asInt())
                .isEqualTo(1);
        finish(member, corrected, 200);
        assertThat(CITY.database()
                        .query(
                                Role.AUDIT,
                                "select actor || ' ' || action from audit.entry where object_id = '"
                                        + draft.get("id").asText() + "' order by at, seq"))
                .as("who said what, and who made it public")
                .containsExactly(
                        "coalition member assessment.saved",
                        "coalition planner assessment.finished",
                        "coalition member assessment.saved",
                        "coalition member assessment.finished");
        assertThat(CITY.json(path(draft))
                        .get("answers")
                        .get("sys-seats")
                        .get("step")
                        .asInt())
                .isEqualTo(2);
        assertThat(member.read(path(draft) + "?version=1")
                        .get("answers")
                        .get("sys-seats")
                        .get("step")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void twoWhoWriteAtOnceLoseNothing() throws Exception {
        JsonNode draft =
                create(member, assessment("2024-06-01", "{'sys-seats': {'step': 1}, 'rec-plans': {'step': 0}}"));
        save(planner, draft, "{'sys-seats': {'step': 2}}", 200);
        JsonNode joined = save(
                member, draft, "{'sys-seats': {'step': 1}, 'rec-plans': {'step': 0}, 'com-work': {'step': 3}}", 200);
        assertThat(joined.get("merged").toString()).isEqualTo("[\"answers.rec-plans\",\"answers.sys-seats\"]");
        assertThat(joined.get("answers").properties()).hasSize(2);
        assertThat(joined.get("answers").get("sys-seats").get("step").asInt()).isEqualTo(2);
        assertThat(joined.get("answers").get("com-work").get("step").asInt()).isEqualTo(3);

        JsonNode refused = save(member, draft, "{'sys-seats': {'step': 3}, 'rec-plans': {'step': 0}}", 409);
        assertThat(refused.get("code").asText()).isEqualTo("CHANGED_MEANWHILE");
        assertThat(faults(refused)).containsExactly("answers.sys-seats");
        assertThat(Staff.body(member.post(path(draft) + "/final", "{\"version\": 1}"), 409)
                        .get("code")
                        .asText())
                .isEqualTo("CHANGED_MEANWHILE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sys-none': {'step': 1}}                          | answers.sys-none",
                "{'SELECT 1': {'step': 1}}                          | answers",
                "{'sys-seats': {'step': 7}}                         | answers.sys-seats.step",
                "{'sys-seats': {'step': -1}}                        | answers.sys-seats.step",
                "{'sys-seats': {'step': 1.5}}                       | answers.sys-seats.step",
                "{'sys-seats': {'step': 1, 'doesNotApply': true}}   | answers.sys-seats",
                "{'sys-seats': {'steps': 1}}                        | answers.sys-seats.steps",
                "{'sys-seats': {'step': 1, 'note': 'a\\u0007b'}}    | answers.sys-seats.note",
                "[]                                                 | answers"
            })
    void whatCannotBeIsRefusedByTheQuestion(String answers, String field) throws Exception {
        String body = assessment("2024-07-01", "{}")
                .toString()
                .replace("\"answers\":{}", "\"answers\":" + answers.replace('\'', '"'));
        assertThat(faults(Staff.body(member.post(ALL, body), 422))).containsExactly(field);
    }

    @Test
    void aNoteHasFiveHundredCharacters() throws Exception {
        ObjectNode body = assessment("2024-07-02", "{'sys-seats': {'step': 1, 'note': '" + "x".repeat(500) + "'}}");
        create(member, body);
        body.withObject("/answers/sys-seats").put("note", "x".repeat(501));
        assertThat(faults(Staff.body(member.post(ALL, body.toString()), 422)))
                .containsExactly("answers.sys-seats.note");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"day\": \"1999-12-31\"}",
                "{\"day\": \"+999999999-12-31\"}",
                "{\"day\": null}",
                "{\"day\": \"yesterday\"}"
            })
    void aDayIsNeeded(String body) throws Exception {
        assertThat(faults(Staff.body(member.post(ALL, body), 422))).containsExactly("day");
    }

    @Test
    void whatHasNothingAnsweredOrIsStillToComeIsNotFinal() throws Exception {
        ObjectNode body = assessment("2099-01-01", "{'sys-seats': {'note': 'not yet'}}");
        body.putArray("bodies");
        JsonNode draft = create(member, body);
        assertThat(faults(finish(member, draft, 422))).containsExactly("answers", "bodies", "day");
        body.putArray("bodies").add(" ").add("x".repeat(81));
        assertThat(faults(Staff.body(member.put(path(draft), body.toString(), 1), 422)))
                .containsExactly("bodies[0]", "bodies[1]");
        assertThat(faults(Staff.body(
                        member.put(path(draft), body.put("edition", 2).toString(), 1), 422)))
                .containsExactly("edition");
        assertThat(Staff.body(member.post(path(draft) + "/final", "{}"), 428)
                        .get("code")
                        .asText())
                .isEqualTo("VERSION_NEEDED");
        assertThat(Staff.body(member.put(path(draft), body.toString(), 9), 422)
                        .get("code")
                        .asText())
                .isEqualTo("FIELDS_INVALID");
        assertThat(member.put(ALL + "/none", "{\"day\": \"2024-01-01\"}", 1).statusCode())
                .isEqualTo(404);
    }

    @Test
    void progressIsThatOfFinalOnesByDay() throws Exception {
        finish(
                member,
                create(member, assessment("2021-01-01", "{'rec-plans': {'step': 0}, 'rec-figures': {'step': 1}}")),
                200);
        finish(
                member,
                create(
                        member,
                        assessment("2022-01-01", "{'rec-plans': {'step': 2}, 'rec-figures': {'doesNotApply': true}}")),
                200);
        create(member, assessment("2021-06-01", "{'rec-plans': {'step': 3}}"));
        JsonNode all = CITY.json(ALL + "/progress").get("assessments");
        assertThat(all.get(0).get("day").asText()).isEqualTo("2021-01-01");
        assertThat(all.get(1).get("day").asText()).isEqualTo("2022-01-01");
        JsonNode section = all.get(1).get("sections").get(1);
        assertThat(section.get("score").asDouble()).isEqualTo(2);
        assertThat(section.get("shareAnswered").asDouble()).isEqualTo(0.25);
        assertThat(section.get("change").get("score").asDouble()).isEqualTo(2);
        assertThat(section.get("change").get("questions").asInt()).isEqualTo(1);
        assertThat(CITY.get(ALL + "/progress.csv").body())
                .contains(
                        "2022-01-01,1,recidivism,8,2,0.250,2.000,0.000,0.000,0.125,0.000,0.125,0.750,2021-01-01,2.000,1,7");
        assertThat(CITY.json(ALL + "/questions").get("sections")).hasSize(3);
        assertThat(CITY.get(ALL + "/questions?edition=9").statusCode()).isEqualTo(400);
    }

    /** What is planned is the agencies' own until it is published for all. */
    @Test
    void aMemberOfTheCoalitionReadsOfPlansWhatEverybodyReads() throws Exception {
        String times = "\"starts\": \"2027-05-04T16:00\", \"ends\": \"2027-05-04T19:00\"";
        JsonNode draft = Staff.body(
                planner.post("/outreach/plans", "{\"kind\": \"gathering\", \"title\": \"Draft\", " + times + "}"), 201);
        JsonNode tour = Staff.body(
                planner.post("/outreach/plans", "{\"kind\": \"tour\", \"area\": \"01\", " + times + "}"), 201);
        JsonNode patrol = Staff.body(
                planner.post(
                        "/outreach/plans",
                        "{\"kind\": \"patrol\", \"area\": \"01\", \"officer\": \"P-11\", \"way\": \"foot\", " + times
                                + "}"),
                201);
        Staff.body(planner.post("/outreach/plans/" + patrol.get("id").asText() + "/consent", "{\"version\": 1}"), 200);
        Staff.body(planner.post("/outreach/plans/" + patrol.get("id").asText() + "/publish", "{\"version\": 1}"), 200);
        for (JsonNode plan : List.of(draft, tour, patrol)) {
            String path = "/outreach/plans/" + plan.get("id").asText();
            assertThat(member.get(path).statusCode()).as(path).isEqualTo(404);
            for (String more : List.of("?version=1", "/history", "/sign-ups")) {
                assertThat(member.get(path + more).statusCode()).as(path + more).isEqualTo(403);
            }
            for (String change : List.of("/consent", "/publish", "/cancel", "/reinstate", "/remarks")) {
                assertThat(Staff.body(member.post(path + change, "{\"version\": 1}"), 403)
                                .get("code")
                                .asText())
                        .isEqualTo("ROLE_NOT_ALLOWED");
            }
            assertThat(member.put(path, "{}", 1).statusCode()).isEqualTo(403);
        }
        String days = "?from=2027-05-01&to=2027-06-01";
        assertThat(member.get("/outreach/plans" + days).body())
                .isEqualTo(CITY.get("/outreach/plans" + days).body());
        for (String path : List.of("/outreach/tours" + days, "/outreach/tours/summary" + days, "/outreach/feeds")) {
            assertThat(Staff.body(member.get(path), 403).get("code").asText()).isEqualTo("ROLE_NOT_ALLOWED");
        }
        for (String path : List.of("/outreach/plans", "/outreach/rosters", "/outreach/tours", "/outreach/feeds")) {
            assertThat(member.post(path, "{}").statusCode()).as(path).isEqualTo(403);
        }
        assertThat(member.read("/session").get("role").asText()).isEqualTo("coalition_member");
        assertThat(member.delete("/outreach/feeds/00000000-0000-4000-8000-000000000000")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAccountOfTheCoalitionHasNoAgencyAndAnotherHasOne() {
        for (String[] more : new String[][] {
            {"--role", "coalition_member", "--agency", "police"},
            {"--role", "coalition_member", "--areas", "01"},
            {"--role", "planner"}
        }) {
            List<String> arguments = new ArrayList<>(List.of("accounts", "add", "wrong"));
            arguments.addAll(List.of(more));
            Cli run = Cli.run(CITY.environment(), arguments.toArray(String[]::new));
            assertThat(run.exitCode()).isNotZero();
            assertThat(run.err()).containsAnyOf("has no agency", "is of an agency");
        }
        assertThat(Cli.run(CITY.environment(), "accounts", "list").out())
                .contains("coalition member  coalition_member  no agency");
    }
}
