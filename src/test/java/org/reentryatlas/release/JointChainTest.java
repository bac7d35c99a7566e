package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A date that is published three times: tracts come, then the beats are redrawn. No address is known. */
class JointChainTest {
    private static final String DATE = "2026-06-30";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void eachReleaseStandsBesideAllBeforeIt(@TempDir Path directory) throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        release(environment, "2026-03-31", directory, 40, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        assertThat(release(environment, DATE, directory, 43, 54, 38, 5, 61, 47, 120, 88, 9, 30, 30, 30)
                        .out())
                .contains("release 2026-06-30.1 is published")
                .doesNotContain("protected together");
        SmallCity.loadTracts(environment, directory);
        assertThat(release(environment).out())
                .contains("release 2026-06-30.2 is published")
                .contains("in other boundaries: release 2026-06-30.1\n");
        SmallCity.loadBeats(environment, SmallCity.redrawnBeats(directory, 1, 0.002), "2025-01-01");
        assertThat(release(environment).out())
                .contains("release 2026-06-30.3 is published")
                .contains("in other boundaries: release 2026-06-30.1, 2026-06-30.2\n");
        assertThat(release(environment).out()).contains("release 2026-06-30.3 is public already");
        assertThat(good(Cli.run(environment, "verify", "--proofs")).out()).contains("of 4 releases hold");
        assertThat(DATABASE.query(
                        Role.WEB,
                        "select c.release_id || ' ' || c.earlier from published.cell c"
                                + " join boundary.area a on a.id = c.area_id where c.measure = 'people' and a.level = 'city'"
                                + " and c.release_id like '2026-06-30%' and c.earlier is not null order by 1"))
                .as("what stands sticks to what it stuck to, the city of the new beats to nothing")
                .containsExactly("2026-06-30.1 550", "2026-06-30.2 550");
        Cli newest = Cli.run(
                environment,
                "report",
                DATE,
                "--out",
                directory.resolve("report.html").toString());
        assertThat(newest.exitCode()).as(newest.err()).isZero();
        assertThat(newest.out() + newest.err()).contains("2026-06-30.3");
    }

    private static Cli release(Map<String, String> environment, String date, Path directory, int... people)
            throws IOException {
        Path file = SmallCity.caseload(directory, "caseload-" + date + ".csv", people);
        good(Cli.run(environment, "load", "caseload", file.toString(), "--as-of", date));
        return good(Cli.run(environment, "release", "--as-of", date));
    }

    private static Cli release(Map<String, String> environment) {
        return good(Cli.run(environment, "release", "--as-of", DATE));
    }

    private static Cli good(Cli run) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        return run;
    }
}
