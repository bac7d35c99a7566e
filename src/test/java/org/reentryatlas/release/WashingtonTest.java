package org.reentryatlas.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Washington DC's real boundaries with a synthetic caseload, held against a count that shares no line with ours: plain SQL
 * over the raw files. Skipped where the files are not beside the project.
 */
class WashingtonTest {
    private static final Path FILES = Path.of("../shared/geodata/dc");
    private static final Path AREAS = FILES.resolve("police_service_areas_2019plus.geojson");
    private static final Path CASELOAD = FILES.resolve("synthetic_caseload_2026q2.csv");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Cli release = new Cli(-1, "", "");

    @BeforeAll
    static void publish() throws Exception {
        assumeTrue(Files.exists(CASELOAD), "skipped: the files of Washington DC are not beside the project");
        Path config = Files.writeString(
                directory.resolve("atlas.yaml"),
                "jurisdiction:\n  name: Washington DC\n  workingCrs: EPSG:26985\nwords:\n  beat: PSA\n  beats: PSAs\n");
        Map<String, String> environment = DATABASE.environment(config);
        run(
                environment,
                "load",
                "boundaries",
                AREAS.toString(),
                "--level",
                "beat",
                "--key",
                "PSA",
                "--name",
                "NAME",
                "--parent",
                "sector=SECTOR",
                "--parent",
                "district=POLICEDISTRICT",
                "--valid-from",
                "2019-01-10",
                "--rejects",
                directory.resolve("rejects.csv").toString());
        assertThat(run(
                                environment,
                                "load",
                                "providers",
                                FILES.resolve("human-service-locations.geojson").toString(),
                                "--rejects",
                                directory.resolve("rejects.csv").toString())
                        .out())
                .contains("read 1461 = accepted 1461 + rejected 0");
        assertThat(run(
                                environment,
                                "load",
                                "caseload",
                                CASELOAD.toString(),
                                "--as-of",
                                "2026-06-30",
                                "--rejects",
                                directory.resolve("rejects.csv").toString())
                        .out())
                .contains("read 9800 = accepted 9800 + rejected 0");
        release = run(environment, "release", "--as-of", "2026-06-30");
    }

    private static Cli run(Map<String, String> environment, String... arguments) {
        Cli run = Cli.run(environment, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    /** People by PSA, sector and district, from the raw files. */
    private static Map<String, Integer> countRawFiles(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table raw (record_id text, address_type text, address text, lon float,"
                            + " lat float, needs text, supervision_type text, start_date text, end_date text, verified_on text)");
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy raw from stdin with (format csv, header)", Files.newBufferedReader(CASELOAD));
        Map<String, Integer> counts = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "with psa as materialized (select feature -> 'properties' as p, st_geomfromgeojson(feature ->> 'geometry') as geom"
                        + " from jsonb_array_elements(cast(? as jsonb) -> 'features') as feature),"
                        + " home as materialized (select p from raw join psa on st_contains(geom, st_setsrid(st_point(lon, lat), 4326)))"
                        + " select 'beat ' || (p ->> 'PSA') as area, count(*) from home group by 1"
                        + " union all select 'sector ' || (p ->> 'SECTOR'), count(*) from home group by 1"
                        + " union all select 'district ' || (p ->> 'POLICEDISTRICT'), count(*) from home group by 1"
                        + " union all select 'city city', count(*) from home")) {
            statement.setString(1, Files.readString(AREAS));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    counts.put(result.getString(1), result.getInt(2));
                }
            }
        }
        return counts;
    }

    @Test
    void everyShownNumberIsTheRoundedIndependentCountAndEverySmallOneIsHidden() throws Exception {
        int shown = 0;
        try (Connection connection = DATABASE.connect(Role.STEWARD)) {
            Map<String, Integer> counts = countRawFiles(connection);
            assertThat(counts).hasSize(57 + 21 + 7 + 1);
            try (Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery("select a.level || ' ' || a.key as area, c.status, c.value"
                                    + " from published.cell c join boundary.area a on a.id = c.area_id"
                                    + " where c.measure = 'people'"
                                    + " and a.level in ('beat', 'sector', 'district', 'city')")) {
                while (result.next()) {
                    int count = counts.getOrDefault(result.getString("area"), 0);
                    if (count < 11) {
                        assertThat(result.getString("status")).isEqualTo("hidden");
                    } else if (result.getString("status").equals("shown")) {
                        shown++;
                        int nearest = (int) (5 * Math.round(count / 5.0));
                        assertThat(result.getInt("value")).isEqualTo(Math.max(15, nearest));
                    }
                }
            }
        }
        assertThat(shown).as("areas with a number, of 86").isGreaterThan(80);
    }

    @Test
    void everyRowOfTheCaseloadIsAccountedFor() throws SQLException {
        assertThat(release.out()).contains("rows of the caseload: 9800 = ").contains("no_fixed_address=459");
    }

    @Test
    void noHealthFactIsStored() throws SQLException {
        try (Connection connection = DATABASE.connect(Role.STEWARD);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from supervision.record"
                        + " where needs && array['substance_use_treatment', 'mental_health']")) {
            result.next();
            assertThat(result.getInt(1)).isZero();
        }
    }
}
