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
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TcpProxy;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The server while its database is there and says nothing any more, which no error tells. */
class SilentDatabaseTest {
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

    private void load(Map<String, String> environment, String rows) throws IOException {
        Path file = Files.writeString(directory.resolve("providers.csv"), "id,name,category,lon,lat\n" + rows);
        Cli run = Cli.run(environment, "load", "providers", file.toString(), "--yes");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    @Timeout(120)
    void readsGoOnTellTheirAgeAndAreFreshAgainWhenItSpeaks() throws Exception {
        Map<String, String> direct = new HashMap<>(DATABASE.environment(SmallCity.config(directory)));
        direct.put("ATLAS_SERVER_REQUESTS_PER_SECOND", "0");
        load(direct, "A,Pantry,food,-105.09,43.51\n");
        try (TcpProxy line = TcpProxy.to(direct);
                WebApp app = WebApp.start(ConfigLoader.load(line.environment(direct)), 0)) {
            assertThat(get(app, "/health/ready").statusCode()).isEqualTo(200);
            line.stall(true);
            assertThat(get(app, "/health/ready").statusCode()).isEqualTo(503);
            waitUntil(() -> get(app, SITES).headers().firstValue("Age").isPresent());
            assertThat(get(app, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(app, SITES + "?sortby=-name").statusCode()).isEqualTo(200);
            assertThat(get(app, "/metrics").body()).contains("atlas_catalogue_age_seconds ");
            load(direct, "A,Pantry,food,-105.09,43.51\nB,Clinic,health,-105.08,43.51\n");
            line.stall(false);
            waitUntil(() -> get(app, "/health/ready").statusCode() == 200);
            waitUntil(() -> get(app, SITES + "?limit=1").body().contains("\"numberMatched\":2"));
            waitUntil(() -> get(app, SITES).headers().firstValue("Age").isEmpty());
        }
    }

    /** By asking, not by sleeping; the time is bounded by the test's. */
    private static void waitUntil(Callable<Boolean> holds) throws Exception {
        while (!holds.call()) {
            Thread.onSpinWait();
        }
    }
}
