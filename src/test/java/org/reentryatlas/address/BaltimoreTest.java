package org.reentryatlas.address;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.Program;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Baltimore's centre lines: what interpolation between numbers is worth. Skipped where the file is not beside the project. */
class BaltimoreTest {
    private static final Path LINES = Path.of("../shared/geodata/baltimore/baltimore_street_centerlines_2804.gpkg")
            .toAbsolutePath();

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Cli load = new Cli(-1, "", "");
    private static Cli again = new Cli(-1, "", "");

    @BeforeAll
    static void loadLines() throws Exception {
        assumeTrue(Files.exists(LINES), "skipped: the file of Baltimore is not beside the project");
        Path file = directory.resolve("centerlines.geojson");
        Program converted = Program.run(
                directory, "ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4326", file.toString(), LINES.toString());
        assertThat(converted.exitCode()).isZero();
        Map<String, String> environment = DATABASE.environment(Files.writeString(
                directory.resolve("atlas.yaml"), "jurisdiction:\n  name: Baltimore\n  workingCrs: EPSG:2804\n"));
        load = Cli.run(environment, "load", "centerlines", file.toString(), "--skip-rejected");
        again = Cli.run(environment, "load", "centerlines", file.toString(), "--skip-rejected");
    }

    @Test
    void theTwentyTwoReversedRangesAreNamed() {
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out())
                .contains("read 48473 = accepted 48465 + rejected 8")
                .contains("22 stretches have numbers that run against the others")
                .contains("'EDMONDSON-FRANKLIN' 1431 to 143");
        assertThat(again.out()).contains("nothing changed");
    }

    @Test
    void aHiddenStretchIsFoundAgainFromItsNeighbours() throws Exception {
        try (Connection connection = DATABASE.connect(Role.STEWARD);
                Statement statement = connection.createStatement()) {
            statement.execute(leaveOut());
            // The figures are the answer of the last of its statements.
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            ResultSet result = statement.getResultSet();
            result.next();
            assertThat(result.getInt("stretches")).isGreaterThan(14_000);
            assertThat(result.getDouble("median")).isLessThan(3);
            assertThat(result.getDouble("ninety_five")).isLessThan(30);
        }
    }

    private static String leaveOut() throws IOException {
        try (var in = BaltimoreTest.class.getResourceAsStream("leave-out.sql")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
