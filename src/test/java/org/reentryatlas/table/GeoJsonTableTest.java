package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GeoJsonTableTest {
    private static final String ONE = feature("1", 1);
    private static final String TWO = feature("2", 2);

    @TempDir
    Path directory;

    private static String feature(String id, int x) {
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"%s\",\"nested\":{\"a\":1}},".formatted(id)
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[%d,5,99]}}".formatted(x);
    }

    private Table open(String content) throws IOException {
        return Table.open(Files.writeString(directory.resolve("table.geojson"), content), ReadOptions.FOUND);
    }

    private static double x(Row row) {
        return Objects.requireNonNull(row.geometry()).x();
    }

    private static List<String> rows(Table table) throws IOException {
        List<String> rows = new ArrayList<>();
        table.forEach(row -> rows.add(row.number() + ":" + row.value("id") + "@"
                + (row.geometryFault() != null ? row.geometryFault() : x(row))));
        return rows;
    }

    static Stream<Arguments> shapesOfAFile() {
        return Stream.of(
                Arguments.of("collection", "{\"type\":\"FeatureCollection\",\"features\":[" + ONE + "," + TWO + "]}"),
                Arguments.of(
                        "members in another order",
                        "{\"features\":[" + ONE + "," + TWO + "],\"x\":[{}],\"type\":\"FeatureCollection\"}"),
                Arguments.of("one a line", ONE + "\n" + TWO + "\n"),
                Arguments.of("text sequence", "\u001E" + ONE + "\n\u001E" + TWO + "\n"),
                Arguments.of(
                        "two collections",
                        "{\"type\":\"FeatureCollection\",\"features\":[" + ONE
                                + "]}\n{\"type\":\"FeatureCollection\",\"features\":[" + TWO + "]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapesOfAFile")
    void readsEveryShapeOfAFile(String name, String content) throws IOException {
        Table table = open(content);
        assertThat(table.columns()).containsExactly("id");
        assertThat(rows(table)).containsExactly("1:1@1.0", "2:2@2.0");
        assertThat(table.declaredCrs()).contains("EPSG:4326");
    }

    @Test
    void readsALoneFeatureOrGeometry() throws IOException {
        assertThat(rows(open(ONE))).containsExactly("1:1@1.0");
        assertThat(rows(open("{\"coordinates\":[3,4],\"type\":\"Point\"}"))).containsExactly("1:@3.0");
        assertThat(
                        rows(
                                open(
                                        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[7,8]}]}")))
                .containsExactly("1:@7.0");
    }

    @Test
    void readsALegacyCrsMember() throws IOException {
        String crs =
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},\"features\":[]}";
        assertThat(open(crs).declaredCrs()).contains("urn:ogc:def:crs:EPSG::3857");
        assertThat(open(crs.replace("\"name\":\"urn:ogc:def:crs:EPSG::3857\"", "\"href\":\"x\""))
                        .declaredCrs())
                .contains("its crs member");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"Point\",\"coordinates\":[1e999,2]} | one of its coordinates is not a finite number",
                "{\"type\":\"Point\",\"coordinates\":[\"1\",2]} | its coordinates are not nested as its type demands",
                "{\"type\":\"Point\",\"coordinates\":[1]} | its coordinates are not nested as its type demands",
                "{\"type\":\"Polygon\",\"coordinates\":[[1,2],[3,4]]} | its coordinates are not nested as its type demands",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]} | Points of LinearRing do not form a closed linestring",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,0]]]} | Invalid number of points in LinearRing",
                "{\"type\":\"LineString\",\"coordinates\":[[0,0]]} | Invalid number of points in LineString",
                "{\"type\":\"Circle\",\"coordinates\":[0,0]} | its type is none of GeoJSON's"
            })
    void saysWhyAGeometryCannotBeRead(String geometry, String fault) throws IOException {
        String content = "{\"type\":\"Feature\",\"properties\":{\"id\":\"1\"},\"geometry\":" + geometry + "}";
        assertThat(rows(open(content))).containsExactly("1:1@" + fault);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]} | Polygon",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[5,0],[1,0],[1,1],[0,0]]]]} | MultiPolygon",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,\"1\"]]]} |",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,0]]]} |"
            })
    void keepsAMendedGeometryApartFromOneThatCouldBeRead(String geometry, @Nullable String mended) throws IOException {
        List<String> types = new ArrayList<>();
        open("{\"type\":\"Feature\",\"geometry\":" + geometry + "}").forEach(row -> {
            assertThat(row.geometry()).isNull();
            assertThat(row.geometryFault()).isNotNull();
            types.add(row.mendedGeometry() == null ? "" : row.mendedGeometry().type());
        });
        assertThat(types).containsExactly(mended == null ? "" : mended);
    }

    @Test
    void leavesNothingToMendWhereARingIsClosed() throws IOException {
        open("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}")
                .forEach(row -> {
                    assertThat(row.geometry()).isNotNull();
                    assertThat(row.geometryFault()).isNull();
                    assertThat(row.mendedGeometry()).isNull();
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                          | does not start with a JSON object",
                "{\"type\":\"FeatureCollection\"}            | its type is 'FeatureCollection'",
                "{\"type\":{\"a\":[]}}                       | it is not a feature collection",
                "{\"type\":\"FeatureCollection\",\"features\":[1]} | one of its features is not an object",
                "{\"type\":\"FeatureCollection\",\"features\":[{},{ | it is not JSON",
                "{\"type\":\"Feature\"} x                    | it is not JSON",
                "{\"type\":NaN}                              | it is not JSON"
            })
    void refusesWhatIsNotGeoJson(String content, String message) {
        assertThatThrownBy(() -> open(content))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(message);
    }

    @Test
    void boundsAFeature() throws IOException {
        String line = "{\"type\":\"LineString\",\"coordinates\":[" + "[0,0],".repeat(600_000) + "[0,0]]}";
        Table table = open(line);
        assertThatThrownBy(() -> rows(table))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("feature 1 is too large");
    }
}
