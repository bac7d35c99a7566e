package org.reentryatlas.intake;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Faults of the machine in the middle of a load: the database is as it was, and the next load works. */
class FaultTest {
    private static final String COUNT = "select count(*) from address.point";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void configure() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
    }

    private static Path addresses(String name, int rows) throws IOException {
        Path file = directory.resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,number,street,lon,lat\n");
            for (int row = 0; row < rows; row++) {
                out.write("A" + row + ",1,Grass Lane,-105.09,43.51\n");
            }
        }
        return file;
    }

    @Test
    void aKilledLoadKeepsNothing() throws Exception {
        Path file = addresses("many.csv", 500_000);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.reentryatlas.Main",
                "load",
                "addresses",
                file.toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process load = builder.start();
        try {
            while (copiesAtWork() == 0) {
                assertThat(load.waitFor(50, TimeUnit.MILLISECONDS))
                        .as("the load ended before it copied anything")
                        .isFalse();
            }
        } finally {
            // Not asked to end, but killed: no finally, no hook.
            load.destroyForcibly();
        }
        assertThat(load.waitFor()).isEqualTo(128 + 9);
        assertThat(DATABASE.query(Role.STEWARD, COUNT)).isEqualTo(List.of("0"));
        Cli next = Cli.run(
                environment, "load", "addresses", addresses("few.csv", 3).toString());
        assertThat(next.out()).contains("read 3 = accepted 3 + rejected 0");
    }

    private static long copiesAtWork() throws Exception {
        return Long.parseLong(DATABASE.query(
                        Role.STEWARD,
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and query ilike 'copy %' and pid <> pg_backend_pid()")
                .get(0));
    }

    @Test
    void aFullDiskIsAFaultWithAName() throws Exception {
        assertThat(loadWhileEachRow("raise exception 'could not extend file: No space left on device'"
                        + " using errcode = '53100'"))
                .contains("the disk of the database server is full; nothing was changed");
    }

    @Test
    void aServerThatGoesAwayIsAFaultWithAName() throws Exception {
        assertThat(loadWhileEachRow("perform pg_terminate_backend(pg_backend_pid())"))
                .contains("the connection to the database server broke off");
    }

    /** What a load says that fails on the first row that it keeps, after which the database is as it was. */
    private static String loadWhileEachRow(String does) throws Exception {
        DATABASE.asAdmin(
                "create function address.fault() returns trigger language plpgsql security definer as $$ begin "
                        + does + "; return new; end $$;"
                        + " create trigger fault before insert on address.point execute function address.fault()");
        try {
            List<String> before = DATABASE.query(Role.STEWARD, COUNT);
            Cli load = Cli.run(
                    environment, "load", "addresses", addresses("fault.csv", 3).toString());
            assertThat(load.exitCode()).isEqualTo(1);
            assertThat(DATABASE.query(Role.STEWARD, COUNT)).isEqualTo(before);
            return load.err();
        } finally {
            DATABASE.asAdmin("drop trigger fault on address.point; drop function address.fault()");
        }
    }
}
