package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Boundary files of four cities as their owners publish them. Skipped where they are not beside the project. */
class RealBoundariesTest {
    private static final Path FILES = Path.of("../shared/geodata");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(
                        "dc/police_service_areas_2019plus.geojson", "EPSG:26985", "PSA", "", 0, List.of("read 57")),
                Arguments.of("dc/census-block-groups-2010.geojson", "EPSG:26985", "GEOID", "", 0, List.of("read 450")),
                Arguments.of(
                        "derived_messy/psa2019_broken.geojson",
                        "EPSG:26985",
                        "PSA",
                        "--repair",
                        2,
                        List.of(
                                "read 58",
                                "refuses: 1 value_missing",
                                "refuses: 1 geometry_missing",
                                "refuses: 1 duplicate_id",
                                "repaired: 2 geometry_invalid")),
                Arguments.of(
                        "chicago/police_beats.geojson",
                        "EPSG:26971",
                        "BEAT_NUM",
                        "",
                        2,
                        List.of("read 277", "refuses: 2 duplicate_id", "another area has the key '3100'")),
                Arguments.of(
                        "cleveland/policedistricts.geojson",
                        "EPSG:32617",
                        "district",
                        "",
                        0,
                        List.of("read 5", "noted: 2 overlap_sliver (118.9 m²)")),
                Arguments.of(
                        "cleveland/policedistricts.geojson",
                        "EPSG:32617",
                        "district",
                        "--repair",
                        0,
                        List.of("repaired: 4 overlap_sliver (118.9 m²)")),
                Arguments.of(
                        "cleveland/2020-precincts.geojson",
                        "EPSG:32617",
                        "FID",
                        "",
                        2,
                        List.of("read 1004", "refuses: 6 geometry_invalid", "refuses: 12 overlap (49,691.8 m²)")),
                Arguments.of(
                        "houston/hpd_beats_2015_digitised.geojson",
                        "EPSG:32615",
                        "name",
                        "--repair",
                        2,
                        List.of("read 101", "refuses: 18 geometry_type", "repaired: 4 geometry_invalid")));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("files")
    void saysWhatIsWrong(String name, String workingCrs, String key, String option, int exitCode, List<String> told)
            throws IOException {
        Path file = FILES.resolve(name);
        assumeTrue(Files.exists(file), "skipped: the files of the cities are not beside the project");
        Path config = Files.writeString(
                directory.resolve("atlas.yaml"),
                "jurisdiction:\n  name: City\n  timeZone: America/New_York\n  workingCrs: " + workingCrs + "\n");
        List<String> arguments = new ArrayList<>(List.of("load", "boundaries", file.toString(), "--level", "beat"));
        arguments.addAll(List.of("--key", key, "--valid-from", "2019-01-10", "--check"));
        arguments.addAll(List.of("--report", directory.resolve("report.csv").toString()));
        Stream.of(option).filter(given -> !given.isEmpty()).forEach(arguments::add);
        Map<String, String> environment = DATABASE.environment(config);
        Cli check = Cli.run(environment, arguments);
        assertThat(check.exitCode()).as(check.err() + check.out()).isEqualTo(exitCode);
        assertThat(check.out()).contains(told);
    }
}
