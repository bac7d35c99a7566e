package org.reentryatlas.http;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** What pages of other hosts may read, too (the Fetch standard's CORS): published data, and nothing with which to change it. */
final class PublicData {
    private static final List<String> PREFIXES =
            List.of("/ogc", "/releases", "/ledger", "/catalog", "/data.json", "/layers", "/outreach/events.geojson");

    private PublicData() {}

    static boolean isAt(String path) {
        return PREFIXES.stream()
                .anyMatch(prefix -> path.startsWith(prefix)
                        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/'));
    }

    /**
     * Lets pages of all hosts read the answer, or of none.
     *
     * @param path null where a request has none, as one with the method CONNECT
     */
    static void addTo(@Nullable String path, HttpFields.Mutable headers) {
        boolean isPublic = path != null && isAt(path);
        // A page of another host may show a tile as a picture; what is not for other hosts, it may not even load.
        headers.put("Cross-Origin-Resource-Policy", isPublic ? "cross-origin" : "same-origin");
        if (isPublic) {
            headers.put("Access-Control-Allow-Origin", "*");
            headers.put(
                    "Access-Control-Expose-Headers",
                    "Content-Crs, Content-Disposition, ETag, Link, RateLimit, RateLimit-Policy, Retry-After");
        }
    }
}
