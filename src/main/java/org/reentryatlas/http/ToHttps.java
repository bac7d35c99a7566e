package org.reentryatlas.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Leads whoever opens a page at the port for plain HTTP to the public address. Nothing that a request says decides to which host. Who
 * sends something to be kept or a secret is not led on but refused, and so is a program: a calendar that has its secret in the address
 * would else ask in the clear each time, and nobody would notice.
 */
final class ToHttps extends Handler.Wrapper {
    private static final String CONNECTOR = "to-https";

    private final String publicUrl;

    ToHttps(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    static ServerConnector named(ServerConnector connector) {
        connector.setName(CONNECTOR);
        return connector;
    }

    /** Of several connectors, the one that only leads on. */
    static boolean isThat(Connector connector) {
        return CONNECTOR.equals(connector.getName());
    }

    private static boolean isMoreThanOpeningAPage(Request request) {
        boolean isQuestion = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        return !isQuestion
                || !request.getHeaders().contains(HttpHeader.ACCEPT, MimeTypes.Type.TEXT_HTML.asString())
                || request.getHeaders().contains(HttpHeader.AUTHORIZATION)
                || request.getHeaders().contains(HttpHeader.COOKIE);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isThat(request.getConnectionMetaData().getConnector())) {
            return super.handle(request, response, callback);
        }
        if (isMoreThanOpeningAPage(request)) {
            ServerErrors.send(
                    ProblemException.forbidden(
                            "TLS_NEEDED",
                            "What was sent went in the clear, and nothing was done with it.",
                            "Ask under " + publicUrl + ", and use another secret if one was sent."),
                    request,
                    response,
                    callback);
            return true;
        }
        String asked = request.getHttpURI().getPathQuery();
        // What is no path, as with CONNECT, could go on with the name of the host.
        String path = asked == null || !asked.startsWith("/") ? "/" : asked;
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        PublicData.addTo(path, response.getHeaders());
        response.getHeaders().put(HttpHeader.LOCATION, publicUrl + path);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        response.setStatus(HttpStatus.PERMANENT_REDIRECT_308);
        callback.succeeded();
        return true;
    }
}
