package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The door from end to end on a city of twelve beats. */
class ReleaseTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void loadBoundaries() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        Path homes = SmallCity.caseload(directory, "homes.csv", 90, 60, 60, 60, 70, 60, 130, 90, 60, 0, 60);
        Path addresses = SmallCity.addresses(directory, homes);
        // Nobody lives in beats 10 and 12: the only address there is a warehouse.
        Files.writeString(addresses, Files.readString(addresses) + "W1,-105.065,43.525,commercial\n");
        assertThat(Cli.run(environment, "load", "addresses", addresses.toString())
                        .exitCode())
                .isZero();
    }

    private static Cli release(String asOf, int... people) throws IOException {
        Path file = SmallCity.caseload(directory, "caseload-" + asOf + ".csv", people);
        Cli load = Cli.run(environment, "load", "caseload", file.toString(), "--as-of", asOf, "--yes");
        assertThat(load.exitCode()).as(load.err()).isZero();
        return Cli.run(environment, "release", "--as-of", asOf);
    }

    private static Map<String, String> published(String asOf, String measure) throws SQLException {
        Map<String, String> cells = new TreeMap<>();
        try (Connection connection = DATABASE.connect(Role.WEB);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select a.level || ' ' || a.key, c.status || coalesce(' ' || c.value, '') from published.cell c"
                                + " join boundary.area a on a.id = c.area_id join published.release r on r.id = c.release_id"
                                + " where r.reference_date = '" + asOf + "' and c.measure = '" + measure + "'")) {
            while (result.next()) {
                cells.put(result.getString(1), result.getString(2));
            }
        }
        return cells;
    }

    @Test
    void publishesProtectedNumbersUpTheHierarchy() throws Exception {
        Cli release = release("2026-01-31", 40, 52, 33, 5, 61, 47, 120, 88, 14, 0, 30, 0);
        assertThat(release.exitCode()).as(release.err()).isZero();
        assertThat(release.out()).contains("release 2026-01-31.1 is published");
        Map<String, String> people = published("2026-01-31", "people");
        assertThat(people)
                .containsEntry("beat 01", "shown 40")
                .containsEntry("beat 02", "shown 50")
                .containsEntry("beat 04", "hidden")
                .containsEntry("beat 09", "shown 15")
                .containsEntry("district D1", "shown 240")
                .containsEntry("city city", "shown 490");
        assertThat(people.get("beat 10"))
                .as("an empty beat where nobody is known to live")
                .isEqualTo("zero 0");
        assertThat(people.get("beat 12")).isEqualTo("zero 0");
        assertThat(people.keySet()).filteredOn(key -> !key.startsWith("hex_")).hasSize(19);
        assertThat(people.keySet()).anyMatch(key -> key.startsWith("hex_6 ")).noneMatch(key -> key.startsWith("tract"));
    }

    @Test
    void everyRowIsAccountedFor() throws Exception {
        String asOf = "2026-02-28";
        Path file = SmallCity.caseload(directory, "caseload-" + asOf + ".csv", 40, 3);
        String more = "N1,no_fixed_address,,,,housing,,,\n"
                + "N2,jail,,,,,,,\n"
                + SmallCity.row("E1", 1, 99, "").replace("2025-01-01,,", "2025-01-01,2026-02-01,") + "\n"
                + "O1,residence,,-105.101,43.501,,,,\n"
                + "W1,residence,,-105.065,43.525,,,,\n";
        Files.writeString(file, Files.readString(file) + more);
        assertThat(Cli.run(environment, "load", "caseload", file.toString(), "--as-of", asOf)
                        .exitCode())
                .isZero();
        Cli release = Cli.run(environment, "release", "--as-of", asOf);
        assertThat(release.out())
                .contains("rows of the caseload: 48 = {correctional_facility=1, hidden=43, in_no_area=1,"
                        + " in_no_atom=1, no_fixed_address=1, shown=0, supervision_ended=1}");
    }

    @Test
    void whoIsOnNoMapIsCountedByTheSameThresholdAndAFewLookLikeNobody() throws Exception {
        String asOf = "2026-05-31";
        Path file = SmallCity.caseload(directory, "caseload-" + asOf + ".csv", 40);
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 23; i++) {
            more.append("N").append(i).append(",no_fixed_address,,,,housing,,,\n");
        }
        more.append("B1,po_box,,,,,,,\n");
        Files.writeString(file, Files.readString(file) + more);
        assertThat(Cli.run(environment, "load", "caseload", file.toString(), "--as-of", asOf)
                        .exitCode())
                .isZero();
        assertThat(Cli.run(environment, "release", "--as-of", asOf, "--below-gate", "many live nowhere")
                        .exitCode())
                .isZero();
        Map<String, String> notMapped = new TreeMap<>();
        try (Connection connection = DATABASE.connect(Role.WEB);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select outcome, status || coalesce(' ' || value, '')"
                        + " from published.not_mapped where release_id = '" + asOf + ".1'")) {
            while (result.next()) {
                notMapped.put(result.getString(1), result.getString(2));
            }
        }
        assertThat(notMapped)
                .containsEntry("no_fixed_address", "shown 25")
                .containsEntry("po_box", "hidden")
                .containsEntry("correctional_facility", "hidden")
                .containsEntry("ambiguous", "hidden")
                .containsEntry("in_no_atom", "hidden")
                .hasSize(10);
    }

    @Test
    void theSameDateIsPublishedOnceAndNeverWithOtherNumbers() throws Exception {
        int[] people = {40, 52, 33, 25, 61, 47, 120, 88, 14, 0, 30, 0};
        assertThat(release("2026-03-31", people).out()).contains("release 2026-03-31.1 is published");
        assertThat(Cli.run(environment, "release", "--as-of", "2026-03-31").out())
                .contains("is public already with these very numbers: nothing changed");
        people[0] = 90;
        Cli second = release("2026-03-31", people);
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).contains("would let readers compare the two. Nothing was published");
        assertThat(published("2026-03-31", "people")).containsEntry("beat 01", "shown 40");
    }

    @Test
    void aCityOfNobodyHidesEverything() throws Exception {
        Path file = Files.writeString(
                directory.resolve("nobody.csv"), SmallCity.CASELOAD_HEADER + "\nN1,homeless,,,,,,,\n");
        assertThat(Cli.run(environment, "load", "caseload", file.toString(), "--as-of", "2026-04-30")
                        .exitCode())
                .isZero();
        assertThat(Cli.run(environment, "release", "--as-of", "2026-04-30", "--below-gate", "nobody has a home")
                        .exitCode())
                .isZero();
        assertThat(published("2026-04-30", "people").values())
                .hasSizeGreaterThan(19)
                .containsOnly("hidden", "zero 0");
    }
}
