package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Raw addresses go, and a release can still be made and checked; a release of too few addresses says why it was made. */
class RetentionTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void loadBoundaries() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
    }

    private static void load(String asOf, String more, int... people) throws IOException {
        Path file = SmallCity.caseload(directory, "caseload-" + asOf + ".csv", people);
        String header = SmallCity.CASELOAD_HEADER + ",beat";
        Files.writeString(
                file,
                Files.readString(file)
                                .replace(SmallCity.CASELOAD_HEADER, header)
                                .replace("2026-01-01\n", "2026-01-01,\n")
                        + more);
        Cli load = Cli.run(environment, "load", "caseload", file.toString(), "--as-of", asOf);
        assertThat(load.exitCode()).as(load.err()).isZero();
    }

    private static List<String> cells(String releaseId) throws SQLException {
        return DATABASE.query(
                Role.WEB,
                "select measure || ' ' || area_id || ' ' || status || coalesce(' ' || value, '') from published.cell"
                        + " where release_id = '" + releaseId + "' order by 1");
    }

    @Test
    void purgesWhatIsAskedForAndTheSameReleaseCanStillBeMade() throws Exception {
        String asOf = "2026-01-31";
        load(asOf, "", 40, 30, 20, 12);
        Cli plan = Cli.run(environment, "purge", "--as-of", asOf);
        assertThat(plan.out()).contains("caseload of " + asOf).contains("to be destroyed with --yes");
        assertThat(DATABASE.query(Role.STEWARD, "select count(*) from supervision.raw_residence"))
                .isNotEqualTo(List.of("0"));
        Cli purge = Cli.run(environment, "purge", "--as-of", asOf, "--yes");
        assertThat(purge.exitCode()).as(purge.err()).isZero();
        assertThat(purge.out())
                .contains("0 addresses and 102 positions are destroyed, 204 areas are kept; certificate ");
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select count(*) from supervision.raw_residence w join supervision.caseload c on c.id = w.caseload_id"
                                + " where reference_date = '" + asOf + "'"))
                .containsExactly("0");
        Cli release = Cli.run(environment, "release", "--as-of", asOf);
        assertThat(release.exitCode()).as(release.err()).isZero();
        List<String> purged = cells(asOf + ".1");

        // A day before, so that neither sticks to the other.
        String twin = "2026-01-30";
        load(twin, "", 40, 30, 20, 12);
        assertThat(Cli.run(environment, "release", "--as-of", twin).exitCode()).isZero();
        assertThat(purged).as("the numbers of a twin that keeps its positions").isEqualTo(cells(twin + ".1"));
        Cli.run(environment, "purge", "--as-of", twin, "--yes");
        assertThat(Cli.run(environment, "release", "--as-of", twin).out())
                .contains("with these very numbers: nothing changed");
        assertThat(Cli.run(environment, "purge", "--as-of", twin, "--yes").out())
                .contains("no raw addresses of " + twin + " are kept");
    }

    @Test
    void nothingIsDueBeforeItsDayAndNobodyCanUnwriteACertificate() throws Exception {
        load("2026-03-31", "", 15);
        assertThat(Cli.run(environment, "purge", "--yes").out()).contains("nothing is due");
        DATABASE.asAdmin(
                "update supervision.caseload set raw_until = reference_date where reference_date = '2026-03-31'");
        assertThat(Cli.run(environment, "purge", "--yes").out()).contains("15 positions are destroyed");
        for (String statement : List.of(
                "delete from supervision.purge_certificate",
                "update supervision.purge_certificate set areas_kept = 0")) {
            try (Connection connection = DATABASE.connect(Role.STEWARD);
                    Statement sql = connection.createStatement()) {
                assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aReleaseBelowTheGateNeedsAReasonAndMarksItsAreas() throws Exception {
        String asOf = "2026-04-30";
        StringBuilder lost = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            lost.append("L").append(i).append(",residence,,,,,2025-01-01,,,02\n");
        }
        load(asOf, lost.toString(), 30, 30);
        Cli refused = Cli.run(environment, "release", "--as-of", asOf);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("of the addresses in the caseload of 2026-04-30 only 83.3 % were found (60 of 72)")
                .contains("--below-gate");
        Cli blank = Cli.run(environment, "release", "--as-of", asOf, "--below-gate", " ");
        assertThat(blank.exitCode()).isEqualTo(2);
        assertThat(blank.err()).contains("--below-gate: give the reason in words");
        assertThat(cells(asOf + ".1")).isEmpty();
        Cli release =
                Cli.run(environment, "release", "--as-of", asOf, "--below-gate", "the new streets are not in yet");
        assertThat(release.exitCode()).as(release.err()).isZero();
        assertThat(DATABASE.query(Role.WEB, "select below_gate from published.release where id = '" + asOf + ".1'"))
                .containsExactly("the new streets are not in yet");
        assertThat(DATABASE.query(
                        Role.WEB,
                        "select a.level || ' ' || a.key from published.area_flag f join boundary.area a on a.id = f.area_id"
                                + " where f.release_id = '" + asOf + ".1' order by 1"))
                .as("beat 02 found 30 of 42, the city 60 of 72, beat 01 all")
                .contains("beat 02", "city city")
                .doesNotContain("beat 01");
        assertThat(DATABASE.query(
                        Role.WEB,
                        "select f.area_id from published.area_flag f join published.cell c using (release_id, area_id)"
                                + " where c.measure = 'people' and c.status <> 'shown'"))
                .as("marks on areas whose number is hidden")
                .isEmpty();
    }
}
