package org.reentryatlas.geo;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShapeTest {
    @Test
    void boxesHaveMoreCornersOnlyWhereTheirSidesBend() {
        Shape degrees = Shape.ofBoxes(List.of(new Box(-77.1, 38.8, -76.9, 39)), Crs.WGS84);
        assertThat(degrees.geometry().isRectangle()).isTrue();
        assertThat(Shape.ofBoxes(new Box(177, 65, -177, 70).parts(), Crs.WGS84).positions())
                .isEqualTo(10);
        Shape metres = Shape.ofBoxes(List.of(new Box(390000, 130000, 410000, 150000)), Crs.of("EPSG:26985"));
        assertThat(metres.positions()).isEqualTo(81);
    }
}
