package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.release.TourOutcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was done, where to walk next, and what tours found, over HTTP. */
class PresenceTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAY = "from=2026-05&to=2026-05";

    private static Staff supervision;
    private static Staff police;
    private static Staff officer;

    @BeforeAll
    static void signIn() throws Exception {
        supervision = Staff.signIn(CITY, "presence supervision", "planner", "supervision");
        police = Staff.signIn(CITY, "presence police", "planner", "police");
        officer = Staff.signIn(CITY, "presence officer", "beat_officer", "police", "--areas", "02", "--post", "P-77");
        // In May 2026 a clean-up in two beats, with results, a tour and a patrol; in the month after it a tour that was
        // called off.
        String cleanUp = publish("""
                {"kind": "clean_up", "title": "May clean-up", "starts": "2026-05-08T09:00", "ends": "2026-05-08T12:00",
                 "rally": {"name": "Corner", "lon": -105.095, "lat": 43.505}, "sites": ["1200 to 1300 blocks of Heron Street NW"],
                 "collectionPoints": [{"name": "Corner", "lon": -105.09, "lat": 43.505}], "volunteers": 20}""", """
                {"policePart": "Closes the street."}""", """
                {"supervisionPart": "Brings ten officers."}""");
        assertThat(supervision
                        .put("/outreach/plans/" + cleanUp + "/result", """
                        {"volunteers": 18, "hours": 54, "bags": 41, "handedOut": 30}""", 0)
                        .statusCode())
                .isEqualTo(204);
        publishTour("2026-05-11", "01", "P-1");
        publish("""
                {"kind": "patrol", "area": "02", "starts": "2026-05-12T14:00", "ends": "2026-05-12T15:30", "way": "foot"}""", "{\"officer\": \"P-1\"}", "{}");
        String off = publishTour("2026-05-18", "02", "P-1");
        Staff.body(police.post("/outreach/plans/" + off + "/cancel", "{\"reason\": \"Rain\"}"), 200);
        Staff.body(
                police.post(
                        "/outreach/plans",
                        "{\"kind\": \"patrol\", \"area\": \"01\", \"starts\": \"2026-05-20T14:00\", \"ends\": \"2026-05-20T16:00\"}"),
                201);
    }

    private static String publishTour(String day, String area, String post) throws Exception {
        return publish(
                "{\"kind\": \"tour\", \"area\": \"%s\", \"starts\": \"%sT16:00\", \"ends\": \"%sT18:00\"}"
                        .formatted(area, day, day),
                "{\"policeOfficer\": \"%s\"}".formatted(post),
                "{\"supervisionOfficer\": \"S-1\", \"purpose\": \"routine_contact\"}");
    }

    /** Writes, agrees and publishes; each agency adds what is its own. */
    private static String publish(String plan, String ofPolice, String ofSupervision) throws Exception {
        JsonNode draft = Staff.body(supervision.post("/outreach/plans", plan), 201);
        String path = "/outreach/plans/" + draft.get("id").asText();
        JsonNode written = draft;
        for (var part : List.of(Map.entry(police, ofPolice), Map.entry(supervision, ofSupervision))) {
            ObjectNode body = written.get("plan").deepCopy();
            body.setAll((ObjectNode) JSON.readTree(part.getValue()));
            written = Staff.body(
                    part.getKey()
                            .put(path, body.toString(), written.get("version").asInt()),
                    200);
        }
        String version = "{\"version\": " + written.get("version") + "}";
        Staff.body(police.post(path + "/consent", version), 200);
        if (!plan.contains("patrol")) {
            Staff.body(supervision.post(path + "/consent", version), 200);
        }
        Staff.body(police.post(path + "/publish", version), 200);
        return draft.get("id").asText();
    }

    private static Map<String, Double> totals(JsonNode answer, JsonNode row) {
        Map<String, Double> totals = new LinkedHashMap<>();
        Iterator<JsonNode> values = row.get("totals").iterator();
        answer.get("measures").forEach(measure -> {
            JsonNode value = values.next();
            if (!value.isNull()) {
                totals.put(measure.asText(), value.asDouble());
            }
        });
        return totals;
    }

    private static JsonNode area(JsonNode answer, String key) {
        return StreamSupport.stream(answer.get("areas").spliterator(), false)
                .filter(area -> area.get("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everybodyReadsWhatWasForEverybody() throws Exception {
        JsonNode answer = CITY.json("/outreach/measures?" + MAY);
        Map<String, Double> held = Map.of(
                "events",
                1.0,
                "clean_ups",
                1.0,
                "volunteers",
                18.0,
                "volunteer_hours",
                54.0,
                "bags",
                41.0,
                "handed_out",
                30.0);
        assertThat(totals(answer, answer.get("all")))
                .as("what is in two beats counts once")
                .isEqualTo(held);
        assertThat(totals(answer, area(answer, "01"))).isEqualTo(held);
        assertThat(totals(answer, area(answer, "02"))).isEqualTo(held);
        assertThat(totals(answer, area(answer, "05")).values())
                .as("a beat without anything")
                .containsOnly(0.0);
        assertThat(CITY.json("/outreach/measures?" + MAY + "&shapes=true")
                        .get("areas")
                        .get(0)
                        .get("geometry")
                        .get("type")
                        .asText())
                .contains("Polygon");
    }

    @Test
    void staffReadToursAndPatrolsOfTheirBeatsToo() throws Exception {
        JsonNode all = supervision.read("/outreach/measures?" + MAY);
        assertThat(totals(all, all.get("all")))
                .as("neither the draft nor what was called off")
                .containsEntry("tours_planned", 1.0)
                .containsEntry("tours_done", 1.0)
                .containsEntry("patrols_done", 1.0)
                .containsEntry("patrol_hours", 1.5)
                .containsEntry("presence_hours", 6.5)
                .containsEntry("bags", 41.0);
        assertThat(totals(all, area(all, "01")))
                .containsEntry("tours_done", 1.0)
                .containsEntry("presence_hours", 5.0);
        JsonNode own = officer.read("/outreach/measures?" + MAY);
        assertThat(totals(own, area(own, "02")))
                .containsEntry("patrol_hours", 1.5)
                .containsEntry("tours_done", 0.0);
        assertThat(totals(own, area(own, "01"))).doesNotContainKey("tours_done").containsEntry("bags", 41.0);
        assertThat(totals(own, own.get("all"))).doesNotContainKey("tours_done");
    }

    @Test
    void theTableHasTheSameNumbers() throws Exception {
        String table = supervision
                .get("/outreach/measures.csv?from=2026-04&to=2026-05")
                .body();
        assertThat(table.lines())
                .contains(
                        "month,area,events,clean_ups,volunteers,volunteer_hours,bags,handed_out,tours_planned,tours_done,patrols_done,patrol_hours,presence_hours",
                        "2026-04,all,0,0,0,0,0,0,0,0,0,0,0",
                        "2026-05,all,1,1,18,54,41,30,1,1,1,1.5,6.5",
                        "2026-05,02,1,1,18,54,41,30,0,0,1,1.5,4.5");
        assertThat(CITY.get("/outreach/measures.csv?" + MAY).body().lines()).contains("2026-05,all,1,1,18,54,41,30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measures?from=2026-13",
                "measures?from=2026-05&to=2026-04",
                "measures?from=2020-01&to=2026-04",
                "measures?to=9999-01",
                "coverage?week=soon",
                "coverage?hours=0",
                "coverage?gap=1e3",
                "coverage?gap=0&events=0&last_presence=0",
                "coverage?at=25:00",
                "coverage?beat=01"
            })
    void whatCannotBeAskedIsNamed(String question) throws Exception {
        assertThat(Staff.body(supervision.get("/outreach/" + question), 400)
                        .get("code")
                        .asText())
                .isIn("PARAMETER_INVALID", "PARAMETER_UNKNOWN");
    }

    @Test
    void hoursAreSharedByNeedAndWhatIsKeptCounts() throws Exception {
        String question = "/outreach/coverage?week=2028-06-07&hours=14&length=2&at=15:30";
        assertThat(Staff.body(officer.get(question), 403).get("code").asText()).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(CITY.get(question).statusCode()).isEqualTo(401);
        JsonNode shared = police.read(question);
        assertThat(shared.get("week").asText()).as("the Monday").isEqualTo("2028-06-05");
        assertThat(shared.get("patrols")).hasSize(7).allSatisfy(patrol -> {
            assertThat(LocalDate.parse(patrol.get("starts").asText().substring(0, 10)))
                    .isBetween(LocalDate.of(2028, 6, 5), LocalDate.of(2028, 6, 11));
            assertThat(patrol.get("starts").asText()).contains("T15:30");
            assertThat(patrol.get("ends").asText()).contains("T17:30");
        });
        assertThat(police.read(question)).as("the same again").isEqualTo(shared);
        JsonNode first = shared.get("areas").get(0);
        assertThat(first.get("rank").asInt()).isEqualTo(1);
        assertThat(first.get("lastDay").isNull())
                .as("nobody was there for years")
                .isTrue();
        double shares = 0;
        for (JsonNode area : shared.get("areas")) {
            shares += area.get("shareHours").asDouble();
        }
        assertThat(shares).isBetween(13.9, 14.1);
        assertThat(shared.get("areas"))
                .as("by what the layer of gaps says")
                .anySatisfy(
                        area -> assertThat(area.get("values").get(0).asDouble()).isPositive());

        ObjectNode body = JSON.createObjectNode();
        body.set("patrols", shared.get("patrols"));
        JsonNode kept = Staff.body(police.post("/outreach/patrols", kinds(body)), 201);
        assertThat(kept.get("patrols"))
                .hasSize(7)
                .allSatisfy(patrol -> assertThat(patrol.get("state").asText()).isEqualTo("draft"));
        assertThat(Staff.body(police.post("/outreach/patrols", kinds(body)), 409)
                        .get("code")
                        .asText())
                .isEqualTo("PATROLS_PLANNED");
        JsonNode again = police.read(question);
        assertThat(again.get("patrols")).isEmpty();
        assertThat(again.get("hoursLeft").asInt()).isZero();
    }

    private static String kinds(ObjectNode body) {
        body.get("patrols").forEach(patrol -> ((ObjectNode) patrol).put("kind", "patrol"));
        return body.toString();
    }

    @Test
    void patrolsAreKeptAllOrNone() throws Exception {
        String good =
                "{\"kind\": \"patrol\", \"area\": \"01\", \"starts\": \"2028-07-03T14:00\", \"ends\": \"2028-07-03T16:00\"}";
        String bad = good.replace("01", "no such beat").replace("-03T", "-04T");
        JsonNode refused =
                Staff.body(police.post("/outreach/patrols", "{\"patrols\": [" + good + "," + bad + "]}"), 422);
        assertThat(fields(refused)).containsExactly("patrols[1].area");
        assertThat(police.read("/outreach/plans?from=2028-07-01&to=2028-07-08").get("plans"))
                .isEmpty();
        assertThat(fields(Staff.body(
                        police.post("/outreach/patrols", "{\"patrols\": [" + good + "," + good + "]}"), 422)))
                .containsExactly("patrols[1]");
        assertThat(fields(Staff.body(police.post("/outreach/patrols", "{}"), 422)))
                .containsExactly("patrols");
        assertThat(Staff.body(officer.post("/outreach/patrols", "{}"), 403)
                        .get("code")
                        .asText())
                .isEqualTo("ROLE_NOT_ALLOWED");
    }

    private static List<String> fields(JsonNode problem) {
        List<String> fields = new ArrayList<>();
        problem.get("errors").forEach(error -> fields.add(error.get("field").asText()));
        return fields;
    }

    @Test
    void anOfficerSeesWhatIsNextForThemAndInTheirBeats() throws Exception {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        String mine = publishTour(day.toString(), "01", "P-77");
        String near = publishTour(day.plusDays(1).toString(), "02", "P-78");
        String far = publishTour(day.plusDays(1).toString(), "05", "P-79");
        JsonNode next = officer.read("/outreach/next");
        Map<String, Boolean> found = new HashMap<>();
        next.get("plans")
                .forEach(plan ->
                        found.put(plan.get("id").asText(), plan.get("isMine").asBoolean()));
        assertThat(found).containsEntry(mine, true).containsEntry(near, false).doesNotContainKey(far);
        assertThat(officer.get("/outreach/plans/" + mine).statusCode())
                .as("whom it names reads it, in whatever beat it is")
                .isEqualTo(200);
        assertThat(officer.get("/outreach/plans/" + far).statusCode()).isEqualTo(404);
        assertThat(CITY.get("/outreach/next").statusCode()).isEqualTo(401);
    }

    @Test
    void whatToursFoundIsTakenFromTheSupervisionAgencyAloneAndReadByNobody() throws Exception {
        LocalDate past = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        String tour = publishTour(past.toString(), "03", "P-1");
        String path = "/outreach/plans/" + tour + "/outcome";
        String found = "{\"contacted\": 6, \"notHome\": 2, \"moved\": 1, \"badAddress\": 1}";
        assertThat(supervision.post(path, found).statusCode()).isEqualTo(204);
        assertThat(Staff.body(police.post(path, found), 403).get("code").asText())
                .isEqualTo("SUPERVISION_ONLY");
        assertThat(fields(Staff.body(supervision.post(path, "{\"contacted\": -1, \"moved\": 61}"), 422)))
                .containsExactly("contacted", "moved");
        assertThat(fields(Staff.body(supervision.post(path, "{}"), 422))).containsExactly("contacted");
        String coming = publishTour(past.plusDays(40).toString(), "03", "P-1");
        assertThat(Staff.body(supervision.post("/outreach/plans/" + coming + "/outcome", found), 409)
                        .get("code")
                        .asText())
                .isEqualTo("NOT_OVER");
        String old = publishTour("2026-02-11", "03", "P-1");
        assertThat(Staff.body(supervision.post("/outreach/plans/" + old + "/outcome", found), 409)
                        .get("code")
                        .asText())
                .isEqualTo("QUARTER_CLOSED");
        try (Database desk = Databases.open(ConfigLoader.load(CITY.environment()), Role.DESK)) {
            assertThatThrownBy(() -> desk.read(handle -> handle.createQuery("select contacted from outcome.tour_count")
                            .mapTo(Integer.class)
                            .list()))
                    .hasMessageContaining("permission denied");
        }
    }

    /** Two quarters, of which one is closed: one sum is below 11, one is 11, one is none. */
    @Test
    void aClosedQuarterIsPublishedProtectedAndItsCountsDestroyed() throws Exception {
        String tour = publishTour("2026-02-07", "04", "P-1");
        String insert =
                "insert into outcome.tour_count (plan_id, day, contacted, not_home, moved, bad_address, account_id)"
                        + " select '" + tour
                        + "', '%s', %s, (select id from identity.account where name = 'presence supervision')";
        CITY.database().asAdmin(insert.formatted("2026-02-07", "60, 0, 0, 0"));
        CITY.database().asAdmin(insert.formatted("2026-02-07", "31, 11, 10, 0") + " where true");
        CITY.database().asAdmin(insert.formatted("2050-02-07", "31, 11, 10, 0"));
        try (Database steward = Databases.open(ConfigLoader.load(CITY.environment()), Role.STEWARD)) {
            TourOutcomes outcomes = new TourOutcomes(steward, Policy.DEFAULT);
            assertThat(outcomes.publish(LocalDate.of(2026, 4, 14)))
                    .as("one day too early")
                    .isEmpty();
            List<TourOutcomes.Quarter> published = outcomes.publish(LocalDate.of(2026, 4, 15));
            assertThat(published).singleElement().satisfies(quarter -> {
                assertThat(quarter.quarter()).isEqualTo("2026-Q1");
                assertThat(quarter.values()).containsEntry("contacted", 30).containsEntry("not_home", 15);
                assertThat(quarter.values().get("moved")).isNull();
                assertThat(quarter.values().get("bad_address")).isNull();
            });
            assertThat(outcomes.open())
                    .anySatisfy(open -> assertThat(open.quarter()).isEqualTo("2050-Q1"));
            CITY.database().asAdmin(insert.formatted("2026-02-08", "31, 11, 10, 0"));
            assertThat(outcomes.publish(LocalDate.of(2026, 4, 16)))
                    .as("never twice")
                    .isEmpty();
        }
        JsonNode quarters = CITY.json("/outreach/outcomes").get("quarters");
        assertThat(quarters)
                .anySatisfy(
                        quarter -> assertThat(quarter.toString())
                                .isEqualTo(
                                        "{\"quarter\":\"2026-Q1\",\"bad_address\":null,\"contacted\":30,\"moved\":null,\"not_home\":15}"));
        CITY.database().asAdmin("delete from outcome.tour_count where day = '2050-02-07'");
    }
}
