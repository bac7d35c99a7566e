package org.reentryatlas.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A table that is locked by somebody else, and two connections for three who want to read it. */
class BusyDatabaseTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void whoCannotBeServedIsToldSoon(@TempDir Path directory) throws Exception {
        Map<String, String> environment = new HashMap<>(DATABASE.environment(SmallCity.config(directory)));
        environment.put("ATLAS_DB_CONNECTIONS", "2");
        WebApp app = WebApp.start(ConfigLoader.load(environment), 0);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/releases"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (Connection other = DATABASE.connect(Role.OWNER);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table published.release in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                all.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
            }
            for (CompletableFuture<HttpResponse<String>> one : all) {
                assertThat(one.join().statusCode()).isEqualTo(503);
                assertThat(one.join().headers().firstValue("Retry-After")).contains("5");
                assertThat(one.join().body()).contains("\"code\":\"UNAVAILABLE\"");
            }
            other.rollback();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            app.close();
        }
    }
}
