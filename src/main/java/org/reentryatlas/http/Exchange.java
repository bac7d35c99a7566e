package org.reentryatlas.http;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What is known of a request on its way through the server, from {@link FrontDoor} to {@link RequestRecord}. */
final class Exchange {
    /** The route of what has none: files of the page, and paths that lead nowhere. */
    static final String NO_ROUTE = "static or unknown";

    private static final String ATTRIBUTE = Exchange.class.getName();

    private final String requestId;
    private volatile String serverUrl = "";
    private volatile Proxies.@Nullable Client client;
    private volatile String route = NO_ROUTE;
    private volatile boolean cached;
    private volatile boolean isForAll;

    private Exchange(String requestId) {
        this.requestId = requestId;
    }

    /** Begins with a request. */
    static Exchange begin(Request request) {
        // It needs to be another one each time, and not to be a secret.
        Exchange exchange = new Exchange(
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
        request.setAttribute(ATTRIBUTE, exchange);
        return exchange;
    }

    /** That of a request, or null if it was refused before it came to the door. */
    static @Nullable Exchange of(Request request) {
        return (Exchange) request.getAttribute(ATTRIBUTE);
    }

    /** That of a request that a route answers. */
    static Exchange of(Context context) {
        return (Exchange) Objects.requireNonNull(context.req().getAttribute(ATTRIBUTE), "a request beside the door");
    }

    String requestId() {
        return requestId;
    }

    /** Scheme, host and port under which the client knows this server. */
    String serverUrl() {
        return serverUrl;
    }

    void serverUrl(String url) {
        serverUrl = url;
    }

    /** Who asks. */
    Proxies.Client client() {
        return Objects.requireNonNull(client, "a request beside the door");
    }

    void client(Proxies.Client asking) {
        client = asking;
    }

    /** The template of the route. */
    String route() {
        return route;
    }

    void route(String template) {
        route = template;
    }

    /** Whether everybody may use the route; of a request that never came to one, no. */
    boolean isForAll() {
        return isForAll;
    }

    void isForAll(boolean all) {
        isForAll = all;
    }

    /** Whether the answer was in memory. */
    boolean cached() {
        return cached;
    }

    void cached(boolean fromMemory) {
        cached = fromMemory;
    }
}
