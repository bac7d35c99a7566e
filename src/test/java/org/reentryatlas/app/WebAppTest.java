package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.identity.AccessMatrix;
import org.reentryatlas.support.Until;

import static org.assertj.core.api.Assertions.assertThat;

/** The server over HTTP, with two releases of a small city behind it. */
class WebAppTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CITY.get(path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CITY.send(request);
    }

    private static URI uri(String path) {
        return CITY.uri(path);
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        return CITY.json(path);
    }

    @Test
    void landingPageLeadsToEverything() throws Exception {
        List<String> rels = new ArrayList<>();
        for (JsonNode link : json("/ogc").get("links")) {
            rels.add(link.get("rel").asText());
            HttpResponse<String> target =
                    send(HttpRequest.newBuilder(URI.create(link.get("href").asText()))
                            .build());
            assertThat(target.statusCode()).as(link.toString()).isEqualTo(200);
            assertThat(target.headers().firstValue("Content-Type").orElse("").replace(";charset=utf-8", ""))
                    .isEqualTo(link.get("type").asText());
        }
        assertThat(rels).contains("self", "alternate", "service-desc", "service-doc", "conformance", "data");
    }

    /** As a browser asks; every link of a page leads on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/conformance",
                "/ogc/api",
                "/ogc/collections",
                "/ogc/collections/people-by-beat",
                "/ogc/collections/people-by-beat/items?limit=2&offset=2",
                "/ogc/collections/people-by-beat/items/01",
                "/ogc/collections/providers/items",
                "/releases/2026-06-30.1",
                "/layers"
            })
    void whatProgramsReadPeopleCanReadToo(String path) throws Exception {
        HttpResponse<String> page = send(HttpRequest.newBuilder(uri(path))
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .build());
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body()).contains("<h1>").doesNotContain("{{");
        Matcher links = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(page.body());
        int found = 0;
        while (links.find()) {
            found++;
            String link = links.group(1).replace("&amp;", "&").replace("&#x3D;", "=");
            if (link.equals(ServedCity.LICENCE)) {
                continue;
            }
            URI target = link.startsWith("#") ? uri(path) : uri(path).resolve(link);
            assertThat(target.getHost()).as(link).isEqualTo("127.0.0.1");
            assertThat(send(HttpRequest.newBuilder(target).build()).statusCode())
                    .as(link)
                    .isEqualTo(200);
        }
        assertThat(found).isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | json",
                "application/geo+json;q=0.5, text/html;q=0.4 | json",
                "*/* | json",
                "image/png | json",
                "text/html | html",
                "text/html;q=0.9, application/json;q=0.8 | html"
            })
    void theClientSaysWhichFormItWouldRatherHave(String accept, String form) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/ogc/collections"))
                .header("Accept", accept)
                .build());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains(form);
        HttpResponse<String> named = send(HttpRequest.newBuilder(uri("/ogc/collections?f=json"))
                .header("Accept", accept)
                .build());
        assertThat(named.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void listsTheLayersOfTheRelease() throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode collection : json("/ogc/collections").get("collections")) {
            String id = collection.get("id").asText();
            ids.add(id);
            assertThat(json("/ogc/collections/" + id))
                    .as("the same description in both places")
                    .isEqualTo(collection);
        }
        assertThat(ids)
                .containsExactly(
                        "people-by-beat",
                        "people-by-sector",
                        "people-by-district",
                        "people-by-city",
                        "people-by-tract",
                        "people-by-hex_8",
                        "people-by-hex_7",
                        "people-by-hex_6",
                        "services-by-beat",
                        "services-by-sector",
                        "services-by-district",
                        "services-by-city",
                        "services-by-tract",
                        "services-by-hex_8",
                        "services-by-hex_7",
                        "services-by-hex_6",
                        "gaps-walk-by-beat",
                        "gaps-drive-by-beat",
                        "gaps-walk-by-sector",
                        "gaps-drive-by-sector",
                        "gaps-walk-by-district",
                        "gaps-drive-by-district",
                        "gaps-walk-by-city",
                        "gaps-drive-by-city",
                        "gaps-walk-by-tract",
                        "gaps-drive-by-tract",
                        "gaps-walk-by-hex_8",
                        "gaps-drive-by-hex_8",
                        "gaps-walk-by-hex_7",
                        "gaps-drive-by-hex_7",
                        "gaps-walk-by-hex_6",
                        "gaps-drive-by-hex_6",
                        "providers");
    }

    @Test
    void aFeatureCarriesItsPublishedNumbersAndNothingElse() throws Exception {
        JsonNode feature = json("/ogc/collections/people-by-beat/items/01");
        JsonNode properties = feature.get("properties");
        assertThat(properties.get("people").asInt()).isEqualTo(60);
        assertThat(properties.get("people_status").asText()).isEqualTo("shown");
        assertThat(properties.get("reference_date").asText()).isEqualTo("2026-06-30");
        assertThat(feature.get("geometry").get("type").asText()).isEqualTo("MultiPolygon");
        JsonNode hidden = json("/ogc/collections/people-by-beat/items/04").get("properties");
        assertThat(hidden.get("people").isNull()).isTrue();
        assertThat(hidden.get("people_status").asText()).isEqualTo("hidden");
    }

    @Test
    void everyLayerShowsOneSetOfNumbersAndNoSmallOne() throws Exception {
        Map<String, Integer> areas = Map.of("beat", 12, "sector", 4, "district", 2, "city", 1, "tract", 6);
        for (String level : areas.keySet()) {
            JsonNode features =
                    json("/ogc/collections/people-by-" + level + "/items").get("features");
            assertThat(features).hasSize(areas.get(level));
            for (JsonNode feature : features) {
                JsonNode alone = json("/ogc/collections/people-by-" + level + "/items/"
                        + feature.get("id").asText());
                assertThat(alone.get("properties")).isEqualTo(feature.get("properties"));
                feature.get("properties").properties().forEach(property -> {
                    if (property.getValue().isInt()) {
                        assertThat(property.getValue().asInt())
                                .as(property.getKey())
                                .isGreaterThan(10);
                        // The ends of a band lie between the rounded numbers.
                        boolean isEnd = property.getKey().matches("new_(low|high)");
                        assertThat(property.getValue().asInt() % 5 == 0 || isEnd)
                                .as(property.getKey())
                                .isTrue();
                    }
                });
            }
        }
    }

    @Test
    void datetimePicksTheRelease() throws Exception {
        String items = "/ogc/collections/people-by-beat/items?limit=1&datetime=";
        assertThat(json(items + "2026-03-31")
                        .at("/features/0/properties/people")
                        .asInt())
                .isEqualTo(40);
        assertThat(json(items + "2026-03-31T12:00:00Z")
                        .at("/features/0/properties/people")
                        .asInt())
                .isEqualTo(40);
        assertThat(json(items + "../2026-04-30")
                        .at("/features/0/properties/people")
                        .asInt())
                .isEqualTo(40);
        assertThat(json(items + "2026-01-01/..")
                        .at("/features/0/properties/people")
                        .asInt())
                .isEqualTo(60);
        assertThat(json(items + "2020-01-01").get("numberMatched").asInt()).isZero();
    }

    @Test
    void pagesAddUpAndEachFeatureComesOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        String url = uri("/ogc/collections/people-by-beat/items?limit=5").toString();
        while (url != null) {
            JsonNode page = JSON.readTree(
                    send(HttpRequest.newBuilder(URI.create(url)).build()).body());
            assertThat(page.get("numberMatched").asInt()).isEqualTo(12);
            page.get("features").forEach(feature -> ids.add(feature.get("id").asText()));
            String next = null;
            for (JsonNode link : page.get("links")) {
                next = link.get("rel").asText().equals("next")
                        ? link.get("href").asText()
                        : next;
            }
            url = next;
        }
        assertThat(ids).hasSize(12).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-105.0999,43.5001,-105.0901,43.5099 | 1",
                "-105.0999,43.5001,0,-105.0901,43.5099,100 | 1",
                "-180,-90,180,90 | 12",
                "177,43,-105.095,44 | 3",
                "-105.095,43,-105.095,44 | 3",
                "-105.095,43.505,-105.095,43.505 | 1",
                "179,43.505,-105.095,43.505 | 1",
                "180,43,-105.095,44 | 3",
                "10,10,20,20 | 0"
            })
    void bboxPicksWhatTouchesIt(String bbox, int matched) throws Exception {
        assertThat(json("/ogc/collections/people-by-beat/items?bbox=" + bbox)
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(matched);
    }

    /** The south-west corner of beat 01 in each system, where the small city lies near Casper, Wyoming. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OGC/1.3/CRS84 | -105.1 | 43.5",
                "EPSG/0/4326 | 43.5 | -105.1",
                "EPSG/0/3857 | -11699678.48 | 5388389.27"
            })
    void coordinatesComeInTheSystemThatIsAskedFor(String crs, double first, double second) throws Exception {
        String uri = "http://www.opengis.net/def/crs/" + crs;
        for (String path : List.of(
                "/ogc/collections/people-by-beat/items/01?crs=" + uri,
                "/ogc/collections/people-by-beat/items?limit=1&crs=" + uri)) {
            HttpResponse<String> response = get(path);
            assertThat(response.headers().firstValue("Content-Crs")).contains("<" + uri + ">");
            JsonNode answer = JSON.readTree(response.body());
            JsonNode feature = answer.has("features") ? answer.get("features").get(0) : answer;
            List<List<Double>> corners = new ArrayList<>();
            feature.at("/geometry/coordinates/0/0")
                    .forEach(corner -> corners.add(
                            List.of(corner.get(0).asDouble(), corner.get(1).asDouble())));
            assertThat(corners).contains(List.of(first, second));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPSG/0/4326 | 43.5001,-105.0999,43.5099,-105.0901 | 1",
                "EPSG/0/3857 | -11699600,5388400,-11698600,5389900 | 1",
                "EPSG/0/3857 | -20037508,-20037508,20037508,20037508 | 12"
            })
    void aBoxMayBeGivenInTheSystemsThatAreServed(String crs, String bbox, int matched) throws Exception {
        String query = "?bbox=" + bbox + "&bbox-crs=http://www.opengis.net/def/crs/" + crs;
        assertThat(json("/ogc/collections/people-by-beat/items" + query)
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(matched);
    }

    @Test
    void aConfidentialSiteHasNoPlace() throws Exception {
        JsonNode site = json("/ogc/collections/providers/items/B2");
        assertThat(site.get("geometry").isNull()).isTrue();
        assertThat(site.at("/properties/address").asText()).isEmpty();
        assertThat(json("/ogc/collections/providers/items/A%2F1")
                        .at("/properties/name")
                        .asText())
                .isEqualTo("Food Pantry");
        assertThat(json("/ogc/collections/providers/items?category=food")
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ogc/collections/people-by-beat/items?limt=5 | 400 | PARAMETER_UNKNOWN | 'limt'",
                "/ogc/collections/people-by-beat/items?limit=many | 400 | PARAMETER_INVALID | 'limit'",
                "/ogc/collections/people-by-beat/items?limit=0 | 400 | PARAMETER_INVALID | 'limit'",
                "/ogc/collections/people-by-beat/items?limit=5&limit=6 | 400 | PARAMETER_REPEATED | 'limit'",
                "/ogc/collections/people-by-beat/items?offset=-1 | 400 | PARAMETER_INVALID | 'offset'",
                "/ogc/collections/people-by-beat/items?bbox=1,2,3 | 400 | BBOX_INVALID | 'bbox'",
                "/ogc/collections/people-by-beat/items?bbox=1,2,NaN,4 | 400 | BBOX_INVALID | 'bbox'",
                "/ogc/collections/people-by-beat/items?bbox=1,50,2,40 | 400 | BBOX_INVALID | 'bbox'",
                "/ogc/collections/people-by-beat/items?crs=EPSG:4326 | 400 | CRS_UNKNOWN | 'crs'",
                "/ogc/collections/people-by-beat/items?bbox-crs=EPSG:4326 | 400 | CRS_UNKNOWN | 'bbox-crs'",
                "/ogc/collections/people-by-beat/items?datetime=june | 400 | DATETIME_INVALID | 'datetime'",
                "/ogc/collections/people-by-beat/items?datetime=2026-06-30/2026-01-01 | 400 | DATETIME_INVALID | 'datetime'",
                "/ogc/collections/people-by-beat/items?category=food | 400 | PARAMETER_UNKNOWN | 'category'",
                "/ogc/collections/providers/items?category=yachts | 400 | PARAMETER_INVALID | 'category'",
                "/ogc/collections/people-by-beat/items?people=many | 400 | PARAMETER_INVALID | 'people'",
                "/ogc/collections/people-by-beat/items?reference_date=june | 400 | PARAMETER_INVALID | 'reference_date'",
                "/ogc/collections/people-by-beat/items?low_hit_rate=1 | 400 | PARAMETER_INVALID | 'low_hit_rate'",
                "/ogc/collections/people-by-beat/items?properties=name,age | 400 | PROPERTY_UNKNOWN | 'properties'",
                "/ogc/collections/people-by-beat/items?sortby=age | 400 | PROPERTY_UNKNOWN | 'sortby'",
                "/ogc/collections/providers/items?sortby=categories | 400 | SORTBY_INVALID | 'sortby'",
                "/ogc/collections/people-by-beat/items?filter=age=20 | 400 | FILTER_INVALID | 'age'",
                "/ogc/collections/people-by-beat/items?filter=people%20%3E | 400 | FILTER_INVALID | 'filter'",
                "/ogc/collections/people-by-beat/items?filter-lang=sql | 400 | FILTER_LANG_UNKNOWN | 'filter-lang'",
                "/ogc/collections/people-by-beat/items?filter-crs=here | 400 | CRS_UNKNOWN | 'filter-crs'",
                "/ogc/collections?f=xml | 400 | FORMAT_UNKNOWN | 'f'",
                "/ogc/collections/people-by-block_group/items | 404 | NOT_FOUND | collection",
                "/ogc/collections/people-by-beat/items/99 | 404 | NOT_FOUND | feature",
                "/health/live?verbose=1 | 400 | PARAMETER_UNKNOWN | 'verbose'",
                "/ogc/collections/people-by-beat/items?datetime=%2b999999999-12-31T23:59:59-18:00 | 400 | DATETIME_INVALID | 'datetime'",
                "/ogc/collections/people-by-beat/items?bbox=1d,1,2,3 | 400 | BBOX_INVALID | 'bbox'",
                "/no/such/page | 404 | HTTP_404 | Not Found"
            })
    void aBadRequestIsAProblemThatNamesIt(String path, int status, String code, String words) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("detail").asText()).contains(words);
        assertThat(problem.get("requestId").asText()).hasSize(16);
    }

    @ParameterizedTest
    @CsvSource({"/ogc/collections, 200", "/ogc/collections/nope/items, 404", "/health/ready, 200", "/, 200"})
    void headAnswersAsGetDoesWithoutABody(String path, int status) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri(path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
    }

    /** What no client library would send: the server's own errors must look like all others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /ogc/collections/people-by-beat/items?limit=%zz HTTP/1.1 | 400",
                "GET /%00 HTTP/1.1 | 400",
                "GET /../secret HTTP/1.1 | 400",
                "GET /ogc HTTP/0.9 | 505",
                "GET /ogc NOTHTTP | 505"
            })
    void theServersOwnErrorsRepeatNothing(String requestLine, int status) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), CITY.app().port())) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status)
                    .contains("application/problem+json", "Content-Security-Policy: default-src 'none'")
                    .doesNotContain("secret", "<html", "jetty", "Exception");
        }
    }

    @Test
    void anotherMethodIsRefused() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri("/ogc/collections"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc/collections/people-by-beat/items", "/ogc/collections", "/api/map", "/ogc/api"})
    void whoHasAnAnswerIsToldThatItStillHolds(String path) throws Exception {
        String tag = get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = send(
                HttpRequest.newBuilder(uri(path)).header("If-None-Match", tag).build());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void everyAnswerKeepsTheBrowserAtHome() throws Exception {
        for (String path : List.of(
                "/", "/why.html", "/app.js", "/ogc", "/no-such-page", "/webjars/leaflet/1.9.4/dist/leaflet.js")) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("connect-src 'self'")
                    .doesNotContain("http:", "https:", "unsafe");
        }
    }

    @Test
    void thePageItsMapAndTheLibraryAreServedAndTheirTestsAreNot() throws Exception {
        assertThat(get("/").body()).contains("Reentry Atlas");
        assertThat(get("/webjars/leaflet/1.9.4/dist/leaflet.js").statusCode()).isEqualTo(200);
        for (String test : List.of(
                "/test/words.test.mjs",
                "/browser/harness.mjs",
                "/browser/package.json",
                "/lib/",
                "/webjars/",
                "/webjars/leaflet/",
                "/.git/HEAD")) {
            assertThat(get(test).statusCode()).as(test).isEqualTo(404);
        }
    }

    @Test
    void theMapLearnsLevelsMeasuresAndReleasesInOneAnswer() throws Exception {
        JsonNode map = json("/api/map");
        assertThat(map.at("/jurisdiction").asText()).isEqualTo("Small City");
        assertThat(map.at("/levels/0/collection").asText()).isEqualTo("people-by-beat");
        assertThat(map.at("/releases/0/referenceDate").asText()).isEqualTo("2026-06-30");
        assertThat(map.at("/measures/0/code").asText()).isEqualTo("people");
        assertThat(map.get("measures").toString()).doesNotContain("mental", "substance");
    }

    @Test
    void operationsAreHealthyAndMeasured() throws Exception {
        assertThat(json("/health/live").get("status").asText()).isEqualTo("live");
        assertThat(json("/health/ready").get("status").asText()).isEqualTo("ready");
        // A request is counted once its answer is on its way.
        String counted = "http_server_requests_seconds_count{method=\"GET\",route=\"/health/ready\",status=\"200\"}";
        Until.holds("the request is counted", () -> get("/metrics").body().contains(counted));
        assertThat(get("/metrics").body())
                .contains("hikaricp_connections")
                .containsPattern("cache_gets_total\\{cache=\"answers\",result=\"hit\"\\} [0-9]")
                .contains("atlas_release_info{release=\"2026-06-30.1\"} 1")
                .containsPattern("atlas_release_age_seconds [0-9]")
                .contains("http_requests_shed_total 0.0", "http_requests_limited_total 0.0")
                .contains("jvm_memory_used_bytes");
    }

    /** Methods and paths of the description; that each has a route, and each route is described, is tested below. */
    static List<String> describedRoutes() throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(Path.of("src/main/resources/openapi.yaml").toFile())
                .get("paths");
        List<String> routes = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    /** Those that can be read. */
    static Stream<String> describedPaths() throws IOException {
        return describedRoutes().stream()
                .filter(route -> route.startsWith("GET "))
                .map(route -> route.substring(4))
                // DescribedRequestsTest asks for these as somebody who is signed in.
                .filter(path -> AccessMatrix.load().allows("GET " + path, null))
                .filter(path -> !path.startsWith("/outreach/plans/")
                        && !path.startsWith("/self-assessments/{")
                        && !path.startsWith("/events/")
                        // Here is no provider to sign in with: OidcTest asks for these.
                        && !path.startsWith("/session/oidc"));
    }

    /** Figures of the newest release are made anew for each who asks. */
    @Test
    void manyMayAskForTheFiguresAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<HttpResponse<String>>> asking = Collections.nCopies(400, () -> get("/metrics"));
            for (Future<HttpResponse<String>> answer : clients.invokeAll(asking)) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                assertThat(answer.get().body()).contains("atlas_release_info{release=\"2026-06-30.1\"} 1");
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("describedPaths")
    void theDescriptionHoldsForEveryPath(String path) throws Exception {
        String real = path.replace("{collectionId}", "people-by-beat")
                .replace("{featureId}", "01")
                .replace("{tileMatrixSetId}", "WebMercatorQuad")
                .replace("{tileMatrix}", "0")
                .replace("{tileRow}", "0")
                .replace("{tileCol}", "0")
                .replace("{releaseId}", "2026-06-30.1")
                .replace("{name}", "cells.csv")
                .replace("{runId}", "2026-06-30.1-1")
                .replace("{runFile}", "results.csv")
                .replace("{file}", "people-by-beat.geojson")
                .replace("{level}", "beat")
                .replace("{key}", "01")
                .replace("{seq}", "1")
                .replace("{version}", "1")
                .replace("{palette}", "light")
                .replace("{z}", "8")
                .replace("{x}", "0")
                .replace("{tile}", "0.png")
                .replaceFirst("/what-if(.csv)?$", "$0?category=food")
                .replaceFirst("/outreach/block$", "$0?lon=-105.095&lat=43.505")
                .replace("/api/classes", "/api/classes?layer=people-by-beat&column=people");
        assertThat(get(real).statusCode()).isEqualTo(200);
    }

    @Test
    void everyRouteIsDescribed() throws IOException {
        assertThat(CITY.app().routes()).isNotEmpty().hasSameElementsAs(describedRoutes());
    }
}
