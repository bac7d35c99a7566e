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

    private static final Territory DISTRICT_OF_COLUMBIA = Territory.of(Crs.of("EPSG:26985"));

    @Test
    void refusesASystemThatIsMeantForAnotherPartOfTheEarth() {
        Box city = new Box(-77.12, 38.79, -76.9, 39.0);
        assertThat(DISTRICT_OF_COLUMBIA.objection(Crs.WGS84)).isEmpty();
        assertThat(DISTRICT_OF_COLUMBIA.objection(city, Crs.of("EPSG:4269")))
                .as("NAD83, whose area of use crosses the 180th meridian")
                .isEmpty();
        assertThat(DISTRICT_OF_COLUMBIA.objection(city, Crs.of("EPSG:4236")))
                .hasValueSatisfying(objection -> assertThat(objection)
                        .contains("EPSG:4236 (Hu Tzu Shan 1950)", "is not meant for the area", "EPSG:4326"));
    }

    @ParameterizedTest(name = "{0} read as {1}")
    @CsvSource({
        "1290000, 430000, EPSG:26985, they fit NAD83 / Maryland (ftUS): try --crs EPSG:2248",
        "397000, 136000, EPSG:4326, they fit the working system: try --crs EPSG:26985",
        "397000, 136000, EPSG:2248, they fit the working system: try --crs EPSG:26985",
        "136000, 397000, EPSG:4326, easting and northing swapped",
        "38.9, -77, EPSG:4326, latitude and longitude seem to be swapped",
        "-77, 38.9, EPSG:26985, try --crs EPSG:4326",
        "90000000, 90000000, EPSG:3857, name the file's own system with --crs"
    })
    void suggestsTheLikelySystem(double x, double y, String crs, String suggestion) {
        assertThat(DISTRICT_OF_COLUMBIA.objection(new Box(x, y, x + 0.01, y + 0.01), Crs.of(crs)))
                .hasValueSatisfying(objection -> assertThat(objection).contains(suggestion));
    }

    @Test
    void comparesASystemWithTheTextOfAFileByItsNumbers() {
        String maryland = """
                PROJCS["NAD_1983_StatePlane_Maryland_FIPS_1900_Feet",GEOGCS["GCS_North_American_1983",\
                DATUM["D_North_American_1983",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
                UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],\
                PARAMETER["False_Easting",1312333.333333333],PARAMETER["False_Northing",0.0],\
                PARAMETER["Central_Meridian",-77.0],PARAMETER["Standard_Parallel_1",38.3],\
                PARAMETER["Standard_Parallel_2",39.45],PARAMETER["Latitude_Of_Origin",37.66666666666666],\
                UNIT["Foot_US",0.3048006096012192]]""";
        assertThat(Crs.isSame("EPSG:2248", maryland)).isTrue();
        assertThat(Crs.isSame("EPSG:26985", maryland)).isFalse();
        assertThat(Crs.isSame("EPSG:2248", maryland.replace("1312333.3", "1312433.3")))
                .isFalse();
        assertThat(Crs.isSame("EPSG:2248", "PROJCS[")).isFalse();
    }
}
