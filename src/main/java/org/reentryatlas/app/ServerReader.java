package org.reentryatlas.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Networks;
import org.reentryatlas.http.Proxies;
import org.reentryatlas.http.ServerSettings;
import org.reentryatlas.http.Transport;

/** The settings of the server: where it listens, whom it believes, and how much it takes on. */
final class ServerReader {
    private final Settings settings;

    ServerReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads them; what is wrong is noted.
     *
     * @param raster tiles of another host that pages may show; null for none
     */
    ServerSettings read(Config.@Nullable Raster raster) {
        String host = settings.required("server.host");
        Proxies proxies = proxies(
                settings.text("server.publicUrl") == null
                        ? null
                        : settings.read("server.publicUrl", "", ServerReader::origin));
        Transport transport = new TransportSettings(settings).read();
        if (transport.tls() == null && proxies.isNone() && !isLoopback(host)) {
            settings.fault(
                    "server.host = '" + host
                            + "': others would reach it over connections that everybody between can read; give the server a certificate"
                            + " (server.tls.certificate and server.tls.key), or name the proxy with one in server.trustedProxies");
        }
        return new ServerSettings(
                host,
                settings.whole("server.port", 0, 65_535),
                proxies,
                settings.whole("server.concurrentRequests", 1, 10_000),
                settings.whole("server.requestsPerSecond", 0, 100_000),
                settings.whole("server.burst", 1, 1_000_000),
                transport,
                raster == null ? null : raster.origin());
    }

    /** Where those ask from who may read the figures; what is wrong is noted. */
    Networks metricsFrom() {
        return settings.read("server.metricsFrom", new Networks(List.of()), text -> new Networks(ranges(text)));
    }

    /** One that cannot be found is told where the server starts. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static String origin(String text) {
        URI url = URI.create(text);
        boolean isOrigin = ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                && url.getHost() != null
                && text.equals(url.getScheme() + "://" + url.getAuthority())
                && url.getUserInfo() == null;
        if (!isOrigin) {
            throw new IllegalArgumentException(
                    "must be scheme, host and port alone, such as https://atlas.example.org");
        }
        return text;
    }

    private Proxies proxies(@Nullable String publicUrl) {
        Proxies none = new Proxies(List.of(), publicUrl);
        return settings.text("server.trustedProxies") == null
                ? none
                : settings.read("server.trustedProxies", none, text -> new Proxies(ranges(text), publicUrl));
    }

    private static List<String> ranges(String text) {
        return List.of(text.split("\\s*[,;]\\s*"));
    }
}
