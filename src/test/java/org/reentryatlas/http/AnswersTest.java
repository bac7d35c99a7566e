package org.reentryatlas.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers over HTTP that are made once: tags, compression, and what another state of the data or another name changes. */
class AnswersTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Metrics metrics = new Metrics();
    private final AtomicInteger made = new AtomicInteger();
    private volatile String version = "one";
    private volatile Duration age = Duration.ZERO;
    private HttpServer server;

    @BeforeEach
    void start() {
        Answers answers = new Answers(() -> version, () -> age, metrics);
        server = HttpServer.start(TestServers.settings(0), metrics, answers, List.of(routes -> {
            routes.get(
                    "/long", answers.by(context -> answer(version + Requests.serverUrl(context) + "x".repeat(5_000))));
            routes.get("/short", answers.by(context -> answer("short")));
            routes.get("/refused", answers.by(context -> {
                made.incrementAndGet();
                throw ProblemException.notFound("Not here.");
            }));
        }));
    }

    private Answer answer(String body) {
        made.incrementAndGet();
        return Answer.of("text/plain", Map.of("Content-Language", "en"), body);
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
}
