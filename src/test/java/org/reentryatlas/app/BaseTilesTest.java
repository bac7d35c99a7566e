package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.basemap.Palette;

import static org.assertj.core.api.Assertions.assertThat;

/** Tiles of the small city's ground: a lake from 105.09° to 105.08° W and 43.50° to 43.51° N, a park, a street. */
class BaseTilesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final double LAKE_LON = -105.085;
    private static final double LAKE_LAT = 43.505;

    private static String version() throws IOException, InterruptedException {
        return CITY.json("/api/map").at("/basemap/version").asText();
    }

    /** The tile in which a place lies, by the formula of slippy maps. */
    private static String path(String version, String palette, int zoom, double lon, double lat, String ending) {
        int n = 1 << zoom;
        double radians = Math.toRadians(lat);
        int x = (int) ((lon + 180) / 360 * n);
        int y = (int) ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * n);
        return "/tiles/base/" + version + "/" + palette + "/" + zoom + "/" + x + "/" + y + ending;
    }

    private static HttpResponse<byte[]> lake(String palette, String ending) throws IOException, InterruptedException {
        return CITY.getBytes(path(version(), palette, 17, LAKE_LON, LAKE_LAT, ending));
    }

    private static BufferedImage image(HttpResponse<byte[]> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
        return ImageIO.read(new ByteArrayInputStream(response.body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "print"})
    void aTileShowsWhatLiesThereInItsPalette(String palette) throws Exception {
        BufferedImage image = image(lake(palette, ".png"));
        assertThat(image.getWidth()).isEqualTo(256);
        Color water = Palette.named(palette).orElseThrow().water();
        int dots = 0;
        for (int rgb : image.getRGB(0, 0, 256, 256, null, 0, 256)) {
            dots += new Color(rgb).equals(water) ? 1 : 0;
        }
        assertThat(dots).as("dots of water").isGreaterThan(256 * 256 / 2);
    }

    @Test
    void aDenseScreenGetsTwiceTheDots() throws Exception {
        assertThat(image(lake("light", "@2x.png")).getWidth()).isEqualTo(512);
    }

    /** With its version a tile is kept for good; another version gets what there is now, and asks again. */
    @Test
    void theVersionInThePathDecidesHowLongATileIsKept() throws Exception {
        HttpResponse<byte[]> now = lake("light", ".png");
        assertThat(now.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        HttpResponse<byte[]> old = CITY.getBytes(path("yesterday", "light", 17, LAKE_LON, LAKE_LAT, ".png"));
        assertThat(old.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(old.body()).isEqualTo(now.body());
        String tag = now.headers().firstValue("ETag").orElseThrow();
        assertThat(CITY.send(HttpRequest.newBuilder(CITY.uri(path(version(), "light", 17, LAKE_LON, LAKE_LAT, ".png")))
                                .header("If-None-Match", tag)
                                .build())
                        .statusCode())
                .isEqualTo(304);
    }

    /** A picture is compressed by itself. */
    @Test
    void aTileIsNotCompressedTwice() throws Exception {
        HttpResponse<String> tile =
                CITY.send(HttpRequest.newBuilder(CITY.uri(path(version(), "light", 12, LAKE_LON, LAKE_LAT, "@2x.png")))
                        .header("Accept-Encoding", "gzip")
                        .build());
        assertThat(tile.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(tile.headers().firstValueAsLong("Content-Length")).isPresent();
    }

    @Test
    void whereNothingLiesAllTilesAreTheSame() throws Exception {
        Set<Integer> contents = new HashSet<>();
        for (double lon : new double[] {0, 10, -150}) {
            HttpResponse<byte[]> tile = CITY.getBytes(path(version(), "dark", 15, lon, 10, ".png"));
            assertThat(image(tile).getRGB(100, 100))
                    .isEqualTo(Palette.DARK.ground().getRGB());
            contents.add(java.util.Arrays.hashCode(tile.body()));
        }
        assertThat(contents).hasSize(1);
    }

    /** The first and the last of the least and of the greatest zoom. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "light/8/0/0.png",
                "light/8/255/255.png",
                "dark/18/0/262143.png",
                "print/18/262143/0@2x.png",
                "print/18/262143/262143@2x.png"
            })
    void theEarthHasTilesUpToItsEdges(String path) throws Exception {
        assertThat(image(CITY.getBytes("/tiles/base/v/" + path)).getWidth())
                .isEqualTo(path.contains("@2x") ? 512 : 256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "light/18/262144/0.png",
                "light/18/0/262144.png",
                "light/18/999999/999999.png",
                "light/4294967304/0/0.png",
                "light/8/0/0@2x@2x.png",
                "light/8/0/0@1x.png",
                "light/8/+1/0.png",
                "light/8/%D9%A1/0.png",
                "light/7/0/0.png",
                "light/19/0/0.png",
                "light/8/256/0.png",
                "light/8/0/256.png",
                "light/8/0/-1.png",
                "light/8/0/01.png",
                "light/8/0/0.jpg",
                "light/8/0/0@3x.png",
                "light/8/0/0",
                "light/8/x/0.png",
                "light/8/99999999999/0.png",
                "LIGHT/8/0/0.png",
                "sepia/8/0/0.png"
            })
    void whatIsNoTileIsNotFound(String path) throws Exception {
        HttpResponse<String> response = CITY.get("/tiles/base/v/" + path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains("NOT_FOUND");
    }

    @Test
    void anUnknownParameterIsAFault() throws Exception {
        HttpResponse<String> response =
                CITY.get(path(version(), "light", 17, LAKE_LON, LAKE_LAT, ".png") + "?style=red");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("PARAMETER_UNKNOWN");
    }

    @Test
    void theMapLearnsWhatIsServed() throws Exception {
        JsonNode map = CITY.json("/api/map");
        assertThat(map.at("/basemap/minZoom").asInt()).isEqualTo(8);
        assertThat(map.at("/basemap/maxZoom").asInt()).isEqualTo(18);
        assertThat(map.at("/basemap/attribution").asText()).isEqualTo("Small City");
        assertThat(map.get("tiles").isNull()).isTrue();
    }
}
