package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Layers as files over HTTP. */
class LayerFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Every file that is listed is there, with the digest that is listed; a layer and the whole release. */
    @Test
    void theListLeadsToTheVeryBytes() throws Exception {
        JsonNode list = CITY.json("/layers");
        assertThat(list.get("releases")).hasSize(2);
        assertThat(list.at("/releases/0/id").asText()).isEqualTo("2026-06-30.1");
        assertThat(list.at("/releases/0/layers").findValuesAsText("id"))
                .contains("people-by-beat", "people-by-hex_8", "release");
        for (JsonNode layer : list.at("/releases/0/layers")) {
            String id = layer.get("id").asText();
            assertThat(layer.get("files")).as(id).hasSize(id.equals("release") ? 3 : 10);
            if (List.of("people-by-beat", "people-by-hex_8", "release").contains(id)) {
                for (JsonNode file : layer.get("files")) {
                    byte[] bytes = CITY.getBytes(
                                    URI.create(file.get("href").asText()).getPath())
                            .body();
                    assertThat(sha256(bytes)).isEqualTo(file.get("sha256").asText());
                    assertThat(bytes).hasSize(file.get("bytes").asInt());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "ndjson", "csv", "csv-wkt", "csvm", "gpkg", "shp", "kml", "fgb", "xlsx"})
    void aFormatIsNamedByTheEndingOrByAParameter(String f) throws Exception {
        for (String layer : List.of("people-by-beat", "services-by-beat", "providers")) {
            HttpResponse<byte[]> named = CITY.getBytes("/layers/" + layer + "?f=" + f);
            assertThat(named.statusCode()).isEqualTo(200);
            assertThat(named.body()).isNotEmpty();
            String disposition = header(named, "Content-Disposition");
            String file = disposition.substring(disposition.indexOf(layer), disposition.length() - 1);
            HttpResponse<byte[]> ended = CITY.getBytes("/layers/" + file);
            assertThat(ended.body()).isEqualTo(named.body());
            assertThat(header(ended, "Content-Type")).isEqualTo(header(named, "Content-Type"));
            assertThat(header(ended, "Link").contains("rel=\"describedby\"")).isEqualTo(!f.equals("csvm"));
        }
    }

    @Test
    void aReleaseLayerIsTheFileOfTheRelease() throws Exception {
        HttpResponse<byte[]> newest = CITY.getBytes("/layers/people-by-beat.gpkg");
        HttpResponse<byte[]> older = CITY.getBytes("/layers/people-by-beat.gpkg?release=2026-03-31.1");
        HttpResponse<byte[]> stored = CITY.getBytes("/releases/2026-06-30.1/people-by-beat.gpkg");
        assertThat(newest.body()).isEqualTo(stored.body()).isNotEqualTo(older.body());
        assertThat(header(newest, "ETag")).isEqualTo('"' + sha256(stored.body()) + '"');
        assertThat(header(newest, "Link")).contains("</releases/2026-06-30.1/people-by-beat.gpkg>; rel=\"canonical\"");
        assertThat(header(newest, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(stored, "Cache-Control")).contains("immutable");
        assertThat(header(older, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"reentry-atlas-2026-03-31.1-people-by-beat.gpkg\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/layers/people-by-precinct.csv | 404 | There is no layer of this name; the layers are: release, people-by-beat",
                "/layers/people-by-beat.dwg | 404 | names end with: .geojson",
                "/layers/people-by-beat | 404 | Or name a format by the parameter f: geojson, ndjson",
                "/layers/people-by-beat.zip | 404 | names end with: .geojson",
                "/layers/people-by-beat-7.csv | 404 | There is no layer of this name",
                "/layers/release.csv | 404 | The whole release is served as release.gpkg, release.xlsx and release.zip",
                "/layers/release?f=geojson | 404 | The whole release is served as release.gpkg",
                "/layers/release | 404 | The whole release is served as release.gpkg",
                "/layers/release.json | 404 | The whole release is served as release.gpkg",
                "/layers/people-by-beat?f=dwg | 400 | The formats are: geojson, ndjson",
                "/layers/people-by-beat.csv?release=2020-01-01.1 | 404 | There is no release with the identifier",
                "/layers/providers.csv?release=2026-06-30.1 | 400 | belongs to no release",
                "/layers/services-by-beat.csv?release=2026-06-30.1 | 400 | belongs to no release",
                "/layers/cells.csv | 404 | There is no layer of this name",
                "/layers/people-by-beat.csv?limit=1 | 400 | There is no parameter 'limit' here"
            })
    void whatIsNotThereIsNamed(String path, int status, String words) throws Exception {
        HttpResponse<String> response = CITY.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(JSON.readTree(response.body()).get("detail").asText()
                        + JSON.readTree(response.body()).path("hint").asText())
                .contains(words);
    }

    /** The rules of RFC 7946 that a schema of JSON can say, and the order of rings, which it cannot. */
    @ParameterizedTest
    @ValueSource(strings = {"people-by-beat", "people-by-hex_8", "services-by-beat", "providers"})
    void geoJsonKeepsToItsStandard(String layer) throws Exception {
        JsonNode json = CITY.json("/layers/" + layer + ".geojson");
        assertThat(json.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(json.has("crs")).isFalse();
        assertThat(json.get("features")).isNotEmpty();
        for (JsonNode feature : json.get("features")) {
            assertThat(feature.get("type").asText()).isEqualTo("Feature");
            assertThat(feature.has("geometry")).isTrue();
            assertThat(feature.get("properties").isObject()).isTrue();
            assertThat(feature.has("coordinates") || feature.has("features")).isFalse();
            if (!layer.equals("providers")) {
                assertThat(feature.at("/geometry/type").asText()).isEqualTo("MultiPolygon");
                assertThat(feature.at("/geometry/coordinates")).isNotEmpty();
                feature.at("/geometry/coordinates").forEach(polygon -> assertRings(polygon));
            }
        }
    }

    private static void assertRings(JsonNode polygon) {
        for (int ring = 0; ring < polygon.size(); ring++) {
            JsonNode points = polygon.get(ring);
            assertThat(points.size()).isGreaterThanOrEqualTo(4);
            assertThat(points.get(points.size() - 1)).isEqualTo(points.get(0));
            double area = 0;
            for (int i = 1; i < points.size(); i++) {
                double x = points.get(i).get(0).asDouble();
                double y = points.get(i).get(1).asDouble();
                assertThat(Math.abs(x)).isLessThanOrEqualTo(180);
                assertThat(Math.abs(y)).isLessThanOrEqualTo(90);
                area += points.get(i - 1).get(0).asDouble() * y
                        - x * points.get(i - 1).get(1).asDouble();
            }
            // Outside to the left, holes to the right.
            assertThat(area > 0).isEqualTo(ring == 0);
        }
    }

    /** What the ledger vouches for is what the map shows: the same numbers in the file and in the API. */
    @Test
    void theNumbersOfAFileAreThoseOfTheApi() throws Exception {
        JsonNode file = CITY.json("/layers/people-by-beat.geojson").get("features");
        JsonNode api = CITY.json("/ogc/collections/people-by-beat/items").get("features");
        assertThat(file).isNotEmpty();
        assertThat(file).isEqualTo(api);
        for (String fact :
                List.of("release", "reference_date", "protection", "hidden", "zero", "no_data", "unstable")) {
            assertThat(CITY.json("/layers/people-by-beat.geojson")
                            .at("/about/" + fact)
                            .asText())
                    .as(fact)
                    .isNotEmpty();
        }
    }

    @Test
    void theDirectoryIsStreamedAndCompressedForWhoTakesIt() throws Exception {
        HttpResponse<byte[]> plain = CITY.getBytes("/layers/providers.csv");
        HttpResponse<byte[]> compressed = CLIENT.send(
                HttpRequest.newBuilder(CITY.uri("/layers/providers.geojson"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(new String(plain.body(), StandardCharsets.UTF_8))
                .contains("Food Pantry")
                .doesNotContain("Hidden Lane");
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(JSON.readTree(in).get("features")).hasSize(3);
        }
        String tag = header(plain, "ETag");
        assertThat(tag).startsWith("W/\"");
        HttpResponse<byte[]> known = CLIENT.send(
                HttpRequest.newBuilder(CITY.uri("/layers/providers.csv"))
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(header(known, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
    }

    @Test
    void theDirectoryIsOfTheDayOnWhichItWasLoaded() throws Exception {
        assertThat(CITY.json("/layers/providers.geojson").at("/about/as_of").asText())
                .isEqualTo(ServedCity.DIRECTORY_DAY);
    }

    @Test
    void headTellsTheSameWithoutTheBytes() throws Exception {
        for (String path : List.of("/layers/providers.kml", "/layers/providers.gpkg", "/layers/people-by-beat.fgb")) {
            HttpResponse<byte[]> head = CLIENT.send(
                    HttpRequest.newBuilder(CITY.uri(path))
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            HttpResponse<byte[]> get = CITY.getBytes(path);
            assertThat(get.body()).isNotEmpty();
            // How long it is when nobody knows before it is made, the answer may leave out.
            assertThat(header(head, "Content-Length"))
                    .isEqualTo(path.endsWith(".kml") ? "" : header(get, "Content-Length"));
            for (String name : List.of("ETag", "Content-Type", "Content-Disposition")) {
                assertThat(header(head, name)).as(path + " " + name).isEqualTo(header(get, name));
            }
        }
    }

    @Test
    void collectionsLeadToTheirFiles() throws Exception {
        JsonNode links = CITY.json("/ogc/collections/people-by-beat").get("links");
        int files = 0;
        for (JsonNode link : links) {
            if (link.get("rel").asText().equals("enclosure")) {
                HttpResponse<byte[]> file =
                        CITY.getBytes(URI.create(link.get("href").asText()).getPath());
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(header(file, "Content-Type"))
                        .isEqualTo(link.get("type").asText());
                files++;
            }
        }
        assertThat(files).isEqualTo(10);
    }

    @Test
    void thereIsAPageForPeople() throws Exception {
        HttpResponse<String> page = CITY.get("/layers?f=html");
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.body())
                .contains("<h2>Release 2026-06-30.1, reference date 2026-06-30</h2>")
                .contains("/releases/2026-06-30.1/release.zip", "/layers/providers.kml", "FlatGeobuf");
    }
}
