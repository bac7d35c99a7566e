package org.reentryatlas.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
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

/** Who was not under supervision on the reference date before is counted as new, and published as a band. */
class NewPeopleTest {
    private static final int BEATS = 12;
    /** Of each beat there are so many in March, and so many more in June. */
    private static final int BEFORE = 60;

    private static final int MORE = 40;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void publish() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        release("2026-03-31", march());
        release("2026-06-30", june());
    }

    private static List<String> march() {
        List<String> rows = new ArrayList<>(List.of(SmallCity.CASELOAD_HEADER));
        for (int beat = 1; beat <= BEATS; beat++) {
            rows.addAll(people("A", beat, beat, 0, BEFORE));
        }
        // Their supervision had ended by then, and begins again in June.
        people("E", 3, 3, 200, 15).forEach(row -> rows.add(row.replace("2025-01-01,,", "2025-01-01,2026-03-31,")));
        return rows;
    }

    private static List<String> june() {
        List<String> rows = new ArrayList<>(List.of(SmallCity.CASELOAD_HEADER));
        for (int beat = 1; beat <= BEATS; beat++) {
            // Twenty of beat 07 have moved to beat 02.
            rows.addAll(people("A", beat, beat, 0, beat == 7 ? BEFORE - 20 : BEFORE));
            int more = beat == 2 ? 26 : beat == 3 ? 15 : MORE;
            rows.addAll(people("N", beat, beat, 100, more));
        }
        rows.addAll(people("A", 7, 2, BEFORE - 20, 20));
        rows.addAll(people("E", 3, 3, 200, 15));
        return rows;
    }

    private static List<String> people(String kind, int from, int beat, int first, int number) {
        List<String> rows = new ArrayList<>();
        for (int person = first; person < first + number; person++) {
            rows.add(SmallCity.row("%s%02d%03d".formatted(kind, from, person), beat, person, "housing"));
        }
        return rows;
    }

    private static Cli release(String asOf, List<String> rows) throws IOException {
        return SmallCity.release(environment, Files.write(directory.resolve("caseload-" + asOf + ".csv"), rows), asOf);
    }

    private static String file(String release, String name) throws SQLException {
        return DATABASE.query(
                        Role.WEB,
                        "select convert_from(content, 'UTF8') from published.artefact where name = '" + name
                                + "' and release_id = '" + release + "'")
                .get(0);
    }

    @Test
    void whoMovedWithinTheCityIsNotNewAndWhoCameBackIs() throws Exception {
        List<String> lines = file("2026-06-30.1", "cells.csv")
                .lines()
                .filter(line -> line.startsWith("new,beat,"))
                .toList();
        assertThat(lines)
                .hasSize(BEATS)
                .contains("new,beat,01,shown,40,", "new,beat,02,shown,30,", "new,beat,03,shown,30,");
    }

    @Test
    void theFirstReleaseKnowsNobodyToBeNew() throws Exception {
        assertThat(file("2026-03-31.1", "cells.csv")).doesNotContain("\nnew,");
        JsonNode first = new ObjectMapper().readTree(file("2026-03-31.1", "release.json"));
        assertThat(first.path("new_since").isNull()).isTrue();
        assertThat(first.path("measures").findValuesAsText("code")).doesNotContain("new");
    }

    @Test
    void theFilesSayWhatABandIsAndSinceWhen() throws Exception {
        JsonNode release = new ObjectMapper().readTree(file("2026-06-30.1", "release.json"));
        assertThat(release.path("new_since").asText()).isEqualTo("2026-03-31");
        for (JsonNode measure : release.path("measures")) {
            boolean isBand = measure.path("code").asText().equals("new");
            assertThat(measure.path("band_width").isNull())
                    .as(measure.toString())
                    .isEqualTo(!isBand);
        }
    }

    /** Counts stick to those of June, and bands to nothing. */
    @Test
    void nothingSticksToABand() throws Exception {
        List<String> rows = new ArrayList<>(june());
        for (int beat = 1; beat <= BEATS; beat++) {
            rows.addAll(people("S", beat, beat, 300, MORE));
        }
        release("2026-09-30", rows);
        assertThat(sticking("people")).containsExactly("true");
        assertThat(sticking("new")).containsExactly("false");
    }

    private static List<String> sticking(String measure) throws SQLException {
        return DATABASE.query(
                Role.WEB,
                "select distinct (earlier is not null)::text from published.cell where status = 'shown'"
                        + " and release_id = '2026-09-30.1' and measure = '" + measure + "'");
    }

    /** What was published in between changes nothing about since when people are new in a release that stands. */
    @Test
    void theSameNumbersAgainAreNewSinceTheSameDay() throws Exception {
        release("2026-05-31", june());
        assertThat(release("2026-06-30", june()).out()).contains("is public already with these very numbers");
        assertThat(file("2026-05-31.1", "release.json")).contains("\"new_since\" : \"2026-03-31\"");
    }

    @Test
    void bandsAreProvedAndAttackedLikeCounts() throws Exception {
        Cli verify = Cli.run(environment, "verify", "--proofs");
        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
        Path files = Files.createDirectories(directory.resolve("files"));
        for (String name : List.of("release.json", "cells.csv", "areas.csv", "atoms.csv")) {
            Files.writeString(files.resolve(name), file("2026-06-30.1", name));
        }
        assertThat(Cli.run(environment, "attack", files.toString()).exitCode()).isZero();
        // More new people than there are people: the attack reads the number as what it is.
        Path cells = files.resolve("cells.csv");
        Files.writeString(cells, Files.readString(cells).replace("new,beat,02,shown,30,", "new,beat,02,shown,90,"));
        Cli attack = Cli.run(environment, "attack", files.toString());
        assertThat(attack.exitCode()).isNotZero();
        assertThat(attack.err()).contains("INFEASIBLE");
    }
}
