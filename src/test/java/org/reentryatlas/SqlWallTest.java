package org.reentryatlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The wall in the statements: who may name the restricted schema is decided by the folder of the file. */
class SqlWallTest {
    private static final Path STATEMENTS = Path.of("src/main/resources/org/reentryatlas");
    private static final Path CODE = Path.of("src/main/java/org/reentryatlas");
    private static final Pattern RESTRICTED = Pattern.compile("(?i)\\bsupervision\\s*\\.\\s*\\w");
    private static final Pattern STATEMENT_IN_CODE =
            Pattern.compile("(?i)\"(select|insert into|update|delete from|analyze|lock table|truncate|create|drop) ");

    @Test
    void onlySupervisionAndReleaseNameTheRestrictedSchema() throws IOException {
        assertThat(filesThatMatch(STATEMENTS, RESTRICTED))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(
                                STATEMENTS.relativize(file).getName(0).toString())
                        .isIn("supervision", "release"));
    }

    @Test
    void statementsAreFilesAndNotInTheCode() throws IOException {
        assertThat(filesThatMatch(CODE, STATEMENT_IN_CODE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"layer", "export", "basemap", "travel", "gap", "upkeep"})
    void theServingSideReadsNothingButPublishedAndReferenceTables(String room) throws IOException {
        Pattern table = Pattern.compile("(?i)\\b(?:from|join)\\s+(\\w+)\\.(\\w+)");
        int tables = 0;
        for (Path file : sqlFiles(STATEMENTS.resolve(room))) {
            var matcher = table.matcher(Files.readString(file));
            while (matcher.find()) {
                assertThat(matcher.group(1))
                        .as(file.toString())
                        .isIn("published", "boundary", "provider", "basemap", "address", "transit", "gap", "upkeep");
                tables++;
            }
        }
        assertThat(tables).isPositive();
    }

    private static List<Path> filesThatMatch(Path root, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    // Sentences for people, in which a full stop follows the word.
                    .filter(file -> !file.toString().endsWith(".mustache"))
                    .filter(file -> pattern.matcher(read(file)).find())
                    .toList();
        }
    }

    private static List<Path> sqlFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
