package org.reentryatlas.http;

import io.javalin.http.Context;

/** What several features ask of a request. */
public final class Requests {
    private Requests() {}

    /** Scheme, host and port as the client wrote them. */
    public static String serverUrl(Context context) {
        String host = context.host();
        return context.scheme() + "://" + (host == null ? "localhost:" + context.port() : host);
    }
}
