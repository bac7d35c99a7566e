package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A month of tours from bands of visits to what both agencies publish, over HTTP. */
class RosterTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROSTERS = "/outreach/rosters";
    private static final String TOURS = "/outreach/tours";
    private static final String AGREEMENT = "/outreach/tours/agreement";

    private static Staff supervision;
    private static Staff police;

    @BeforeAll
    static void signIn() throws Exception {
        supervision = Staff.signIn(CITY, "roster supervision", "planner", "supervision");
        police = Staff.signIn(CITY, "roster police", "planner", "police");
    }

    /** Two beats and an officer of each agency; the days are a Monday to the Sunday after. */
    private static ObjectNode request(String from, String to) throws Exception {
        return (ObjectNode) JSON.readTree("""
                {"from": "%s", "to": "%s",
                 "beats": [{"area": "01", "visitsDue": {"low": 11, "high": 20}},
                           {"area": "02", "visitsDue": {"low": 1, "high": 10}}],
                 "officers": [
                   {"code": "S-1", "agency": "supervision", "perWeek": 3, "windows": ["afternoon", "evening"]},
                   {"code": "P-1", "agency": "police", "perWeek": 3, "windows": ["afternoon", "saturday"]}]}""".formatted(from, to));
    }

    private static JsonNode plan(JsonNode request) throws Exception {
        return Staff.body(supervision.post(ROSTERS, request.toString()), 200);
    }

    private static ObjectNode kept(JsonNode roster, String purpose) {
        ObjectNode body = JSON.createObjectNode().put("purpose", purpose);
        ArrayNode tours = body.putArray("tours");
        roster.get("tours").forEach(tour -> tours.add(((ObjectNode) tour.deepCopy()).without("suits")));
        return body;
    }

    private static ObjectNode agreement(JsonNode tours) {
        ObjectNode body = JSON.createObjectNode().put("publish", true);
        ArrayNode read = body.putArray("tours");
        tours.forEach(tour -> read.addObject()
                .put("id", tour.get("id").asText())
                .put("version", tour.get("version").asInt()));
        return body;
    }

    private static List<String> faults(JsonNode problem) {
        List<String> fields = new ArrayList<>();
        problem.get("errors").forEach(error -> fields.add(error.get("field").asText()));
        return fields;
    }

    private static JsonNode area(JsonNode areas, String key) {
        for (JsonNode area : areas) {
            if (area.get("area").asText().equals(key)) {
                return area;
            }
        }
        throw new AssertionError("no " + key + " in " + areas);
    }

    @Test
    void aRosterIsKeptTakenOnAndPublishedByOnePressOfEachAgency() throws Exception {
        ObjectNode request = request("2027-09-13", "2027-09-20");
        JsonNode roster = plan(request);
        assertThat(roster.get("isProven").asBoolean()).isTrue();
        assertThat(roster.get("tours"))
                .hasSize(3)
                .allSatisfy(tour -> assertThat(tour.get("suits").asText()).isEqualTo("weekday_afternoon"));
        assertThat(area(roster.get("areas"), "01").get("needed").asInt()).isEqualTo(2);
        assertThat(plan(request)).as("the same again").isEqualTo(roster);

        JsonNode drafts = Staff.body(
                        supervision.post(TOURS, kept(roster, "routine_contact").toString()), 201)
                .get("tours");
        assertThat(drafts).hasSize(3).allSatisfy(draft -> {
            assertThat(draft.get("state").asText()).isEqualTo("draft");
            assertThat(draft.get("plan").get("supervisionOfficer").asText()).isEqualTo("S-1");
            assertThat(draft.get("plan").get("policeOfficer").asText())
                    .as("the police say whom they send")
                    .isEmpty();
            assertThat(draft.get("plan").get("proposedOfficer").asText()).isEqualTo("P-1");
        });
        assertThat(faults(
                        Staff.body(supervision.post(AGREEMENT, agreement(drafts).toString()), 422)))
                .contains("tours[0].policeOfficer");

        JsonNode taken = Staff.body(police.post(AGREEMENT, agreement(drafts).toString()), 200)
                .get("tours");
        assertThat(taken).allSatisfy(tour -> {
            assertThat(tour.get("state").asText()).isEqualTo("draft");
            assertThat(tour.get("plan").get("policeOfficer").asText()).isEqualTo("P-1");
            assertThat(tour.get("plan").get("proposedOfficer").asText()).isEmpty();
        });
        assertThat(Staff.body(supervision.post(AGREEMENT, agreement(drafts).toString()), 409)
                        .get("code")
                        .asText())
                .isEqualTo("CHANGED_MEANWHILE");
        assertThat(Staff.body(supervision.post(AGREEMENT, agreement(taken).toString()), 200)
                        .get("tours"))
                .allSatisfy(tour -> assertThat(tour.get("state").asText()).isEqualTo("published"));

        String days = "?from=2027-09-13&to=2027-09-20";
        JsonNode listed = supervision.read(TOURS + days).get("tours");
        assertThat(listed).hasSize(3);
        assertThat(listed.get(0).get("consents").toString()).isEqualTo("[\"police\",\"supervision\"]");
        JsonNode counts = supervision.read(TOURS + "/summary" + days).get("areas");
        assertThat(area(counts, "01").toString())
                .isEqualTo("{\"area\":\"01\",\"planned\":2,\"published\":2,\"done\":0,\"cancelled\":0}");
        Staff there = Staff.signIn(CITY, "roster beat 02", "beat_officer", "police", "--areas", "02");
        assertThat(there.read(TOURS + "/summary" + days).get("areas")).hasSize(1);
        assertThat(there.read(TOURS + days).get("tours")).hasSize(1);
        assertThat(CITY.get(TOURS + days).statusCode()).isEqualTo(401);
        assertThat(CITY.get(TOURS + "/summary" + days).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsPlannedAlreadyCountsAndIsNotPlannedAgain() throws Exception {
        ObjectNode request = request("2027-09-20", "2027-09-27");
        ObjectNode drafts = kept(plan(request), "conditions");
        Staff.body(supervision.post(TOURS, drafts.toString()), 201);
        JsonNode twice = Staff.body(supervision.post(TOURS, drafts.toString()), 409);
        assertThat(twice.get("code").asText()).isEqualTo("TOURS_PLANNED");
        assertThat(faults(twice)).containsExactly("tours[0]", "tours[1]", "tours[2]");

        assertThat(plan(request).get("tours")).isEmpty();
        ((ObjectNode) request.at("/beats/0/visitsDue")).put("low", 21).put("high", 30);
        JsonNode area = area(plan(request).get("areas"), "01");
        assertThat(area.get("already").asInt()).isEqualTo(2);
        assertThat(area.get("planned").asInt()).isZero();
        assertThat(area.get("reason").get("code").asText())
                .as("both officers have had their three tours of the week")
                .isEqualTo("never_together");
    }

    @Test
    void holidaysEventsAndDaysOffAreBlockedAndSaidSo() throws Exception {
        ObjectNode request = request("2027-07-05", "2027-07-06");
        JsonNode monday = plan(request);
        assertThat(monday.get("holidays").toString()).isEqualTo("[\"2027-07-05\"]");
        assertThat(area(monday.get("areas"), "01").get("reason").toString())
                .isEqualTo("{\"code\":\"all_blocked\",\"holiday\":2}");
        request.put("from", "2027-07-06")
                .put("to", "2027-07-07")
                .putArray("closed")
                .add("2027-07-06");
        assertThat(plan(request).get("tours")).isEmpty();
        request.remove("closed");
        Staff.body(
                police.post(
                        "/outreach/plans",
                        "{\"kind\": \"gathering\", \"title\": \"Talk\", \"starts\": \"2027-07-06T15:00\","
                                + " \"ends\": \"2027-07-06T22:00\", \"rally\": {\"lon\": -105.095, \"lat\": 43.505}}"),
                201);
        JsonNode tuesday = plan(request);
        assertThat(area(tuesday.get("areas"), "01").get("reason").toString())
                .isEqualTo("{\"code\":\"all_blocked\",\"event\":2}");
        assertThat(area(tuesday.get("areas"), "02").get("planned").asInt()).isEqualTo(1);
    }

    @Test
    void thePoliceProposeAndSupervisionSaysWhatFor() throws Exception {
        JsonNode roster = plan(request("2027-09-27", "2027-10-04"));
        assertThat(faults(
                        Staff.body(police.post(TOURS, kept(roster, "conditions").toString()), 422)))
                .containsExactly("purpose");
        JsonNode drafts =
                Staff.body(police.post(TOURS, kept(roster, "").toString()), 201).get("tours");
        ObjectNode agreed = agreement(drafts);
        assertThat(faults(Staff.body(supervision.post(AGREEMENT, agreed.toString()), 422)))
                .containsExactly("tours[0].purpose", "tours[1].purpose", "tours[2].purpose");
        JsonNode taken = Staff.body(
                        supervision.post(
                                AGREEMENT, agreed.put("purpose", "new_to_area").toString()),
                        200)
                .get("tours");
        assertThat(taken.get(0).get("plan").get("purpose").asText()).isEqualTo("new_to_area");
        assertThat(taken.get(0).get("plan").get("supervisionOfficer").asText()).isEqualTo("S-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/to                         | \"2027-11-01\"            | to",
                "/to                         | \"2028-11-01\"            | to",
                "/from                       | \"2020-11-01\"            | from",
                "/from                       | \"+999999999-01-01\"      | from",
                "/from                       | \"soon\"                  | from",
                "/beats                      | []                        | beats",
                "/beats/1/area               | \"01\"                    | beats[1].area",
                "/beats/1/area               | \"77\"                    | beats[1].area",
                "/beats/0/visitsDue/low      | 12                        | beats[0].visitsDue",
                "/beats/0/visitsDue/high     | 11                        | beats[0].visitsDue",
                "/beats/0/visitsDue/high     | 0                         | beats[0].visitsDue",
                "/beats/0/visitsDue/high     | 2000                      | beats[0].visitsDue",
                "/officers/1/code            | \"S-1\"                   | officers[1].code",
                "/officers/1/code            | \"Jane Doe\"              | officers[1].code",
                "/officers/1/agency          | \"army\"                  | officers[1].agency",
                "/officers/1/perWeek         | 0                         | officers[1].perWeek",
                "/officers/1/windows         | [\"night\"]               | officers[1].windows",
                "/officers/1/windows         | []                        | officers[1].windows",
                "/officers/1/areas           | [\"01\", \"77\"]          | officers[1].areas[1]",
                "/officers/1/surname         | \"Doe\"                   | officers[1].surname",
                "/windows                    | [{\"id\":\"afternoon\",\"days\":[\"mo\",\"mo\"],\"starts\":\"19:00\",\"ends\":\"16:00\",\"suits\":\"x\"}] | windows[0].days, windows[0].ends, windows[0].suits, officers[0].windows, officers[1].windows"
            })
    void whatCannotBePlannedIsRefusedByField(String pointer, String value, String fields) throws Exception {
        ObjectNode request = request("2027-11-01", "2027-11-08");
        int cut = pointer.strip().lastIndexOf('/');
        ((ObjectNode) request.at(pointer.strip().substring(0, cut)))
                .set(pointer.strip().substring(cut + 1), JSON.readTree(value));
        assertThat(faults(Staff.body(supervision.post(ROSTERS, request.toString()), 422)))
                .containsExactly(fields.split(", "));
    }

    @Test
    void moreThanAServerPlansIsRefusedWithoutAWordOfEach() throws Exception {
        ObjectNode request = request("2027-11-01", "2027-11-08");
        ArrayNode officers = (ArrayNode) request.get("officers");
        for (int i = 2; i < 10_000; i++) {
            ((ObjectNode) officers.add(officers.get(0).deepCopy()).get(i)).put("code", "S-" + i);
        }
        assertThat(faults(Staff.body(supervision.post(ROSTERS, request.toString()), 422)))
                .containsExactly("officers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tours[1]                    | 2027-10-04T16:00 | 01 | S-2",
                "tours[1]                    | 2027-10-04T18:00 | 02 | S-1",
                "tours[1].ends               | 2027-10-04T20:00 | 02 | S-2",
                "tours[1].area               | 2027-10-04T16:00 | 77 | S-2",
                "tours[1].supervisionOfficer | 2027-10-04T16:00 | 02 | Doe"
            })
    void oneTourThatCannotBeKeepsAllFromBeingKept(String field, String starts, String area, String officer)
            throws Exception {
        ObjectNode body = JSON.createObjectNode().put("purpose", "conditions");
        Consumer<String[]> add = values -> body.withArray("tours")
                .addObject()
                .put("area", values[0])
                .put("starts", values[1])
                .put("ends", "2027-10-04T19:30")
                .put("supervisionOfficer", values[2]);
        add.accept(new String[] {"01", "2027-10-04T16:00", "S-1"});
        add.accept(new String[] {area, starts, officer});
        assertThat(faults(Staff.body(supervision.post(TOURS, body.toString()), 422)))
                .containsExactly(field);
        assertThat(supervision
                        .read("/outreach/plans?from=2027-10-04&to=2027-10-05")
                        .get("plans"))
                .isEmpty();
    }

    @Test
    void onlyPlannersPlan() throws Exception {
        Staff officer = Staff.signIn(CITY, "roster officer", "beat_officer", "supervision");
        String request = request("2027-11-01", "2027-11-08").toString();
        assertThat(officer.post(ROSTERS, request).statusCode()).isEqualTo(403);
        assertThat(officer.post(TOURS, "{}").statusCode()).isEqualTo(403);
        assertThat(officer.post(AGREEMENT, "{}").statusCode()).isEqualTo(403);
    }
}
