package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Browser;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Rates and quotients over HTTP: anybody can make each of them from the numbers beside it. */
class RatesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static final List<String> MEASURES = List.of("people", "need_housing", "need_employment", "need_food");
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static WebApp app;

    @BeforeAll
    static void publishAndStart() throws IOException {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        // Beat 03 has too few residents for its people, beat 08 too few for any rate.
        SmallCity.loadBlockGroups(
                environment, directory, 2400, 1800, 150, 900, 2600, 2100, 3000, 80, 700, 1300, 1100, 1200);
        loadTractsOfWhichOneStatesItsResidents(environment);
        Path caseload = SmallCity.caseload(directory, "c.csv", 60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        run(environment, "load", "caseload", caseload.toString(), "--as-of", "2026-06-30");
        run(environment, "release", "--as-of", "2026-06-30");
        // One address asks for many pages, as no reader does.
        environment.put("ATLAS_SERVER_REQUESTS_PER_SECOND", "0");
        app = WebApp.start(ConfigLoader.load(environment), 0);
    }

    private static void loadTractsOfWhichOneStatesItsResidents(Map<String, String> environment) throws IOException {
        Path tracts = SmallCity.tracts(directory);
        Files.writeString(
                tracts, Files.readString(tracts).replace("\"TRACT\":\"T1\"", "\"TRACT\":\"T1\",\"POPULATION\":3000"));
        run(
                environment,
                "load",
                "boundaries",
                tracts.toString(),
                "--level",
                "tract",
                "--key",
                "TRACT",
                "--population",
                "POPULATION",
                "--valid-from",
                "2020-01-01");
    }

    private static void run(Map<String, String> environment, String... arguments) {
        Cli run = Cli.run(environment, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String uri(String path) {
        return "http://127.0.0.1:" + app.port() + path;
    }

    private static List<JsonNode> areas(String level) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(URI.create(uri("/ogc/collections/people-by-" + level + "/items")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        List<JsonNode> areas = new ArrayList<>();
        JSON.readTree(response.body()).get("features").forEach(feature -> areas.add(feature.get("properties")));
        assertThat(areas).isNotEmpty();
        return areas;
    }

    private static JsonNode beat(String key) throws IOException, InterruptedException {
        return areas("beat").stream()
                .filter(beat -> beat.get("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static double quotient(long dividend, long divisor) {
        return BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), DIGITS)
                .doubleValue();
    }

    @Test
    void eachRateFollowsFromTheCountAndTheResidentsBesideIt() throws Exception {
        int shown = 0;
        for (String level : List.of("beat", "sector", "district", "city")) {
            for (JsonNode area : areas(level)) {
                for (String measure : MEASURES) {
                    if (area.get(measure + "_rate_status").asText().equals("shown")) {
                        assertThat(area.get(measure + "_rate").asDouble())
                                .as(area.toString())
                                .isEqualTo(quotient(
                                        1000L * area.get(measure).asInt(),
                                        area.get("residents").asInt()));
                        shown++;
                    }
                }
            }
        }
        assertThat(shown).isGreaterThan(20);
    }

    @Test
    void eachQuotientFollowsFromThePublishedNumbersOfTheAreaAndTheCity() throws Exception {
        JsonNode city = areas("city").get(0);
        int shown = 0;
        for (JsonNode area : areas("beat")) {
            for (String measure : MEASURES) {
                if (area.get(measure + "_quotient_status").asText().equals("shown")) {
                    String among = measure.equals("people") ? "residents" : "people";
                    assertThat(area.get(measure + "_quotient").asDouble())
                            .as(area.toString())
                            .isEqualTo(quotient(
                                    area.get(measure).asLong() * city.get(among).asLong(),
                                    area.get(among).asLong() * city.get(measure).asLong()));
                    shown++;
                }
            }
        }
        assertThat(shown).isGreaterThan(10);
        MEASURES.forEach(measure ->
                assertThat(city.get(measure + "_quotient").asDouble()).isEqualTo(1));
    }

    @Test
    void whatIsHiddenHasNeitherRateNorQuotientNorStability() throws Exception {
        int hidden = 0;
        for (String level : List.of("beat", "sector", "district", "hex_8")) {
            for (JsonNode area : areas(level)) {
                for (String measure : MEASURES) {
                    if (area.get(measure + "_status").asText().equals("hidden")) {
                        for (String field : List.of("", "_rate", "_quotient", "_unstable")) {
                            assertThat(area.get(measure + field).isNull())
                                    .as(measure + field + " of " + area)
                                    .isTrue();
                        }
                        assertThat(area.get(measure + "_rate_status").asText()).isEqualTo("hidden");
                        hidden++;
                    }
                }
            }
        }
        assertThat(hidden).isPositive();
    }

    @Test
    void aBlankRateSaysWhyAndAnUnstableOneSaysSo() throws Exception {
        JsonNode first = beat("01");
        assertThat(first.get("residents").asInt()).isEqualTo(2400);
        assertThat(first.get("residents_method").asText()).isEqualTo("apportioned");
        assertThat(first.get("residents_source").asText()).isEqualTo("block-groups");
        assertThat(first.get("residents_source_from").asText()).isEqualTo("2020-01-01");
        assertThat(first.get("people_rate").asDouble()).isEqualTo(25);
        assertThat(first.get("people_unstable").asBoolean()).isFalse();
        assertThat(beat("03").get("people_rate_status").asText()).isEqualTo("large_share");
        assertThat(beat("04").get("people_rate_status").asText()).isEqualTo("hidden");
        assertThat(beat("08").get("people_rate_status").asText()).isEqualTo("few_residents");
        JsonNode ninth = beat("09");
        assertThat(ninth.get("people").asInt()).isEqualTo(15);
        assertThat(ninth.get("people_unstable").asBoolean()).isTrue();
        assertThat(ninth.get("people_rate").asDouble()).isEqualTo(21.4);
        JsonNode tract = areas("tract").get(0);
        assertThat(tract.get("residents").asInt()).isEqualTo(3000);
        assertThat(tract.get("residents_method").asText()).isEqualTo("stated");
        assertThat(tract.get("residents_source").asText()).isEqualTo("tracts");
        assertThat(areas("tract").get(1).get("residents").isNull()).isTrue();
        for (JsonNode hexagon : areas("hex_7")) {
            assertThat(hexagon.get("residents").isNull()).isTrue();
            assertThat(hexagon.get("people_rate").isNull()).isTrue();
            assertThat(hexagon.get("people_rate_status").asText()).isIn("residents_unknown", "hidden");
        }
    }

    /** The page in a real browser: its figures are the API's, and what is unstable or blank says so. */
    @Test
    void thePageShowsTheSameFigures() throws Exception {
        Browser.test(URI.create(uri("")), "figures.test.mjs", Map.of());
    }
}
