package org.reentryatlas.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.Logs;
import org.reentryatlas.support.RawHttp;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand requests that nobody sends who means well. Whatever comes, the server says what is wrong in its own form,
 * gives nothing of itself away, writes nothing of it down and goes on.
 */
class HostileRequestsTest {
    /** Another one by {@code -Datlas.seed=…}. */
    private static final long SEED = Long.getLong("atlas.seed", 20_261_126);

    private static final int RAW = 8_000;
    private static final int BY_CLIENT = 2_000;
    private static final int THREADS = 4;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static WebApp app;

    @BeforeAll
    static void publishAndStart() throws IOException {
        Map<String, String> environment = new HashMap<>(DATABASE.environment(SmallCity.config(directory)));
        environment.put("ATLAS_SERVER_REQUESTS_PER_SECOND", "0");
        SmallCity.loadBeats(environment, directory);
        Path providers = Files.writeString(
                directory.resolve("providers.csv"),
                "id,name,category,address,lon,lat\nA/1,Food Pantry,food,1 Open Street,-105.09,43.51\n");
        Cli load = Cli.run(environment, "load", "providers", providers.toString());
        assertThat(load.exitCode()).as(load.err()).isZero();
        SmallCity.release(
                environment,
                SmallCity.caseload(directory, "caseload.csv", 60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30),
                "2026-06-30");
        app = WebApp.start(ConfigLoader.load(environment), 0);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** What was found to be answered otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"/ogc/collections/people-by-beat/items/a;%u0041", "/ogc/collections/;%", "?limit=1"})
    void whatCannotBeReadIsABadRequest(String target) throws Exception {
        String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertThat(RawHttp.send(app.port(), request.getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(RawHttp.Answer::status)
                .containsExactly(400);
    }

    /** Else a proxy would send the next request, of somebody else, where nobody listens any more. */
    @ParameterizedTest
    @ValueSource(strings = {"%00", "%zz", "a HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\nX-Was:"})
    void whoIsHungUpOnIsToldSo(String name) throws Exception {
        String request = "GET /ogc/" + name + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        assertThat(RawHttp.send(app.port(), request.getBytes(StandardCharsets.ISO_8859_1)))
                .singleElement()
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.header("Connection")).isEqualTo("close"));
    }

    @Test
    void whateverComesIsAnsweredInOneFormAndLeavesNoTrace() throws Exception {
        List<ILoggingEvent> events;
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (Logs logs = Logs.ofAll()) {
            ExecutorService clients = Executors.newFixedThreadPool(THREADS);
            try {
                List<Callable<List<Integer>>> work = new ArrayList<>();
                for (int share = 0; share < THREADS; share++) {
                    HostileRequest requests = new HostileRequest(SEED + share);
                    work.add(() -> attack(requests));
                }
                for (Future<List<Integer>> done : clients.invokeAll(work)) {
                    done.get().forEach(status -> statuses.merge(status, 1, Integer::sum));
                }
            } finally {
                clients.shutdownNow();
            }
            assertThat(getHealth()).isEqualTo(200);
            events = logs.events();
        }
        System.out.println("hostile requests, seed " + SEED + ": " + statuses);
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum())
                .as("answers: hardly a request is left without one")
                .isGreaterThan((RAW + BY_CLIENT) * 9 / 10);
        assertThat(statuses).as("what a fair attack meets").containsKeys(200, 204, 400, 404, 405, 413, 414, 431, 505);
        assertThat(events).hasSizeGreaterThan(RAW / 2);
        assertThat(events.stream().map(Logs::text)).noneMatch(line -> line.contains(HostileRequest.MARK));
        assertThat(events).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    private static List<Integer> attack(HostileRequest requests) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int number = 0; number < RAW / THREADS; number++) {
            byte[] request = requests.bytes();
            for (RawHttp.Answer answer : RawHttp.send(app.port(), request)) {
                check(new String(request, StandardCharsets.ISO_8859_1), answer);
                statuses.add(answer.status());
            }
        }
        for (int number = 0; number < BY_CLIENT / THREADS; number++) {
            String target = requests.target();
            URI uri = uri(target);
            if (uri != null) {
                HttpResponse<String> response = CLIENT.send(
                        HttpRequest.newBuilder(uri)
                                .header("Accept", requests.accept())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                Map<String, String> headers = new TreeMap<>();
                response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
                check(target, new RawHttp.Answer(response.statusCode(), headers, response.body()));
                statuses.add(response.statusCode());
            }
        }
        return statuses;
    }

    private static @Nullable URI uri(String target) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + app.port() + target);
            return uri.getPort() == app.port() ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What holds of every answer, whatever was asked. */
    static void check(String request, RawHttp.Answer answer) throws IOException {
        String what =
                "seed " + SEED + ": " + request.substring(0, Math.min(1_000, request.length())) + "\n-> " + answer;
        assertThat(answer.status()).as(what).isLessThan(506).isNotIn(500, 502, 503, 504);
        assertThat(answer.headers()).as(what).doesNotContainKey("x-injected");
        assertThat(answer.header("Location")).as(what).matches("(/[^/].*)?");
        assertThat(answer.body())
                .as(what)
                .doesNotContain(
                        "Exception", "\tat ", "org.eclipse", "io.javalin", "org.reentryatlas", "org.postgresql");
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
            assertThat(answer.header("Content-Security-Policy")).as(what).contains("default-src 'none'");
            if (!answer.body().isEmpty() || !request.contains("HEAD ")) {
                JsonNode problem = JSON.readTree(answer.body());
                assertThat(problem.path("status").asInt()).as(what).isEqualTo(answer.status());
                assertThat(problem.path("code").asText()).as(what).matches("[A-Z][A-Z0-9_]+");
            }
        }
    }

    private static int getHealth() throws IOException, InterruptedException {
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
