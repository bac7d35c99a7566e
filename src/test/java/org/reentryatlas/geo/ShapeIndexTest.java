package org.reentryatlas.geo;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShapeIndexTest {
    private static final ShapeIndex INDEX = new ShapeIndex(Stream.of(
                    "POINT(180 39)",
                    "POINT(179 39)",
                    "",
                    "POINT(-178 39)",
                    "POLYGON((-178 38, -176 38, -176 40, -178 40, -178 38))",
                    "POLYGON((-174 38, -172 38, -172 40, -174 40, -174 38))",
                    "LINESTRING(179 38.9, 180 38.9)",
                    "GEOMETRYCOLLECTION(POINT(179 39), POLYGON((-178 38, -176 38, -176 40, -178 40, -178 38)))",
                    "GEOMETRYCOLLECTION(POINT(179 39), LINESTRING(-179 39.5, -178 40))")
            .<@Nullable Shape>map(wkt -> Shape.ofWkt(wkt).orElse(null))
            .toList());

    @Test
    void findsWhatHasAPointInCommonWithABox() {
        assertThat(touching(new Box(-179, 38, -177, 39))).containsExactly(3, 4, 7);
    }

    /** To the west of the date line it has no width. */
    @Test
    void findsWhatHasAPointInCommonWithALineAndAPolygon() {
        Box box = new Box(180, 38.8, -177, 39);
        assertThat(Shape.ofBoxes(box.parts(), Crs.WGS84).type()).isEqualTo("GeometryCollection");
        assertThat(touching(box)).containsExactly(0, 3, 4, 6, 7);
    }

    private static int[] touching(Box box) {
        return INDEX.touching(Shape.ofBoxes(box.parts(), Crs.WGS84));
    }
}
