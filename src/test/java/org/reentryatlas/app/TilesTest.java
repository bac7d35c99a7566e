package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Vector tiles of the small city, which lies near 105.05° W, 43.5° N. */
class TilesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final String BEATS = "/ogc/collections/people-by-beat/tiles/";

    private static Tile tile(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CITY.getBytes(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        return Tile.parseFrom(response.body());
    }

    /** The properties of the features of a layer, by key. */
    private static Map<Object, Map<String, Object>> features(Tile.Layer layer, String key) {
        Map<Object, Map<String, Object>> features = new HashMap<>();
        for (Tile.Feature feature : layer.getFeaturesList()) {
            Map<String, Object> properties = new HashMap<>();
            for (int i = 0; i < feature.getTagsCount(); i += 2) {
                properties.put(
                        layer.getKeys(feature.getTags(i)), MvtUtil.toObject(layer.getValues(feature.getTags(i + 1))));
            }
            features.put(properties.getOrDefault(key, ""), properties);
        }
        return features;
    }

    /** What the tiles of a collection draw all together, at a scale at which even a hexagon is more than a pixel. */
    private static Map<Object, Map<String, Object>> drawn(String collection, String query, String key)
            throws IOException, InterruptedException {
        String tiles = "/ogc/collections/" + collection + "/tiles/WebMercatorQuad";
        JsonNode limits = CITY.json(tiles).at("/tileMatrixSetLimits/13");
        Map<Object, Map<String, Object>> drawn = new HashMap<>();
        for (int row = limits.get("minTileRow").asInt();
                row <= limits.get("maxTileRow").asInt();
                row++) {
            for (int column = limits.get("minTileCol").asInt();
                    column <= limits.get("maxTileCol").asInt();
                    column++) {
                Tile.Layer layer =
                        tile(tiles + "/13/" + row + "/" + column + query).getLayers(0);
                assertThat(layer.getName()).isEqualTo(collection);
                drawn.putAll(features(layer, key));
            }
        }
        return drawn;
    }

    /** Law 2: a tile says of a feature what the collection says, and nothing where that says null. */
    @ParameterizedTest
    @CsvSource({"people-by-beat, key", "people-by-hex_8, key", "services-by-beat, key", "providers, id"})
    void aTileHoldsWhatTheCollectionHolds(String collection, String key) throws Exception {
        Map<Object, Map<String, Object>> drawn = drawn(collection, "", key);
        Set<Object> seen = new HashSet<>();
        for (JsonNode feature :
                CITY.json("/ogc/collections/" + collection + "/items").get("features")) {
            if (feature.get("geometry").isNull()) {
                continue;
            }
            assertThat(drawn).containsKey(feature.get("id").asText());
            Map<String, Object> properties =
                    drawn.getOrDefault(feature.get("id").asText(), Map.of());
            seen.add(feature.get("id").asText());
            feature.get("properties").properties().forEach(member -> {
                JsonNode value = member.getValue();
                Object inTile = properties.get(member.getKey());
                if (value.isNull()) {
                    assertThat(inTile).as(member.getKey()).isNull();
                } else if (value.isNumber()) {
                    assertThat(Double.parseDouble(String.valueOf(inTile)))
                            .as(member.getKey())
                            .isCloseTo(value.asDouble(), within(1e-9));
                } else if (value.isArray()) {
                    List<String> several = new ArrayList<>();
                    value.forEach(one -> several.add(one.asText()));
                    assertThat(inTile).isEqualTo(String.join(",", several));
                } else {
                    assertThat(String.valueOf(inTile)).as(member.getKey()).isEqualTo(value.asText());
                }
            });
        }
        assertThat(seen).isNotEmpty().isEqualTo(drawn.keySet());
    }

    @Test
    void theTilesOfAllLayersHoldEachOfThem() throws Exception {
        List<String> ids = new ArrayList<>();
        CITY.json("/ogc/collections")
                .get("collections")
                .forEach(one -> ids.add(one.get("id").asText()));
        assertThat(tile("/ogc/tiles/WorldCRS84Quad/0/0/0").getLayersList().stream()
                        .map(Tile.Layer::getName))
                .containsExactlyElementsOf(ids);
    }

    /** What the conformance suite asks for; its links must lead to what they name. */
    @ParameterizedTest
    @ValueSource(strings = {"/ogc/tiles", "/ogc/collections/people-by-beat/tiles", "/ogc/collections/providers/tiles"})
    void everyTilesetSaysWhichTilesThereAre(String path) throws Exception {
        List<String> sets = new ArrayList<>();
        for (JsonNode tileset : CITY.json(path).get("tilesets")) {
            sets.add(tileset.get("tileMatrixSetId").asText());
            assertThat(tileset.get("tileMatrixSetURI").asText())
                    .endsWith("/" + tileset.get("tileMatrixSetId").asText());
            String template = "";
            for (JsonNode link : tileset.get("links")) {
                String href = link.get("href").asText();
                if (link.path("templated").asBoolean()) {
                    template = URI.create(href.replace("{", "%7B").replace("}", "%7D"))
                            .getPath();
                    assertThat(template).endsWith("/{tileMatrix}/{tileRow}/{tileCol}");
                } else {
                    assertThat(CITY.get(href.substring(href.indexOf("/ogc"))).statusCode())
                            .as(href)
                            .isEqualTo(200);
                }
            }
            for (JsonNode limits : tileset.get("tileMatrixSetLimits")) {
                String zoom = limits.get("tileMatrix").asText();
                int row = limits.get("maxTileRow").asInt();
                int column = limits.get("maxTileCol").asInt();
                assertThat(status(template, zoom, row, column)).isEqualTo(200);
                assertThat(status(
                                template,
                                zoom,
                                limits.get("minTileRow").asInt(),
                                limits.get("minTileCol").asInt()))
                        .isEqualTo(200);
                assertThat(status(template, zoom, row + 1, column)).isEqualTo(404);
                assertThat(status(template, zoom, row, column + 1)).isEqualTo(404);
            }
        }
        assertThat(sets).containsExactly("WebMercatorQuad", "WorldCRS84Quad");
    }

    private static int status(String template, String zoom, int row, int column)
            throws IOException, InterruptedException {
        return CITY.getBytes(template.replace("{tileMatrix}", zoom)
                        .replace("{tileRow}", String.valueOf(row))
                        .replace("{tileCol}", String.valueOf(column)))
                .statusCode();
    }

    /** In the deepest matrix the tiles lie where the registry says: beside each other, from the north and the west. */
    @Test
    void aFeatureIsOnTheTilesThatItTouches() throws Exception {
        // Of a position, by the formula of slippy maps.
        double lon = -105.09;
        double lat = 43.51;
        int n = 1 << 16;
        int column = (int) ((lon + 180) / 360 * n);
        double radians = Math.toRadians(lat);
        int row = (int) ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * n);
        String tiles = "/ogc/collections/providers/tiles/WebMercatorQuad/16/";
        assertThat(features(tile(tiles + row + "/" + column).getLayers(0), "id"))
                .containsOnlyKeys("A/1");
        assertThat(tile(tiles + row + "/" + (column + 2)).getLayers(0).getFeaturesCount())
                .isZero();
        int rowOfDegrees = (int) ((90 - lat) / 180 * n);
        int columnOfDegrees = (int) ((lon + 180) / 180 * n);
        assertThat(features(
                        tile("/ogc/collections/providers/tiles/WorldCRS84Quad/16/" + rowOfDegrees + "/"
                                        + columnOfDegrees)
                                .getLayers(0),
                        "id"))
                .containsOnlyKeys("A/1");
    }

    /** The tile of nothing tells nothing by its size either. */
    @Test
    void emptyTilesAreAlike() throws Exception {
        JsonNode limits =
                CITY.json("/ogc/collections/providers/tiles/WebMercatorQuad").at("/tileMatrixSetLimits/16");
        Set<Integer> sizes = new HashSet<>();
        for (int row = limits.get("minTileRow").asInt();
                row <= limits.get("maxTileRow").asInt();
                row++) {
            for (int column = limits.get("minTileCol").asInt();
                    column <= limits.get("maxTileCol").asInt();
                    column++) {
                byte[] bytes = CITY.getBytes(
                                "/ogc/collections/providers/tiles/WebMercatorQuad/16/" + row + "/" + column)
                        .body();
                if (Tile.parseFrom(bytes).getLayers(0).getFeaturesCount() == 0) {
                    sizes.add(bytes.length);
                }
            }
        }
        assertThat(sizes).hasSize(1);
    }

    @Test
    void aTileOfAVersionIsKeptForEverAndOthersAreAskedForAgain() throws Exception {
        JsonNode tileJson = CITY.json(BEATS + "WebMercatorQuad?f=tilejson");
        String template = tileJson.at("/tiles/0").asText();
        String path = template.substring(template.indexOf("/ogc"))
                .replace("{z}", "0")
                .replace("{x}", "0")
                .replace("{y}", "0");
        assertThat(CITY.getBytes(path).headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        for (String other : List.of(BEATS + "WebMercatorQuad/0/0/0", BEATS + "WebMercatorQuad/0/0/0?v=older")) {
            assertThat(CITY.getBytes(other).headers().firstValue("Cache-Control"))
                    .contains("no-cache");
        }
        assertThat(tileJson.at("/vector_layers/0/id").asText()).isEqualTo("people-by-beat");
        assertThat(tileJson.at("/vector_layers/0/fields/people").asText()).isEqualTo("Number");
        assertThat(tileJson.get("bounds")).hasSize(4);
    }

    @Test
    void datetimePicksTheRelease() throws Exception {
        assertThat(drawn("people-by-beat", "?datetime=2026-03-31", "key").getOrDefault("01", Map.of()))
                .containsEntry("reference_date", "2026-03-31");
        assertThat(tile(BEATS + "WebMercatorQuad/0/0/0?datetime=2020-01-01")
                        .getLayers(0)
                        .getFeaturesCount())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/ogc/tiles/Nowhere, 404",
        "/ogc/tileMatrixSets/Nowhere, 404",
        "/ogc/collections/nothing/tiles, 404",
        "/ogc/tiles/WebMercatorQuad/17/0/0, 404",
        "/ogc/tiles/WebMercatorQuad/-1/0/0, 404",
        "/ogc/tiles/WebMercatorQuad/a/b/c, 404",
        "/ogc/tiles/WebMercatorQuad/0/99999999999999999999/0, 404",
        "/ogc/tiles/WebMercatorQuad/0/0/0?f=png, 400",
        "/ogc/tiles/WebMercatorQuad/0/0/0?datetime=june, 400",
        "/ogc/tiles/WorldCRS84Quad?f=tilejson, 400",
        "/ogc/tiles/WebMercatorQuad?f=xml, 400"
    })
    void whatIsNotThereIsAProblem(String path, int status) throws Exception {
        HttpResponse<String> response = CITY.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    /** Against the figures that the registry of tile matrix sets prints. */
    @Test
    void theMatricesAreThoseOfTheRegistry() throws Exception {
        JsonNode mercator = CITY.json("/ogc/tileMatrixSets/WebMercatorQuad");
        assertThat(mercator.at("/tileMatrices/0/scaleDenominator").asDouble())
                .isCloseTo(559082264.028717, within(1e-3));
        assertThat(mercator.at("/tileMatrices/16/cellSize").asDouble()).isCloseTo(2.38865713397468, within(1e-9));
        JsonNode degrees = CITY.json("/ogc/tileMatrixSets/WorldCRS84Quad");
        assertThat(degrees.at("/tileMatrices/0/scaleDenominator").asDouble())
                .isCloseTo(279541132.0143589, within(1e-3));
        assertThat(degrees.at("/tileMatrices/0/matrixWidth").asInt()).isEqualTo(2);
    }
}
