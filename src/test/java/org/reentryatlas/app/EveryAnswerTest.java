package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.identity.AccessMatrix;
import org.reentryatlas.support.Certificates;
import org.reentryatlas.support.RawHttp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What every answer tells the browser, whoever of the server gives it, over TLS; and that nothing is built of a name that a client made up. */
class EveryAnswerTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    /** The headers that every answer has, and what they hold at least. */
    private static final Map<String, String> OF_ALL = Map.of(
            "Content-Security-Policy", "frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "geolocation=(self)",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "-origin");

    private static final String PUBLIC_URL = "https://atlas.example.org";
    private static final String EVIL = "evil.example";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AccessMatrix MATRIX = AccessMatrix.load();

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init") // by start
    private static WebApp secure;

    @SuppressWarnings("NullAway.Init") // by start
    private static WebApp named;

    @SuppressWarnings("NullAway.Init") // by start
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        Certificates certificates = Certificates.valid(directory, "localhost", "EC");
        Map<String, String> environment = new HashMap<>(CITY.environment());
        environment.put("ATLAS_SERVER_PUBLIC_URL", PUBLIC_URL);
        named = WebApp.start(ConfigLoader.load(environment), 0);
        Path password = Certificates.write(directory.resolve("password"), Certificates.PASSWORD + "\n");
        environment.put("ATLAS_SERVER_TLS_KEYSTORE", certificates.store().toString());
        environment.put("ATLAS_SERVER_TLS_PASSWORD_FILE", password.toString());
        secure = WebApp.start(ConfigLoader.load(environment), 0);
        client = HttpClient.newBuilder().sslContext(certificates.trusting()).build();
    }

    @AfterAll
    static void stop() {
        secure.close();
        named.close();
    }

    /** All tests come from one address: what one tries here must not lock out another, nor the other way round. */
    @BeforeEach
    @AfterEach
    void forget() throws Exception {
        CITY.database().asAdmin("delete from identity.sign_in_failure");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + secure.port() + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** With what is fair for the served city, and an object that is not there. */
    static String path(String route) {
        String path = route.substring(route.indexOf(' ') + 1).replace("/*", "/app.js");
        for (Map.Entry<String, String> fair : DescribedRequestsTest.FAIR.entrySet()) {
            path = path.replace("{" + fair.getKey() + "}", fair.getValue());
        }
        return path.replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000");
    }

    @Test
    void everyRouteOfTheMatrixAnswersWithEveryHeader() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (String route : MATRIX.routes()) {
            String method = route.substring(0, route.indexOf(' '));
            String path = path(route);
            boolean hasBody = method.equals("POST") || method.equals("PUT");
            // The second one may lie in memory, and the third need not be sent again.
            for (int time = 0; time < 2; time++) {
                HttpResponse<byte[]> answer = send(request(path)
                        .header("Content-Type", "application/json")
                        .method(method, hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
                statuses.add(answer.statusCode());
                requireAll(route, answer.headers());
                String tag = answer.headers().firstValue("ETag").orElse("");
                if (time == 1 && method.equals("GET") && !tag.isEmpty()) {
                    HttpResponse<byte[]> same = send(request(path).header("If-None-Match", tag));
                    statuses.add(same.statusCode());
                    requireAll(route + " again", same.headers());
                }
            }
        }
        assertThat(statuses).contains(200, 304, 400, 401, 404);
    }

    private static void requireAll(String what, HttpHeaders headers) {
        OF_ALL.forEach((name, part) -> assertThat(headers.allValues(name))
                .as("%s: %s", what, name)
                .singleElement()
                .satisfies(value -> assertThat(value).contains(part)));
        assertThat(headers.allValues("Strict-Transport-Security"))
                .as(what)
                .containsExactly("max-age=31536000; includeSubDomains");
        assertThat(headers.firstValue("Server")).isEmpty();
        String type = headers.firstValue("Content-Type").orElse("");
        assertThat(type.matches("text/.*") && !type.contains("charset="))
                .as("%s: a text of which nobody says how to read it: %s", what, type)
                .isFalse();
    }

    /** What other hosts may show is said by the path, as it is for what they may read. */
    @Test
    void otherHostsMayLoadWhatIsPublishedAlone() throws Exception {
        for (String path : List.of("/ogc", "/data.json", "/layers/people-by-beat.csv")) {
            assertThat(send(request(path)).headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("cross-origin");
        }
        for (String path : List.of("/", "/session", "/outreach/plans", "/metrics", "/nowhere")) {
            assertThat(send(request(path)).headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
        }
    }

    /** What Jetty refuses before any route or handler of ours; in the clear, where a request can be made up byte by byte. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: a\r\n",
                "GET //a HTTP/1.1\r\nHost: a\r\n",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n",
                "GET /nowhere HTTP/1.1\r\nHost: a\r\n",
                "GET /app.js HTTP/1.1\r\nHost: a b\r\n",
                "BREW / HTTP/1.1\r\nHost: a\r\n",
                "TRACE / HTTP/1.1\r\nHost: a\r\n",
                "OPTIONS / HTTP/1.1\r\nHost: a\r\n",
                "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n",
                "POST /session HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n",
                "POST /session HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                "GET /ogc/ HTTP/1.1\r\nHost: a\r\n",
                "GET /webjars/ HTTP/1.1\r\nHost: a\r\n"
            })
    void whatIsRefusedBeforeAnyRouteIsAnsweredSo(String request) throws Exception {
        RawHttp.Answer answer = raw(named.port(), request);
        OF_ALL.forEach((name, part) ->
                assertThat(answer.header(name)).as(answer.toString()).contains(part));
        assertThat(answer.header("Strict-Transport-Security"))
                .as("in the clear")
                .isEmpty();
    }

    private static RawHttp.Answer raw(int port, String request) throws IOException {
        String text = request + "Connection: close\r\n\r\n";
        return RawHttp.send(port, text.getBytes(StandardCharsets.ISO_8859_1)).get(0);
    }

    @Test
    void aHeaderThatIsTooLargeIsRefusedSo() throws Exception {
        HttpResponse<byte[]> answer = send(request("/ogc").header("X-Long", "a".repeat(9_000)));
        assertThat(answer.statusCode()).isEqualTo(431);
        requireAll("too large", answer.headers());
    }

    /** Only to the very host, over TLS, for no script and on no way from another page. */
    @Test
    void theSessionLiesInACookieOfTheVeryHost() throws Exception {
        String key = Staff.key(CITY, "over tls", "planner", "police");
        HttpResponse<byte[]> answer = send(request("/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"key\": \"" + key + "\"}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("__Host-").contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(cookie).doesNotContain("Domain");
        JsonNode session =
                JSON.readTree(send(request("/session").header("Cookie", cookie.substring(0, cookie.indexOf(';'))))
                        .body());
        assertThat(session.get("name").asText()).isEqualTo("over tls");
    }

    /** Links, redirects, calendars and pages name the server as its operator does, whatever a client says. */
    @Test
    void nothingIsBuiltOfANameThatAClientMadeUp() throws Exception {
        int links = 0;
        for (String route : MATRIX.routes()) {
            if (!route.startsWith("GET ")) {
                continue;
            }
            for (String accept : List.of("application/json", "text/html")) {
                RawHttp.Answer answer = raw(
                        named.port(),
                        "GET " + path(route) + " HTTP/1.1\r\nHost: " + EVIL + "\r\nAccept: " + accept
                                + "\r\nX-Forwarded-Host: " + EVIL
                                + "\r\nX-Forwarded-Proto: http\r\nX-Forwarded-Port: 81"
                                + "\r\nX-Forwarded-Prefix: /" + EVIL + "\r\nX-Forwarded-Server: " + EVIL
                                + "\r\nForwarded: host=" + EVIL + ";proto=http\r\nX-Original-URL: /" + EVIL
                                + "\r\nX-Rewrite-URL: /" + EVIL + "\r\nX-Host: " + EVIL + "\r\nOrigin: https://" + EVIL
                                + "\r\nReferer: https://" + EVIL + "/\r\n");
                assertThat(answer.body() + answer.headers()).as(route).doesNotContain(EVIL);
                if (answer.body().contains(PUBLIC_URL)) {
                    links++;
                }
            }
        }
        assertThat(links).as("answers with links").isGreaterThan(20);
    }

    /** Of somebody who is not trusted it would let a client choose its own address, which limits and the audit log go by. */
    @Test
    void nobodyIsBelievedAboutTheAddressOfAClientButTrustedProxies() throws Exception {
        String wrong = "{\"name\": \"nobody such\", \"password\": \"wrong horse\"}";
        int locked = 0;
        for (int time = 0; time < 7; time++) {
            HttpResponse<byte[]> answer = send(request("/session")
                    .header("Content-Type", "application/json")
                    .header("X-Forwarded-For", "203.0.113." + time)
                    .header("Forwarded", "for=203.0.113." + time)
                    .POST(BodyPublishers.ofString(wrong)));
            locked += requireNonNull(JSON.readTree(answer.body()).get("code"))
                            .asText()
                            .equals("SIGN_IN_LOCKED")
                    ? 1
                    : 0;
        }
        assertThat(locked).as("after five of one address").isEqualTo(2);
    }
}
