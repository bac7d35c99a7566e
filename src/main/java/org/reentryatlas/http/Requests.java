package org.reentryatlas.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;

/** What several features ask of a request. */
public final class Requests {
    private Requests() {}

    /** The address of the client, in digits; what the nearest trusted proxy says, else that of the connection. */
    public static String client(Context context) {
        return Exchange.of(context).client();
    }

    /** The template of the route that answers. */
    public static String route(Context context) {
        Endpoint endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? Exchange.NO_ROUTE : endpoint.path;
    }

    /** Scheme, host and port under which the client knows this server. */
    public static String serverUrl(Context context) {
        return Exchange.of(context).serverUrl();
    }
}
