package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.AreaFile;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Which sets of boundaries may stand beside each other, what another edition changes, and the way back. */
class VintagesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void configure() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
    }

    @AfterEach
    void forget() throws SQLException {
        // Without its triggers, for the ledger stands on releases and lets nobody take them away.
        DATABASE.asAdmin(
                "set session_replication_role = replica;" + " truncate published.release, boundary.area_set cascade");
    }

    private static AreaFile two() {
        return new AreaFile().rectangle("W", 0, 0, 500, 1000).rectangle("E", 500, 0, 1000, 1000);
    }

    private static Cli load(String name, AreaFile areas, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "load",
                "boundaries",
                areas.write(directory.resolve(name)).toString(),
                "--level",
                "beat",
                "--key",
                "KEY"));
        arguments.addAll(List.of(options));
        return Cli.run(environment, arguments);
    }

    private static Cli good(Cli load) {
        assertThat(load.exitCode()).as(load.err()).isZero();
        return load;
    }

    private static List<String> sets() throws SQLException {
        return DATABASE.query(
                Role.STEWARD,
                "select valid_from || ' ' || coalesce(valid_to::text, '…') from boundary.area_set"
                        + " where grid_of is null order by valid_from");
    }

    private static String id(String validFrom) throws SQLException {
        return DATABASE.query(
                        Role.STEWARD,
                        "select id from boundary.area_set where grid_of is null and valid_from = '" + validFrom + "'")
                .get(0);
    }

    private static void release(String id, String date, String setFrom) throws SQLException {
        DATABASE.asAdmin(
                "insert into published.release (id, reference_date, area_set_id, k, rounding_base, min_addresses)"
                        + " values ('" + id + "', '" + date + "', " + id(setFrom) + ", 11, 5, 3);"
                        + " insert into published.release_set (release_id, area_set_id, levels)"
                        + " values ('" + id + "', " + id(setFrom) + ", '{beat,city}')");
    }

    @Test
    void theSameAreasInAnotherOrderChangeNothing() throws IOException, SQLException {
        good(load("beats.geojson", two(), "--valid-from", "2020-01-01"));
        assertThat(good(load("export.geojson", two().reversed(), "--valid-from", "2020-01-01"))
                        .out())
                .contains("these areas are kept already, valid from 2020-01-01: nothing changed");
        assertThat(good(load("beats.geojson", two(), "--valid-from", "2021-01-01"))
                        .out())
                .contains("this very file is kept already, valid from 2020-01-01: nothing changed");
        assertThat(sets()).containsExactly("2020-01-01 …");
    }

    @Test
    void anotherEditionIsShownBeforeItIsKept() throws IOException, SQLException {
        good(load("beats.geojson", two(), "--valid-from", "2020-01-01"));
        AreaFile edition = new AreaFile()
                .rectangle("W", 0, 0, 500, 1000)
                .rectangle("E", 500, 0, 1000, 900)
                .rectangle("N", 500, 900, 1000, 1000);
        Cli asked = load("beats.geojson", edition, "--valid-from", "2020-01-01");
        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.err()).contains("1 added, 1 changed, 0 removed, 1 unchanged; nothing was kept");
        assertThat(good(load("beats.geojson", edition, "--valid-from", "2020-01-01", "--yes"))
                        .out())
                .contains("the edition that was kept before is replaced: 1 added, 1 changed, 0 removed, 1 unchanged");
        assertThat(DATABASE.query(Role.STEWARD, "select key from boundary.area where level = 'beat' order by key"))
                .containsExactly("E", "N", "W");
        assertThat(sets()).containsExactly("2020-01-01 …");
    }

    @Test
    void aReleasedSetIsNeverChanged() throws IOException, SQLException {
        good(load("beats.geojson", two(), "--valid-from", "2020-01-01"));
        release("r1", "2020-06-30", "2020-01-01");
        AreaFile edition = new AreaFile().rectangle("W", 0, 0, 500, 1000);
        Cli changed = load("beats.geojson", edition, "--valid-from", "2020-01-01", "--yes");
        assertThat(changed.exitCode()).isEqualTo(2);
        assertThat(changed.err()).contains("is used by release r1", "with a --valid-from after its reference date");
        Cli removed = Cli.run(environment, "boundaries", "remove", id("2020-01-01"), "--yes");
        assertThat(removed.exitCode()).isEqualTo(2);
        assertThat(removed.err()).contains("a released set is never changed or removed");
        assertThat(good(load("later.geojson", edition, "--valid-from", "2020-07-01"))
                        .out())
                .doesNotContain("release r1");
        assertThat(sets()).containsExactly("2020-01-01 2020-07-01", "2020-07-01 …");
    }

    @Test
    void aSetMayHoldOnADayThatIsPublicWithAnother() throws IOException, SQLException {
        good(load("beats.geojson", two(), "--valid-from", "2020-01-01"));
        release("r1", "2020-06-30", "2020-01-01");
        AreaFile edition = new AreaFile().rectangle("W", 0, 0, 500, 1000);
        assertThat(good(load("later.geojson", edition, "--valid-from", "2020-06-30"))
                        .out())
                .contains("release r1 was made with other boundaries of level beat, and stays");
        assertThat(sets()).containsExactly("2020-01-01 2020-06-30", "2020-06-30 …");
    }

    @Test
    void aSetCanComeBetweenOrBeforeOthers() throws IOException, SQLException {
        good(load("a.geojson", new AreaFile().rectangle("A", 0, 0, 100, 100), "--valid-from", "2012-01-01"));
        good(load("c.geojson", new AreaFile().rectangle("C", 0, 0, 100, 100), "--valid-from", "2019-01-10"));
        assertThat(good(load("b.geojson", new AreaFile().rectangle("B", 0, 0, 100, 100), "--valid-from", "2015-01-01"))
                        .out())
                .contains("the set that was valid from 2012-01-01 ends on 2015-01-01")
                .contains("this set is valid until 2019-01-10");
        good(load(
                "z.geojson",
                new AreaFile().rectangle("Z", 0, 0, 100, 100),
                "--valid-from",
                "2001-01-01",
                "--valid-to",
                "2004-01-01"));
        assertThat(sets())
                .containsExactly(
                        "2001-01-01 2004-01-01", "2012-01-01 2015-01-01", "2015-01-01 2019-01-10", "2019-01-10 …");
        Cli late = load(
                "y.geojson",
                new AreaFile().rectangle("Y", 0, 0, 100, 100),
                "--valid-from",
                "2011-01-01",
                "--valid-to",
                "2013-01-01");
        assertThat(late.exitCode()).isEqualTo(2);
        assertThat(late.err()).contains("--valid-to 2013-01-01: a set of level beat starts on 2012-01-01 already");
        Cli before = load("y.geojson", two(), "--valid-from", "2011-01-01", "--valid-to", "2010-01-01");
        assertThat(before.err()).contains("--valid-to 2010-01-01 must lie after --valid-from 2011-01-01");
    }

    @Test
    void aWrongSetCanBeRemovedAndTheEarlierOneHoldsOn() throws IOException, SQLException {
        good(load("a.geojson", two(), "--valid-from", "2012-01-01"));
        good(load("b.geojson", new AreaFile().rectangle("B", 0, 0, 100, 100), "--valid-from", "2019-01-10"));
        Cli listed = good(Cli.run(environment, "boundaries", "list"));
        assertThat(listed.out()).containsPattern("beat +a +2012-01-01 +2019-01-10 +2 +0");
        Cli asked = Cli.run(environment, "boundaries", "remove", id("2019-01-10"));
        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.err()).contains("would be removed; to remove it, add --yes");
        good(Cli.run(environment, "boundaries", "remove", id("2019-01-10"), "--yes"));
        assertThat(sets()).containsExactly("2012-01-01 …");
        assertThat(DATABASE.query(Role.STEWARD, "select count(*) from boundary.area where key = 'B'"))
                .containsExactly("0");
        assertThat(Cli.run(environment, "boundaries", "remove", "4711", "--yes").err())
                .contains("there is no set of boundaries 4711");
        assertThat(Cli.run(environment, "boundaries").err()).contains("Name what to do: list or remove");
    }

    @Test
    void hexagonsComeHoldAndGoWithTheirBeats() throws IOException, SQLException {
        assertThat(good(load("beats.geojson", two(), "--valid-from", "2020-01-01"))
                        .out())
                .containsPattern("hex_8: [1-9][0-9]* made");
        good(load("moved.geojson", new AreaFile().rectangle("W", 0, 0, 900, 1000), "--valid-from", "2021-01-01"));
        String grids = "select g.valid_from || ' ' || coalesce(g.valid_to::text, '…') from boundary.area_set g"
                + " join boundary.area_set s on s.id = g.grid_of and (s.valid_from, s.valid_to) is not distinct from"
                + " (g.valid_from, g.valid_to) order by 1";
        assertThat(DATABASE.query(Role.STEWARD, grids)).containsExactly("2020-01-01 2021-01-01", "2021-01-01 …");
        String grid = DATABASE.query(Role.STEWARD, "select max(id) from boundary.area_set where grid_of is not null")
                .get(0);
        assertThat(Cli.run(environment, "boundaries", "remove", grid, "--yes").err())
                .contains("holds the hexagons that were made for set " + id("2021-01-01") + ", and goes with it");
        good(Cli.run(environment, "boundaries", "remove", id("2021-01-01"), "--yes"));
        assertThat(DATABASE.query(Role.STEWARD, grids)).containsExactly("2020-01-01 …");
        assertThat(Cli.run(environment, "boundaries", "list").out())
                .contains("hex_8")
                .contains("H3 grid over");
    }

    @Test
    void hexagonsAreMadeAndNotLoaded() throws IOException {
        String file = two().write(directory.resolve("beats.geojson")).toString();
        Cli load = Cli.run(
                environment,
                "load",
                "boundaries",
                file,
                "--level",
                "hex_8",
                "--key",
                "KEY",
                "--valid-from",
                "2020-01-01");
        assertThat(load.exitCode()).isEqualTo(2);
        assertThat(load.err())
                .contains(
                        "there is no area level 'hex_8'; the levels are: beat, sector, district, city, tract, block_group");
    }
}
