package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A clean-up from draft to results, by two agencies and the neighbours, over HTTP. */
class OutreachPlansTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLANS = "/outreach/plans";

    private static Staff supervision;
    private static Staff police;

    @BeforeAll
    static void signIn() throws Exception {
        supervision = Staff.signIn(CITY, "plans supervision", "planner", "supervision");
        police = Staff.signIn(CITY, "plans police", "planner", "police");
    }

    /** With all that both agencies together write, but for what only the police do. */
    private static ObjectNode cleanUp(String day) throws Exception {
        return (ObjectNode) JSON.readTree("""
                {"kind": "clean_up", "title": "Heron Street together", "description": "Gloves are there.",
                 "starts": "%1$sT09:00", "ends": "%1$sT13:00",
                 "rally": {"name": "Recreation centre", "lon": -105.095, "lat": 43.505},
                 "sites": ["1200 to 1300 blocks of Heron Street NW"],
                 "collectionPoints": [{"name": "Corner", "lon": -105.09, "lat": 43.505}],
                 "volunteers": 24,
                 "permits": [{"name": "Kit", "leadDays": 14, "controlNumber": ""}],
                 "supervisionPart": "Brings ten officers.",
                 "partnersPart": "Water and fruit.",
                 "shifts": [{"id": "a", "name": "Morning", "starts": "%1$sT09:00", "ends": "%1$sT11:00", "places": 2}],
                 "notes": "Talk to the school first."}""".formatted(day));
    }

    private static JsonNode create(Staff staff, JsonNode plan) throws Exception {
        return Staff.body(staff.post(PLANS, plan.toString()), 201);
    }

    private static JsonNode save(Staff staff, JsonNode plan, Consumer<ObjectNode> change) throws Exception {
        return Staff.body(put(staff, plan, change), 200);
    }

    private static HttpResponse<String> put(Staff staff, JsonNode plan, Consumer<ObjectNode> change) throws Exception {
        ObjectNode body = plan.get("plan").deepCopy();
        change.accept(body);
        return staff.put(path(plan), body.toString(), plan.get("version").asInt());
    }

    private static String path(JsonNode plan) {
        return PLANS + "/" + plan.get("id").asText();
    }

    private static JsonNode decide(Staff staff, JsonNode plan, String decision) throws Exception {
        return Staff.body(staff.post(path(plan) + "/" + decision, "{\"version\": " + plan.get("version") + "}"), 200);
    }

    private static JsonNode publish(JsonNode draft) throws Exception {
        JsonNode whole = save(police, draft, body -> body.put("policePart", "Close the street."));
        decide(police, whole, "consent");
        decide(supervision, whole, "consent");
        return decide(police, whole, "publish");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> faults(JsonNode problem) {
        List<String> fields = new ArrayList<>();
        problem.get("errors").forEach(error -> fields.add(error.get("field").asText()));
        return fields;
    }

    @Test
    void aCleanUpGoesFromDraftToPublishedOnceBothAgree() throws Exception {
        JsonNode draft = create(supervision, cleanUp("2027-04-03"));
        assertThat(draft.get("state").asText()).isEqualTo("draft");
        assertThat(texts(draft.get("areas"))).containsExactly("01", "02");
        assertThat(draft.get("kit").toString())
                .isEqualTo("{\"kits\":3,\"rakes\":15,\"brooms\":15,\"shovels\":6,\"bags\":60}");
        assertThat(draft.get("due").get(0).get("day").asText()).isEqualTo("2027-03-20");
        assertThat(draft.get("lastCall").asText()).startsWith("2027-04-02T15:00");
        assertThat(CITY.get(path(draft)).statusCode())
                .as("a draft is nobody else's")
                .isEqualTo(404);

        JsonNode incomplete = Staff.body(supervision.post(path(draft) + "/consent", "{\"version\": 1}"), 422);
        assertThat(faults(incomplete)).containsExactly("policePart");
        JsonNode whole = save(police, draft, body -> body.put("policePart", "Close the street."));
        assertThat(Staff.body(supervision.post(path(draft) + "/publish", "{\"version\": 2}"), 409)
                        .get("code")
                        .asText())
                .isEqualTo("NOT_AGREED");
        assertThat(decide(police, whole, "consent").get("state").asText()).isEqualTo("draft");
        assertThat(decide(supervision, whole, "consent").get("state").asText()).isEqualTo("agreed");
        assertThat(decide(supervision, whole, "publish").get("state").asText()).isEqualTo("published");

        JsonNode seen = CITY.json(path(draft));
        assertThat(seen.get("plan").get("title").asText()).isEqualTo("Heron Street together");
        assertThat(seen.get("plan").has("notes")).isFalse();
        assertThat(seen.get("plan").has("permits")).isFalse();
        assertThat(seen.get("sites").get(0).get("street").asText()).isEqualTo("HERON ST NW");
        assertThat(seen.get("sites").get(0).get("geometry").get("type").asText())
                .isEqualTo("MultiLineString");
        for (String internal : new String[] {"consents", "author", "clashes", "notes", "kit"}) {
            assertThat(seen.has(internal)).as(internal).isFalse();
        }
    }

    @Test
    void whileItIsBeingChangedOthersSeeWhatWasPublished() throws Exception {
        JsonNode published = publish(create(supervision, cleanUp("2027-04-04")));
        JsonNode changed = save(police, published, body -> body.put("title", "Another name"));
        assertThat(changed.get("state").asText()).isEqualTo("changing");
        JsonNode seen = CITY.json(path(published));
        assertThat(seen.get("plan").get("title").asText()).isEqualTo("Heron Street together");
        assertThat(seen.get("state").asText()).isEqualTo("published");
        decide(police, changed, "consent");
        decide(supervision, changed, "consent");
        assertThat(decide(police, changed, "publish").get("sequence").asInt()).isEqualTo(1);
        assertThat(CITY.json(path(published)).get("plan").get("title").asText()).isEqualTo("Another name");
    }

    @Test
    void twoWhoWriteAtOnceLoseNothing() throws Exception {
        JsonNode draft = create(supervision, cleanUp("2027-04-05"));
        save(police, draft, body -> body.put("policePart", "Two officers.").put("volunteers", 30));
        JsonNode joined = save(supervision, draft, body -> body.put("supervisionPart", "Brings twelve."));
        assertThat(texts(joined.get("merged"))).containsExactly("policePart", "volunteers");
        assertThat(joined.get("plan").get("policePart").asText()).isEqualTo("Two officers.");
        assertThat(joined.get("plan").get("supervisionPart").asText()).isEqualTo("Brings twelve.");

        JsonNode refused = Staff.body(put(supervision, draft, body -> body.put("volunteers", 40)), 409);
        assertThat(refused.get("code").asText()).isEqualTo("CHANGED_MEANWHILE");
        assertThat(faults(refused)).containsExactly("volunteers");
        assertThat(supervision.read(path(draft)).get("plan").get("volunteers").asInt())
                .isEqualTo(30);
        JsonNode base = supervision.read(path(draft) + "?version=1");
        assertThat(base.get("plan").get("volunteers").asInt()).isEqualTo(24);
        JsonNode history = supervision.read(path(draft) + "/history");
        assertThat(history.get("versions")).hasSize(3);
        assertThat(history.get("versions").get(2).get("author").asText()).isEqualTo("plans supervision");
    }

    @Test
    void whatTheOtherAgencySaysNobodyPutsIntoItsMouth() throws Exception {
        JsonNode draft = create(supervision, cleanUp("2027-04-06"));
        JsonNode refused = Staff.body(put(supervision, draft, body -> body.put("policePart", "They do it all.")), 422);
        assertThat(faults(refused)).containsExactly("policePart");
        refused = Staff.body(put(police, draft, body -> body.put("supervisionPart", "")), 422);
        assertThat(faults(refused)).containsExactly("supervisionPart");
        ObjectNode both = cleanUp("2027-04-06").put("policePart", "Everything.");
        assertThat(faults(Staff.body(supervision.post(PLANS, both.toString()), 422)))
                .containsExactly("policePart");
    }

    @Test
    void anEarlierVersionIsWrittenAgain() throws Exception {
        JsonNode draft = create(supervision, cleanUp("2027-04-07"));
        JsonNode changed = save(supervision, draft, body -> body.put("title", "Worse"));
        ObjectNode before =
                supervision.read(path(draft) + "?version=1").get("plan").deepCopy();
        JsonNode undone = Staff.body(
                supervision.put(
                        path(draft), before.toString(), changed.get("version").asInt()),
                200);
        assertThat(undone.get("version").asInt()).isEqualTo(3);
        assertThat(undone.get("plan").get("title").asText()).isEqualTo("Heron Street together");
    }

    @Test
    void eitherAgencyCallsItOffAndAloneBackOn() throws Exception {
        JsonNode published = publish(create(supervision, cleanUp("2027-04-08")));
        assertThat(faults(Staff.body(police.post(path(published) + "/cancel", "{\"reason\": \" \"}"), 422)))
                .containsExactly("reason");
        Staff.body(police.post(path(published) + "/cancel", "{\"reason\": \"Storm\"}"), 200);
        JsonNode seen = CITY.json(path(published));
        assertThat(seen.get("state").asText()).isEqualTo("cancelled");
        assertThat(seen.get("cancelReason").asText()).isEqualTo("Storm");
        assertThat(put(police, published, body -> body.put("title", "No")).statusCode())
                .isEqualTo(409);
        assertThat(CITY.get(path(published) + "/event.ics").body()).contains("STATUS:CANCELLED", "SEQUENCE:1");
        assertThat(Staff.body(supervision.post(path(published) + "/reinstate", ""), 409)
                        .get("code")
                        .asText())
                .isEqualTo("CALLED_OFF_BY_OTHERS");
        assertThat(CITY.json(path(published)).get("state").asText()).isEqualTo("cancelled");
        Staff.body(police.post(path(published) + "/reinstate", ""), 200);
        assertThat(CITY.get(path(published) + "/event.ics").body()).contains("STATUS:CONFIRMED", "SEQUENCE:2");
    }

    @Test
    void volunteersSignUpUntilAllPlacesAreTakenAndTakeItBack() throws Exception {
        JsonNode published = publish(create(supervision, cleanUp("2027-04-09")));
        String code = Staff.body(signUp(published, "a", "Ana"), 201).get("code").asText();
        Staff.body(signUp(published, "a", "<b>Bo</b>"), 201);
        assertThat(Staff.body(signUp(published, "a", "Cy"), 409).get("code").asText())
                .isEqualTo("FULL");
        assertThat(signUp(published, "z", "Cy").statusCode()).isEqualTo(404);
        assertThat(faults(Staff.body(signUp(published, "a", " "), 422))).containsExactly("name");
        JsonNode seen = CITY.json(path(published));
        assertThat(seen.get("signUps").get("a").asInt()).isEqualTo(2);
        assertThat(seen.toString()).doesNotContain("Ana");
        assertThat(withdraw(code).statusCode()).isEqualTo(204);
        assertThat(withdraw(code).statusCode()).isEqualTo(404);
        assertThat(CITY.json(path(published)).get("signUps").get("a").asInt()).isEqualTo(1);
        assertThat(CITY.get(path(published) + "/sign-ups").statusCode()).isEqualTo(401);
        JsonNode listed = supervision.read(path(published) + "/sign-ups").get("signUps");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("name").asText()).isEqualTo("<b>Bo</b>");
        String joke = path(published) + "/sign-ups/" + listed.get(0).get("id").asText();
        assertThat(police.delete(joke).statusCode()).isEqualTo(204);
        assertThat(police.delete(joke).statusCode()).isEqualTo(404);
        assertThat(CITY.json(path(published)).get("signUps")).isEmpty();
    }

    private static HttpResponse<String> signUp(JsonNode plan, String shift, String name) throws Exception {
        String body =
                JSON.createObjectNode().put("shift", shift).put("name", name).toString();
        return CITY.send(HttpRequest.newBuilder(CITY.uri(path(plan) + "/sign-ups"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> withdraw(String code) throws Exception {
        return CITY.send(HttpRequest.newBuilder(CITY.uri("/outreach/sign-ups/withdraw"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"code\": \"" + code + "\"}"))
                .build());
    }

    @Test
    void whatBecameOfItIsWrittenDownAfterwards() throws Exception {
        String result = """
                {"volunteers": 31, "hours": 93, "bags": 58, "scoreBefore": 3.2, "scoreAfter": 1.4, "handedOut": 40,
                 "photos": ["https://pictures.example/1"], "followUps": "A mattress at the corner."}""";
        JsonNode coming = publish(create(supervision, cleanUp("2027-04-10")));
        assertThat(Staff.body(police.put(path(coming) + "/result", result, 0), 409)
                        .get("code")
                        .asText())
                .isEqualTo("NOT_YET");
        JsonNode past = publish(create(supervision, cleanUp("2026-10-03")));
        assertThat(police.put(path(past) + "/result", result, 0).statusCode()).isEqualTo(204);
        assertThat(CITY.json(path(past)).get("result").get("bags").asInt()).isEqualTo(58);
        assertThat(police.put(path(past) + "/result", result, 0).statusCode()).isEqualTo(409);
        assertThat(supervision
                        .put(path(past) + "/result", result.replace("58", "60"), 1)
                        .statusCode())
                .isEqualTo(204);
        JsonNode refused = Staff.body(
                police.put(
                        path(past) + "/result",
                        result.replace("58", "-1").replace("3.2", "5").replace("https://", "javascript:"),
                        2),
                422);
        assertThat(faults(refused)).containsExactly("bags", "scoreBefore", "photos[0]");
    }

    @Test
    void beatOfficersReadWhatIsPublishedInTheirBeats() throws Exception {
        Staff there = Staff.signIn(CITY, "plans beat 01", "beat_officer", "police", "--areas", "01");
        Staff elsewhere = Staff.signIn(CITY, "plans beat 09", "beat_officer", "police", "--areas", "09");
        JsonNode tour = create(supervision, JSON.readTree("""
                {"kind": "tour", "area": "01", "starts": "2027-04-13T16:00", "ends": "2027-04-13T19:00",
                 "supervisionOfficer": "S-07", "purpose": "routine_contact"}"""));
        assertThat(there.get(path(tour)).statusCode()).isEqualTo(404);
        JsonNode whole = save(police, tour, body -> body.put("policeOfficer", "P-12"));
        decide(police, whole, "consent");
        decide(supervision, whole, "consent");
        decide(supervision, whole, "publish");
        assertThat(there.read(path(tour)).get("plan").get("policeOfficer").asText())
                .isEqualTo("P-12");
        assertThat(elsewhere.get(path(tour)).statusCode()).isEqualTo(404);
        assertThat(CITY.get(path(tour)).statusCode())
                .as("a tour is not for everybody")
                .isEqualTo(404);
        String april = "?from=2027-04-13&to=2027-04-14";
        assertThat(there.read(PLANS + april).get("plans")).hasSize(1);
        assertThat(elsewhere.read(PLANS + april).get("plans")).isEmpty();
        assertThat(CITY.json(PLANS + april).get("plans")).isEmpty();
        assertThat(there.post(PLANS, whole.get("plan").toString()).statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsPlannedThereAndThenIsSaid() throws Exception {
        JsonNode one = create(supervision, cleanUp("2027-04-14"));
        JsonNode other = create(police, JSON.readTree("""
                {"kind": "patrol", "area": "02", "way": "bicycle", "officer": "P-3",
                 "starts": "2027-04-14T12:00", "ends": "2027-04-14T14:00"}"""));
        JsonNode clashes = supervision.read(path(one)).get("clashes");
        assertThat(clashes).hasSize(1);
        assertThat(clashes.get(0).get("id")).isEqualTo(other.get("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sites            | [\"1500 block of Heron Street NW\"]     | sites[0] | BLOCKS_UNKNOWN    | 1200",
                "sites            | [\"1200 block of Herron Street NW\"]    | sites[0] | STREET_UNKNOWN    | HERON ST NW",
                "sites            | [\"Heron Street NW\"]                   | sites[0] | NOT_A_BLOCK_RANGE |",
                "rally            | {\"lon\": -104, \"lat\": 43}            | rally    | OUTSIDE           |",
                "collectionPoints | [{\"lon\": -105.09, \"lat\": 43.508}]   | collectionPoints[0] | NO_STREET_NEAR | 30"
            })
    void whatCannotBeFoundIsSaidAndNotAgreedTo(String field, String value, String at, String code, String said)
            throws Exception {
        ObjectNode plan = cleanUp("2027-04-15");
        plan.set(field, JSON.readTree(value));
        JsonNode draft = create(supervision, plan);
        List<String> notes = new ArrayList<>();
        draft.get("notes")
                .forEach(note -> notes.add(note.get("field").asText() + " "
                        + note.get("code").asText() + " " + texts(note.get("values"))));
        assertThat(notes).anySatisfy(note -> {
            assertThat(note).startsWith(at + " " + code);
            assertThat(note).contains(said == null ? "" : said);
        });
        JsonNode whole = save(police, draft, body -> body.put("policePart", "Close it."));
        JsonNode refused =
                Staff.body(police.post(path(draft) + "/consent", "{\"version\": " + whole.get("version") + "}"), 422);
        assertThat(faults(refused)).contains(at);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ends             | \"2027-04-16T08:00\"                         | ends, shifts[0]",
                "ends             | \"2027-04-18T09:00\"                         | ends",
                "starts           | \"tomorrow\"                                 | starts",
                "starts           | \"+999999999-12-31T23:59\"                   | starts, ends, shifts[0]",
                "title            | \"two\\nlines\"                              | title",
                "title            | \"a\\u0007b\"                                | title",
                "volunteers       | -1                                           | volunteers",
                "surprise         | 1                                            | surprise",
                "kind             | \"raid\"                                     | kind",
                "collectionPoints | [{\"lon\":0,\"lat\":0},{\"lon\":0,\"lat\":0},{\"lon\":0,\"lat\":0},{\"lon\":0,\"lat\":0}] | collectionPoints",
                "rally            | {\"lon\": 181, \"lat\": 0}                   | rally.lon",
                "shifts           | [{\"id\":\"a\",\"name\":\"x\",\"starts\":\"2027-04-16T08:00\",\"ends\":\"2027-04-16T10:00\",\"places\":0}] | shifts[0], shifts[0].places",
                "cancelBy         | \"2027-04-16T10:00\"                         | cancelBy"
            })
    void whatCannotBeIsRefusedByField(String field, String value, String fields) throws Exception {
        ObjectNode plan = cleanUp("2027-04-16");
        plan.set(field, JSON.readTree(value));
        JsonNode refused = Staff.body(supervision.post(PLANS, plan.toString()), 422);
        assertThat(faults(refused)).containsExactly(fields.split(", "));
    }

    /** Half of one: the database would end in an error at it. */
    @Test
    void whatIsNoCharacterIsRefused() throws Exception {
        String plan = cleanUp("2027-04-16").toString().replace("Talk to the school", "half \\ud83c a tree");
        assertThat(faults(Staff.body(supervision.post(PLANS, plan), 422))).containsExactly("notes");
    }

    @Test
    void anHourThatTheClocksLeaveOutIsNoTime() throws Exception {
        ObjectNode plan = (ObjectNode) JSON.readTree("""
                {"kind": "gathering", "title": "Night", "starts": "2027-03-14T02:30", "ends": "2027-03-14T05:00"}""");
        assertThat(faults(Staff.body(supervision.post(PLANS, plan.toString()), 422)))
                .containsExactly("starts");
        JsonNode across = create(supervision, plan.put("starts", "2027-03-14T01:00"));
        assertThat(across.get("startsAt").asText()).isEqualTo("2027-03-14T08:00:00Z");
        assertThat(across.get("endsAt").asText()).isEqualTo("2027-03-14T11:00:00Z");
    }

    @Test
    void whoSendsNoVersionIsAskedForIt() throws Exception {
        JsonNode draft = create(supervision, cleanUp("2027-04-17"));
        HttpResponse<String> answer =
                supervision.put(path(draft), draft.get("plan").toString(), -1);
        assertThat(Staff.body(answer, 428).get("code").asText()).isEqualTo("VERSION_NEEDED");
        assertThat(supervision
                        .put(path(draft), draft.get("plan").toString(), 99)
                        .statusCode())
                .isEqualTo(404);
        assertThat(supervision.get(PLANS + "/nonsense").statusCode()).isEqualTo(404);
        assertThat(supervision.get(PLANS + "?from=%2B999999999-12-31").statusCode())
                .isEqualTo(400);
        assertThat(supervision.get(PLANS + "?from=soon").statusCode()).isEqualTo(400);
        assertThat(supervision.get(PLANS + "?from=2027-01-01&to=2029-01-01").statusCode())
                .isEqualTo(400);
    }
}
