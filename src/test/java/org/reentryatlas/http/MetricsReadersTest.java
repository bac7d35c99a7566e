package org.reentryatlas.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.RawHttp;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may read the figures: by the address of the client, as far as proxies are trusted; to others there are none. */
class MetricsReadersTest {
    private static final List<String> PROXIES = List.of("127.0.0.0/8", "10.0.0.0/8");

    private final Metrics metrics = new Metrics();

    @SuppressWarnings("NullAway.Init") // by start
    private HttpServer server;

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    private void start(List<String> proxies, Networks readers) {
        server = HttpServer.start(
                TestServers.settings(0, proxies),
                metrics,
                new Answers(() -> "", () -> Duration.ZERO, metrics),
                TestServers.OPEN,
                List.of(new OperationsRoutes(() -> true, metrics, readers)));
    }

    private RawHttp.Answer ask(String request, String header) throws IOException {
        String text = request + " HTTP/1.1\r\nHost: localhost\r\n" + header + (header.isEmpty() ? "" : "\r\n")
                + "Connection: close\r\n\r\n";
        return RawHttp.send(server.port(), text.getBytes(StandardCharsets.ISO_8859_1))
                .get(0);
    }

    private RawHttp.Answer figures(String header) throws IOException {
        return ask("GET /metrics", header);
    }

    @Test
    void whoAsksOnTheSameMachineReadsThem() throws Exception {
        start(List.of(), TestServers.LOOPBACK);
        assertThat(figures("")).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("jvm_memory_used_bytes");
        });
        assertThat(ask("HEAD /metrics", "").status()).isEqualTo(200);
    }

    /** Whoever is behind a proxy that nobody named is not known, and the proxy's own address says nothing of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-For: 203.0.113.9",
                "X-Forwarded-For: ",
                "x-real-ip: 127.0.0.1",
                "Forwarded: for=127.0.0.1",
                "Via: 1.1 proxy",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: atlas.example.org"
            })
    void aProxyOnTheSameMachineThatIsNotTrustedOpensThemToNobody(String header) throws Exception {
        start(List.of(), TestServers.LOOPBACK);
        assertThat(figures(header).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9                  | 404",
                "127.0.0.1, 203.0.113.9       | 404",
                "10.0.0.7, 203.0.113.9        | 404",
                "203.0.113.9, 10.0.0.1        | 404",
                "unknown                      | 404",
                "127.0.0.1, unknown, 10.0.0.1 | 404",
                "127.0.0.1                    | 200",
                "203.0.113.9, ::1             | 404",
            })
    void aTrustedProxyIsBelievedAboutWhoAsks(String forwardedFor, int status) throws Exception {
        start(PROXIES, TestServers.LOOPBACK);
        assertThat(figures("X-Forwarded-For: " + forwardedFor).status()).isEqualTo(status);
    }

    @Test
    void aTrustedProxyThatDoesNotSayForWhomItAsksOpensThemToNobody() throws Exception {
        start(PROXIES, TestServers.LOOPBACK);
        assertThat(figures("X-Forwarded-Proto: https").status()).isEqualTo(404);
        assertThat(figures("").status()).as("for nobody but itself").isEqualTo(200);
    }

    @Test
    void anotherNetworkMayReadThem() throws Exception {
        start(PROXIES, new Networks(List.of("192.0.2.0/24", "2001:db8::/32", "10.0.0.7")));
        for (String reader : List.of("192.0.2.200", "2001:db8:1::5", "[2001:db8:1::5]:80", "10.0.0.7, 10.0.0.1")) {
            assertThat(figures("X-Forwarded-For: " + reader).status())
                    .as(reader)
                    .isEqualTo(200);
        }
        for (String other : List.of("192.0.3.1", "2001:db9::1", "10.0.0.8", "192.0.2.200, 203.0.113.9")) {
            assertThat(figures("X-Forwarded-For: " + other).status()).as(other).isEqualTo(404);
        }
        assertThat(figures("").status()).as("not by itself").isEqualTo(404);
    }

    @Test
    void everybodyMayWhereTheNetworkIsAll() throws Exception {
        start(PROXIES, new Networks(List.of("0.0.0.0/0", "::/0")));
        assertThat(figures("X-Forwarded-For: 203.0.113.9").status()).isEqualTo(200);
        assertThat(figures("X-Forwarded-For: 2001:db8::1").status()).isEqualTo(200);
    }

    /** No header, code or word tells it from a path that leads nowhere, whatever else is wrong with the request. */
    @Test
    void toOthersThereIsNothing() throws Exception {
        start(PROXIES, TestServers.LOOPBACK);
        for (String query : List.of("", "?x=1")) {
            RawHttp.Answer refused = ask("GET /metrics" + query, "X-Forwarded-For: 203.0.113.9");
            RawHttp.Answer nowhere = ask("GET /nowhere" + query, "X-Forwarded-For: 203.0.113.9");
            assertThat(withoutRequest(refused.body())).isEqualTo(withoutRequest(nowhere.body()));
            assertThat(refused.status()).isEqualTo(nowhere.status()).isEqualTo(404);
            refused.headers().remove("date");
            nowhere.headers().remove("date");
            assertThat(refused.headers()).isEqualTo(nowhere.headers());
        }
    }

    private static String withoutRequest(String problem) {
        return problem.replaceAll("[0-9a-f]{16}", "");
    }
}
