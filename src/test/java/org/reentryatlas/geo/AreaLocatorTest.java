package org.reentryatlas.geo;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AreaLocatorTest {
    private static final AreaLocator LOCATOR = new AreaLocator(Stream.of(
                    "",
                    "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))",
                    "MULTIPOLYGON(((1 0, 2 0, 2 1, 1 1, 1 0), (1.4 0.4, 1.6 0.4, 1.6 0.6, 1.4 0.6, 1.4 0.4)))",
                    "POLYGON((0 1, 2 1, 2 2, 0 1))")
            .<@Nullable Shape>map(wkt -> Shape.ofWkt(wkt).orElse(null))
            .toList());

    /** On a common edge and at a common corner it is in the first one. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 1",
        "1, 0.5, 1",
        "1, 1, 1",
        "1.2, 1, 2",
        "1.5, 0.5, -1",
        "1.9, 1.5, 3",
        "3, 3, -1",
        "0.2, 1.9, -1"
    })
    void aPointIsInOneArea(double x, double y, int area) {
        OptionalInt found =
                LOCATOR.locate(Shape.ofWkt("POINT(" + x + " " + y + ")").orElseThrow());
        assertThat(found.orElse(-1)).isEqualTo(area);
    }
}
