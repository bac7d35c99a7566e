package org.reentryatlas.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.regex.Pattern;

/** What several features ask of a request. */
public final class Requests {
    /** Of an address that holds in one network alone: its interface. */
    private static final Pattern ZONE = Pattern.compile("%.*");

    private Requests() {}

    /** The address of the client, in digits; what the nearest trusted proxy says, else that of the connection. */
    public static String client(Context context) {
        String address = Exchange.of(context).client().address().getHostAddress();
        return ZONE.matcher(address).replaceFirst("");
    }

    /** Whether the client is certain to be in one of these networks: nobody stands behind it whom it asks for. */
    static boolean isFrom(Context context, Networks networks) {
        Proxies.Client client = Exchange.of(context).client();
        return client.isKnown() && networks.contain(client.address());
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
