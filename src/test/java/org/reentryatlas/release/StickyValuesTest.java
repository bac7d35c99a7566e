package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
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

/** Numbers stick from one reference date to the next, and the files say to what. */
class StickyValuesTest {
    private static final int[] MARCH = {40, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30};
    /** Beat 01 has moved by 3, beat 02 by 4 from the 50 that was shown, beat 03 by 3 past the edge of rounding. */
    private static final int[] JUNE = {43, 54, 38, 5, 61, 47, 120, 88, 9, 30, 30, 30};

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void publish() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        release("2026-03-31", MARCH);
        release("2026-06-30", JUNE);
    }

    private static Cli release(String asOf, int... people) throws IOException {
        return SmallCity.release(environment, SmallCity.caseload(directory, "caseload-" + asOf + ".csv", people), asOf);
    }

    private static List<String> lines(String release) throws SQLException {
        return DATABASE.query(
                        Role.WEB,
                        "select convert_from(content, 'UTF8') from published.artefact where name = 'cells.csv'"
                                + " and release_id = '" + release + "'")
                .get(0)
                .lines()
                .filter(line -> line.startsWith("people,beat,"))
                .toList();
    }

    @Test
    void aNumberStaysUntilTheCountIsFourAway() throws Exception {
        assertThat(lines("2026-03-31.1"))
                .contains("people,beat,01,shown,40,", "people,beat,02,shown,50,", "people,beat,03,shown,35,");
        assertThat(lines("2026-06-30.1"))
                .contains("people,beat,01,shown,40,40", "people,beat,02,shown,55,50", "people,beat,03,shown,35,35")
                .as("what is hidden had a number, which everybody knows")
                .contains("people,beat,09,hidden,,15");
    }

    /** What a release stuck to is kept with it, and so a date in between does not change what the same numbers give. */
    @Test
    void theSameNumbersAgainAreTheSameRelease() throws Exception {
        release("2026-05-31", 60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        assertThat(release("2026-06-30", JUNE).out())
                .as("though beats are hidden now that had a number before")
                .contains("is public already with these very numbers");
    }
}
