package org.reentryatlas.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.support.Logs;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers over HTTP that are made once: tags, compression, and what another state of the data or another name changes. */
class AnswersTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Metrics metrics = new Metrics();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<Void> goOn = new CompletableFuture<>();
    private volatile String version = "one";
    private volatile Duration age = Duration.ZERO;
    private HttpServer server;

    @BeforeEach
    void start() {
        Answers answers = new Answers(() -> version, () -> age, metrics);
        server = HttpServer.start(TestServers.settings(0), metrics, answers, TestServers.OPEN, List.of(routes -> {
            routes.get(
                    "/long", answers.by(context -> answer(version + Requests.serverUrl(context) + "x".repeat(5_000))));
            routes.get("/short", answers.by(context -> answer("short")));
            routes.get(
                    "/translated",
                    answers.in(
                            new Languages(List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))),
                            (context, language) -> answer(language.getLanguage())));
            routes.get("/held", answers.by(context -> {
                begun.countDown();
                goOn.join();
                return answer("at last");
            }));
            routes.get("/refused-late", answers.by(context -> {
                begun.countDown();
                goOn.join();
                made.incrementAndGet();
                throw ProblemException.notFound("Not here.");
            }));
            routes.get("/refused", answers.by(context -> {
                made.incrementAndGet();
                throw ProblemException.notFound("Not here.");
            }));
        }));
    }

    private Answer answer(String body) {
        made.incrementAndGet();
        return Answer.of("text/x-test", Map.of("Content-Language", "en"), body.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return getFrom("127.0.0.1", path, headers);
    }

    private HttpResponse<byte[]> getFrom(String host, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The first goes by the routes and the second past them: nobody can tell them apart. */
    @ParameterizedTest
    @CsvSource({
        "GET, Accept, */*, 200",
        "GET, Accept-Encoding, gzip, 200",
        "GET, If-None-Match, *, 304",
        "HEAD, Accept, */*, 200",
        "HEAD, If-None-Match, *, 304"
    })
    void anAnswerFromMemoryIsThatOfTheRoute(String method, String header, String value, int status) throws Exception {
        version = method + header;
        try (Logs logs = Logs.ofAll()) {
            HttpResponse<byte[]> first = send(method, "/long", header, value);
            HttpResponse<byte[]> again = send(method, "/long", header, value);
            assertThat(first.statusCode()).isEqualTo(status);
            assertThat(again.statusCode()).isEqualTo(status);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(withoutDate(again))
                    .isEqualTo(withoutDate(first))
                    .containsKeys("Content-Security-Policy", "ETag");
            assertThat(header(first, "Content-Type")).startsWith("text/x-test");
            send("GET", "/short", "Accept", "*/*");
            List<String> lines = logs.events().stream().map(Logs::text).toList();
            assertThat(lines.get(0)).contains("route=\"/long\"", "cached=\"false\"");
            assertThat(lines.get(1)).contains("route=\"/long\"", "cached=\"true\"");
        }
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<?> response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        headers.remove("Date");
        return headers;
    }

    private HttpResponse<byte[]> send(String method, String path, String header, String value)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header(header, value)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void answersAreCounted() throws Exception {
        for (int i = 0; i < 3; i++) {
            get("/short");
        }
        get("/nowhere");
        assertThat(metrics.scrape())
                .contains("cache_gets_total{cache=\"answers\",result=\"hit\"} 2.0")
                .contains("cache_gets_total{cache=\"answers\",result=\"miss\"} 1.0");
    }

    /** Chosen by a header it is found by the route alone, and counts all the same. */
    @Test
    void anAnswerInALanguageIsMadeOnceHoweverItIsChosen() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> response = get("/translated", "Accept-Language", "es-MX, en;q=0.5");
            assertThat(response.body()).isEqualTo("es".getBytes(StandardCharsets.UTF_8));
            assertThat(header(response, "Content-Language")).isEqualTo("es");
            assertThat(header(response, "Vary")).contains("Accept-Language");
        }
        assertThat(get("/translated?lang=es").body()).isEqualTo("es".getBytes(StandardCharsets.UTF_8));
        assertThat(made).hasValue(1);
        assertThat(get("/translated").body()).isEqualTo("en".getBytes(StandardCharsets.UTF_8));
        assertThat(get("/translated?lang=fr").statusCode()).isEqualTo(400);
        assertThat(metrics.scrape())
                .contains("cache_gets_total{cache=\"answers\",result=\"hit\"} 2.0")
                .contains("cache_gets_total{cache=\"answers\",result=\"miss\"} 2.0");
    }

    @Test
    void anAnswerSaysForHowLongNobodyKnowsWhetherItStillHolds() throws Exception {
        assertThat(header(get("/short"), "Age")).isEmpty();
        age = Duration.ofMinutes(2);
        assertThat(header(get("/short"), "Age")).isEqualTo("120");
    }

    @Test
    void anAnswerIsMadeOnce() throws Exception {
        assertThat(get("/long").body()).isEqualTo(get("/long").body());
        assertThat(made).hasValue(1);
        get("/long?other");
        assertThat(made).as("another query").hasValue(2);
    }

    @Test
    void anotherStateOfTheDataMakesItAnew() throws Exception {
        HttpResponse<byte[]> before = get("/long");
        version = "two";
        HttpResponse<byte[]> after = get("/long", "If-None-Match", header(before, "ETag"));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(new String(after.body(), StandardCharsets.UTF_8)).startsWith("two");
    }

    @Test
    void whoHasItIsToldThatItStillHolds() throws Exception {
        HttpResponse<byte[]> first = get("/long");
        HttpResponse<byte[]> again = get("/long", "If-None-Match", "\"other\", W/" + header(first, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(get("/long", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(get("/long", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void compressedItHoldsTheSameBytesUnderAnotherTag() throws Exception {
        HttpResponse<byte[]> plain = get("/long", "Accept-Encoding", "br, gzip;q=0");
        HttpResponse<byte[]> gzip = get("/long", "Accept-Encoding", "br, gzip;q=0.5");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.body()).hasSizeLessThan(plain.body().length / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(gzip, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(header(plain, "Vary")).contains("Accept-Encoding");
        assertThat(header(gzip, "Content-Language")).isEqualTo("en");
    }

    @Test
    void whatIsShortIsNotCompressed() throws Exception {
        HttpResponse<byte[]> response = get("/short", "Accept-Encoding", "gzip");
        assertThat(header(response, "Content-Encoding")).isEmpty();
        assertThat(response.body()).isEqualTo("short".getBytes(StandardCharsets.UTF_8));
    }

    /** Links name the server as the client did, so an answer for one name is none for another. */
    @Test
    void eachNameOfTheServerHasItsOwn() throws Exception {
        assertThat(getFrom("localhost", "/long").body())
                .isNotEqualTo(get("/long").body());
    }

    @Test
    void aFailureIsNotKept() throws Exception {
        assertThat(get("/refused").statusCode()).isEqualTo(404);
        HttpResponse<byte[]> again = get("/refused");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(header(again, "ETag")).isEmpty();
        assertThat(made).hasValue(2);
    }

    /** More than a new cache has bins, so that some would lie where the one lies that takes long. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void whatTakesLongHoldsUpNothingElseAndIsMadeOnce() throws Exception {
        CompletableFuture<HttpResponse<String>> held = getLater("/held");
        begun.await();
        for (int number = 0; number < 100; number++) {
            assertThat(get("/short?number=" + number).statusCode()).isEqualTo(200);
        }
        CompletableFuture<HttpResponse<String>> another = getLater("/held");
        assertThat(held).isNotDone();
        goOn.complete(null);
        assertThat(held.join().body()).isEqualTo("at last");
        assertThat(another.join().body()).isEqualTo("at last");
        assertThat(made).hasValue(101);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aFailureEndsTheWaitOfAllAndIsNotKept() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            waiting.add(getLater("/refused-late"));
        }
        begun.await();
        for (int number = 0; number < 50; number++) {
            assertThat(get("/short?number=" + number).statusCode()).isEqualTo(200);
        }
        made.set(0);
        goOn.complete(null);
        assertThat(waiting.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(404);
        int failures = made.get();
        assertThat(get("/refused-late").statusCode()).isEqualTo(404);
        assertThat(made).hasValue(failures + 1);
    }

    private CompletableFuture<HttpResponse<String>> getLater(String path) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What is kept is sent past the gate. */
    @Test
    void whatIsNotForEverybodyIsNotKept() throws Exception {
        Answers answers = new Answers(() -> "", () -> Duration.ZERO, metrics);
        HttpServer closed = HttpServer.start(
                TestServers.settings(0),
                metrics,
                answers,
                TestServers.gate(false),
                List.of(routes -> routes.get("/kept", answers.by(context -> answer("kept")))));
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + closed.port() + "/kept"))
                    .build();
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(500);
        } finally {
            closed.close();
        }
    }
}
