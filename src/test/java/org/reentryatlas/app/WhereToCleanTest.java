package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Where a clean-up is needed, over HTTP, in a city of its own: what is loaded and planned there would show in others' tests. */
class WhereToCleanTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity("""
            id,name,category,address,lon,lat,confidential
            A/1,Food Pantry,food,1 Open Street,-105.09,43.51,no
            """);

    @TempDir
    static Path directory;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JUNE = "day=2026-06-30";
    private static final List<String> PARTS =
            List.of("dumping", "litter", "cleaning", "graffiti", "weeds", "open", "appearance", "last_clean_up");

    /** One block in beat 01 and one in beat 02; the left side is the north. */
    private static final String STREETS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"ID":"t1","NAME":"Teal Street","L_FROM":101,"L_TO":199,"R_FROM":100,"R_TO":198},
             "geometry":{"type":"LineString","coordinates":[[-105.099,43.503],[-105.0911,43.503]]}},
            {"type":"Feature","properties":{"ID":"t2","NAME":"Teal Street","L_FROM":201,"L_TO":299,"R_FROM":200,"R_TO":298},
             "geometry":{"type":"LineString","coordinates":[[-105.089,43.503],[-105.081,43.503]]}}
            ]}""";

    private static final String REQUESTS = """
            id,service_name,opened,closed,status,lon,lat
            1,Illegal Dumping,2026-06-02,2026-06-04,closed,-105.094,43.5031
            2,Illegal Dumping,2026-06-03,,open,-105.094,43.5031
            3,Street Litter,2026-06-03,2026-06-05,closed,-105.086,43.5029
            4,Bulky Item Pickup,2026-06-10,,open,-105.094,43.5029
            5,Graffiti Removal,2026-01-10,,open,-105.094,43.5031
            6,Street Litter,2026-06-28,2026-06-28,closed,-105.086,43.5029
            """;

    private static Staff supervision;
    private static Staff police;

    @BeforeAll
    static void load() throws Exception {
        run(
                "load",
                "centerlines",
                Files.writeString(directory.resolve("teal.geojson"), STREETS).toString());
        run(
                "load",
                "requests",
                Files.writeString(directory.resolve("311.csv"), REQUESTS).toString());
        supervision = Staff.signIn(CITY, "priority supervision", "planner", "supervision");
        police = Staff.signIn(CITY, "priority police", "planner", "police");
        publish("2026-06-20", "100 block of Teal Street");
        String called = publish("2026-06-21", "200 block of Teal Street");
        Staff.body(police.post("/outreach/plans/" + called + "/cancel", "{\"reason\": \"Storm\"}"), 200);
        Staff.body(
                supervision.post(
                        "/outreach/plans",
                        cleanUp("2026-06-22", "200 block of Teal Street").toString()),
                201);
        publish("2099-06-23", "200 block of Teal Street");
    }

    private static void run(String... arguments) {
        Cli run = Cli.run(CITY.environment(), arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static ObjectNode cleanUp(String day, String site) throws Exception {
        return (ObjectNode) JSON.readTree("""
                {"kind": "clean_up", "title": "Teal Street", "starts": "%1$sT09:00", "ends": "%1$sT13:00",
                 "rally": {"name": "Corner", "lon": -105.095, "lat": 43.503}, "sites": ["%2$s"],
                 "volunteers": 8, "supervisionPart": "Brings officers."}""".formatted(day, site));
    }

    private static String publish(String day, String site) throws Exception {
        JsonNode draft = Staff.body(
                supervision.post("/outreach/plans", cleanUp(day, site).toString()), 201);
        String id = draft.get("id").asText();
        ObjectNode whole = draft.get("plan").deepCopy();
        whole.put("policePart", "Closes the street.");
        JsonNode saved = Staff.body(police.put("/outreach/plans/" + id, whole.toString(), 1), 200);
        String version = "{\"version\": " + saved.get("version") + "}";
        Staff.body(police.post("/outreach/plans/" + id + "/consent", version), 200);
        Staff.body(supervision.post("/outreach/plans/" + id + "/consent", version), 200);
        Staff.body(supervision.post("/outreach/plans/" + id + "/publish", version), 200);
        return id;
    }

    private static JsonNode find(JsonNode places, String member, String value) {
        return StreamSupport.stream(places.spliterator(), false)
                .filter(place -> place.get(member).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode value(JsonNode place, String part) {
        return place.get("values").get(PARTS.indexOf(part));
    }

    private static List<String> texts(JsonNode places, String member) {
        return StreamSupport.stream(places.spliterator(), false)
                .map(place -> place.get(member).asText())
                .toList();
    }

    @Test
    void anAreaSaysWhatItsScoreIsMadeOf() throws Exception {
        JsonNode answer = CITY.json("/outreach/priority?level=beat&shapes=true&" + JUNE);
        assertThat(answer.get("requestsTo").asText()).as("the newest").isEqualTo("2026-06-28");
        assertThat(answer.get("elsewhere").asInt()).isZero();
        assertThat(texts(answer.get("parts"), "code")).isEqualTo(PARTS);
        assertThat(texts(answer.get("areas"), "key")).hasSize(12).startsWith("01", "02");
        JsonNode first = answer.get("areas").get(0);
        double km = first.get("streetKm").asDouble();
        assertThat(value(first, "dumping").asDouble()).isCloseTo(2 / km, within(1e-4));
        assertThat(value(first, "open").asDouble())
                .as("dumping and the graffiti of January, and no bulk")
                .isCloseTo(2 / km, within(1e-4));
        assertThat(value(first, "graffiti").asDouble()).isZero();
        assertThat(value(first, "appearance").isNull()).isTrue();
        assertThat(first.get("geometry").get("type").asText()).endsWith("Polygon");
        assertThat(first.get("score").asDouble())
                .as("dumping 3, open 2, and last clean-up 1, each the most that there is, of 15")
                .isCloseTo(100 * (3 + 2 + 1) / 15.0, within(1e-5));
    }

    @Test
    void daysAreSinceACleanUpThatTookPlace() throws Exception {
        JsonNode areas = CITY.json("/outreach/priority?" + JUNE).get("areas");
        assertThat(value(find(areas, "key", "01"), "last_clean_up").asInt()).isEqualTo(10);
        assertThat(value(find(areas, "key", "02"), "last_clean_up").isNull())
                .as("called off, a draft, and yet to come")
                .isTrue();
        assertThat(value(
                                find(
                                        CITY.json("/outreach/priority?day=2026-06-19")
                                                .get("areas"),
                                        "key",
                                        "01"),
                                "last_clean_up")
                        .isNull())
                .as("the day before")
                .isTrue();
    }

    @Test
    void weightsDecideWhatComesFirst() throws Exception {
        String litterAlone = "&dumping=0&cleaning=0&graffiti=0&weeds=0&open=0&appearance=0&last_clean_up=0&litter=0.5";
        JsonNode areas = CITY.json("/outreach/priority?" + JUNE + litterAlone).get("areas");
        assertThat(texts(areas, "key")).startsWith("02");
        assertThat(areas.get(0).get("score").asDouble()).isEqualTo(100);
        JsonNode blocks = CITY.json("/outreach/priority/blocks?" + JUNE + litterAlone);
        assertThat(blocks.get("blocks").get(0).get("lowest").asInt()).isEqualTo(200);
    }

    @Test
    void sidesOfBlocksHaveTheirLineAndNoBulk() throws Exception {
        JsonNode answer = CITY.json("/outreach/priority/blocks?" + JUNE);
        assertThat(answer.get("total").asInt()).isEqualTo(2);
        JsonNode north = answer.get("blocks").get(0);
        assertThat(north.get("street").asText()).isEqualTo("Teal Street");
        assertThat(north.get("lowest").asInt()).isEqualTo(101);
        assertThat(north.get("highest").asInt()).isEqualTo(199);
        assertThat(value(north, "dumping").asInt()).isEqualTo(2);
        assertThat(value(north, "open").asInt()).isEqualTo(2);
        assertThat(value(north, "last_clean_up").asInt()).isEqualTo(10);
        assertThat(north.get("geometry").get("type").asText()).isEqualTo("LineString");
        assertThat(texts(answer.get("blocks"), "lowest"))
                .as("of the south side of the first block only bulk is known")
                .containsExactly("101", "200");
        assertThat(CITY.json("/outreach/priority/blocks?limit=1&" + JUNE).get("blocks"))
                .hasSize(1);
    }

    @Test
    void tablesSayTheSame() throws Exception {
        List<String> lines =
                CITY.get("/outreach/priority.csv?" + JUNE).body().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "rank,score,key,name,street_km,dumping_per_km,litter_per_km,cleaning_per_km,graffiti_per_km,"
                                + "weeds_per_km,open_per_km,appearance,days_since_last_clean_up,dumping_points,litter_points,"
                                + "cleaning_points,graffiti_points,weeds_points,open_points,appearance_points,last_clean_up_points");
        assertThat(lines).hasSize(13);
        assertThat(lines.get(1))
                .startsWith("1,40,01,Beat 1,")
                .endsWith(",20.0000,0.0000,0.0000,0.0000,0.0000,13.3333,0.0000,6.6667");
        assertThat(CITY.get("/outreach/priority/blocks.csv?limit=1&" + JUNE)
                        .body()
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.matches("1,40,\\d+,left,Teal Street,101,199,2,0,0,0,0,2,,10,.*"));
    }

    @ParameterizedTest
    @CsvSource({
        "priority?level=planet, 'planet', level",
        "priority?level=beat&day=1950-01-01, No boundaries, level",
        "priority?day=2200-01-01, today, day",
        "priority?day=soon, no day, day",
        "priority?days=0, at least 1, days",
        "priority?dumping=-1, from 0 to 100, dumping",
        "priority/blocks?litter=101, from 0 to 100, litter",
        "priority/blocks?open=0x1, from 0 to 100, open",
        "priority?shape=true, no parameter, shape",
        "block?lon=-105.095, missing, lat",
        "block?lon=1e3&lat=43, no degree, lon"
    })
    void whatCannotBeIsNamed(String path, String said, String parameter) throws Exception {
        JsonNode problem = Staff.body(CITY.get("/outreach/" + path), 400);
        String all = problem.get("detail").asText() + " " + problem.get("hint").asText();
        assertThat(all)
                .contains("'" + parameter + "'")
                .contains(said.replace("'", "").equals("planet") ? "beat" : said);
    }

    @Test
    void withoutAWeightThereIsNothingToSay() throws Exception {
        JsonNode problem = Staff.body(CITY.get("/outreach/priority?" + String.join("=0&", PARTS) + "=0"), 400);
        assertThat(problem.get("detail").asText()).contains("All weights are 0");
    }

    @Test
    void aBlockIsScoredByStaffAndShownOnceThreeHave() throws Exception {
        JsonNode block = CITY.json("/outreach/block?lon=-105.097&lat=43.5031");
        assertThat(block.get("street").asText()).isEqualTo("Teal Street");
        assertThat(block.get("lowest").asInt()).isEqualTo(100);
        assertThat(CITY.get("/outreach/block?lon=-104.5&lat=43.5031").statusCode())
                .isEqualTo(404);
        String body = "{\"block\": " + block.get("block") + ", \"score\": %d}";
        assertThat(CITY.send(HttpRequest.newBuilder(CITY.uri("/outreach/appearance"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.formatted(4)))
                                .build())
                        .statusCode())
                .isEqualTo(401);
        String path = "/outreach/appearance";
        Staff.body(supervision.post(path, body.formatted(4)), 201);
        Staff.body(police.post(path, body.formatted(4)), 201);
        assertThat(Staff.body(police.post(path, body.formatted(1)), 409)
                        .get("code")
                        .asText())
                .isEqualTo("SCORED_TODAY");
        assertThat(value(find(CITY.json("/outreach/priority").get("areas"), "key", "01"), "appearance")
                        .isNull())
                .as("two are too few")
                .isTrue();
        Staff officer = Staff.signIn(CITY, "priority officer", "beat_officer", "police");
        Staff.body(officer.post(path, body.formatted(3)), 201);
        JsonNode seen = find(CITY.json("/outreach/priority").get("areas"), "key", "01");
        assertThat(value(seen, "appearance").asDouble()).isCloseTo(11 / 3.0, within(1e-4));
        assertThat(seen.get("scorers").asInt()).isEqualTo(3);
        assertThat(Staff.body(officer.post(path, "{\"block\": 999999, \"score\": 3}"), 404)
                        .get("detail")
                        .asText())
                .contains("no such block");
        assertThat(Staff.body(officer.post(path, "{\"score\": 5}"), 422)
                        .get("errors")
                        .size())
                .isEqualTo(2);
    }
}
