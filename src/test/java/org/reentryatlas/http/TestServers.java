package org.reentryatlas.http;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings of servers for tests: on any port, without proxies, for as many requests as a test sends. */
final class TestServers {
    /** Everybody may use everything: what is put to the test here is not who may. */
    static final Gate OPEN = gate(true);

    static final Networks LOOPBACK = new Networks(List.of("127.0.0.0/8", "::1"));

    /** Lets everybody through, and says that everybody may use the route or not. */
    static Gate gate(boolean isForAll) {
        return new Gate() {
            @Override
            public boolean admit(Context context, String route) {
                return isForAll;
            }

            @Override
            public void requireExactly(Collection<String> routes) {
                assertThat(routes).contains(FILES);
            }
        };
    }

    private TestServers() {}

    static ServerSettings settings(int requestsPerSecond) {
        return settings(requestsPerSecond, List.of());
    }

    static ServerSettings settings(int requestsPerSecond, List<String> proxies) {
        return new ServerSettings(
                "127.0.0.1", 0, new Proxies(proxies, null), 64, requestsPerSecond, 5, Transport.PLAIN, null);
    }
}
