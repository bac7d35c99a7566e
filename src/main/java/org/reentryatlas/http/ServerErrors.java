package org.reentryatlas.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Errors of the server itself, before any route is reached (malformed paths, headers that are too large, more requests than
 * it takes), in the same form and with the same headers as all others. Nothing of the request is repeated.
 */
final class ServerErrors extends ErrorHandler {
    private final StrictTransport strictTransport;

    ServerErrors(StrictTransport strictTransport) {
        this.strictTransport = strictTransport;
    }

    /** Jetty would say nothing to those that it does not know. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        PublicData.addTo(Request.getPathInContext(request), response.getHeaders());
        strictTransport.addTo(request, response.getHeaders());
        send(
                code == HttpStatus.SERVICE_UNAVAILABLE_503
                        ? ProblemException.unavailable("The server has more to do than it takes on.")
                        : ProblemException.ofStatus(code, HttpStatus.getMessage(code)),
                request,
                response,
                callback);
    }

    /** Ends a request with a problem. */
    static void send(ProblemException e, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        SecurityHeaders.ALL.forEach(headers::put);
        Exchange exchange = Exchange.of(request);
        if (exchange == null) {
            // What came could not be read, so the server hangs up. A proxy that is not told would send somebody else's
            // request.
            headers.put("Connection", "close");
        }
        e.headers().forEach(headers::put);
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        Problem problem = Problem.of(e, exchange == null ? null : exchange.requestId());
        response.setStatus(e.status());
        response.write(true, ByteBuffer.wrap(Json.write(problem).getBytes(StandardCharsets.UTF_8)), callback);
    }
}
