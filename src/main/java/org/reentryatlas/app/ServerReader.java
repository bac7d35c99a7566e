package org.reentryatlas.app;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Networks;
import org.reentryatlas.http.Proxies;
import org.reentryatlas.http.ServerSettings;

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
        return new ServerSettings(
                settings.required("server.host"),
                settings.whole("server.port", 0, 65_535),
                proxies(
                        settings.text("server.publicUrl") == null
                                ? null
                                : settings.read("server.publicUrl", "", ServerReader::origin)),
                settings.whole("server.concurrentRequests", 1, 10_000),
                settings.whole("server.requestsPerSecond", 0, 100_000),
                settings.whole("server.burst", 1, 1_000_000),
                new TransportSettings(settings).read(),
                raster == null ? null : raster.origin());
    }

    /** Where those ask from who may read the figures; what is wrong is noted. */
    Networks metricsFrom() {
        return settings.read("server.metricsFrom", new Networks(List.of()), text -> new Networks(ranges(text)));
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
