package org.reentryatlas.http;

import io.javalin.http.Context;

/** What several features ask of a request. */
public final class Requests {
    private Requests() {}

    /** Scheme, host and port under which the client knows this server. */
    public static String serverUrl(Context context) {
        return Exchange.of(context).serverUrl();
    }
}
