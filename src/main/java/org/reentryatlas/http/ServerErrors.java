package org.reentryatlas.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Errors of the server itself, before any route is reached (malformed paths, headers that are too large), in the same form
 * and with the same headers as all others. Nothing of the request is repeated.
 */
final class ServerErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        headers(response.getHeaders());
        response.write(true, ByteBuffer.wrap(body(code)), callback);
    }

    private static void headers(HttpFields.Mutable fields) {
        SecurityHeaders.ALL.forEach((name, value) -> fields.put(new HttpField(name, value)));
        fields.put("Content-Type", Problem.MEDIA_TYPE);
        fields.put("Cache-Control", "no-store");
    }

    private static byte[] body(int status) {
        String title = HttpStatus.getMessage(status);
        return Json.write(new Problem("about:blank", title, status, "HTTP_" + status, title, null, null))
                .getBytes(StandardCharsets.UTF_8);
    }
}
