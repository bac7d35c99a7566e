package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.Program;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of bad input: exit code 2, a message that names the file, the place and the fault, and a database that is as
 * it was.
 */
class BadInputTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String HEADER = SmallCity.CASELOAD_HEADER + "\n";
    private static final String GOOD_ROW = SmallCity.row("P1", 1, 1, "housing") + "\n";

    @TempDir
    static Path directory;

    private static Map<String, String> environment;
    private List<Long> before = List.of();

    @BeforeAll
    static void loadBoundaries() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
    }

    @BeforeEach
    void countRows() throws SQLException {
        before = rows();
    }

    @AfterEach
    void nothingWasKept() throws SQLException {
        assertThat(rows()).isEqualTo(before);
    }

    private static List<Long> rows() throws SQLException {
        List<Long> counts = new ArrayList<>();
        try (Connection connection = DATABASE.connect(Role.STEWARD);
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "boundary.area_set",
                    "boundary.area",
                    "address.point",
                    "provider.site",
                    "supervision.caseload",
                    "supervision.record",
                    "published.release")) {
                try (ResultSet result = statement.executeQuery("select count(*) from " + table)) {
                    result.next();
                    counts.add(result.getLong(1));
                }
            }
        }
        return counts;
    }

    static Stream<Arguments> caseloads() {
        return Stream.of(
                Arguments.of("empty file", "", "the file is empty"),
                Arguments.of("header alone", HEADER, "holds no rows"),
                Arguments.of("missing column", "who,lon,lat\nP1,-105.1,43.5\n", "no column for the field 'record_id'"),
                Arguments.of("no position", "record_id,needs\nP1,housing\n", "no columns for a position"),
                Arguments.of("x and y without a system", "record_id,x,y\nP1,200000,330000\n", "add --crs EPSG:CODE"),
                Arguments.of("column twice", "record_id,lon,lat,lon\nP1,1,2,3\n", "names column 'lon' twice"),
                Arguments.of("a name", "record_id,last_name,lon,lat\n", "column 'last_name' seems to hold a name"),
                Arguments.of("a full name", "record_id,Full Name,lon,lat\n", "column 'Full Name' seems to hold a name"),
                Arguments.of("a birth date", "record_id,DOB,lon,lat\n", "column 'DOB' seems to hold a birth date"),
                Arguments.of(
                        "a birth date in camel case",
                        "record_id,birthDate,lon,lat\n",
                        "'birthDate' seems to hold a birth date"),
                Arguments.of(
                        "a social security number",
                        "record_id,SSN,lon,lat\n",
                        "seems to hold a social security number"),
                Arguments.of("an offence", "record_id,offense_code,lon,lat\n", "seems to hold an offence"),
                Arguments.of("a risk score", "record_id,risk level,lon,lat\n", "seems to hold a risk score"),
                Arguments.of("a drug test", "record_id,drug_test,lon,lat\n", "seems to hold a drug test"),
                Arguments.of("a diagnosis", "record_id,diagnosis,lon,lat\n", "seems to hold a health fact"),
                Arguments.of(
                        "outside the city",
                        HEADER + GOOD_ROW + "P2,residence,,-105.2,43.5,,,,\n",
                        "row 2, field 'lon': the position is more than 2000 m outside"),
                Arguments.of(
                        "swapped axes",
                        HEADER + "P1,residence,,43.5,-105.1,,,,\n",
                        "latitude and longitude seem to be swapped"),
                Arguments.of(
                        "projected numbers as degrees",
                        HEADER + "P1,residence,,205391.4,333201.3,,,,\n",
                        "try --crs EPSG:32155"),
                Arguments.of(
                        "another continent", HEADER + "P1,residence,,12.5,41.9,,,,\n", "lie outside the area of use"),
                Arguments.of(
                        "duplicate identifier",
                        HEADER + GOOD_ROW + GOOD_ROW,
                        "row 2, field 'record_id': row 1 has the same identifier, and neither"),
                Arguments.of(
                        "no identifier",
                        HEADER + GOOD_ROW.substring(2),
                        "row 1, field 'record_id': a value is required"),
                Arguments.of(
                        "future start",
                        HEADER + GOOD_ROW.replace("2025-01-01", "2026-07-01"),
                        "row 1, field 'start_date': the date lies after the reference date (date_in_future)"),
                Arguments.of(
                        "future verification",
                        HEADER + GOOD_ROW.replace("2026-01-01", "2027-05-01"),
                        "field 'verified_on': the date lies after"),
                Arguments.of(
                        "a date that is none",
                        HEADER + GOOD_ROW.replace("2025-01-01", "01/02/2025"),
                        "field 'start_date': write dates as 2026-06-30"),
                Arguments.of(
                        "end before start",
                        HEADER + GOOD_ROW.replace("2025-01-01,,", "2025-01-01,2024-01-01,"),
                        "field 'end_date': the end lies before the start"),
                Arguments.of(
                        "unknown residence",
                        HEADER + GOOD_ROW.replace(",residence,", ",castle,"),
                        "field 'address_type': write residence"),
                Arguments.of(
                        "unknown need",
                        HEADER + GOOD_ROW.replace("housing", "yacht"),
                        "field 'needs': one of the needs is not among: education, employment, "),
                Arguments.of(
                        "a status that is none",
                        HEADER.replace("verified_on", "verified_on,status") + GOOD_ROW.replace("\n", ",gone\n"),
                        "field 'status': write current, prior, contact or mailing"),
                Arguments.of(
                        "half a position",
                        HEADER + "P1,residence,,-105.1,,housing,,,\n",
                        "field 'lat': write a number"),
                Arguments.of(
                        "not a number", HEADER + "P1,residence,,NaN,43.5,housing,,,\n", "field 'lon': write a number"),
                Arguments.of(
                        "an open quotation mark",
                        HEADER + GOOD_ROW + "P2,\"residence\n",
                        "row 2 opens a quotation mark that is never closed"),
                Arguments.of(
                        "twin columns",
                        "record_id,record-id,lon,lat\nP1,P1,-105.1,43.5\n",
                        "columns 'record_id' and 'record-id' could both be the field 'record_id'"),
                Arguments.of(
                        "a hexadecimal number",
                        HEADER + "P1,residence,,-0x1.a4p6,43.5,,,,\n",
                        "field 'lon': write a number"),
                Arguments.of(
                        "a date beyond time",
                        HEADER + GOOD_ROW.replace("2025-01-01", "-999999999-01-01"),
                        "field 'start_date': write dates"),
                Arguments.of(
                        "a NUL character",
                        HEADER + GOOD_ROW.replace("P1", "P\0"),
                        "row 1, field '(row)': it holds a NUL character"),
                Arguments.of(
                        "too few fields",
                        HEADER + GOOD_ROW + "P2,residence\n",
                        "row 2, field '(row)': it has 2 fields where the header has 9"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("caseloads")
    void refusesABadCaseload(String name, String content, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("bad.csv"), content);
        Cli load = Cli.run(environment, "load", "caseload", file.toString(), "--as-of", "2026-06-30");
        assertThat(load.err()).contains("bad.csv").contains(message);
        assertThat(load.exitCode()).isEqualTo(2);
        assertThat(load.err()).as("a value about a person").doesNotContain("castle", "yacht");
    }

    @Test
    void refusesTextThatIsNotInTheCharacterSetThatTheUserNames() throws IOException {
        Path file = Files.write(
                directory.resolve("latin1.csv"),
                (HEADER + "P1,residence,Calle Ma\u00f1ana 1,-105.09,43.51,,,,\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        Cli load = Cli.run(
                environment, "load", "caseload", file.toString(), "--as-of", "2026-06-30", "--encoding", "UTF-8");
        assertThat(load.err()).contains("latin1.csv").contains("not in the character set");
        assertThat(load.exitCode()).isEqualTo(2);
    }

    static Stream<Arguments> boundaries() {
        String good = SmallCity.beatsJson();
        return Stream.of(
                Arguments.of("empty file", "", List.of(), "the file is empty"),
                Arguments.of("not JSON", "beats, beats, beats", List.of(), "it is not JSON"),
                Arguments.of("cut off", good.substring(0, good.length() / 2), List.of(), "it is not JSON"),
                Arguments.of("no collection", "{\"type\":\"Topology\"}", List.of(), "its type is 'Topology'"),
                Arguments.of("something after the end", good + "x", List.of(), "not JSON"),
                Arguments.of(
                        "an empty ring",
                        good.replaceFirst("]]]}}", "]],[]]}}"),
                        List.of(),
                        "area '01' has an empty ring"),
                Arguments.of(
                        "no features",
                        "{\"type\":\"FeatureCollection\",\"features\":[]}",
                        List.of(),
                        "no column for the field 'key'"),
                Arguments.of(
                        "wrong system",
                        good,
                        List.of("--crs", "EPSG:2248"),
                        "EPSG:2248 (NAD83 / Maryland (ftUS)) is not meant for the area of the working system EPSG:32155"),
                Arguments.of(
                        "unknown system",
                        good,
                        List.of("--crs", "EPSG:999999"),
                        "'EPSG:999999' is not a coordinate reference system"),
                Arguments.of("swapped axes", swapped(good), List.of(), "latitude and longitude seem to be swapped"),
                Arguments.of(
                        "duplicate key",
                        good.replace("\"BEAT\":\"02\"", "\"BEAT\":\"01\""),
                        List.of(),
                        "row 2, field 'BEAT': another area has the key '01'"),
                Arguments.of(
                        "no key",
                        good.replace("\"BEAT\":\"02\"", "\"BEAT\":null"),
                        List.of(),
                        "row 2, field 'BEAT': a value is required"),
                Arguments.of(
                        "a line is not a beat",
                        good.replaceFirst(
                                "\"Polygon\",\"coordinates\":\\[\\[(.*?)]]}}", "\"LineString\",\"coordinates\":[$1]}}"),
                        List.of(),
                        "area '01' is a LineString"),
                Arguments.of(
                        "no geometry",
                        good.replaceFirst("\"geometry\":\\{.*?}}", "\"geometry\":null}"),
                        List.of(),
                        "area '01' has no geometry"),
                Arguments.of(
                        "a bow tie",
                        good.replaceFirst(
                                "\\[\\[\\[.*?]]]",
                                "[[[-105.1,43.5],[-105.0,43.6],[-105.0,43.5],[-105.1,43.6],[-105.1,43.5]]]"),
                        List.of(),
                        "area '01' is not valid: Self-intersection at"),
                Arguments.of(
                        "an open ring",
                        good.replaceFirst("\\[\\[\\[.*?]]]", "[[[-105.1,43.5],[-105.0,43.6],[-105.0,43.5]]]"),
                        List.of(),
                        "area '01' cannot be read: Points of LinearRing do not form a closed linestring"),
                Arguments.of(
                        "a sector in two districts",
                        good.replace(
                                "\"BEAT\":\"02\",\"NAME\":\"Beat 2\",\"SECTOR\":\"S1\",\"DISTRICT\":\"D1\"",
                                "\"BEAT\":\"02\",\"NAME\":\"Beat 2\",\"SECTOR\":\"S1\",\"DISTRICT\":\"D2\""),
                        List.of(),
                        "sector 'S1' lies in district 'D1' and in district 'D2'"),
                Arguments.of(
                        "another data set of the same day",
                        good.replace("Beat 1\"", "Beat One\""),
                        List.of(),
                        "a set of level beat that is valid from 2024-01-01 is kept already, of source 'beats'"),
                Arguments.of(
                        "areas that overlap",
                        good.replace(
                                "[-105.090000,43.500000],[-105.090000,43.510000]",
                                "[-105.085000,43.500000],[-105.085000,43.510000]"),
                        List.of(),
                        "areas '01' and '02' overlap by "));
    }

    private static String swapped(String json) {
        return json.replaceAll("\\[(-?[0-9.]+),(-?[0-9.]+)]", "[$2,$1]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("boundaries")
    void refusesBadBoundaries(String name, String content, List<String> options, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("bad.geojson"), content);
        List<String> arguments = new ArrayList<>(List.of("load", "boundaries", file.toString(), "--level", "beat"));
        if (!message.contains("'key'")) {
            arguments.addAll(List.of("--key", "BEAT", "--parent", "sector=SECTOR", "--parent", "district=DISTRICT"));
        }
        arguments.addAll(List.of("--valid-from", "2024-01-01"));
        arguments.addAll(options);
        Cli load = Cli.run(environment, arguments);
        assertThat(load.err()).contains(message);
        assertThat(load.exitCode()).isEqualTo(2);
    }

    static Stream<Arguments> commandLines() {
        return Stream.of(
                Arguments.of(
                        List.of("load", "boundaries", "x.geojson", "--level", "ward", "--valid-from", "2024-01-01"),
                        "there is no area level 'ward'; the levels are: beat, sector"),
                Arguments.of(
                        List.of("load", "caseload", "no-such.csv", "--as-of", "2026-06-30"), "there is no such file"),
                Arguments.of(
                        List.of("load", "caseload", "beats.pdf", "--as-of", "2026-06-30"), "there is no such file"),
                Arguments.of(
                        List.of("load", "caseload", "x.csv", "--as-of", "June"),
                        "'June' is not a date; write dates as 2026-06-30"),
                Arguments.of(
                        List.of("load", "caseload", "x.csv", "--as-of", "2999-01-01"),
                        "the reference date is in the future"),
                Arguments.of(List.of("load"), "Name what to load"),
                Arguments.of(List.of("release"), "--as-of"),
                Arguments.of(
                        List.of("release", "--as-of", "2019-01-01"),
                        "no boundaries of level beat are valid on 2019-01-01"),
                Arguments.of(List.of("release", "--as-of", "2026-06-30"), "no caseload of 2026-06-30 is loaded"),
                Arguments.of(List.of("lod"), "'lod'"));
    }

    @Test
    void keepsAFormulaOutOfTheListOfRejectedRows() throws IOException {
        Path file = Files.writeString(
                directory.resolve("formula.csv"), "record_id,=1+1,lon,lat\nP1,=HYPERLINK(1),-105.09,43.51\n");
        Cli load = Cli.run(
                environment,
                "load",
                "caseload",
                file.toString(),
                "--as-of",
                "2026-06-30",
                "--map",
                "start_date==1+1",
                "--rejects",
                directory.resolve("list.csv").toString());
        assertThat(load.exitCode()).isEqualTo(2);
        assertThat(Files.readString(directory.resolve("list.csv")))
                .contains("'=1+1,date_invalid")
                .doesNotContain("HYPERLINK");
    }

    @Test
    void refusesAFileThatSaysNothingOfItsSystem() throws IOException, InterruptedException {
        SmallCity.beats(directory);
        Program.run(directory, "ogr2ogr", "-f", "ESRI Shapefile", "bare.shp", "beats.geojson");
        Files.delete(directory.resolve("bare.prj"));
        String[] arguments = {
            "load",
            "boundaries",
            directory.resolve("bare.shp").toString(),
            "--level",
            "beat",
            "--valid-from",
            "2024-01-01"
        };
        Cli load = Cli.run(environment, arguments);
        assertThat(load.err()).contains("bare.shp: the file does not say which coordinate reference system", "--crs");
        assertThat(load.exitCode()).isEqualTo(2);
    }

    @Test
    void namesOtherColumnsWhereTheKeyIsNotUnique() throws IOException {
        Path file = Files.writeString(
                directory.resolve("twice.geojson"), SmallCity.beatsJson().replace("\"BEAT\"", "\"BEAT_NUM\""));
        Cli load = Cli.run(
                environment, "load", "boundaries", file.toString(), "--level", "sector", "--valid-from", "2024-01-01");
        assertThat(load.err()).contains("field 'SECTOR'", "each row has a value of its own in BEAT_NUM, NAME", "--key");
        assertThat(load.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commandLines")
    void refusesABadCommandLine(List<String> arguments, String message) {
        Cli run = Cli.run(environment, arguments);
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void refusesBadProviders(String name, String content, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("providers.csv"), content);
        Cli load = Cli.run(environment, "load", "providers", file.toString());
        assertThat(load.err()).contains("providers.csv").contains(message);
        assertThat(load.exitCode()).isEqualTo(2);
    }

    static Stream<Arguments> providers() {
        String header = "id,name,category,lon,lat,accepts_records,last_verified\n";
        return Stream.of(
                Arguments.of(
                        "no name", header + "A,,housing,-105.09,43.51,,\n", "row 1, field 'name': a value is required"),
                Arguments.of(
                        "twice",
                        header + "A,One,,-105.09,43.51,,\nA,Two,,-105.09,43.51,,\n",
                        "row 2, field 'id': another row has the same identifier"),
                Arguments.of(
                        "maybe",
                        header + "A,One,,-105.09,43.51,perhaps,\n",
                        "field 'accepts_records': write yes or no"),
                Arguments.of(
                        "a bad date",
                        header + "A,One,,-105.09,43.51,,yesterday\n",
                        "field 'last_verified': write dates"),
                Arguments.of(
                        "swapped axes",
                        header + "A,One,,43.51,-105.09,,\n",
                        "latitude and longitude seem to be swapped"));
    }
}
