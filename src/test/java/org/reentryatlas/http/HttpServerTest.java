package org.reentryatlas.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.Logs;
import org.reentryatlas.support.RawHttp;
import org.reentryatlas.support.Until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Limits, names, methods and what other hosts may read, on a server with two routes. */
class HttpServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Metrics metrics = new Metrics();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init") // by start
    private HttpServer server;

    @AfterEach
    void stop() {
        goOn.countDown();
        server.close();
        metrics.close();
    }

    private void start(ServerSettings settings) {
        server = HttpServer.start(
                settings,
                metrics,
                new Answers(() -> "", () -> Duration.ZERO, metrics),
                TestServers.OPEN,
                List.of(
                        routes -> {
                            routes.get("/ogc/{name}", context -> context.result(Requests.serverUrl(context)));
                            routes.post("/read", context -> context.result(context.body()));
                            routes.get("/private", context -> context.result("private"));
                            routes.get("/slow", context -> {
                                goOn.await();
                                context.result("at last");
                            });
                        },
                        new OperationsRoutes(() -> true, metrics, TestServers.LOOPBACK)));
    }

    @Test
    void aServerOfOtherRoutesThanTheGateKnowsDoesNotStart() {
        start(TestServers.settings(0));
        Gate other = new Gate() {
            @Override
            public boolean admit(Context context, String route) {
                return true;
            }

            @Override
            public void requireExactly(Collection<String> routes) {
                assertThat(routes).containsExactlyInAnyOrder("GET /new", FILES);
                throw new IllegalStateException("no line for GET /new");
            }
        };
        assertThatThrownBy(() -> HttpServer.start(
                        TestServers.settings(0),
                        metrics,
                        new Answers(() -> "", () -> Duration.ZERO, metrics),
                        other,
                        List.of(routes -> routes.get("/new", context -> context.result("new")))))
                .hasMessage("no line for GET /new");
    }

    @Test
    void onlyThePageOfTheMapMayTakePicturesFromTheHostThatIsAllowed() throws Exception {
        start(new ServerSettings(
                "127.0.0.1", 0, new Proxies(List.of(), null), 64, 0, 1, Transport.PLAIN, "https://tiles.example.org"));
        for (String path : List.of("/", "/index.html")) {
            assertThat(policy(path)).contains("img-src 'self' data: https://tiles.example.org; connect-src 'self';");
        }
        for (String path : List.of("/why.html", "/app.js", "/ogc/name", "/nowhere")) {
            assertThat(policy(path)).contains("img-src 'self' data:;").doesNotContain("example");
        }
    }

    private String policy(String path) throws IOException, InterruptedException {
        return send("GET", path).headers().firstValue("Content-Security-Policy").orElse("");
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(
                        method,
                        method.equals("POST")
                                ? HttpRequest.BodyPublishers.ofString("x")
                                : HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** With the header {@code Host} among those given. */
    private RawHttp.Answer raw(String request, String... headers) throws IOException {
        String text = request + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
        return RawHttp.send(server.port(), text.getBytes(StandardCharsets.ISO_8859_1))
                .get(0);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private List<Integer> ten(String path, String forwardedFor) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            statuses.add(send("GET", path, "X-Forwarded-For", forwardedFor.formatted(number))
                    .statusCode());
        }
        return statuses;
    }

    @Test
    void whoAsksTooOftenIsToldHowLongToWait() throws Exception {
        start(TestServers.settings(1));
        List<HttpResponse<String>> responses = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            responses.add(send("GET", "/ogc/a"));
        }
        assertThat(header(responses.get(0), "RateLimit")).startsWith("\"client\";r=4;t=");
        assertThat(header(responses.get(0), "RateLimit-Policy")).isEqualTo("\"client\";q=5;w=5");
        HttpResponse<String> refused = responses.stream()
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.body()).contains("\"code\":\"RATE_LIMITED\"");
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(refused, "Retry-After")).isEqualTo("1");
        assertThat(header(refused, "RateLimit")).startsWith("\"client\";r=0;t=");
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(metrics.scrape()).containsPattern("http_requests_limited_total [1-9]");
        assertThat(ten("/health/live", "1.2.3.%d")).as("health").containsOnly(200);
    }

    @Test
    void whoIsBehindATrustedProxyIsCountedAlone() throws Exception {
        start(TestServers.settings(1, List.of("127.0.0.0/8", "10.0.0.0/8")));
        assertThat(ten("/ogc/a", "9.9.9.9, 1.2.3.%d, 10.0.0.1")).containsOnly(200);
        assertThat(ten("/ogc/a", "1.2.%d.3, 5.6.7.8, 10.0.0.1"))
                .as("what a client claims")
                .contains(429);
        assertThat(ten("/ogc/a", "2001:db8:1:2::%d")).as("one network").contains(429);
        assertThat(ten("/ogc/a", "[2001:db8:2:%d::]:80")).as("ten networks").containsOnly(200);
        assertThat(ten("/ogc/a", "not-an-address-%d")).as("nobody").contains(429);
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        start(TestServers.settings(1, List.of("10.0.0.0/8")));
        assertThat(ten("/ogc/a", "1.2.3.%d")).contains(429);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "127.0.0.1, -, https://proxy.example",
                "10.0.0.1, -, http://atlas.example:81",
                "127.0.0.1, https://atlas.example.org, https://atlas.example.org"
            })
    void linksNameTheServerAsWhoIsTrustedDoes(String proxy, String publicUrl, String url) throws Exception {
        start(new ServerSettings(
                "127.0.0.1", 0, new Proxies(List.of(proxy), publicUrl), 64, 0, 1, Transport.PLAIN, null));
        RawHttp.Answer answer = raw(
                "GET /ogc/a",
                "Host: Atlas.example:81",
                "X-Forwarded-Host: evil.example, proxy.example",
                "X-Forwarded-Proto: https");
        assertThat(answer.body()).as(answer.toString()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "<script>", "evil.example/path", "user@evil.example", "[::1", "a:b", "'\"", "", "a,b"})
    void aHostThatIsNoneIsRefusedAndNotRepeated(String host) throws Exception {
        start(TestServers.settings(0));
        RawHttp.Answer answer = raw("GET /ogc/a", "Host: " + host);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"H").doesNotContain("evil", "script");
    }

    /** Two lengths of a body are one too many, and the server refuses it before it knows a path. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /ogc/a", "POST *", "OPTIONS *", "CONNECT *", "CONNECT localhost:80", "BREW /"})
    void aBodyOfTwoLengthsIsRefusedWithAProblem(String request) throws Exception {
        start(TestServers.settings(0));
        RawHttp.Answer answer = raw(request, "Host: localhost", "Transfer-Encoding: chunked", "Content-Length: 3");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).as(answer.toString()).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"HTTP_400\"");
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        start(TestServers.settings(0));
        String host = "Host: localhost";
        assertThat(raw("GET /ogc/" + "a".repeat(9_000), host))
                .satisfies(answer -> assertThat(answer.body()).contains("\"code\":\"HTTP_414\""));
        assertThat(raw("GET /ogc/a", host, "X: " + "a".repeat(9_000)))
                .satisfies(answer -> assertThat(answer.body()).contains("\"code\":\"HTTP_431\""));
        assertThat(raw("POST /ogc/a", host, "Content-Length: 1000001"))
                .satisfies(answer -> assertThat(answer.body()).contains("\"code\":\"HTTP_413\""));
        String chunked = "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        assertThat(raw("POST /read", host, chunked + "f4241\r\n" + "a".repeat(0xf4241) + "\r\n0"))
                .satisfies(answer -> assertThat(answer.body()).contains("\"code\":\"HTTP_413\""));
        assertThat(raw("POST /read", host, chunked + "no length"))
                .satisfies(answer -> assertThat(answer.body()).contains("\"code\":\"HTTP_400\""));
    }

    /** One is in work, one waits for it, and the third is told at once. */
    @Test
    void aBusyServerSaysSoAndIsStillAlive() throws Exception {
        start(new ServerSettings("127.0.0.1", 0, new Proxies(List.of(), null), 1, 0, 1, Transport.PLAIN, null));
        List<CompletableFuture<HttpResponse<String>>> three = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            three.add(CLIENT.sendAsync(
                    HttpRequest.newBuilder(uri("/slow")).build(), HttpResponse.BodyHandlers.ofString()));
        }
        CompletableFuture.anyOf(three.toArray(CompletableFuture[]::new)).join();
        HttpResponse<String> refused = three.stream()
                .filter(CompletableFuture::isDone)
                .findFirst()
                .orElseThrow()
                .join();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"code\":\"UNAVAILABLE\"");
        assertThat(header(refused, "Retry-After")).isEqualTo("5");
        assertThat(send("GET", "/health/live").statusCode()).isEqualTo(200);
        assertThat(metrics.scrape()).containsPattern("http_requests_shed_total [1-9]");
        goOn.countDown();
        assertThat(three.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .contains(200);
    }

    @Test
    void otherHostsMayReadWhatIsPublicAndNothingElse() throws Exception {
        start(TestServers.settings(0));
        for (String path : List.of("/ogc/a", "/ogc", "/ogc/no/such")) {
            HttpResponse<String> open = send("GET", path, "Origin", "https://elsewhere.example");
            assertThat(header(open, "Access-Control-Allow-Origin")).as(path).isEqualTo("*");
            assertThat(header(open, "Access-Control-Expose-Headers"))
                    .contains("Content-Crs", "ETag", "Link", "RateLimit", "Retry-After");
            assertThat(header(open, "Access-Control-Allow-Credentials")).isEmpty();
        }
        for (String path : List.of("/private", "/ogcx", "/index.html", "/metrics")) {
            HttpResponse<String> closed = send("GET", path, "Origin", "https://elsewhere.example");
            assertThat(header(closed, "Access-Control-Allow-Origin")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/ogc/a, 204, *", "/private, 204, ''", "/index.html, 204, ''", "/, 204, ''", "/nothing, 404, ''"})
    void optionsTellWhatAPathTakes(String path, int status, String origin) throws Exception {
        start(TestServers.settings(0));
        HttpResponse<String> answer =
                send("OPTIONS", path, "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "GET");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Allow")).isEqualTo(status == 204 ? "GET, HEAD, OPTIONS" : "");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(header(answer, "Access-Control-Allow-Methods"))
                .isEqualTo(origin.isEmpty() ? "" : "GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({"POST, /ogc/a", "DELETE, /private", "PUT, /index.html", "BREW, /ogc/a", "TRACE, /private"})
    void anotherMethodIsRefused(String method, String path) throws Exception {
        start(TestServers.settings(0));
        RawHttp.Answer answer = raw(method + " " + path, "Host: localhost");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"HTTP_405\"");
    }

    @Test
    void aRequestLeavesALineWithoutAnythingThatTheClientChose() throws Exception {
        start(TestServers.settings(0));
        try (Logs logs = Logs.ofAll()) {
            send("GET", "/ogc/secret?secret=secret", "User-Agent", "secret", "Referer", "secret");
            send("GET", "/secret");
            raw("SECRET /ogc/%zz?secret", "Host: secret");
            // Each line is written after its answer.
            Until.holds("three lines", () -> logs.events().size() >= 3);
            List<String> lines = logs.events().stream().map(Logs::text).toList();
            assertThat(lines).hasSizeGreaterThanOrEqualTo(3).noneMatch(line -> line.contains("secret"));
            assertThat(lines.get(0))
                    .contains("method=\"GET\"", "route=\"/ogc/{name}\"", "status=\"200\"", "cached=\"false\"")
                    .containsPattern("request=\"[0-9a-f]{16}\"")
                    .containsPattern("bytes=\"[1-9][0-9]*\"")
                    .containsPattern("ms=\"[0-9]+\"");
        }
        assertThat(metrics.scrape()).contains("route=\"/ogc/{name}\"").doesNotContain("secret", "SECRET");
    }
}
