package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.Program;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What leaves under a data-use licence, what is kept of it, and what is destroyed under an agreement. */
class LicencesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RELEASE = "2026-06-30.1";

    static final String AGREEMENT = AgreementsTest.AGREEMENT
            .replace("aggregate_publication,", "aggregate_publication, service_planning,")
            .replace("elements: [", "elements: [end_date, ")
            .replace("retention_days: 20", "retention_days: 60")
            .replace("ends: 2030-12-31", "ends: 2035-12-31");

    static final String LICENCE = AGREEMENT
                    .replace("DSA-1", "DUL-1")
                    .replace("kind: dsa", "kind: dul")
                    .replace(
                            "Small City Police, contact: data@police.example",
                            "Housing Coalition, contact: it@housing.example")
                    .replace("Small City Police", "Housing Coalition")
                    .replace(
                            "purposes: [aggregate_publication, service_planning, outreach_planning]",
                            "purposes: [service_planning, evaluation]")
                    .replace("redisclosure: none", "redisclosure: members of the coalition")
            + "licence: {recipient: Housing Coalition, address: '1 Open Street, Small City', under: DSA-1}\n";

    @TempDir
    static Path directory;

    private static Map<String, String> environment = Map.of();

    static Path file(Path directory, String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "agreement", ".yaml"), text);
    }

    private static Cli run(String... arguments) {
        return Cli.run(environment, arguments);
    }

    private static String done(String... arguments) {
        Cli run = run(arguments);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        return run.out();
    }

    private static String refused(String... arguments) {
        Cli run = run(arguments);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
        return run.err();
    }

    private static String add(String text) throws IOException {
        return done("agreements", "add", file(directory, text).toString());
    }

    @BeforeAll
    static void publish() throws Exception {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        SmallCity.loadTracts(environment, directory);
        add(AGREEMENT);
        Path caseload = SmallCity.caseload(directory, "caseload.csv", 60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        done("load", "caseload", caseload.toString(), "--as-of", "2026-06-30", "--agreement", "DSA-1");
        done("release", "--as-of", "2026-06-30");
        assertThat(add(LICENCE)).contains("agreement 'DUL-1' is kept, version 1");
    }

    private static Path exported(String name, String... more) {
        Path folder = directory.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("export", "release", RELEASE, folder.toString()));
        arguments.addAll(List.of(more));
        done(arguments.toArray(String[]::new));
        return folder;
    }

    @Test
    void everyFormatIsStampedAndTheNumbersStay() throws Exception {
        Path plain = exported("plain");
        Path licensed = exported("licensed", "--licence", "DUL-1", "--purpose", "service_planning");
        assertThat(Program.run(
                                licensed,
                                "sh",
                                "-c",
                                "tail -n +1 LICENCE.txt | grep -E '^[0-9a-f]{64}  ' | sha256sum --check --quiet")
                        .exitCode())
                .isZero();
        try (Stream<Path> files = Files.list(plain)) {
            for (Path each : files.toList()) {
                String name = each.getFileName().toString();
                assertThat(licensed.resolve(name)).exists();
                if (name.matches(".*\\.(csv|ndjson|fgb)|release\\.json|proof.*|.*policy.*")) {
                    assertThat(licensed.resolve(name)).as(name).hasSameBinaryContentAs(each);
                }
            }
        }
        for (String layer : List.of("people-by-beat", "people-by-tract")) {
            JsonNode about = JSON.readTree(licensed.resolve(layer + ".geojson").toFile());
            assertThat(about.at("/about/data_use_licence").asText())
                    .isEqualTo("DUL-1, version 1, under agreement DSA-1, version 1");
            assertThat(about.at("/about/licensed_to").asText())
                    .isEqualTo("Housing Coalition, 1 Open Street, Small City");
            assertThat(about.at("/about/licensed_terms").asText())
                    .isEqualTo(
                            "May not be joined with other data about people. May be passed on: members of the coalition.");
            JsonNode before = JSON.readTree(plain.resolve(layer + ".geojson").toFile());
            assertThat(about.get("features")).isEqualTo(before.get("features"));
            assertThat(JSON.readTree(licensed.resolve(layer + ".csv-metadata.json")
                                    .toFile())
                            .at("/notes/0/licensed_purpose")
                            .asText())
                    .isEqualTo("service_planning");
            assertThat(Files.readString(licensed.resolve(layer + ".kml"))).contains("Licensed to: Housing Coalition");
            assertThat(zipped(licensed.resolve(layer + ".shp.zip"), "README.txt"))
                    .contains("Data-use licence: DUL-1");
            assertThat(zipped(licensed.resolve(layer + ".shp.zip"), layer + ".dbf"))
                    .isEqualTo(zipped(plain.resolve(layer + ".shp.zip"), layer + ".dbf"));
            assertThat(zipped(licensed.resolve(layer + ".xlsx"), "xl/worksheets/sheet1.xml")
                            + zipped(licensed.resolve(layer + ".xlsx"), "xl/sharedStrings.xml"))
                    .contains("DUL-1, version 1");
            for (String each : List.of(layer, "release")) {
                assertThat(sqlite(licensed.resolve(each + ".gpkg"), "about")).contains("Housing Coalition");
                assertThat(sqlite(licensed.resolve(each + ".gpkg"), layer))
                        .isEqualTo(sqlite(plain.resolve(each + ".gpkg"), layer));
            }
        }
        assertThat(zipped(licensed.resolve("release.zip"), "README.txt")).contains("Licensed to: Housing Coalition");
        assertThat(Files.readString(licensed.resolve("LICENCE.txt"))).contains("Fingerprint of this licence: ");
    }

    private static String zipped(Path zip, String entry) throws IOException {
        try (ZipFile parts = new ZipFile(zip.toFile())) {
            return new String(
                    parts.getInputStream(parts.getEntry(entry)).readAllBytes(),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }

    /** What GDAL reads in a table of a GeoPackage. */
    private static String sqlite(Path file, String table) throws Exception {
        Path out = Files.createTempDirectory(directory, "read").resolve("out.csv");
        assertThat(Program.run(
                                directory,
                                "ogr2ogr",
                                "-f",
                                "CSV",
                                "-lco",
                                "GEOMETRY=AS_WKT",
                                out.toString(),
                                file.toString(),
                                table)
                        .exitCode())
                .isZero();
        return Files.readString(out);
    }

    @Test
    void theAccountingSaysWhoGotAFile() throws Exception {
        Path folder = exported(
                "counted",
                "--licence",
                "DUL-1",
                "--purpose",
                "service_planning",
                "--layer",
                "people-by-tract",
                "--format",
                "geojson");
        String bytes = DigestUtils.sha256Hex(Files.readAllBytes(folder.resolve("people-by-tract.geojson")));
        String fingerprint = JSON.readTree(
                        folder.resolve("people-by-tract.geojson").toFile())
                .at("/about/licence_fingerprint")
                .asText();
        for (String asked : List.of(bytes, fingerprint, bytes.toUpperCase(java.util.Locale.ROOT))) {
            assertThat(done("agreements", "disclosures", "--file", asked))
                    .contains(
                            "export  service_planning  Housing Coalition, 1 Open Street, Small City  DUL-1 version 1 under DSA-1 version 1  release 2026-06-30.1")
                    .contains("people-by-tract geojson  2 files");
        }
        assertThat(done("agreements", "disclosures", "--file", "0".repeat(64))).contains("nobody got this file");
        assertThat(done("agreements", "disclosures", "--recipient", "housing", "--format", "csv"))
                .startsWith("date,nature,purpose,recipient,address,licence,")
                .contains(bytes);
        assertThat(done("agreements", "disclosures", "--until", "2020-01-01")).contains("nothing left under a licence");
        assertThat(refused("agreements", "disclosures", "--file", "x")).contains("64 hexadecimal digits");
        assertThat(refused("agreements", "disclosures", "--from", "2026-01-02", "--until", "2026-01-01"))
                .contains("--until 2026-01-01 lies before --from 2026-01-02");
        assertThat(DATABASE.query(
                        Role.AUDIT, "select distinct action from audit.entry where action = 'disclosure.read'"))
                .containsExactly("disclosure.read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update agreement.disclosure set recipient = 'x'",
                "update agreement.disclosure set downloads = 2",
                "delete from agreement.disclosure",
                "truncate agreement.disclosure",
                "delete from agreement.destruction"
            })
    void whatIsKeptOfItStays(String sql) throws Exception {
        exported(
                "stays",
                "--licence",
                "DUL-1",
                "--purpose",
                "service_planning",
                "--layer",
                "people-by-beat",
                "--format",
                "csv");
        DATABASE.asAdmin("""
                insert into agreement.destruction (id, version, reference_date, what, method, cause, made_by)
                values ('DSA-1', 1, '2020-01-01', 'x', 'x', 'x', 'x')""");
        assertThatThrownBy(() -> DATABASE.asAdmin(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void whatTheLicenceDoesNotAllowIsRefused() throws Exception {
        String[] export = {
            "export", "release", RELEASE, directory.resolve("none").toString()
        };
        assertThat(refused(with(export, "--licence", "DUL-9", "--purpose", "service_planning")))
                .contains("there is no data-use licence 'DUL-9'");
        assertThat(refused(with(export, "--licence", "DSA-1"))).contains("there is no data-use licence 'DSA-1'");
        assertThat(refused(with(export, "--licence", "DUL-1")))
                .contains("has several purposes; name one with --purpose: service_planning, evaluation");
        assertThat(refused(with(export, "--licence", "DUL-1", "--purpose", "outreach_planning")))
                .contains("'DUL-1' does not have the purpose");
        assertThat(refused(with(export, "--licence", "DUL-1", "--purpose", "evaluation")))
                .contains("'DSA-1' does not have the purpose evaluation");
        assertThat(refused(with(export, "--licence", "DUL-1", "--purpose", "all")))
                .contains("the purposes are aggregate_publication");
        assertThat(refused(
                        "load",
                        "caseload",
                        directory.resolve("caseload.csv").toString(),
                        "--as-of",
                        "2026-06-30",
                        "--agreement",
                        "DUL-1"))
                .contains("is a data-use licence, under which nothing is loaded");
        add(AGREEMENT.replace("DSA-1", "DSA-2"));
        add(LICENCE.replace("DUL-1", "DUL-2")
                .replace("under: DSA-1", "under: DSA-2")
                .replace(", evaluation", ""));
        assertThat(refused(with(export, "--licence", "DUL-2")))
                .contains("release 2026-06-30.1 was not made under that");
        done("agreements", "suspend", "DUL-1", "--reason", "Breach there");
        assertThat(refused(with(export, "--licence", "DUL-1", "--purpose", "service_planning")))
                .contains("licence 'DUL-1' is suspended")
                .contains("Breach there");
        done("agreements", "resume", "DUL-1", "--reason", "Mended");
        done("agreements", "suspend", "DSA-1", "--reason", "Breach here");
        try {
            for (String[] command : List.of(
                    export,
                    with(export, "--licence", "DUL-1", "--purpose", "service_planning"),
                    new String[] {"gap", "run"},
                    new String[] {"gap", "site", "--category", "housing"})) {
                assertThat(refused(command))
                        .contains(
                                "release 2026-06-30.1 was made under an agreement that does not hold: agreement 'DSA-1' is suspended")
                        .contains("Breach here");
            }
        } finally {
            done("agreements", "resume", "DSA-1", "--reason", "Mended");
        }
        add(AGREEMENT.replace("aggregate_publication, service_planning,", "aggregate_publication,"));
        assertThat(refused("gap", "run")).contains("agreement 'DSA-1' does not have the purpose service_planning");
        assertThat(refused("gap", "site", "--category", "housing"))
                .contains("does not have the purpose service_planning");
        add(AGREEMENT);
        assertThat(directory.resolve("none")).doesNotExist();
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipient: Housing Coalition | recipient: Somebody | licence.recipient: 'Somebody' is no party",
                "under: DSA-1 | under: DSA-9 | licence.under: no agreement 'DSA-9' is kept",
                "under: DSA-1 | under: DUL-1 | licence.under: no agreement 'DUL-1' is kept",
                "under: DSA-1 | under: BAD-1 | licence.under is the licence itself",
                "address: '1 Open Street, Small City' | address: ' ' | licence has an empty field",
                "address: '1 Open Street, Small City', | '' | licence.address is missing",
                "kind: dul | kind: dsa | licence is for the kind dul alone"
            })
    void aLicenceThatCannotBeIsNamed(String text, String other, String named) throws Exception {
        assertThat(LICENCE).contains(text);
        String bad = LICENCE.replace("DUL-1", "BAD-1").replace(text, other);
        assertThat(refused("agreements", "add", file(directory, bad).toString()))
                .contains(named);
        assertThat(refused(
                        "agreements",
                        "add",
                        file(
                                        directory,
                                        LICENCE.replaceAll("(?m)^licence:.*\n", "")
                                                .replace("DUL-1", "BAD-1"))
                                .toString()))
                .contains("licence is missing");
    }

    /** What an amendment shortens holds for what is there already. */
    @Test
    void rawDataGoWhenTheAgreementSaysAndItsPartiesAreTold() throws Exception {
        assertThat(refused("agreements", "certificate", "DSA-3")).contains("there is no agreement");
        add(AGREEMENT.replace("DSA-1", "DSA-3").replace("output_rule: {k: 11", "output_rule: {k: 12"));
        Path caseload = SmallCity.caseload(directory, "older.csv", 60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        done("load", "caseload", caseload.toString(), "--as-of", "2026-03-31", "--agreement", "DSA-3");
        assertThat(done("purge"))
                .contains("caseload of 2026-03-31")
                .contains(", agreement DSA-3")
                .doesNotContain("to be destroyed");
        assertThat(refused("agreements", "certificate", "DSA-3"))
                .contains("nothing was destroyed under agreement 'DSA-3' yet");
        DATABASE.asAdmin(
                "update supervision.caseload set loaded_at = loaded_at - interval '20 days' where reference_date = '2026-03-31'");
        assertThat(done("purge")).contains("nothing is due");
        add(AGREEMENT
                .replace("DSA-1", "DSA-3")
                .replace("retention_days: 60", "retention_days: 10")
                .replaceFirst("population: .*", "population: \"people <on> probation \\\\x07 & parole\""));
        assertThat(done("purge")).contains("; to be destroyed with --yes");
        assertThat(done("purge", "--yes")).contains("caseload of 2026-03-31");
        assertThat(
                        DATABASE.query(
                                Role.STEWARD,
                                "select count(*) from supervision.raw_residence r join supervision.caseload c on c.id = r.caseload_id where c.reference_date = '2026-03-31'"))
                .containsExactly("0");
        Path text = directory.resolve("certificate.txt");
        done("agreements", "certificate", "DSA-3", "--out", text.toString());
        assertThat(Files.readString(text))
                .contains(
                        "Agreement: DSA-3, version 2",
                        "Small City Police (data@police.example)",
                        "Caseload of: 2026-03-31",
                        "Destroyed: raw addresses and positions",
                        "Why: they could be kept until ")
                .doesNotContainPattern("\\b(540|587)\\b");
        Path pdf = directory.resolve("certificate.pdf");
        done("agreements", "certificate", "DSA-3", "--out", pdf.toString());
        assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
        Path nowhere = directory.resolve("nowhere").resolve("x.pdf");
        assertThat(refused("agreements", "certificate", "DSA-3", "--out", nowhere.toString()))
                .contains("x.pdf: its folder does not exist");
        assertThat(refused("agreements", "certificate", "DSA-3", "--out", pdf.toString()))
                .contains("is there already");
        assertThat(refused(
                        "agreements",
                        "certificate",
                        "DSA-3",
                        "--out",
                        directory.resolve("x.doc").toString()))
                .contains("ends with .txt or .pdf");
    }
}
