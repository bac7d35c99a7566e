package org.reentryatlas.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.RawHttp;

import static org.assertj.core.api.Assertions.assertThat;

/** What a method is: that of the request line, and one of HTTP. */
class MethodsTest {
    private final Metrics metrics = new Metrics();

    @SuppressWarnings("NullAway.Init") // by start
    private HttpServer server;

    @BeforeEach
    void start() {
        server = HttpServer.start(
                TestServers.settings(0),
                metrics,
                new Answers(() -> "", () -> Duration.ZERO, metrics),
                TestServers.OPEN,
                List.of(routes -> {
                    routes.get("/ogc/a", context -> context.result("read"));
                    routes.delete("/ogc/a", context -> context.result("removed"));
                }));
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    /** The router knows names of hooks that are no methods, and would take the method from a header. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEFORE /ogc/a HTTP/1.1\r\nHost: a",
                "AFTER / HTTP/1.1\r\nHost: a",
                "BEFORE_MATCHED /nowhere HTTP/1.1\r\nHost: a",
                "GET /ogc/a HTTP/1.1\r\nHost: a\r\nx-http-method-override: DELETE",
                "POST /ogc/a HTTP/1.1\r\nHost: a\r\nX-HTTP-Method-Override: GET\r\nContent-Length: 0"
            })
    void aMethodIsTheOneOfTheRequestAndOfHttp(String request) throws Exception {
        RawHttp.Answer answer = RawHttp.send(
                        server.port(),
                        (request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1))
                .get(0);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"METHOD_");
    }
}
