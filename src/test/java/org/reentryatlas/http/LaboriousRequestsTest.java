package org.reentryatlas.http;

import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever asks for pictures as fast as they can must hold up nobody who asks for something else. */
class LaboriousRequestsTest {
    private static final int PLACES = 16;
    private static final int IN_WORK = PLACES / 4;
    /** As many of them as of all others may be in work or wait. */
    private static final int WAITING = 2 * PLACES - IN_WORK;

    private static final List<String> WRITTEN = List.of(
            "/areas/a/map.png",
            "/areas/a/map.png/",
            "/areas/a/map.png?a=b",
            "/areas/%61/map.png",
            "/areas/%E2%80%A8/map.png",
            "/areas/a;b/map.png");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Metrics metrics = new Metrics();
    private final CountDownLatch begun = new CountDownLatch(IN_WORK);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() {
        Routes routes = new Routes() {
            @Override
            public void addTo(RoutesConfig config) {
                config.get("/light", context -> context.result("light"));
                config.get("/areas/{name}", context -> context.result("light too"));
                config.get("/areas/{name}/map.png", context -> {
                    begun.countDown();
                    goOn.await();
                    context.result("at last");
                });
            }

            @Override
            public List<String> laborious() {
                return List.of("/areas/.*/map\\.png(\\?.*)?");
            }
        };
        server = HttpServer.start(
                new ServerSettings("127.0.0.1", 0, new Proxies(List.of(), null), PLACES, 0, 1, Transport.PLAIN, null),
                metrics,
                new Answers(() -> "", () -> Duration.ZERO, metrics),
                TestServers.OPEN,
                List.of(routes, new OperationsRoutes(() -> true, metrics, TestServers.LOOPBACK)));
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        server.close();
        metrics.close();
    }

    private CompletableFuture<HttpResponse<String>> get(String path) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void onlyAPartOfThePlacesIsForWhatKeepsAProcessorBusy() throws Exception {
        // A gauge holds what it looks at weakly.
        System.gc();
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int number = 0; number < IN_WORK + WAITING + 1; number++) {
            asked.add(get(WRITTEN.get(number % WRITTEN.size())));
        }
        begun.await();
        HttpResponse<?> refused = (HttpResponse<?>)
                CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).join();
        assertThat(refused.statusCode()).as("more than may wait").isEqualTo(503);
        assertThat(metrics.scrape())
                .as("nobody else in work, and nobody refused who waited")
                .contains("http_requests_waiting " + WAITING + ".0", "http_requests_shed_total 1.0");

        for (String path : List.of("/light", "/areas/a", "/health/live")) {
            assertThat(get(path).join().statusCode()).as(path).isEqualTo(200);
        }

        goOn.countDown();
        assertThat(asked.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .filteredOn(status -> status == 200)
                .hasSizeGreaterThanOrEqualTo(IN_WORK);
        assertThat(get("/areas/a/map.png").join().statusCode())
                .as("all places are free again")
                .isEqualTo(200);
    }
}
