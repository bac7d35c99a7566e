package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
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

/** What cannot be published of a date that is public with other boundaries. */
class JointRefusedTest {
    private static final String OTHER_PEOPLE = "2026-01-31";
    private static final String OTHER_RULES = "2026-02-28";
    private static final String OTHER_ADDRESSES = "2026-03-31";
    private static final String OTHER_REACH = "2026-05-31";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void publish() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        Path homes = caseload(0);
        good(Cli.run(
                environment,
                "load",
                "addresses",
                SmallCity.addresses(directory, homes).toString()));
        SmallCity.loadBeats(environment, directory);
        for (String date : new String[] {OTHER_PEOPLE, OTHER_RULES, OTHER_ADDRESSES, OTHER_REACH}) {
            good(Cli.run(environment, "load", "caseload", homes.toString(), "--as-of", date));
            good(release(date));
        }
        SmallCity.loadBeats(environment, SmallCity.redrawnBeats(directory, 1, 0.002), "2025-01-01");
        Path without = directory.resolve("without.geojson");
        Files.writeString(without, SmallCity.beatsJson().replaceAll(",\n\\{[^\n]*\"BEAT\":\"12\"[^\n]*", ""));
        SmallCity.loadBeats(environment, without, "2026-05-01");
    }

    private static Path caseload(int more) throws IOException {
        return SmallCity.caseload(
                directory, "caseload-" + more + ".csv", 40 + more, 52, 33, 25, 61, 47, 120, 88, 14, 30, 30, 7);
    }

    private static Cli good(Cli run) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        return run;
    }

    private static Cli release(String date) {
        return Cli.run(environment, "release", "--as-of", date);
    }

    private static void assertRefused(Cli release, String date, String words) throws SQLException {
        assertThat(release.exitCode()).as(release.out()).isEqualTo(2);
        assertThat(release.err())
                .contains(words)
                .contains("Nothing was published")
                .doesNotContain("Exception");
        assertThat(DATABASE.query(Role.WEB, "select id from published.release where reference_date = '" + date + "'"))
                .containsExactly(date + ".1");
    }

    @Test
    void anotherCaseload() throws Exception {
        good(Cli.run(environment, "load", "caseload", caseload(30).toString(), "--as-of", OTHER_PEOPLE, "--yes"));
        assertRefused(
                release(OTHER_PEOPLE),
                OTHER_PEOPLE,
                "release 2026-01-31.1 is public with other boundaries and was made from another caseload");
    }

    @Test
    void otherRules(@TempDir Path folder) throws Exception {
        Path config = SmallCity.config(folder);
        Files.writeString(config, Files.readString(config) + "protection:\n  roundingBase: 10\n");
        Map<String, String> others = new HashMap<>(environment);
        others.put("ATLAS_CONFIG", config.toString());
        assertRefused(
                Cli.run(others, "release", "--as-of", OTHER_RULES),
                OTHER_RULES,
                "release 2026-02-28.1 is public with other boundaries and was made by other rules");
    }

    @Test
    void beatsThatReachLessFar() throws Exception {
        Cli release = release(OTHER_REACH);
        assertRefused(
                release,
                OTHER_REACH,
                "7 residential addresses lie in the beats that hold now and not in those of release 2026-05-31.1");
        assertThat(release.err()).contains("publish the new boundaries with the next reference date");
    }

    /** The numbers that stand were not made of what is there now. */
    @Test
    void anAddressThatWasTakenAway() throws Exception {
        DATABASE.asAdmin("create table public.moved as select * from supervision.raw_residence");
        DATABASE.asAdmin(
                "update supervision.raw_residence w set geom = (select geom from supervision.raw_residence where"
                        + " record_id = 'P070001' limit 1) from supervision.caseload c where c.id = w.caseload_id and"
                        + " c.reference_date = '" + OTHER_ADDRESSES + "' and w.record_id like 'P01%'");
        assertRefused(
                release(OTHER_ADDRESSES),
                OTHER_ADDRESSES,
                "does not follow from the caseload and the addresses that are loaded now");
    }
}
