package org.reentryatlas.http;

import io.javalin.http.HandlerType;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Before anything else is done for a request: who asks, under which name, and not too often. */
final class FrontDoor extends Handler.Wrapper {
    /** A server that is busy is alive: whoever restarts what is not must be answered. */
    static final String HEALTH = "/health/";

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    private final Proxies proxies;
    private final @Nullable RateLimiter limiter;
    private final StrictTransport strictTransport;
    private final Metrics metrics;

    FrontDoor(Proxies proxies, @Nullable RateLimiter limiter, StrictTransport strictTransport, Metrics metrics) {
        this.proxies = proxies;
        this.limiter = limiter;
        this.strictTransport = strictTransport;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // A request with the method CONNECT has none.
        String path = Objects.requireNonNullElse(Request.getPathInContext(request), "");
        Exchange exchange = Exchange.begin(request);
        PublicData.addTo(path, response.getHeaders());
        strictTransport.addTo(request, response.getHeaders());
        try {
            requireReadable(request, path);
            requireItsOwnMethod(request);
            exchange.serverUrl(proxies.serverUrl(request));
            Proxies.Client client = proxies.client(request);
            exchange.client(client);
            if (limiter != null && !path.startsWith(HEALTH)) {
                limiter.admit(client.address(), response.getHeaders());
            }
        } catch (ProblemException e) {
            if (e.status() == ProblemException.TOO_MANY) {
                metrics.countLimited();
            }
            ServerErrors.send(e, request, response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    /** Jetty does not look into what follows a semicolon, and leads an empty path to "//", for browsers the name of another host. */
    private static void requireReadable(Request request, String path) {
        String raw = request.getHttpURI().getPath();
        if (path.isEmpty() || (raw != null && BAD_ESCAPE.matcher(raw).find())) {
            throw ProblemException.badRequest(
                    "PATH_INVALID",
                    "The path is empty or cannot be decoded.",
                    "Begin it with a slash and escape it as UTF-8.");
        }
    }

    /**
     * The router would believe a header about the method, so that a GET could end a session and stand in the log as one; and it calls its
     * own hooks by names that a request could have as its method.
     */
    private static void requireItsOwnMethod(Request request) {
        if (request.getHeaders().contains(METHOD_OVERRIDE)) {
            throw ProblemException.badRequest(
                    "METHOD_OVERRIDDEN",
                    "The header " + METHOD_OVERRIDE + " is not taken.",
                    "Send the request with its own method.");
        }
        if (!HandlerType.findOrDefault(request.getMethod()).isHttpMethod()) {
            throw ProblemException.badRequest("METHOD_INVALID", "There is no such method.", "Use GET.");
        }
    }
}
