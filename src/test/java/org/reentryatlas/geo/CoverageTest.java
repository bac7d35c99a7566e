package org.reentryatlas.geo;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CoverageTest {
    private static final int WAVES = 400;

    /** A shore of small waves from (1, 0) to (1, 1), or the other way. */
    private static String shore(boolean northwards) {
        StringBuilder shore = new StringBuilder();
        for (int i = 0; i <= WAVES; i++) {
            double y = (northwards ? i : WAVES - i) / (double) WAVES;
            shore.append(", ").append(1 + 0.001 * Math.sin(y * 200)).append(' ').append(y);
        }
        return shore.toString();
    }

    private static @Nullable Shape shape(String wkt) {
        return Shape.ofWkt(wkt).orElseThrow();
    }

    private static double area(List<@Nullable Shape> shapes) {
        return shapes.stream().mapToDouble(shape -> shape.geometry().getArea()).sum();
    }

    @Test
    void aCommonEdgeLosesTheSameCornersOnBothSides() {
        List<@Nullable Shape> whole = List.of(
                shape("POLYGON((0 0" + shore(true) + ", 0 1, 0 0))"),
                shape("POLYGON((2 0, 2 1" + shore(false) + ", 2 0))"));
        List<@Nullable Shape> simpler = Coverage.simplified(whole, 0.01);
        for (int i = 0; i < 2; i++) {
            assertThat(simpler.get(i).positions()).isLessThan(whole.get(i).positions() / 4);
        }
        assertThat(area(simpler)).as("neither gap nor overlap").isCloseTo(2, within(1e-9));
        assertThat(simpler.get(0)
                        .geometry()
                        .intersection(simpler.get(1).geometry())
                        .getArea())
                .isLessThan(1e-12);
        assertThat(area(whole)).isCloseTo(2, within(1e-9));
    }

    @Test
    void whatIsNoAreaStays() {
        List<@Nullable Shape> shapes =
                Arrays.asList(shape("POINT(1 2)"), null, shape("LINESTRING(0 0, 1 0.0001, 2 0)"));
        assertThat(Coverage.simplified(shapes, 1)).isEqualTo(shapes);
        assertThat(Coverage.simplified(List.of(), 1)).isEmpty();
    }
}
