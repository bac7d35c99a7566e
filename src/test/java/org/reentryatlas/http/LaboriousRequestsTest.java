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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever asks for pictures as fast as they can must hold up nobody who asks for something else. */
class LaboriousRequestsTest {
    /** As {@link TestServers} has it. */
    private static final int PLACES = 64;

    private static final List<String> WRITTEN = List.of(
            "/areas/a/map.png",
            "/areas/a/map.png/",
            "/areas/a/map.png?a=b",
            "/areas/%61/map.png",
            "/areas/%E2%80%A8/map.png",
            "/areas/a;b/map.png");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Metrics metrics = new Metrics();
    private final CountDownLatch begun = new CountDownLatch(PLACES / 4);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger inWork = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() {
        Routes routes = new Routes() {
            @Override
            public void addTo(RoutesConfig config) {
                config.get("/light", context -> context.result("light"));
                config.get("/areas/{name}", context -> context.result("light too"));
                config.get("/areas/{name}/map.png", context -> {
                    inWork.incrementAndGet();
                    begun.countDown();
                    goOn.await();
                    inWork.decrementAndGet();
                    context.result("at last");
                });
            }

            @Override
            public List<String> laborious() {
                return List.of("/areas/.*/map\\.png(\\?.*)?");
            }
        };
        server = HttpServer.start(
                TestServers.settings(0),
                metrics,
                new Answers(() -> "", () -> Duration.ZERO, metrics),
                List.of(routes, new OperationsRoutes(() -> true, metrics)));
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
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int number = 0; number < 2 * PLACES + 1; number++) {
            asked.add(get(WRITTEN.get(number % WRITTEN.size())));
        }
        begun.await();
        HttpResponse<?> refused = (HttpResponse<?>)
                CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).join();
        assertThat(refused.statusCode()).as("more than may wait").isEqualTo(503);

        for (String path : List.of("/light", "/areas/a", "/health/live")) {
            assertThat(get(path).join().statusCode()).as(path).isEqualTo(200);
        }
        assertThat(inWork).as("at once, however it is written").hasValue(PLACES / 4);
        // A gauge holds what it looks at weakly.
        System.gc();
        assertThat(metrics.scrape())
                .containsPattern("http_requests_shed_total [1-9]")
                .containsPattern("http_requests_waiting [0-9]");

        goOn.countDown();
        assertThat(asked.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .filteredOn(status -> status == 200)
                .hasSizeGreaterThanOrEqualTo(PLACES / 4);
        assertThat(get("/areas/a/map.png").join().statusCode())
                .as("all places are free again")
                .isEqualTo(200);
    }
}
