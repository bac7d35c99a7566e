package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files as cities publish them do what {@code src/docs/intake-matrix.md} says: the document is the test. Its commands run
 * in its order, each city in a database of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "filesAreHere", disabledReason = "the collection of cities' files is not on this machine")
class IntakeMatrixTest {
    private static final Path FILES = Path.of("../shared/geodata");
    private static final Path DOCUMENT = Path.of("src/docs/intake-matrix.md");

    /** A projected system in metres for each place. */
    private static final Map<String, String> WORKING_CRS = Map.of(
            "Washington", "EPSG:26985",
            "Chicago", "EPSG:26971",
            "Cleveland", "EPSG:32617",
            "Houston", "EPSG:32615",
            "Baltimore", "EPSG:2804",
            "Miami", "EPSG:32617",
            "Illinois", "EPSG:26971",
            "California", "EPSG:3310",
            "Washington State", "EPSG:32148",
            "Nation", "EPSG:5070");

    /** A word of a command, in which quotes keep blanks together. */
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");

    @RegisterExtension
    final CityDatabases cities = new CityDatabases();

    @TempDir
    Path directory;

    static boolean filesAreHere() {
        return Files.isDirectory(FILES);
    }

    /** A row of the document's table. */
    record Line(String file, String city, String command, String verdict, String says) {
        @Override
        public String toString() {
            return city + ": " + file + ": " + command;
        }
    }

    static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String text : Files.readAllLines(DOCUMENT)) {
            String[] cells = text.split("\\s*\\|\\s*", -1);
            if (text.startsWith("| `") && cells.length == 7) {
                lines.add(new Line(plain(cells[1]), cells[2], plain(cells[3]), cells[4], plain(cells[5])));
            }
        }
        return lines;
    }

    private static String plain(String cell) {
        return cell.replace("`", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aFileDoesWhatTheDocumentSays(Line line) throws Exception {
        List<String> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(line.command());
        while (words.find()) {
            String word = words.group().replace("'", "");
            arguments.add(word.equals("FILE") ? FILES.resolve(line.file()).toString() : word);
        }
        if (arguments.get(0).equals("load")) {
            arguments.addAll(
                    List.of("--rejects", directory.resolve("rejects.csv").toString()));
            if (!List.of("boundaries", "caseload").contains(arguments.get(1))) {
                // Another way to read a file is a source of its own, and no edition of what was read before.
                arguments.addAll(List.of("--source", line.file() + " " + line.command()));
            }
        }
        Cli run = Cli.run(cities.environment(line.city(), directory), arguments);
        String all = run.out() + run.err();
        assertThat(all).contains(line.says());
        assertThat(run.exitCode()).as(all).isEqualTo(line.verdict().equals("refused") ? 2 : 0);
    }

    /** A database for each city, made when it is first asked for. */
    static final class CityDatabases implements BeforeAllCallback, AfterAllCallback {
        private final Map<String, TestDatabase> open = new HashMap<>();
        private @Nullable ExtensionContext context;

        @Override
        public void beforeAll(ExtensionContext given) {
            context = given;
        }

        Map<String, String> environment(String city, Path directory) throws Exception {
            TestDatabase database = open.get(city);
            if (database == null) {
                database = new TestDatabase();
                database.beforeAll(Objects.requireNonNull(context));
                open.put(city, database);
            }
            Path config = directory.resolve(city.replace(' ', '-') + ".yaml");
            Files.writeString(
                    config, "jurisdiction:\n  name: %s\n  workingCrs: %s\n".formatted(city, WORKING_CRS.get(city)));
            return database.environment(config);
        }

        @Override
        public void afterAll(ExtensionContext given) throws Exception {
            for (TestDatabase database : open.values()) {
                database.afterAll(given);
            }
        }
    }

    @Test
    void everyFileIsInTheDocument() throws IOException {
        List<String> named = lines().stream().map(Line::file).collect(Collectors.toCollection(ArrayList::new));
        for (String text : Files.readAllLines(DOCUMENT)) {
            if (text.startsWith("* `")) {
                named.add(text.substring(3, text.indexOf('`', 3)));
            }
        }
        try (Stream<Path> files = Files.walk(FILES)) {
            List<String> unnamed = files.filter(Files::isRegularFile)
                    .map(file -> FILES.relativize(file).toString())
                    .filter(file -> named.stream().noneMatch(name -> file.equals(name) || file.startsWith(name + "/")))
                    .sorted()
                    .toList();
            assertThat(unnamed).isEmpty();
        }
        assertThat(new TreeSet<>(WORKING_CRS.keySet()))
                .containsAll(lines().stream().map(Line::city).collect(Collectors.toSet()));
    }
}
