package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The areas of an address over HTTP. */
class LocateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static HttpResponse<String> post(URI uri, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode locate(String address) throws Exception {
        HttpResponse<String> response =
                post(CITY.uri("/api/locate"), JSON.writeValueAsString(Map.of("address", address)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.body()).as("no position").doesNotContain("105.", "43.5", "lon", "geometry");
        return JSON.readTree(response.body());
    }

    /** As "label: beat", or nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1210 Heron Street NW               | 1200 block of Heron St NW: 01",
                "1210 heron st. nw, apt 4           | 1200 block of Heron St NW: 01",
                "1210 Heron St NW, Small City, WY 82001 | 1200 block of Heron St NW: 01",
                "1310 Heron St NW                   | 1300 block of Heron St NW: 02",
                "1210 Heron St                      | 1200 block of Heron St NW: 01 / 1200 block of Heron St SE: 03",
                "1210 Heorn St NW                   | ''",
                "1210 Herron Street SE              | 1200 block of Heron St SE: 03",
                "1350 Heron St NW                   | 1300 block of Heron St NW: 02",
                "1300 block of Heron St NW          | 1300 block of Heron St NW: 02",
                "7 Plover Lane                      | Unit block of Plover Ln: 05",
                "Plover Ln & Heron St NW            | Plover Ln & Heron St NW: 01",
                "corner of Heron Street NW and Plover Lane | Heron St NW & Plover Ln: 01",
                "9999 Heron St NW                   | ''",
                "1210 Nowhere Road                  | ''",
                "1210 Heron St NW, Los Angeles, CA  | ''",
                "Heron Street                       | ''",
                "?!                                 | ''",
                "1 A'; drop table address.street; -- | ''"
            })
    void anAddressHasItsAreas(String address, String expected) throws Exception {
        JsonNode answer = locate(address);
        List<String> found = new ArrayList<>();
        for (JsonNode match : answer.get("matches")) {
            assertThat(match.get("areas").size()).as("of every level").isEqualTo(8);
            found.add(match.get("label").asText().replaceFirst(",.*", "") + ": "
                    + match.at("/areas/beat").asText());
        }
        assertThat(String.join(" / ", found)).isEqualTo(expected);
        assertThat(answer.has("hint")).isEqualTo(found.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"address\": 12}", "{\"address\": \"1 A St\", \"k\": 1}", "{\"address", "null"
            })
    void aBodyThatIsNoQuestionIsRefusedWithoutRepeatingIt(String body) throws Exception {
        HttpResponse<String> response = post(CITY.uri("/api/locate"), body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).get("code").asText()).isEqualTo("BODY_INVALID");
        assertThat(response.body()).doesNotContain("1 A St");
    }

    @Test
    void anAddressHasALength() throws Exception {
        HttpResponse<String> longest = post(CITY.uri("/api/locate"), "{\"address\": \"" + "1".repeat(201) + "\"}");
        assertThat(JSON.readTree(longest.body()).get("code").asText()).isEqualTo("ADDRESS_TOO_LONG");
        HttpResponse<String> empty = post(CITY.uri("/api/locate"), "{\"address\": \"  \"}");
        assertThat(JSON.readTree(empty.body()).get("code").asText()).isEqualTo("ADDRESS_EMPTY");
        assertThat(locate("1 " + "A".repeat(198)).get("matches")).isEmpty();
    }

    /** So that no address gets into a URL. */
    @Test
    void itIsNotAskedByAUrl() throws Exception {
        assertThat(CITY.get("/api/locate?address=1210%20Heron%20St").statusCode())
                .isEqualTo(405);
        assertThat(post(CITY.uri("/api/locate?address=1210"), "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void withoutTheDatabaseItSaysSo(@TempDir Path directory) throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            URI uri = URI.create("http://127.0.0.1:" + app.port() + "/api/locate");
            assertThat(post(uri, "{\"address\": \"1210 Heron St\"}").statusCode())
                    .isEqualTo(200);
            DATABASE.turnAway(true);
            HttpResponse<String> away = post(uri, "{\"address\": \"1210 Heron St\"}");
            DATABASE.turnAway(false);
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(away.body()).contains("The database does not answer.").doesNotContain("Heron");
        }
    }

    /** What it need not see of the reference, the serving role cannot. */
    @ParameterizedTest
    @ValueSource(
            strings = {"select unit from address.point", "select * from address.facility", "select * from address.place"
            })
    void theServingRoleSeesNoMoreOfTheReferenceThanItNeeds(String sql) {
        assertThatThrownBy(() -> DATABASE.query(Role.WEB, sql)).hasMessageContaining("permission denied");
    }
}
