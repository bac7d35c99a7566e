package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Every list of providers at hand loads or is refused as the table in {@code src/docs/providers.md} says: it is the test. */
class ProviderMatrixTest {
    private static final Path FILES = Path.of("../shared/geodata");
    private static final Path DOCUMENT = Path.of("src/docs/providers.md");
    private static final Map<String, String> WORKING_CRS = Map.of(
            "DC", "EPSG:26985",
            "Florida", "EPSG:32617",
            "Illinois", "EPSG:26971",
            "California", "EPSG:3310",
            "Washington", "EPSG:32148");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    @BeforeAll
    static void requireFiles() {
        assumeTrue(Files.exists(FILES), "skipped: the files of cities are not beside the project");
    }

    static List<List<String>> lines() throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            if (line.startsWith("| `") && cells.length == 7) {
                lines.add(Arrays.stream(cells)
                        .skip(1)
                        .limit(5)
                        .map(cell -> cell.replace("`", ""))
                        .toList());
            }
        }
        return lines;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aFileDoesWhatTheDocumentSays(List<String> line) throws IOException {
        String place = line.get(1);
        Path config = Files.writeString(
                directory.resolve(place + ".yaml"),
                "jurisdiction:\n  name: %s\n  workingCrs: %s\n".formatted(place, WORKING_CRS.get(place)));
        List<String> arguments = new ArrayList<>(List.of(
                "load",
                "providers",
                FILES.resolve(line.get(0)).toString(),
                "--source",
                String.join(" ", line.subList(0, 3))));
        arguments.addAll(List.of("--rejects", directory.resolve("rejects.csv").toString()));
        if (!line.get(2).isEmpty()) {
            arguments.addAll(List.of(line.get(2).split(" +(?=--)|(?<=--map|--category) +", -1)));
        }
        Cli load = Cli.run(DATABASE.environment(config), arguments);
        String all = load.out() + load.err();
        assertThat(all).contains(line.get(4));
        assertThat(load.exitCode()).as(all).isEqualTo(line.get(3).equals("refused") ? 2 : 0);
    }
}
