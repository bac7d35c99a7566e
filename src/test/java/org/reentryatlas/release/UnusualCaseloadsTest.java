package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Releases of caseloads that no city has: each has a defined outcome, and what was public stays. */
class UnusualCaseloadsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void loadBeats() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
    }

    private static Cli load(String asOf, List<String> rows) throws IOException {
        Path file = directory.resolve("caseload-" + asOf + ".csv");
        Files.writeString(file, SmallCity.CASELOAD_HEADER + "\n" + String.join("\n", rows) + "\n");
        return Cli.run(environment, "load", "caseload", file.toString(), "--as-of", asOf);
    }

    private static Cli release(String asOf, List<String> rows) throws IOException {
        assertThat(load(asOf, rows).exitCode()).isZero();
        return Cli.run(environment, "release", "--as-of", asOf);
    }

    /** What is shown, by area and measure. */
    private static List<String> shown(String asOf) throws SQLException {
        return DATABASE.query(
                Role.WEB,
                "select concat_ws(' ', a.level, c.measure, c.value) from published.cell c join boundary.area a on a.id = c.area_id"
                        + " where c.release_id = '" + asOf + ".1' and c.status <> 'hidden' order by 1");
    }

    private static List<String> people(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).toList();
    }

    @Test
    void nobodyIsNoCaseload() throws Exception {
        Cli load = load("2026-01-31", List.of());
        assertThat(load.exitCode()).isEqualTo(2);
        assertThat(load.err()).contains("the file holds no rows");
        Cli release = Cli.run(environment, "release", "--as-of", "2026-01-31");
        assertThat(release.exitCode()).isEqualTo(2);
        assertThat(release.err()).contains("no caseload of 2026-01-31 is loaded");
    }

    @Test
    void onePersonIsNowhereToBeSeen() throws Exception {
        Cli release = release("2026-02-28", List.of(SmallCity.row("P1", 1, 1, "housing")));
        assertThat(release.exitCode()).as(release.err()).isZero();
        assertThat(release.out()).contains("no number can be shown: all 550 are hidden or of areas");
        assertThat(shown("2026-02-28")).isEmpty();
    }

    @Test
    void sixtyPeopleAtOneAddressAreNoCount() throws Exception {
        Cli release = release("2026-03-31", people(60, i -> SmallCity.row("P" + i, 1, 1, "housing")));
        assertThat(release.exitCode()).as(release.err()).isZero();
        assertThat(release.out()).contains("no number can be shown");
        assertThat(shown("2026-03-31")).isEmpty();
    }

    @Test
    void aNeedThatEverybodyHasIsShownNowhere() throws Exception {
        Cli release = release("2026-04-30", people(60, i -> SmallCity.row("P" + i, 1 + i % 12, i, "housing")));
        assertThat(release.exitCode()).as(release.err()).isZero();
        assertThat(release.out()).doesNotContain("no number can be shown");
        assertThat(shown("2026-04-30")).contains("city people 60").noneMatch(cell -> cell.contains("need_"));
    }

    /** The check is over, and the last file cannot be written any more. */
    @Test
    void whatFailsWhilePublishingLeavesWhatIsPublic() throws Exception {
        Cli first = release("2026-05-31", people(60, i -> SmallCity.row("P" + i, 1 + i % 12, i, "food")));
        assertThat(first.exitCode()).as(first.err()).isZero();
        String all =
                "select release_id || ' ' || measure || ' ' || area_id || ' ' || status || coalesce(' ' || value, '')"
                        + " from published.cell order by 1";
        List<String> before = DATABASE.query(Role.WEB, all);
        assertThat(load("2026-06-30", people(90, i -> SmallCity.row("P" + i, 1 + i % 12, i, "food")))
                        .exitCode())
                .isZero();
        DATABASE.asAdmin("create function no_more() returns trigger language plpgsql as"
                + " 'begin raise exception ''no more''; end';"
                + " create trigger no_more before insert on published.ledger for each row execute function no_more()");
        try {
            assertThat(Cli.run(environment, "release", "--as-of", "2026-06-30").exitCode())
                    .isNotZero();
            assertThat(DATABASE.query(Role.WEB, all)).isNotEmpty().isEqualTo(before);
            assertThat(DATABASE.query(Role.WEB, "select id from published.release where id like '2026-06-30%'"))
                    .isEmpty();
        } finally {
            DATABASE.asAdmin("drop trigger no_more on published.ledger; drop function no_more()");
        }
        assertThat(Cli.run(environment, "release", "--as-of", "2026-06-30").exitCode())
                .isZero();
    }
}
