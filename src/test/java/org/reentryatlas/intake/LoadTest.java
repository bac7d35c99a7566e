package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of good files, and that nothing of a bad one is. */
class LoadTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void loadBoundaries() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
    }

    private static String ask(String sql) throws SQLException {
        return DATABASE.query(Role.STEWARD, sql).get(0);
    }

    private static Cli loadCaseload(String asOf, List<String> rows, String... options) throws IOException {
        Path file = directory.resolve("caseload-" + asOf + ".csv");
        Files.writeString(file, SmallCity.CASELOAD_HEADER + "\n" + String.join("\n", rows) + "\n");
        List<String> arguments = new ArrayList<>(List.of("load", "caseload", file.toString(), "--as-of", asOf));
        arguments.addAll(List.of(options));
        return Cli.run(environment, arguments);
    }

    @Test
    void makesTheLevelsAboveFromTheKeysOfTheBeats() throws SQLException {
        assertThat(ask("select string_agg(level || ' ' || n, ', ' order by level) from"
                        + " (select level, count(*) as n from boundary.area where set_id = 1 group by level) levels"))
                .isEqualTo("beat 12, city 1, district 2, sector 4");
        assertThat(ask("select name from boundary.area where level = 'city' and set_id = 1"))
                .isEqualTo("Small City");
        assertThat(ask(
                        "select count(*) from boundary.area child join boundary.area parent on parent.id = child.parent_id"
                                + " where st_area(st_difference(child.geom, parent.geom)) > 1e-11"))
                .isEqualTo("0");
        assertThat(ask("select key from boundary.area where level = 'beat' order by key limit 1"))
                .as("a key is text and keeps its zero")
                .isEqualTo("01");
    }

    /** Computed coordinates differ in their last digits; the union of such neighbours must not keep a seam. */
    @Test
    void neighboursWhoseEdgesDifferInTheLastDigitLeaveNoSeam() throws Exception {
        String square =
                "{\"type\":\"Feature\",\"properties\":{\"K\":\"%s\",\"T\":\"1\"},\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[%s,43.5],[%s,43.5],[%s,43.6],[%s,43.6],[%s,43.5]]]}}";
        String west = square.formatted("W", "-105.2", "-105.1", "-105.1", "-105.2", "-105.2");
        String edge = "-105.09999999999998";
        String east = square.formatted("E", edge, "-105.0", "-105.0", edge, edge);
        Path file = Files.writeString(
                directory.resolve("groups.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + west + "," + east + "]}");
        Cli load = Cli.run(
                environment,
                "load",
                "boundaries",
                file.toString(),
                "--level",
                "block_group",
                "--key",
                "K",
                "--parent",
                "tract=T",
                "--valid-from",
                "2020-01-01");
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(ask(
                        "select st_numgeometries(geom) || ' ' || st_nrings(geom) from boundary.area where level = 'tract'"
                                + " and key = '1'"))
                .isEqualTo("1 1");
    }

    @Test
    void areasThatOverlapAreNamed() throws Exception {
        Path file = Files.writeString(
                directory.resolve("overlap.geojson"),
                SmallCity.beatsJson()
                        .replace(
                                "[-105.090000,43.500000],[-105.090000,43.510000]",
                                "[-105.085000,43.500000],[-105.085000,43.510000]")
                        .replace("\"BEAT\"", "\"ZONE\""));
        Cli load = Cli.run(
                environment,
                "load",
                "boundaries",
                file.toString(),
                "--level",
                "sector",
                "--key",
                "ZONE",
                "--valid-from",
                "2020-01-01",
                "--accept-overlaps");
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out()).contains("areas '01' and '02' overlap by ").contains("is counted in '01'");
    }

    @Test
    void aNewFileOfADateStandsInPlaceOfTheEarlierOne() throws Exception {
        assertThat(loadCaseload("2026-05-31", List.of(SmallCity.row("P1", 1, 1, ""), SmallCity.row("P2", 1, 2, "")))
                        .exitCode())
                .isZero();
        assertThat(loadCaseload("2026-05-31", List.of(SmallCity.row("P1", 1, 1, "")), "--yes")
                        .out())
                .contains(
                        "stands in place of the caseload of 2026-05-31 that was loaded before: 0 added, 0 changed, 1 removed");
    }

    @Test
    void removesHealthFactsBeforeAnythingIsStored() throws Exception {
        Cli load = loadCaseload(
                "2026-01-31",
                List.of(
                        SmallCity.row("P1", 1, 1, "housing;substance_use_treatment;Mental Health"),
                        SmallCity.row("P2", 2, 2, "drug counseling;food;MH;homeless-mentally ill;medical insurance")));
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out())
                .contains("read 2 = accepted 2 + rejected 0")
                .contains("5 need values are health facts and were removed before anything was stored");
        assertThat(ask("select string_agg(needs::text, ' ' order by record_id) from supervision.record r"
                        + " join supervision.caseload c on c.id = r.caseload_id and c.reference_date = '2026-01-31'"))
                .isEqualTo("{housing} {food,health_insurance,housing}");
    }

    @Test
    void keepsTheGoodRowsOnlyWhenTold() throws Exception {
        List<String> rows = List.of(
                SmallCity.row("P1", 1, 1, "housing"),
                SmallCity.row("P1", 1, 2, "housing"),
                SmallCity.row("P3", 1, 3, "housing").replace("2025-01-01", "soon"),
                SmallCity.row("P4", 1, 4, ""));
        assertThat(loadCaseload("2026-02-28", rows).exitCode()).isEqualTo(2);
        Cli load = loadCaseload("2026-02-28", rows, "--skip-rejected");
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out())
                .contains("read 4 = accepted 2 + rejected 2")
                .contains("rejected: date_invalid 1")
                .contains("rejected: duplicate_id 1");
        assertThat(Files.readAllLines(directory.resolve("caseload-2026-02-28.csv.rejects.csv")))
                .containsExactly(
                        "row,field,reason,advice",
                        "3,start_date,date_invalid,write dates as 2026-06-30",
                        "2,record_id,duplicate_id,\"row 1 has the same identifier, and neither residence_from nor verified_on"
                                + " tells which one holds\"");
    }

    @Test
    void theSameFileTwiceChangesNothing() throws Exception {
        List<String> rows = List.of(SmallCity.row("P1", 1, 1, "housing"));
        assertThat(loadCaseload("2026-03-31", rows).exitCode()).isZero();
        Cli again = loadCaseload("2026-03-31", rows);
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("it is kept already for this date: nothing changed");
        assertThat(ask("select count(*) from supervision.caseload where reference_date = '2026-03-31'"))
                .isEqualTo("1");
    }

    @Test
    void aPositionOfSomebodyWithoutAHomeIsNotKept() throws Exception {
        String row = SmallCity.row("P1", 1, 1, "housing").replace(",residence,", ",homeless,");
        assertThat(loadCaseload("2026-04-30", List.of(row)).exitCode()).isZero();
        assertThat(ask("select class || ' ' || (w.record_id is null) from supervision.record r"
                        + " left join supervision.raw_residence w using (caseload_id, record_id)"
                        + " join supervision.caseload c on c.id = r.caseload_id and c.reference_date = '2026-04-30'"))
                .isEqualTo("no_fixed_address true");
    }

    @Test
    void readsABoundaryFileInAnySystemThatItDeclares() throws Exception {
        String feature =
                "{\"type\":\"Feature\",\"properties\":{\"TRACT\":\"000100\",\"POP\":4200},\"geometry\":{\"type\":"
                        + "\"Polygon\",\"coordinates\":[[[205391.441638,333201.270121],[206391,333201],[206391,334201],[205391,334201],"
                        + "[205391.441638,333201.270121]]]}}";
        Path file = Files.writeString(
                directory.resolve("tracts.geojson"),
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                        + "\"urn:ogc:def:crs:EPSG::32155\"}},\"features\":[" + feature + "]}");
        Cli load = Cli.run(
                environment, "load", "boundaries", file.toString(), "--level", "tract", "--valid-from", "2020-01-01");
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(ask("select population || ' '"
                        + " || (st_distance(st_boundary(geom), st_setsrid(st_makepoint(-105.1, 43.5), 4326)) < 1e-7)"
                        + " from boundary.area where level = 'tract' and key = '000100'"))
                .as("the corner lies where PROJ (gdaltransform) finds it")
                .isEqualTo("4200 true");
    }

    @Test
    void aConfidentialSiteKeepsNeitherAddressNorPosition() throws Exception {
        Path file = Files.writeString(directory.resolve("shelters.csv"), """
                id,name,category,address,lon,lat,confidential
                S1,Safe House,Housing,1 Hidden Lane,-105.09,43.51,yes
                S2,Job Centre,jobs,2 Open Street,-105.09,43.51,no
                S3,Yoga,yoga,3 Open Street,-105.09,43.51,no
                """);
        Cli load = Cli.run(environment, "load", "providers", file.toString());
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out())
                .contains("sites: 3 added, 0 changed, 0 removed, 0 unchanged")
                .contains("1 locations are confidential and keep neither address nor position")
                .contains("1 terms are not on our category list; they stay with their services: yoga 1");
        assertThat(ask("select address || (geom is null) from provider.site where source_id = 'S1'"))
                .isEqualTo("true");
        assertThat(ask("select category from provider.site where source_id = 'S2'"))
                .isEqualTo("employment");
        assertThat(Cli.run(environment, "load", "providers", file.toString()).out())
                .contains("nothing changed: 0 added, 0 changed, 0 removed, 3 unchanged");
    }
}
