package org.reentryatlas.democity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The promise that a seed means the same bytes, on this machine and for the files that are kept in the repository. */
class DemoCityTest {
    static final Path COMMITTED = Path.of("geodata", "demo");
    private static final long LIMIT_BYTES = 12_000_000;

    @TempDir
    static Path first;

    @TempDir
    static Path second;

    private static DemoCity.Counts counts = new DemoCity.Counts(new TreeMap<>());

    @BeforeAll
    static void generateTwice() throws IOException {
        counts = DemoCity.generate(DemoCity.COMMITTED_SEED, first);
        DemoCity.generate(DemoCity.COMMITTED_SEED, second);
    }

    static List<NamedCsvRecord> rows(String file) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(COMMITTED.resolve(file))) {
            reader.forEach(rows::add);
        }
        return rows;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            // The configuration beside the committed files is written by hand, and so is what is planned.
            return files.map(Path::getFileName)
                    .filter(name -> !name.endsWith("atlas.yaml")
                            && !name.endsWith("plans.json")
                            && !name.endsWith("agreement.yaml")
                            && !name.endsWith("licence.yaml")
                            && !name.endsWith("assessments.json"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertSameBytes(Path one, Path other) throws IOException {
        assertThat(files(one)).isEqualTo(files(other));
        for (Path name : files(one)) {
            assertThat(Files.mismatch(one.resolve(name), other.resolve(name)))
                    .as("first different byte of %s", name)
                    .isEqualTo(-1);
        }
    }

    @Test
    void makesTheSameBytesFromTheSameSeed() throws IOException {
        assertSameBytes(first, second);
    }

    @Test
    void makesTheCommittedFilesFromTheCommittedSeed() throws IOException {
        assertSameBytes(first, COMMITTED);
    }

    @Test
    void countsWhatItWrote() throws IOException {
        assertThat(counts.byFile().keySet())
                .containsExactlyElementsOf(
                        files(first).stream().map(Path::toString).toList());
        assertThat(counts.byFile()).containsEntry("beats.geojson", 48).containsEntry("city.geojson", 1);
        assertThat(rows("addresses.csv")).hasSize(counts.byFile().getOrDefault("addresses.csv", 0));
    }

    @Test
    void staysSmall() throws IOException {
        long bytes = 0;
        for (Path name : files(first)) {
            bytes += Files.size(first.resolve(name));
        }
        assertThat(bytes).isLessThan(LIMIT_BYTES);
    }

    @Test
    void makesAnotherCityFromAnotherSeed(@TempDir Path other) throws IOException {
        DemoCity.Counts otherCounts = DemoCity.generate(DemoCity.COMMITTED_SEED + 1, other);
        assertThat(otherCounts.byFile()).containsEntry("beats.geojson", 48);
        assertThat(Files.mismatch(first.resolve("addresses.csv"), other.resolve("addresses.csv")))
                .isNotEqualTo(-1);
    }
}
