package org.reentryatlas.cql2;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reentryatlas.cql2.Sample.QUERYABLES;
import static org.reentryatlas.cql2.Sample.SITE;
import static org.reentryatlas.cql2.Sample.shape;
import static org.reentryatlas.cql2.Sample.truth;
import static org.reentryatlas.cql2.Sample.with;

class SpatialFilterTest {
    private static final String SQUARE = "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S_INTERSECTS | POINT(4 4)",
                "S_DISJOINT | POINT(5 5)",
                "S_EQUALS | POLYGON((4 4, 0 4, 0 2, 0 0, 4 0, 4 4))",
                "S_TOUCHES | POINT(4 4)",
                "S_TOUCHES | POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))",
                "S_WITHIN | POINT(1 1)",
                "S_WITHIN | POLYGON((1 1, 2 1, 2 2, 1 1))",
                "S_OVERLAPS | POLYGON((2 2, 6 2, 6 6, 2 6, 2 2))",
                "S_CROSSES | LINESTRING(-1 1, 5 1)",
                "S_CONTAINS | POLYGON((-1 -1, 5 -1, 5 5, -1 5, -1 -1))",
                "S_WITHIN | MULTIPOINT(1 1, 2 2)",
                "S_WITHIN | MULTIPOINT((1 1), (2 2))",
                "S_WITHIN | GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(1 1, 2 2))",
                "S_INTERSECTS | MULTILINESTRING((9 9, 8 8), (4 0, 5 5))"
            })
    void relatesAShapeToALiteralEitherWay(String function, String wkt) {
        Row row = with("place", shape(wkt));
        assertThat(truth(function + "(place, " + SQUARE + ")", row)).isEqualTo(Truth.TRUE);
        assertThat(truth(function + "(" + wkt + ", " + SQUARE + ")", row)).isEqualTo(Truth.TRUE);
        String other = switch (function) {
            case "S_WITHIN" -> "S_CONTAINS";
            case "S_CONTAINS" -> "S_WITHIN";
            default -> function;
        };
        assertThat(truth(other + "(" + SQUARE + ", place)", row)).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S_WITHIN | POINT(4 4)",
                "S_DISJOINT | POINT(4 4)",
                "S_CROSSES | LINESTRING(1 1, 2 2)",
                "S_OVERLAPS | POLYGON((1 1, 2 1, 2 2, 1 1))",
                "S_TOUCHES | POINT(1 1)",
                "S_EQUALS | POINT(1 1)",
                "S_CONTAINS | POINT(1 1)"
            })
    void doesNotRelateWhatLiesOtherwise(String function, String wkt) {
        assertThat(truth(function + "(place, " + SQUARE + ")", with("place", shape(wkt))))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void readsBoxesAlsoAcrossTheDateLineAndPassesOverHeights() {
        assertThat(truth("S_INTERSECTS(place, BBOX(-77.1, 38.8, -76.9, 39))", SITE))
                .isEqualTo(Truth.TRUE);
        assertThat(truth("S_INTERSECTS(place, bbox(-77.1, 38.8, 0, -76.9, 39, 10))", SITE))
                .isEqualTo(Truth.TRUE);
        String belt = "S_INTERSECTS(BBOX(150, -90, -150, 90), place)";
        assertThat(truth(belt, with("place", shape("POINT(-170 0)")))).isEqualTo(Truth.TRUE);
        assertThat(truth(belt, with("place", shape("POINT(0 0)")))).isEqualTo(Truth.FALSE);
        assertThat(truth("S_INTERSECTS(place, BBOX(-78, 38.9, -76, 38.9))", SITE))
                .isEqualTo(Truth.TRUE);
        assertThat(truth("S_EQUALS(place, BBOX(-77, 38.9, -77, 38.9))", SITE)).isEqualTo(Truth.TRUE);
        assertThat(truth("S_INTERSECTS(place, POINT Z (-77 38.9 5))", SITE)).isEqualTo(Truth.TRUE);
    }

    @Test
    void takesLiteralsToWgs84() {
        String metres = "S_INTERSECTS(place, BBOX(399900, 136900, 400100, 137000))";
        assertThat(Cql2.parseText(metres, QUERYABLES, Crs.of("EPSG:26985"), false)
                        .keeps(SITE))
                .isTrue();
        String northFirst = "S_WITHIN(place, POLYGON((38 -78, 39 -78, 39 -76, 38 -76, 38 -78)))"
                + " AND S_WITHIN(place, BBOX(38, -78, 39, -76)) AND S_EQUALS(place, POINT(38.9 -77))";
        assertThat(Cql2.parseText(northFirst, QUERYABLES, Crs.WGS84, true).keeps(SITE))
                .isTrue();
        String json = "{\"op\":\"s_equals\",\"args\":[{\"property\":\"place\"},"
                + "{\"type\":\"Point\",\"coordinates\":[38.9,-77]}]}";
        assertThat(Cql2.parseJson(json, QUERYABLES, Crs.WGS84, true).keeps(SITE))
                .isTrue();
        assertThat(Cql2.parseJson(json, Queryables.of(Sample.ALL), Crs.of("EPSG:3857"), false)
                        .keeps(SITE))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S_INTERSECTS(place, BBOX(0, 0, 2, 2)) | 0 0 2 2",
                "S_INTERSECTS(POINT(1 2), place) | 1 2 1 2",
                "S_WITHIN(place, BBOX(0, 0, 9, 9)) AND S_INTERSECTS(place, BBOX(1, 1, 2, 2)) AND beds > 1 | 1 1 2 2",
                "S_WITHIN(place, BBOX(0, 0, 1, 1)) OR S_TOUCHES(place, BBOX(5, 5, 6, 6)) | 0 0 6 6"
            })
    void givesABoxThatAllKeptRowsMeet(String filter, String box) {
        String[] numbers = box.split(" ", -1);
        assertThat(Sample.parseText(filter).box())
                .contains(new Box(
                        Double.parseDouble(numbers[0]),
                        Double.parseDouble(numbers[1]),
                        Double.parseDouble(numbers[2]),
                        Double.parseDouble(numbers[3])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beds > 1",
                "S_DISJOINT(place, BBOX(0, 0, 1, 1))",
                "NOT S_INTERSECTS(place, BBOX(0, 0, 1, 1))",
                "S_INTERSECTS(place, BBOX(0, 0, 1, 1)) OR beds > 1",
                "S_INTERSECTS(place, BBOX(0, 0, 1, 1)) IS NULL",
                "S_EQUALS(place, place)"
            })
    void givesNoBoxWhereARowMayLieAnywhere(String filter) {
        assertThat(Sample.parseText(filter).box()).isEmpty();
    }
}
