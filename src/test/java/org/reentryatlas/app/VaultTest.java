package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Canary;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.Program;
import org.reentryatlas.support.SmallCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A database in an encrypted directory: on the disk nobody reads it without the password, and with it nothing is missing. */
class VaultTest {
    private static final String MARK = "vlt4xq";
    private static final String ROWS =
            "select count(*), md5(string_agg(r::text, '|' order by r::text)) from supervision.raw_residence r";

    @TempDir
    static Path directory;

    private static Path data = Path.of("");

    @BeforeAll
    static void requireMounts() {
        boolean isPossible = Program.exists("gocryptfs") && Files.isWritable(Path.of("/dev/fuse"));
        assumeTrue(isPossible, "skipped: there is no gocryptfs here, or no /dev/fuse that this account may use");
        data = directory.resolve("data");
    }

    /** Whatever failed, nothing stays mounted or running. */
    @AfterAll
    static void end() throws Exception {
        if (!data.toString().isEmpty()) {
            run("scripts/cluster stop --data-dir " + data);
            run("scripts/vault close " + data);
        }
    }

    private static Program run(String command) throws IOException, InterruptedException {
        return Program.run(Path.of("."), "bash", "-c", "exec 2>&1; " + command);
    }

    private static String say(String command) throws IOException, InterruptedException {
        Program run = run(command);
        assertThat(run.exitCode()).as("%s: %s", command, run.output()).isZero();
        return run.output();
    }

    private static String psql(String statement) throws IOException, InterruptedException {
        return say("scripts/cluster --data-dir " + data + " psql -X -A -t -c \"" + statement + "\"");
    }

    private static void requireRefused(String command, String words) throws IOException, InterruptedException {
        Program run = run(command);
        assertThat(run.exitCode()).as(command).isNotZero();
        assertThat(run.output()).contains(words);
    }

    private static Path password(String name, String password) throws IOException {
        Path file = Files.writeString(directory.resolve(name), password + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static void load() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        for (String line : Files.readAllLines(data.resolve("env"))) {
            if (line.startsWith("ATLAS_")) {
                environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        environment.put("ATLAS_CONFIG", SmallCity.config(directory).toString());
        Path caseload = SmallCity.caseload(directory, "caseload.csv", 20, 20);
        Files.write(caseload, new Canary(MARK).mark(Files.readAllLines(caseload)));
        Cli migrated = Cli.run(environment, "migrate");
        assertThat(migrated.exitCode()).as(migrated.err()).isZero();
        SmallCity.loadBeats(environment, directory);
        Cli loaded = Cli.run(environment, "load", "caseload", caseload.toString(), "--as-of", "2026-06-30");
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
    }

    /** Whoever starts the server and the account that it runs as, where they are two: nothing of either fails or becomes the other's. */
    private static void twoAtOnce() throws IOException, InterruptedException {
        say("source scripts/lib.sh; write() { for i in {1..500}; do : >$1.$i && rm $1.$i || exit 1; done; };"
                + " write %1$s/one & as_postgres bash -c \"$(declare -f write); write %1$s/two\" && wait $!"
                        .formatted(data));
    }

    /** One walk, since each step needs the one before it. */
    @Test
    void nothingIsReadWithoutThePasswordAndAllIsThereWithIt() throws Exception {
        // Its owner, who is not always who runs this, has to get to it.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path password = password("password", "a kiln beside the weir");
        Path loose = Files.writeString(directory.resolve("loose"), "x\n");
        requireRefused("scripts/vault create " + data + " --password-file " + loose, "chmod 600");
        String with = " --password-file " + password;
        say("scripts/vault create " + data + with);
        requireRefused("scripts/vault create " + data + with, "already");
        requireRefused(
                "scripts/vault open " + data + " --password-file " + password("other", "another"), "was not opened");
        if (System.getProperty("user.name").equals("root")) {
            // What is not opened must not be called open: whatever was written there would lie in the clear.
            requireRefused(
                    "setpriv --bounding-set=-sys_admin --inh-caps=-sys_admin scripts/vault open " + data + with,
                    "was not opened");
        }
        say("scripts/vault open " + data + with);
        requireRefused("scripts/vault open " + data + with, "is open already");
        twoAtOnce();
        say("scripts/cluster start --data-dir " + data);
        load();
        psql("checkpoint");
        String before = psql(ROWS);
        assertThat(before).doesNotStartWith("0|");
        requireRefused("scripts/vault close " + data, "the database in");
        say("scripts/cluster stop --data-dir " + data);
        assertThat(run("grep -rlaF " + MARK + " " + data).output())
                .as("it is there, and would be found")
                .contains("/pg/");
        say("scripts/vault close " + data);
        assertThat(run("ls -A " + data).output()).isEmpty();
        assertThat(run("grep -rlaF " + MARK + " " + data + ".sealed").output()).isEmpty();
        say("scripts/vault open " + data + with);
        say("scripts/cluster start --data-dir " + data);
        assertThat(psql(ROWS)).isEqualTo(before);
    }
}
