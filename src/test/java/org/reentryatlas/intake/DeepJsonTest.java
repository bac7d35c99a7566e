package org.reentryatlas.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** JSON that is nested as no file is that means well, in each place where JSON is read. */
class DeepJsonTest {
    private static final int LEVELS = 100_000;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boundaries --level beat --key BEAT --valid-from 2024-01-01 | deep.geojson | {\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"BEAT\":DEEP}}]}",
                "providers | table.json | [{\"id\":\"1\",\"name\":\"Pantry\"},{\"id\":DEEP}]",
                "providers | hsds.json | [{\"id\":\"1\",\"name\":\"Pantry\",\"status\":\"active\",\"organization\":{\"id\":\"2\",\"name\":\"Helpers\"}},{\"id\":DEEP}]"
            })
    void isAFaultWithAName(String command, String name, String content) throws Exception {
        Path file = Files.writeString(
                directory.resolve(name), content.replace("DEEP", "[".repeat(LEVELS) + "]".repeat(LEVELS)));

        Cli load = Cli.run(
                DATABASE.environment(SmallCity.config(directory)), ("load " + command + " " + file).split(" ", -1));

        assertThat(load.exitCode()).as(load.err()).isEqualTo(2);
        assertThat(load.err()).contains(name, "nested too deeply");
    }
}
