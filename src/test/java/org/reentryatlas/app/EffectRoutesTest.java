package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** What became of requests after clean-ups, over HTTP, in a city of its own. */
class EffectRoutesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity("""
            id,name,category,address,lon,lat,confidential
            B/2,Clothes Closet,food,1 Open Street,-105.09,43.51,no
            """);

    @TempDir
    static Path directory;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Parallel streets 111 m apart, of one block each. */
    private static final int STREETS = 16;

    private static final double SOUTH = 43.501;
    private static final String HOSTILE = "=Finch </script><b>1</b>";

    private static Staff supervision;
    private static Staff police;
    private static String cleaned = "";
    private static String recent = "";

    @BeforeAll
    static void load() throws Exception {
        String streets = IntStream.range(0, STREETS)
                .mapToObj(i -> """
                        {"type":"Feature","properties":{"ID":"f%1$d","NAME":"Finch%1$d Street","L_FROM":101,"L_TO":199,"R_FROM":100,"R_TO":198},
                         "geometry":{"type":"LineString","coordinates":[[-105.099,%2$.3f],[-105.091,%2$.3f]]}}""".formatted(i, SOUTH + i * 0.001))
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
        run("centerlines", "finch.geojson", streets);
        StringBuilder requests = new StringBuilder("id,service_name,opened,closed,status,lon,lat\n");
        row(requests, "first", "Street Litter", "2026-01-01", 15);
        row(requests, "last", "Bulky Item Pickup", "2026-08-30", 15);
        for (int street = 0; street < STREETS; street++) {
            row(requests, "before" + street, "Street Litter", "2026-05-25", street);
            row(requests, "bulk" + street, "Bulky Item Pickup", "2026-06-25", street);
            if (street > 0) {
                row(requests, "after" + street, "Illegal Dumping", "2026-07-01", street);
                row(requests, "more" + street, "Graffiti Removal", "2026-08-01", street);
            }
        }
        run("requests", "311.csv", requests.toString());
        supervision = Staff.signIn(CITY, "effect supervision", "planner", "supervision");
        police = Staff.signIn(CITY, "effect police", "planner", "police");
        cleaned = publish("2026-06-10", "100 block of Finch0 Street");
        recent = publish("2026-07-20", "100 block of Finch15 Street");
    }

    private static void row(StringBuilder rows, String id, String service, String day, int street) {
        rows.append("%s,%s,%s,,open,-105.094,%.4f%n".formatted(id, service, day, SOUTH + street * 0.001 + 0.0001));
    }

    private static void run(String what, String file, String text) throws Exception {
        Cli run = Cli.run(
                CITY.environment(),
                "load",
                what,
                Files.writeString(directory.resolve(file), text).toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static JsonNode draft(String day, String site) throws Exception {
        return Staff.body(
                supervision.post(
                        "/outreach/plans",
                        JSON.readTree("""
                {"kind": "clean_up", "title": "%3$s", "starts": "%1$sT09:00", "ends": "%1$sT13:00",
                 "rally": {"name": "Corner", "lon": -105.095, "lat": 43.503}, "sites": ["%2$s"],
                 "volunteers": 8, "supervisionPart": "Brings officers."}""".formatted(day, site, HOSTILE)).toString()),
                201);
    }

    private static String publish(String day, String site) throws Exception {
        JsonNode draft = draft(day, site);
        String id = draft.get("id").asText();
        ObjectNode whole = draft.get("plan").deepCopy();
        whole.put("policePart", "Closes the street.");
        Staff.body(police.put("/outreach/plans/" + id, whole.toString(), 1), 200);
        for (Staff agency : List.of(police, supervision)) {
            Staff.body(agency.post("/outreach/plans/" + id + "/consent", "{\"version\": 2}"), 200);
        }
        Staff.body(supervision.post("/outreach/plans/" + id + "/publish", "{\"version\": 2}"), 200);
        return id;
    }

    @Test
    void aCleanUpSaysWhatBecameOfRequestsOnItsBlocks() throws Exception {
        JsonNode answer = CITY.json("/outreach/plans/" + cleaned + "/effect");
        assertThat(answer.get("day").asText()).isEqualTo("2026-06-10");
        assertThat(answer.get("requestsTo").asText())
                .as("the newest, of whatever kind")
                .isEqualTo("2026-08-30");
        assertThat(answer.get("blocks").asInt()).isEqualTo(1);
        JsonNode thirty = answer.get("windows").get(0);
        assertThat(thirty.get("state").asText()).isEqualTo("known");
        assertThat(thirty.get("before").asInt()).isEqualTo(1);
        assertThat(thirty.get("after").asInt()).as("bulk is not counted").isZero();
        assertThat(thirty.get("expected").asDouble()).isEqualTo(1);
        assertThat(thirty.get("difference").asDouble()).isEqualTo(-1);
        assertThat(thirty.get("low").asDouble()).isEqualTo(-1);
        assertThat(thirty.get("fewestLike").asInt())
                .as("without itself, the next within 200 m, and those that another clean-up is near to")
                .isEqualTo(STREETS - 4);
        JsonNode ninety = answer.get("windows").get(2);
        assertThat(ninety.get("state").asText()).isEqualTo("not_yet");
        assertThat(ninety.get("knownFrom").asText()).isEqualTo("2026-09-08");
        assertThat(ninety.has("difference")).isFalse();
    }

    @Test
    void allOfATimeArePooledAndOnTheirOwn() throws Exception {
        JsonNode answer = CITY.json("/outreach/effects?from=2026-06-01&to=2026-07-21");
        assertThat(answer.get("cleanUps")).hasSize(2);
        assertThat(answer.get("cleanUps").get(1).get("id").asText()).isEqualTo(recent);
        assertThat(answer.get("pooled").get(0).get("difference").asDouble()).isNotZero();
        JsonNode sixty = answer.get("pooled").get(1);
        assertThat(sixty.get("cleanUps").asInt())
                .as("of the other it is not known yet")
                .isEqualTo(1);
        assertThat(sixty.get("difference").asDouble()).isEqualTo(-2);
        assertThat(CITY.json("/outreach/effects?from=2026-06-01&to=2026-06-10").get("cleanUps"))
                .as("the last day is not included")
                .isEmpty();
        List<String> lines = CITY.get("/outreach/effects.csv?from=2026-06-01&to=2026-07-21")
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("id,title,day,blocks,state_30,known_from_30,compared_30,");
        assertThat(lines.get(1))
                .startsWith(cleaned + ",'" + HOSTILE + ",2026-06-10,1,known,2026-07-10,1,12,1,0,1,-1,-1,-1,")
                .endsWith(",not_yet,2026-09-08,,,,,,,,");
        assertThat(lines.get(3)).startsWith("all,,,,known,");
    }

    @Test
    void draftsAndWhatIsCalledOffOrToComeHaveNone() throws Exception {
        String off = publish("2026-06-11", "100 block of Finch8 Street");
        Staff.body(police.post("/outreach/plans/" + off + "/cancel", "{\"reason\": \"Storm\"}"), 200);
        String coming = publish("2099-06-11", "100 block of Finch8 Street");
        String draft =
                draft("2026-06-12", "100 block of Finch8 Street").get("id").asText();
        for (String id : List.of(off, coming, draft, "00000000-0000-0000-0000-000000000000", "x")) {
            assertThat(CITY.get("/outreach/plans/" + id + "/effect").statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
        assertThat(CITY.json("/outreach/plans/" + cleaned + "/effect")
                        .get("windows")
                        .get(0)
                        .get("fewestLike")
                        .asInt())
                .as("they keep no block from being like another")
                .isEqualTo(STREETS - 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-06-01&to=2026-06-01", "from=x", "to=2026-13-01", "from=1990-01-01", "days=3"})
    void daysThatCannotBeAreRefused(String query) throws Exception {
        assertThat(CITY.get("/outreach/effects?" + query).statusCode()).isEqualTo(400);
    }
}
