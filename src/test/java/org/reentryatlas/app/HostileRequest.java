package org.reentryatlas.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests that nobody sends who means well, drawn from a seed. Each bears the mark, which must not come up in any log. */
final class HostileRequest {
    static final String MARK = "zq9mark";

    private static final List<String> PATHS = List.of(
            "/",
            "/index.html",
            "/app.js",
            "/why.html",
            "/webjars/leaflet/1.9.4/dist/leaflet.js",
            "/ogc",
            "/ogc/conformance",
            "/ogc/api",
            "/ogc/collections",
            "/ogc/collections/people-by-beat",
            "/ogc/collections/people-by-beat/items",
            "/ogc/collections/people-by-beat/items/01",
            "/ogc/collections/providers/items",
            "/ogc/collections/providers/items/A%2F1",
            "/ogc/collections/services-by-beat/items",
            "/api/map",
            "/tiles/base/v/light/8/0/0.png",
            "/areas/beat/01",
            "/api/locate",
            "/api/classes?layer=people-by-beat&column=people",
            "/releases",
            "/releases/2026-06-30.1/cells.csv",
            "/ledger",
            "/ledger/1",
            "/health/live",
            "/health/ready",
            "/metrics",
            "*",
            "");
    static final List<String> ODD = List.of(
            "%00",
            "%2e%2e",
            "..",
            "../../../../etc/passwd",
            "%2e%2e%2f%2e%2e%2fapplication.yaml",
            "%2f",
            "%5c",
            "\\",
            ";jsessionid=1",
            "%c0%ae%c0%ae/",
            "%c0%80",
            "%ff",
            "%fe%ff",
            "%zz",
            "%",
            "%4",
            "%u0041",
            "//",
            "///",
            "/./",
            "99999999999999999999999999",
            "-1",
            "1e309",
            "NaN",
            "Infinity",
            "0x10",
            "\u00e4\u00ff",
            "%F0%9F%92%A9",
            "%ED%A0%80",
            "%0d%0aX-Injected:%201",
            "%0aX-Injected: 1",
            "%E2%80%AE",
            "{collectionId}",
            "$",
            "'",
            "'%20or%201=1--",
            "';drop%20table%20published.release;--",
            "<script>alert(1)</script>",
            "%3Cscript%3E",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "%25%30%30",
            "+",
            "%20",
            " ",
            "\t",
            "\u0000",
            "#",
            "?",
            "&",
            "=",
            "a".repeat(3_000),
            "%2e".repeat(500),
            "/a".repeat(500),
            "WEB-INF/web.xml",
            ".git/config");
    private static final List<String> NAMES = List.of(
            "bbox",
            "bbox-crs",
            "crs",
            "datetime",
            "limit",
            "offset",
            "category",
            "f",
            "filter",
            "filter-lang",
            "sortby",
            "properties",
            "LIMIT",
            "",
            "__proto__");
    static final List<String> VALUES = List.of(
            "1,2,3,4",
            "1,2,3",
            "-180,-90,180,90",
            "180,-90,-180,90",
            "1e400,0,0,0",
            "1e-999999999,0,1e999999999,1",
            "0,0,0,0",
            ",,,",
            "1,2,3,4,5,6",
            "91,91,92,92",
            "NaN,NaN,NaN,NaN",
            "2026-06-30",
            "2026-06-30/..",
            "../..",
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "2026-06-30T00:00:00+18:00",
            "/",
            "//",
            "0",
            "1",
            "10000",
            "2147483647",
            "2147483648",
            "9223372036854775808",
            "-1",
            "1.5",
            "1e3",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "http://www.opengis.net/def/crs/EPSG/0/999999",
            "file:///etc/passwd",
            "food",
            "json",
            "html",
            "xml",
            "people>10",
            "((((((((((",
            "name LIKE '%25'",
            "cql2-json",
            "true",
            "null",
            "[]",
            "[Ljava.lang.Object;");
    static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: application/xml",
            "Accept: */*;q=0",
            "Accept: ;;;,,,q=",
            "Accept: \u00ff/\u0001",
            "Accept-Encoding: gzip",
            "Accept-Encoding: ;q=x,gzip;q=-1",
            "Accept-Encoding: *;q=0",
            "If-None-Match: *",
            "If-None-Match: \"\u00ff,W/",
            "If-Modified-Since: yesterday",
            "Range: bytes=5-1,99999999999-",
            "Expect: 100-continue",
            "Expect: the worst",
            "Cookie: a=\u0001; JSESSIONID=x",
            "Cookie: " + "c=1;".repeat(500),
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-For: 1.2.3.4, [::1",
            "Forwarded: for=\"_x\";host=evil",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "HTTP2-Settings: AAMAAABk",
            "Connection: upgrade",
            "Connection: ,,,",
            "Content-Type: multipart/form-data",
            "Content-Type: \u00ff",
            "Content-Length: 0",
            "Content-Length: -1",
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 99999999999999999999",
            "Content-Length: 2000000",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 3",
            "Transfer-Encoding: unheard-of",
            "Host: evil.example\r\nHost: other.example",
            "Host: a b",
            "Host: \"<x>\"",
            "Host: evil.example:99999999",
            "Host:",
            "Host: [::1",
            "Origin: null",
            "Origin: https://evil.example",
            "Access-Control-Request-Method: DELETE",
            "Te\u0000st: 1",
            ": no name",
            "no colon",
            " folded: line",
            "X: \u0000",
            "Authorization: Basic Og==",
            "X-Long: " + "y".repeat(9_000));
    private static final List<String> METHODS = List.of(
            "HEAD",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "QUERY",
            "get",
            "G\u0000T",
            "",
            "PRI",
            "BREW",
            "M".repeat(300));
    private static final List<String> VERSIONS =
            List.of("HTTP/1.0", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.1 x", "HTTP/11", "http/1.1", "", "\u00ff");

    private final Random random;

    HostileRequest(long seed) {
        this.random = new Random(seed);
    }

    /** A path with a query; often something that a URL cannot hold. */
    String target() {
        StringBuilder target = new StringBuilder(one(PATHS));
        for (int more = Math.max(0, random.nextInt(4) - 1); more > 0; more--) {
            target.insert(random.nextInt(target.length() + 1), one(ODD));
        }
        if (chance(6)) {
            target.append('/').append(MARK);
        }
        char separator = '?';
        for (int more = random.nextInt(4); more > 0; more--) {
            target.append(separator).append(one(NAMES));
            separator = '&';
            if (!chance(10)) {
                target.append('=').append(one(chance(4) ? ODD : VALUES));
            }
        }
        return chance(4) ? target.append(separator).append(MARK).append("=1").toString() : target.toString();
    }

    /** One request, or some in a row that do not wait for answers. */
    byte[] bytes() {
        StringBuilder requests = new StringBuilder();
        for (int more = chance(20) ? 3 : 1; more > 0; more--) {
            requests.append(request());
        }
        return requests.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String request() {
        String end = chance(30) ? "\n" : "\r\n";
        StringBuilder request = new StringBuilder()
                .append(chance(4) ? one(METHODS) : "GET")
                .append(chance(50) ? "  " : " ")
                .append(chance(20) ? "http://" + MARK + ":80" : "")
                .append(chance(2_000) ? "/" + "u".repeat(1 << 20) : target())
                .append(' ')
                .append(chance(10) ? one(VERSIONS) : "HTTP/1.1")
                .append(end);
        if (!chance(15)) {
            request.append("Host: localhost").append(end);
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            request.append(one(HEADERS)).append(end);
        }
        if (chance(100)) {
            request.append(("X-Many: 1" + end).repeat(2_000));
        }
        request.append("User-Agent: ").append(MARK).append(end);
        return chance(50) ? request.toString() : request + end + (chance(10) ? "5\r\n" + MARK : "");
    }

    /** A header that a client library lets through. */
    String accept() {
        return one(List.of("text/html", "application/xml", "*/*;q=0", ";;;,,,q=", "application/geo+json;q=x", "json"));
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
