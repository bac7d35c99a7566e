package org.reentryatlas.http;

import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and how much it takes on.
 *
 * @param port 0 for any that is free
 * @param proxies who is believed about clients, and what links begin with
 * @param concurrentRequests most requests in work; as many again wait for a moment
 * @param requestsPerSecond of one client in the long run, or 0 for as many as it likes
 * @param burst of one client at once
 * @param transport how bytes come to it
 * @param imageOrigin scheme and host that the page may take pictures from beside this server, or null for none
 */
public record ServerSettings(
        String host,
        int port,
        Proxies proxies,
        int concurrentRequests,
        int requestsPerSecond,
        int burst,
        Transport transport,
        @Nullable String imageOrigin) {

    /** The same on another port. */
    public ServerSettings onPort(int other) {
        return new ServerSettings(
                host, other, proxies, concurrentRequests, requestsPerSecond, burst, transport, imageOrigin);
    }
}
