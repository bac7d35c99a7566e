package org.reentryatlas.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TcpProxy;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands whose connection to the database breaks in the middle, and at the very end. */
class BrokenLineTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String BROKEN = "atlas: the connection to the database server broke off";
    private static final int MANY = 100_000;

    @TempDir
    Path directory;

    private Map<String, String> direct;
    private TcpProxy line;

    @BeforeEach
    void open() throws IOException {
        direct = DATABASE.environment(SmallCity.config(directory));
        line = TcpProxy.to(direct);
    }

    @AfterEach
    void close() throws IOException {
        line.close();
    }

    /** Rows go through a stream, whose failure was taken for one of the file. */
    @Test
    void aLoadThatIsCutInTheMiddleSaysSoAndKeepsNothing() throws Exception {
        Path file = directory.resolve("many.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,number,street,lon,lat\n");
            for (int row = 0; row < MANY; row++) {
                out.write("A%d,%d,Grass Lane,-105.09,43.51%n".formatted(row, row));
            }
        }
        line.cutAfter("A" + MANY / 2, TcpProxy.Moment.BEFORE_IT_IS_HEARD);
        Cli cut = Cli.run(line.environment(direct), "load", "addresses", file.toString());
        assertThat(cut.err()).contains(BROKEN).contains("give the same command again");
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(DATABASE.query(Role.STEWARD, "select count(*) from address.point"))
                .containsExactly("0");
        Cli again = Cli.run(line.environment(direct), "load", "addresses", file.toString());
        assertThat(again.out()).contains("accepted " + MANY);
    }

    @Test
    void aReleaseWhoseCommitIsLostIsToldByTheSameCommand() throws Exception {
        SmallCity.loadBeats(direct, directory);
        Path caseload = SmallCity.caseload(directory, "caseload.csv", 40, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        Cli load = Cli.run(direct, "load", "caseload", caseload.toString(), "--as-of", "2026-03-31");
        assertThat(load.exitCode()).as(load.err()).isZero();

        line.cutAfter("ledger", TcpProxy.Moment.BEFORE_COMMIT_IS_HEARD);
        assertThat(release(line.environment(direct)).err()).contains(BROKEN);
        assertThat(releases()).isEmpty();

        line.cutAfter("ledger", TcpProxy.Moment.BEFORE_COMMIT_IS_ANSWERED);
        Cli unanswered = release(line.environment(direct));
        assertThat(unanswered.exitCode()).isEqualTo(1);
        assertThat(unanswered.err())
                .contains(BROKEN)
                .contains("give the same command again, which also says what is there already");
        assertThat(releases()).containsExactly("2026-03-31.1");

        Cli told = release(line.environment(direct));
        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("release 2026-03-31.1 is public already with these very numbers");
        assertThat(Cli.run(direct, "verify").exitCode()).isZero();
    }

    private static Cli release(Map<String, String> environment) {
        return Cli.run(environment, "release", "--as-of", "2026-03-31");
    }

    private static List<String> releases() throws Exception {
        return DATABASE.query(Role.STEWARD, "select id from published.release");
    }
}
