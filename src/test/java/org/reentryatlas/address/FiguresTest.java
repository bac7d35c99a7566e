package org.reentryatlas.address;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.intake.GeocodeRun;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.TestDatabase;
import org.reentryatlas.table.ReadOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Washington DC's public address records against its address reference. The spellings are split by a seeded hash: four fifths
 * that the geocoder was tuned on, and one fifth that nobody looked at. Skipped where the files are not beside the project.
 */
class FiguresTest {
    private static final Path FILES = Path.of("../shared/geodata");
    private static final Path RECORDS = FILES.resolve("dc/dc_address_records_derived.csv");
    private static final Path REFERENCE = FILES.resolve("dc/dc_mar_reference_derived.csv");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    @BeforeAll
    static void loadReference() throws IOException {
        assumeTrue(Files.exists(RECORDS), "skipped: the files of Washington DC are not beside the project");
        Path config = Files.writeString(
                directory.resolve("atlas.yaml"), "jurisdiction:\n  name: Washington DC\n  workingCrs: EPSG:26985\n");
        Cli load = Cli.run(
                DATABASE.environment(config),
                "load",
                "addresses",
                REFERENCE.toString(),
                "--rejects",
                directory.resolve("rejects.csv").toString());
        assertThat(load.exitCode()).as(load.err()).isZero();
    }

    private static boolean isHeldOut(String spelling) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("atlas-2026:" + spelling).getBytes(StandardCharsets.UTF_8));
            return new java.math.BigInteger(1, hash)
                            .mod(java.math.BigInteger.valueOf(5))
                            .signum()
                    == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<NamedCsvRecord> records(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private static GeocodeRun.Report geocode(Path file, Path out) throws IOException {
        Database database = DATABASE.as(Role.STEWARD);
        return new GeocodeRun(database)
                .run(new GeocodeRun.Request(
                        file,
                        ReadOptions.FOUND,
                        Map.of("address", "address_raw", "zip", "zip", "truth", "mar_id"),
                        out,
                        rows -> {}));
    }

    @ParameterizedTest(name = "held out: {0}")
    @ValueSource(booleans = {false, true})
    void findsTheRightAddressOrNone(boolean heldOut) throws IOException {
        Path file = directory.resolve("records-" + heldOut + ".csv");
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("address_raw", "zip", "mar_id");
            for (NamedCsvRecord row : records(RECORDS)) {
                if (isHeldOut(row.getField("address_raw")) == heldOut) {
                    csv.writeRecord(row.getField("address_raw"), row.getField("zip"), row.getField("mar_id"));
                }
            }
        }
        GeocodeRun.Report report = geocode(file, directory.resolve("out.csv"));
        Trial trial = report.trial().orElseThrow();
        assertThat(trial.known()).isGreaterThan(9_000);
        assertThat((double) trial.matched() / trial.known()).isGreaterThanOrEqualTo(0.97);
        assertThat((double) trial.sameId() / trial.matched())
                .as("the very point, without any allowance")
                .isGreaterThanOrEqualTo(0.995);
    }

    private record Asked(String spelling, String zip) {}

    /** A spelling that the records give to several points: each ZIP it comes with leads to one of these points, or to none. */
    @Test
    void aSpellingOfSeveralPointsIsNeverSilentlyWrong() throws IOException {
        Map<String, Set<String>> idsBySpelling = new TreeMap<>();
        Set<Asked> pairs = new LinkedHashSet<>();
        for (NamedCsvRecord row : records(RECORDS)) {
            if (!row.getField("mar_id").isEmpty()) {
                String spelling = row.getField("address_raw").strip().toUpperCase(Locale.ROOT);
                idsBySpelling.computeIfAbsent(spelling, key -> new TreeSet<>()).add(row.getField("mar_id"));
                pairs.add(new Asked(spelling, row.getField("zip")));
            }
        }
        idsBySpelling.values().removeIf(ids -> ids.size() < 2);
        assertThat(idsBySpelling).hasSize(135);
        List<Asked> asked = pairs.stream()
                .filter(pair -> idsBySpelling.containsKey(pair.spelling()))
                .toList();
        Path file = directory.resolve("several.csv");
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("address_raw", "zip", "mar_id");
            asked.forEach(pair -> csv.writeRecord(pair.spelling(), pair.zip(), ""));
        }
        Path out = directory.resolve("several-out.csv");
        geocode(file, out);
        List<NamedCsvRecord> answers = records(out);
        assertThat(answers).hasSameSizeAs(asked);
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> classes = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            NamedCsvRecord answer = answers.get(i);
            classes.merge(answer.getField("class"), 1, Integer::sum);
            if (answer.getField("class").equals("matched")
                    && !idsBySpelling
                            .getOrDefault(asked.get(i).spelling(), Set.of())
                            .contains(answer.getField("reference_id"))) {
                wrong.add(asked.get(i) + " -> " + answer.getField("reference_id"));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(classes).containsOnlyKeys("matched", "ambiguous", "unmatched");
        assertThat(classes.get("ambiguous")).isGreaterThanOrEqualTo(97);
        assertThat(classes.get("unmatched")).isLessThanOrEqualTo(1);
    }
}
