package org.reentryatlas.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TcpProxy;
import org.reentryatlas.support.TestDatabase;
import org.reentryatlas.support.Until;

import static org.assertj.core.api.Assertions.assertThat;

/** The server while its database is away, or is there and says nothing any more, which no error tells. */
class OutageTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SITES = "/ogc/collections/providers/items";

    @TempDir
    Path directory;

    private static HttpResponse<String> get(WebApp app, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(WebApp app, String path, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What is written by people is in no memory: it says so, and when to ask again. */
    private static void assertTriesAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("\"code\":\"UNAVAILABLE\"", "The database does not answer.", "\"hint\":");
    }

    private void load(Map<String, String> environment, String... sites) throws IOException {
        Path file = Files.writeString(
                directory.resolve("providers.csv"), "id,name,category,lon,lat\n" + String.join("\n", sites) + "\n");
        Cli run = Cli.run(environment, "load", "providers", file.toString(), "--yes");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** What was never asked before is answered too, since nothing is asked of the database. */
    @Test
    void everythingIsServedWhileTheDatabaseIsAwayAndNewsComeWhenItIsBack() throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        load(environment, "A,Pantry,food,-105.09,43.51", "B,Clinic,health,-105.08,43.51");
        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            assertThat(get(app, "/health/ready").statusCode()).isEqualTo(200);
            DATABASE.turnAway(true);
            assertThat(get(app, "/health/ready").statusCode()).isEqualTo(503);
            for (String path : new String[] {
                SITES + "?filter=name%3D'Pantry'",
                SITES + "?sortby=-name&crs=http://www.opengis.net/def/crs/EPSG/0/3857",
                "/ogc/collections/providers/tiles/WebMercatorQuad/0/0/0",
                "/ogc/collections/providers/schema",
                "/api/map",
                "/"
            }) {
                assertThat(get(app, path).statusCode()).as(path).isEqualTo(200);
            }
            assertTriesAgain(get(app, "/outreach/plans"));
            assertTriesAgain(get(app, "/outreach/calendar.ics"));
            assertTriesAgain(get(app, "/outreach/priority"));
            assertTriesAgain(post(app, "/session", "{\"key\": \"x\"}"));
            DATABASE.turnAway(false);
            load(
                    environment,
                    "A,Pantry,food,-105.09,43.51",
                    "B,Clinic,health,-105.08,43.51",
                    "C,Bank,food,-105.07,43.5");
            Until.holds("news", () -> get(app, SITES + "?limit=1").body().contains("\"numberMatched\":3"));
        }
    }

    @Test
    @Timeout(120)
    void readsGoOnTellTheirAgeAndAreFreshAgainWhenTheDatabaseSpeaksAgain() throws Exception {
        Map<String, String> direct = new HashMap<>(DATABASE.environment(SmallCity.config(directory)));
        direct.put("ATLAS_SERVER_REQUESTS_PER_SECOND", "0");
        load(direct, "A,Pantry,food,-105.09,43.51");
        try (TcpProxy line = TcpProxy.to(direct);
                WebApp app = WebApp.start(ConfigLoader.load(line.environment(direct)), 0)) {
            assertThat(get(app, "/health/ready").statusCode()).isEqualTo(200);
            line.stall(true);
            assertThat(get(app, "/health/ready").statusCode()).isEqualTo(503);
            Until.holds(
                    "an age is told",
                    () -> get(app, SITES).headers().firstValue("Age").isPresent());
            assertThat(get(app, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(app, SITES + "?sortby=-name").statusCode()).isEqualTo(200);
            assertThat(get(app, "/metrics").body()).contains("atlas_catalogue_age_seconds ");
            load(direct, "A,Pantry,food,-105.09,43.51", "B,Clinic,health,-105.08,43.51");
            // What was asked in the silence is never answered: who waits for that without end has no news.
            line.forget();
            line.stall(false);
            Until.holds("ready again", () -> get(app, "/health/ready").statusCode() == 200);
            Until.holds("news", () -> get(app, SITES + "?limit=1").body().contains("\"numberMatched\":2"));
            Until.holds(
                    "no age", () -> get(app, SITES).headers().firstValue("Age").isEmpty());
        }
    }
}
