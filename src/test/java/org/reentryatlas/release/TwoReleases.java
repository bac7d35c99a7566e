package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The small city with two reference dates that are public. */
final class TwoReleases {
    private static final int[] MARCH = {40, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30};
    private static final int[] JUNE = {60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30};

    private TwoReleases() {}

    /** Publishes both, and answers the environment for further commands. */
    static Map<String, String> publish(TestDatabase database, Path directory) throws IOException {
        Map<String, String> environment = database.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        release(environment, directory, "2026-03-31", MARCH);
        release(environment, directory, "2026-06-30", JUNE);
        return environment;
    }

    private static void release(Map<String, String> environment, Path directory, String asOf, int... people)
            throws IOException {
        Path file = SmallCity.caseload(directory, "caseload-" + asOf + ".csv", people);
        for (String[] command :
                new String[][] {{"load", "caseload", file.toString(), "--as-of", asOf}, {"release", "--as-of", asOf}}) {
            Cli run = Cli.run(environment, command);
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
    }
}
