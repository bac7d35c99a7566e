package org.reentryatlas.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.AreaFile;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is found in a boundary file, on shapes whose faults have a known area, and what {@code --repair} makes of them. */
class BoundaryQualityTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void configure() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
    }

    private static Cli load(AreaFile areas, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "load",
                "boundaries",
                areas.write(directory.resolve("areas.geojson")).toString()));
        arguments.addAll(List.of("--key", "KEY", "--report", report().toString()));
        if (!List.of(options).contains("--level")) {
            arguments.addAll(List.of("--level", "tract", "--valid-from", "2024-01-01", "--check"));
        }
        arguments.addAll(List.of(options));
        return Cli.run(environment, arguments);
    }

    private static Path report() {
        return directory.resolve("report.csv");
    }

    /** The rows of the report in words: verdict, kind, keys. */
    private static List<String> found() throws IOException {
        return findings().stream()
                .map(row -> String.join(
                                " ",
                                row.getField("verdict"),
                                row.getField("kind"),
                                row.getField("key"),
                                row.getField("other_key"))
                        .strip())
                .toList();
    }

    private static List<NamedCsvRecord> findings() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(report())) {
            return csv.stream().toList();
        }
    }

    private static double number(String column) throws IOException {
        return Double.parseDouble(findings().get(0).getField(column));
    }

    /** Two halves of a square kilometre; the eastern one starts so many metres east of the line between. */
    private static AreaFile halves(double east) {
        return new AreaFile().rectangle("W", 0, 0, 500, 1000).rectangle("E", 500 + east, 0, 1000, 1000);
    }

    /** Four rectangles around a gap of the width, 1,000 m long. */
    private static AreaFile around(double width) {
        return new AreaFile()
                .polygon("W", 0, 0, 500, 0, 500, 1000, 0, 1000)
                .polygon("E", 500 + width, 0, 1000, 0, 1000, 1000, 500 + width, 1000)
                .polygon("S", 0, -100, 1000, -100, 1000, 0, 500 + width, 0, 500, 0, 0, 0)
                .polygon("N", 0, 1000, 500, 1000, 500 + width, 1000, 1000, 1000, 1000, 1100, 0, 1100);
    }

    @Test
    void findsNothingWhereThereIsNothing() throws IOException {
        Cli check = load(around(0));
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).contains("read 4, areas by type {POLYGON=4}").contains("would be kept");
        assertThat(found()).isEmpty();
        assertThat(check.out()).doesNotContain("noted");
    }

    @Test
    void measuresAnOverlapAndNamesItsPlace() throws IOException, SQLException {
        assertThat(load(halves(-4)).exitCode()).isZero();
        assertThat(found()).containsExactly("noted overlap_sliver E W");
        assertThat(number("square_metres")).isCloseTo(4000, within(1.0));
        assertThat(number("width_metres")).as("2 * 4000 m² / 2008 m").isCloseTo(3.984, within(0.01));
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        ("select round(st_x(p))::int between 205496 and 205500 and round(st_y(p))::int between 333000 and"
                                        + " 334000 from st_transform(st_setsrid(st_makepoint(%s, %s), 4326), 32155) p")
                                .formatted(number("longitude"), number("latitude"))))
                .containsExactly("t");
    }

    @Test
    void refusesAWideOverlapUnlessItIsAccepted() throws IOException {
        Cli refused = load(halves(-20));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).contains("areas 'E' and 'W' overlap by 20000").contains("would be refused");
        assertThat(load(halves(-20), "--repair").exitCode()).isEqualTo(2);
        assertThat(found()).containsExactly("refuses overlap E W");
        assertThat(load(halves(-20), "--accept-overlaps").exitCode()).isZero();
        assertThat(found()).containsExactly("noted overlap E W");
        assertThat(load(halves(-20), "--sliver", "25").exitCode()).isZero();
        assertThat(load(halves(-4), "--sliver", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void namesAGapAndWhoBordersIt() throws IOException {
        assertThat(load(around(6)).exitCode()).isZero();
        assertThat(found()).containsExactly("noted gap_sliver E W");
        assertThat(number("square_metres")).isCloseTo(6000, within(1.5));
        assertThat(findings().get(0).getField("detail")).contains("between 'E', 'W' are");
        assertThat(load(around(30)).exitCode()).as("a park or a lake").isZero();
        assertThat(found()).containsExactly("noted gap E W");
    }

    @Test
    void givesASliverToTheNeighbourWithTheLongestEdge() throws IOException {
        assertThat(load(around(6), "--repair").exitCode()).isZero();
        assertThat(found()).containsExactly("repaired gap_sliver E");
        assertThat(load(around(30), "--repair").exitCode()).isZero();
        assertThat(found()).as("a real gap stays").containsExactly("noted gap E W");
    }

    @Test
    void repairsNothingSilently() throws IOException, SQLException {
        Cli load = load(halves(-4), "--repair", "--level", "sector", "--valid-from", "2001-01-01");
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out()).contains("repaired: 1 overlap_sliver (4,000").contains("all of them are listed in");
        assertThat(found()).containsExactly("repaired overlap_sliver E W");
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select key || ' ' || round(st_area(st_transform(geom, 32155))) from boundary.area a"
                                + " join boundary.area_set s on s.id = a.set_id and s.valid_from = '2001-01-01'"
                                + " where level = 'sector' order by key"))
                .as("equal edges: the lower key has it")
                .containsExactly("E 504000", "W 496000");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "a key twice",
                        new AreaFile().rectangle("A", 0, 0, 9, 9).rectangle("A", 9, 0, 18, 9),
                        "duplicate_id A"),
                Arguments.of("no key", halves(0).rectangle("", 0, 1000, 100, 1100), "value_missing"),
                Arguments.of("no geometry", halves(0).nowhere("X"), "geometry_missing X"),
                Arguments.of("a line", halves(0).line("L", 0, 0, 500, 0), "geometry_type L"),
                Arguments.of(
                        "a bow tie", new AreaFile().polygon("B", 0, 0, 100, 100, 100, 0, 0, 100), "geometry_invalid B"),
                Arguments.of(
                        "a hair of no area", new AreaFile().polygon("H", 0, 0, 100, 0, 50, 0), "geometry_invalid H"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatIsNotSafeToMendStaysRefused(String name, AreaFile areas, String fault) throws IOException {
        for (String[] options : List.of(new String[0], new String[] {"--repair"})) {
            assertThat(load(areas, options).exitCode()).isEqualTo(2);
            assertThat(found()).contains("refuses " + fault);
        }
    }

    @Test
    void mendsAnInvalidGeometryThatStaysTheSize() throws IOException {
        // The last corner lies half a metre beyond the first edge: a crossing that encloses a quarter of a square
        // metre.
        AreaFile areas = new AreaFile().polygon("A", 0, 0, 1000, 0, 1000, 1000, 0.5, 1000, 0.5, -0.5, 0, -0.5);
        assertThat(load(areas).exitCode()).isEqualTo(2);
        assertThat(found()).containsExactly("refuses geometry_invalid A");
        assertThat(load(areas, "--repair").exitCode()).isZero();
        assertThat(found()).containsExactly("repaired geometry_invalid A");
        assertThat(number("square_metres")).isLessThan(1);
    }

    @Test
    void closesAnOpenRing() throws IOException {
        AreaFile areas = new AreaFile().openPolygon("A", 0, 0, 1000, 0, 1000, 1000, 0, 1000);
        assertThat(load(areas).exitCode()).isEqualTo(2);
        assertThat(load(areas, "--repair").exitCode()).isZero();
        assertThat(found()).containsExactly("repaired geometry_invalid A");
        assertThat(findings().get(0).getField("detail")).endsWith(": closed");
    }

    @Test
    void removesRepeatedPoints() throws IOException {
        AreaFile areas = new AreaFile().polygon("A", 0, 0, 1000, 0, 1000, 0, 1000, 1000, 0, 1000);
        assertThat(load(areas).exitCode()).isZero();
        assertThat(found()).isEmpty();
        assertThat(load(areas, "--repair").exitCode()).isZero();
        assertThat(found()).containsExactly("repaired repeated_points A");
    }

    @Test
    void namesPartsFarOff() throws IOException {
        assertThat(load(new AreaFile().rectangles("A", 0, 0, 500, 500, 3000, 0, 3100, 100))
                        .exitCode())
                .isZero();
        assertThat(found()).containsExactly("noted far_part A");
        assertThat(number("square_metres")).isCloseTo(10_000, within(5.0));
    }

    @Test
    void namesWhatLiesOutsideTheAreaAbove() throws IOException {
        AreaFile district = new AreaFile().rectangle("D1", 0, 0, 1000, 1000);
        assertThat(load(district, "--level", "district", "--valid-from", "1990-01-01", "--valid-to", "1991-01-01")
                        .exitCode())
                .isZero();
        AreaFile sector = new AreaFile().rectangle("A", 0, 0, 1100, 500);
        assertThat(load(sector, "--level", "sector", "--valid-from", "1990-06-01", "--check")
                        .exitCode())
                .isZero();
        assertThat(found()).containsExactly("noted outside_parent A D1");
        assertThat(number("square_metres")).isCloseTo(50_000, within(15.0));
    }

    @Test
    void threeThatOverlapLoseNoGround() throws IOException, SQLException {
        AreaFile areas = new AreaFile()
                .rectangle("A", 0, 0, 504, 504)
                .rectangle("B", 500, 0, 1000, 504)
                .rectangle("C", 0, 500, 1000, 1000);
        Cli load = load(areas, "--repair", "--level", "sector", "--valid-from", "2002-01-01");
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select round(st_area(st_transform(st_union(a.geom), 32155)) / 100) || ' '"
                                + " || (sum(st_area(a.geom)) - st_area(st_union(a.geom)) < 1e-12)"
                                + " || ' ' || sum(st_numinteriorrings(st_geometryn(a.geom, 1))) from boundary.area a"
                                + " join boundary.area_set s on s.id = a.set_id and s.valid_from = '2002-01-01'"
                                + " where a.level = 'sector'"))
                .containsExactly("10000 true 0");
    }

    @Test
    void writesTheReportAsJsonToo() throws IOException {
        Path json = directory.resolve("report.json");
        Cli check = Cli.run(
                environment,
                "load",
                "boundaries",
                halves(-4).write(directory.resolve("areas.geojson")).toString(),
                "--level",
                "beat",
                "--key",
                "KEY",
                "--valid-from",
                "2024-01-01",
                "--check",
                "--report",
                json.toString());
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(Files.readString(json))
                .contains("\"kind\" : \"overlap_sliver\"")
                .contains("\"key\" : \"E\"");
    }

    @Test
    void aCheckKeepsNothing() throws IOException, SQLException {
        assertThat(load(halves(0)).exitCode()).isZero();
        assertThat(DATABASE.query(Role.STEWARD, "select count(*) from boundary.area_set where base_level = 'beat'"))
                .containsExactly("0");
    }
}
