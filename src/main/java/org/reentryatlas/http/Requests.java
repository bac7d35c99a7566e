package org.reentryatlas.http;

import io.javalin.http.Context;

/** What several features ask of a request. */
public final class Requests {
    private Requests() {}

    /** Scheme, host and port under which the client knows this server. */
    public static String serverUrl(Context context) {
        return Exchange.of(context).serverUrl();
    }

    /** Address of who asks, past the proxies that are trusted. */
    public static String client(Context context) {
        return Exchange.of(context).client();
    }
}
