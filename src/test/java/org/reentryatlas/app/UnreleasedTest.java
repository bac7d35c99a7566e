package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.identity.AccessMatrix;
import org.reentryatlas.support.Browser;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A server with boundaries and nothing released: what needs no release works, and what needs one says so. */
class UnreleasedTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init") // by start
    private static Map<String, String> environment;

    @SuppressWarnings("NullAway.Init") // by start
    private static WebApp app;

    @BeforeAll
    static void start() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        environment.put("ATLAS_SERVER_REQUESTS_PER_SECOND", "0");
        environment.put("ATLAS_WORDS_BEAT", "PSA");
        SmallCity.loadBeats(environment, directory);
        app = WebApp.start(ConfigLoader.load(environment), 0);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void theMapIsToldWhatWillBeCountedAndWhichBeatsThereAre() throws Exception {
        JsonNode map = json("/api/map");
        assertThat(map.get("releases")).isEmpty();
        assertThat(map.get("levels")).isEmpty();
        assertThat(map.at("/measures/0/code").asText()).isEqualTo("people");
        assertThat(map.get("measures").toString()).doesNotContain("mental", "substance");
        assertThat(map.at("/beats/code").asText()).isEqualTo("beat");
        assertThat(map.at("/beats/one").asText()).isEqualTo("PSA");
        assertThat(map.at("/beats/keys")).hasSize(12);
        assertThat(map.at("/beats/keys/0").asText()).isEqualTo("01");
        assertThat(map.at("/bbox/0").asDouble()).isEqualTo(-105.1);
        assertThat(map.at("/bbox/3").asDouble()).isEqualTo(43.53);
    }

    @Test
    void whatIsPlannedAndDoneIsReadWithoutARelease() throws Exception {
        assertThat(json("/outreach/plans").get("plans")).isEmpty();
        assertThat(json("/outreach/priority?level=beat").get("areas")).hasSize(12);
        assertThat(json("/outreach/priority/blocks?limit=10").get("blocks")).isEmpty();
        assertThat(json("/outreach/measures?from=2026-01&to=2026-02").get("areas"))
                .hasSize(12);
        assertThat(json("/outreach/outcomes").get("quarters")).isEmpty();
    }

    /** What is made of a release is not there; that is no fault of the server. */
    @Test
    void noRouteFailsForWantOfARelease() throws Exception {
        for (String route : AccessMatrix.load().routes()) {
            if (route.startsWith("GET ")) {
                HttpResponse<String> answer = CLIENT.send(
                        HttpRequest.newBuilder(uri(EveryAnswerTest.path(route))).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(route).isLessThan(500);
            }
        }
    }

    @Test
    void planningWorksOnThePage() throws Exception {
        String supervision = Staff.key(environment, "early supervision", "planner", "supervision");
        String police = Staff.key(environment, "early police", "planner", "police");
        Browser.test(uri(""), "unreleased.mjs", Map.of("ATLAS_PLANNERS", supervision + " " + police));
    }
}
