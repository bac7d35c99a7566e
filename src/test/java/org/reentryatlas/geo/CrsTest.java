package org.reentryatlas.geo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CrsTest {
    private static Point point(double x, double y) {
        return new GeometryFactory().createPoint(new Coordinate(x, y));
    }

    /** One point in Washington DC; the expected figures are those of PROJ (gdaltransform). */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "EPSG:4326, -77.035279, 38.889484",
        "EPSG:26985, 396939.312, 135738.534",
        "EPSG:2248, 1302291.726, 445335.506",
        "urn:ogc:def:crs:OGC:1.3:CRS84, -77.035279, 38.889484",
        "urn:ogc:def:crs:EPSG::26985, 396939.312, 135738.534",
        "EPSG:3857, -8575528.031, 4705853.445"
    })
    void takesCoordinatesToWgs84(String code, double x, double y) {
        Point there = (Point) Crs.of(code).transform(point(x, y), Crs.WGS84);
        assertThat(there.getX()).isCloseTo(-77.035279, within(1e-7));
        assertThat(there.getY()).isCloseTo(38.889484, within(1e-7));
    }

    @Test
    void refusesAnUnknownCodeByName() {
        assertThatThrownBy(() -> Crs.of("EPSG:999999"))
                .isInstanceOf(CrsException.class)
                .hasMessageContaining("'EPSG:999999'");
    }

    @Test
    void knowsWhichBoxesASystemCouldHold() {
        assertThat(Crs.WGS84.couldHold(new Envelope(-77.1, -76.9, 38.8, 39.0))).isTrue();
        assertThat(Crs.WGS84.couldHold(new Envelope(390000, 410000, 120000, 140000)))
                .isFalse();
        assertThat(Crs.of("EPSG:26985").couldHold(new Envelope(390000, 410000, 120000, 140000)))
                .isTrue();
    }
}
