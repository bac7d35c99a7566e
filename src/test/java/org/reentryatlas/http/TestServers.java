package org.reentryatlas.http;

import java.util.List;

/** Settings of servers for tests: on any port, without proxies, for as many requests as a test sends. */
final class TestServers {
    private TestServers() {}

    static ServerSettings settings(int requestsPerSecond) {
        return settings(requestsPerSecond, List.of());
    }

    static ServerSettings settings(int requestsPerSecond, List<String> proxies) {
        return new ServerSettings("127.0.0.1", 0, new Proxies(proxies, null), 64, requestsPerSecond, 5, null);
    }
}
