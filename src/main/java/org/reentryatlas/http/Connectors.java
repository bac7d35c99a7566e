package org.reentryatlas.http;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** Where a server with TLS listens: there, and where it leads whoever asks in the clear. */
final class Connectors {
    private Connectors() {}

    /** The first is the server's own, whose port others are told. */
    static void addTo(JavalinConfig config, ServerSettings settings, Tls tls) {
        config.jetty.addConnector((server, http) -> secure(server, http, settings, tls));
        Integer redirectPort = tls.redirectPort();
        if (redirectPort != null) {
            config.jetty.addConnector((server, http) -> at(
                    settings.host(),
                    redirectPort,
                    ToHttps.named(new ServerConnector(server, new HttpConnectionFactory(http)))));
        }
    }

    private static Connector secure(Server server, HttpConfiguration http, ServerSettings settings, Tls tls) {
        HttpConfiguration secure = new HttpConfiguration(http);
        // Whatever name is asked for: there is one certificate, and nothing depends on the name.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory spoken = new HttpConnectionFactory(secure);
        return at(
                settings.host(),
                settings.port(),
                new ServerConnector(
                        server, new SslConnectionFactory(tls.factory(), HttpVersion.HTTP_1_1.asString()), spoken));
    }

    private static Connector at(String host, int port, ServerConnector connector) {
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }
}
