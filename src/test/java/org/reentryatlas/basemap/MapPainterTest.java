package org.reentryatlas.basemap;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a picture shows, by its dots. The small ground is one pond, one park and one street, in degrees near 0, 0. */
class MapPainterTest {
    private static final Ground SMALL = new Ground(
            "small",
            List.of(new Ground.Place("", mercator("POLYGON((0 0, 0.004 0, 0.004 0.004, 0 0.004, 0 0))"))),
            List.of(new Ground.Place("", mercator("POLYGON((0.006 0, 0.01 0, 0.01 0.004, 0.006 0.004, 0.006 0))"))),
            List.of(
                    new Ground.Street("", StreetClass.ARTERIAL, mercator("LINESTRING(0 0.006, 0.01 0.006)")),
                    new Ground.Street("", StreetClass.PATH, mercator("LINESTRING(0 0.008, 0.01 0.008)"))),
            List.of(),
            List.of());
    private static final MapPainter PAINTER = new MapPainter(SMALL);
    private static final MapPainter DEMO = new MapPainter(DemoMap.GROUND);
    private static final LonLat TOWN = new LonLat(-105.15, 43.51);

    /** 0.01° by 0.01° in 500 by 500 pixels. */
    private static final MapFrame FRAME = frame(1);

    private static MapFrame frame(double density) {
        return new MapFrame(
                mercator("POLYGON((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0))").box(), 500, 500, density);
    }

    private static Shape degrees(String wkt) {
        return Shape.ofWkt(wkt).orElseThrow();
    }

    private static Shape mercator(String wkt) {
        return degrees(wkt).transform(Crs.WGS84, MapFrame.MERCATOR);
    }

    private static Color at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    private static Set<Integer> colors(BufferedImage image, int x, int y, int side) {
        Set<Integer> colors = new HashSet<>();
        for (int rgb : image.getRGB(x, y, side, side, null, 0, side)) {
            colors.add(rgb);
        }
        return colors;
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void everythingIsWhereItLiesInTheColoursOfThePalette(Palette palette) {
        BufferedImage image = PAINTER.paint(FRAME, palette);
        assertThat(at(image, 100, 400)).isEqualTo(palette.water());
        assertThat(at(image, 400, 400)).isEqualTo(palette.park());
        assertThat(at(image, 250, 400)).isEqualTo(palette.ground());
        assertThat(at(image, 250, 50)).isEqualTo(palette.ground());
        assertThat(at(image, 250, 200)).as("the street").isEqualTo(palette.street());
        assertThat(colors(image, 245, 190, 20)).as("ground, street and edge").hasSizeGreaterThan(2);
        assertThat(colors(image, 245, 90, 20)).as("the path").hasSizeGreaterThan(1);
    }

    @Test
    void aDensePictureShowsTheSameWithMoreDots() {
        BufferedImage image = PAINTER.paint(frame(2), Palette.LIGHT);
        assertThat(image.getWidth()).isEqualTo(1000);
        assertThat(at(image, 200, 800)).isEqualTo(Palette.LIGHT.water());
        assertThat(at(image, 500, 400)).isEqualTo(Palette.LIGHT.street());
    }

    @Test
    void palettesDifferAndPaperIsGrey() {
        Set<Color> grounds = new HashSet<>();
        Set<Color> waters = new HashSet<>();
        for (Palette palette : EnumSet.allOf(Palette.class)) {
            grounds.add(palette.ground());
            waters.add(palette.water());
            assertThat(Set.of(palette.ground(), palette.water(), palette.park()))
                    .hasSize(3);
        }
        assertThat(grounds).hasSize(3);
        assertThat(waters).hasSize(3);
        BufferedImage paper = DEMO.paint(DemoMap.around(TOWN, 15), Palette.PRINT);
        assertThat(colors(paper, 0, 0, 512)).hasSizeGreaterThan(10).allSatisfy(rgb -> {
            Color color = new Color(rgb);
            assertThat(color.getRed()).isEqualTo(color.getGreen()).isEqualTo(color.getBlue());
        });
    }

    /** On paper that was copied, water and parks must still be two things. */
    @Test
    void onPaperWaterIsClearlyDarkerThanParks() {
        assertThat(Palette.PRINT.park().getRed() - Palette.PRINT.water().getRed())
                .isGreaterThan(30);
    }

    @Test
    void whereNothingLiesThereIsOnlyGround() {
        MapFrame sea = DemoMap.tile(new LonLat(10, 10), 14, 1);
        assertThat(DEMO.isBare(sea)).isTrue();
        assertThat(colors(DEMO.paint(sea, Palette.LIGHT), 0, 0, 256))
                .containsExactly(Palette.LIGHT.ground().getRGB());
        assertThat(DEMO.isBare(DemoMap.tile(TOWN, 14, 1))).isFalse();
    }

    /** What crosses the edge of two tiles, names too, goes on in the next one. */
    @ParameterizedTest
    @ValueSource(ints = {12, 15, 16, 18})
    void tilesFitTogether(int zoom) {
        MapFrame left = DemoMap.tile(TOWN, zoom, 1);
        Box box = left.box();
        double side = box.maxX() - box.minX();
        MapFrame right = new MapFrame(new Box(box.maxX(), box.minY(), box.maxX() + side, box.maxY()), 256, 256, 1);
        MapFrame both = new MapFrame(new Box(box.minX(), box.minY(), box.maxX() + side, box.maxY()), 512, 256, 1);
        BufferedImage whole = DEMO.paint(both, Palette.LIGHT);
        BufferedImage first = DEMO.paint(left, Palette.LIGHT);
        BufferedImage second = DEMO.paint(right, Palette.LIGHT);
        int different = 0;
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 512; x++) {
                Color part = x < 256 ? at(first, x, y) : at(second, x - 256, y);
                different += distance(part, at(whole, x, y)) > 40 ? 1 : 0;
            }
        }
        // The rounding of the last bit may move the softened edge of a line a little.
        assertThat(different).isLessThan(20);
    }

    private static int distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }

    @Test
    void areasLieBelowStreetsAndTheirPatternsDiffer() {
        Shape field = degrees("POLYGON((0 0.0045, 0.01 0.0045, 0.01 0.0095, 0 0.0095, 0 0.0045))");
        Set<List<Integer>> pictures = new HashSet<>();
        for (Overlay.Meaning meaning : Overlay.Meaning.values()) {
            BufferedImage image = PAINTER.paint(
                    FRAME, Palette.PRINT, List.of(new Overlay.Area(field, new Overlay.Fill.Pattern(meaning))));
            assertThat(at(image, 250, 200)).as("the street").isEqualTo(Palette.PRINT.street());
            pictures.add(java.util.Arrays.stream(image.getRGB(100, 60, 24, 24, null, 0, 24))
                    .boxed()
                    .toList());
        }
        BufferedImage solid = PAINTER.paint(
                FRAME, Palette.PRINT, List.of(new Overlay.Area(field, new Overlay.Fill.Solid(Color.BLACK, 0.5))));
        assertThat(at(solid, 250, 60).getRed()).isBetween(120, 135);
        pictures.add(java.util.Arrays.stream(solid.getRGB(100, 60, 24, 24, null, 0, 24))
                .boxed()
                .toList());
        assertThat(pictures).hasSize(4);
    }

    @Test
    void outlinesLabelsAndMarksStandOutInBlackAndWhite() {
        Shape field = degrees("POLYGON((0.002 0.001, 0.008 0.001, 0.008 0.009, 0.002 0.009, 0.002 0.001))");
        BufferedImage image = PAINTER.paint(
                FRAME,
                Palette.PRINT,
                List.of(
                        new Overlay.Outline(field),
                        new Overlay.Label(field, "Beat 7"),
                        new Overlay.Mark(new LonLat(0.004, 0.002), "12")));
        assertThat(at(image, 100, 150)).as("the line").isEqualTo(Color.BLACK);
        assertThat(at(image, 100, 200)).as("above the street").isEqualTo(Color.BLACK);
        assertThat(colors(image, 225, 240, 50)).as("the words").contains(Color.BLACK.getRGB());
        assertThat(at(image, 200, 394)).as("the sign").isEqualTo(Color.BLACK);
        assertThat(colors(image, 192, 392, 16)).as("its number").contains(Color.WHITE.getRGB());
    }

    @Test
    void aLabelWithoutRoomIsLeftOut() {
        Shape strip = degrees("POLYGON((0.002 0.0072, 0.008 0.0072, 0.008 0.0074, 0.002 0.0074, 0.002 0.0072))");
        int[] bare = dots(PAINTER.paint(FRAME, Palette.PRINT));
        assertThat(dots(PAINTER.paint(FRAME, Palette.PRINT, List.of(new Overlay.Label(strip, "Beat 7")))))
                .isEqualTo(bare);
        Shape field = degrees("POLYGON((0.002 0.006, 0.008 0.006, 0.008 0.009, 0.002 0.009, 0.002 0.006))");
        assertThat(dots(PAINTER.paint(FRAME, Palette.PRINT, List.of(new Overlay.Label(field, "Beat 7")))))
                .isNotEqualTo(bare);
    }

    private static int[] dots(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void aBoxIsShownWholeWithAMargin() {
        MapFrame frame = MapFrame.around(new Box(0, 0, 0.01, 0.002), 400, 300, 20, 1, 18);
        assertThat(frame.zoom()).isLessThan(18);
        double metres = frame.metresPerPixel();
        Box inner = mercator("POLYGON((0 0, 0.01 0, 0.01 0.002, 0 0.002, 0 0))").box();
        assertThat((inner.minX() - frame.box().minX()) / metres).isBetween(19.9, 20.1);
        assertThat((frame.box().maxX() - inner.maxX()) / metres).isBetween(19.9, 20.1);
        assertThat(MapFrame.around(new Box(0, 0, 0.000001, 0), 400, 300, 20, 1, 17)
                        .zoom())
                .isBetween(16.99, 17.01);
    }

    @Test
    void aPictureThatNobodyCanHoldIsRefused() {
        assertThatThrownBy(() -> new MapFrame(new Box(0, 0, 1, 1), 20_000, 20_000, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MapFrame(Box.EMPTY, 10, 10, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
