package org.reentryatlas.upkeep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The requests of Washington DC: each is accounted for. Skipped where the files are not beside the project. */
class WashingtonRequestsTest {
    private static final Path FILES = Path.of("../shared/geodata/dc");

    /** The goal of the priority layer for the whole city. */
    private static final Duration GOAL = Duration.ofSeconds(2);

    private static final Conditions.Question AUGUST = new Conditions.Question(LocalDate.of(2016, 8, 15), 60, Map.of());

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static final List<String> REPORTS = new ArrayList<>();

    @BeforeAll
    static void loadCity() throws Exception {
        assumeTrue(
                Files.exists(FILES.resolve("bulk-collection-last-30-days.geojson")),
                "skipped: the files of Washington DC are not beside the project");
        Path config = Files.writeString(
                directory.resolve("atlas.yaml"),
                "jurisdiction:\n  name: Washington DC\n  timeZone: America/New_York\n  workingCrs: EPSG:26985\n");
        Map<String, String> environment = DATABASE.environment(config);
        run(
                environment,
                "boundaries",
                "police-service-areas-psa",
                "--level",
                "beat",
                "--key",
                "PSA",
                "--valid-from",
                "2012-01-01");
        run(
                environment,
                "boundaries",
                "census-tracts-2010",
                "--level",
                "tract",
                "--key",
                "GEOID",
                "--valid-from",
                "2010-04-01");
        run(
                environment,
                "boundaries",
                "census-block-groups-2010",
                "--level",
                "block_group",
                "--key",
                "GEOID",
                "--valid-from",
                "2010-04-01");
        run(environment, "centerlines", "major-roads", "--skip-rejected");
        for (String file : List.of(
                "illegal-dumping-last-30-days",
                "illegal-dumping-earlier-snapshot",
                "street-alley-cleaning-last-30-days",
                "bulk-collection-last-30-days")) {
            REPORTS.add(run(environment, "requests", file).out());
        }
        // As just after a load, when the planner knows nothing of the tables: a figure that is found again for each
        // area took 38 s.
        String tables =
                "array['boundary.area', 'boundary.area_set', 'address.segment', 'upkeep.service_request']::regclass[]";
        DATABASE.asAdmin("set allow_system_table_mods = on; delete from pg_statistic where starelid = any (" + tables
                + "); update pg_class set reltuples = -1, relpages = 0 where oid = any (" + tables + ")");
    }

    private static Cli run(Map<String, String> environment, String kind, String file, String... options) {
        Cli run = Cli.run(
                environment,
                Stream.concat(
                                Stream.of(
                                        "load",
                                        kind,
                                        FILES.resolve(file + ".geojson").toString(),
                                        "--rejects",
                                        directory.resolve("rejects.csv").toString()),
                                Stream.of(options))
                        .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    @Test
    void everyRequestIsAccountedFor() {
        assertThat(REPORTS.get(0))
                .contains("read 558 = accepted 557 + rejected 1", "withdrawn 1", "kinds: dumping 557");
        assertThat(REPORTS.get(1))
                .contains("read 455 = accepted 454 + rejected 1", "withdrawn 1", "kinds: dumping 454");
        assertThat(REPORTS.get(2))
                .contains(
                        "read 1395 = accepted 1393 + rejected 2",
                        "withdrawn 2",
                        "kinds: cleaning 1393",
                        "357 ask again for what somebody asked for before");
        assertThat(REPORTS.get(3))
                .contains("read 4280 = accepted 4210 + rejected 70", "withdrawn 70", "kinds: bulk 4210");
        assertThat(REPORTS)
                .allSatisfy(report -> assertThat(report).doesNotContain("nobody has said", "not known here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"beat", "block_group", "tract", "hex_8"})
    void theStateOfTheCityIsReadInTime(String level) {
        ConditionStore store = new ConditionStore(DATABASE.as(Role.WEB));
        long started = System.nanoTime();
        Conditions conditions = store.areas(level, AUGUST);
        Duration taken = Duration.ofNanos(System.nanoTime() - started);
        assertThat(taken).isLessThan(GOAL);
        int dumping = conditions.areas().stream()
                .mapToInt(area -> area.figures().count(RequestKind.DUMPING))
                .sum();
        int repeats = conditions.areas().stream()
                .mapToInt(area -> area.figures().repeats())
                .sum();
        assertThat(dumping).as("557, of which 4 repeat; those of 2015 are over").isBetween(545, 553);
        assertThat(repeats).isBetween(360, 374);
        assertThat(conditions.elsewhere()).as("on the edge of the city").isLessThan(20);
    }

    @Test
    void theSidesOfBlocksAreReadInTime() {
        ConditionStore store = new ConditionStore(DATABASE.as(Role.WEB));
        long started = System.nanoTime();
        List<Conditions.BlockFace> faces = store.faces(AUGUST);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(GOAL);
        assertThat(faces).hasSizeGreaterThan(2_000);
        assertThat(faces).anyMatch(face -> face.figures().count(RequestKind.BULK) > 0);
    }
}
