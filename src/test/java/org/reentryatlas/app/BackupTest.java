package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Canary;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.Program;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** A backup by its script: nobody reads it without the private key, nobody changes it unseen, and all of it comes back. */
class BackupTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Canary CANARY = new Canary("bckp7q");
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(.+)");

    @TempDir
    static Path directory;

    /** Of who may restore, and not on the machine that writes backups. */
    private static Path identity = Path.of("");

    private static Path key = Path.of("");
    private static Path backup = Path.of("");

    @BeforeAll
    static void loadAndBackUp() throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        Path caseload = SmallCity.caseload(directory, "caseload.csv", 20, 20);
        Files.write(caseload, CANARY.mark(Files.readAllLines(caseload)));
        Cli load = Cli.run(environment, "load", "caseload", caseload.toString(), "--as-of", "2026-06-30");
        assertThat(load.exitCode()).as(load.err()).isZero();
        identity = directory.resolve("backup.key");
        key = directory.resolve("backup.pub");
        backup = directory.resolve("atlas.dump.age");
        say("age-keygen -o " + identity);
        say("age-keygen -y -o " + key + " " + identity);
        say("scripts/backup " + backup + " --key " + key);
    }

    private static Map<String, String> server() {
        Matcher url = URL.matcher(requireNonNull(DATABASE.environment(directory).get("ATLAS_DB_URL")));
        assertThat(url.matches()).isTrue();
        Map<String, String> variables = new HashMap<>();
        variables.put("PGHOST", url.group(1));
        variables.put("PGPORT", url.group(2));
        variables.put("PGDATABASE", url.group(3));
        variables.put("PGUSER", "atlas_test_admin");
        variables.put("PGPASSWORD", requireNonNull(System.getenv("ATLAS_TEST_ADMIN_PASSWORD")));
        return variables;
    }

    private static String say(String command) throws IOException, InterruptedException {
        Program run = run(command);
        assertThat(run.exitCode()).as("%s: %s", command, run.output()).isZero();
        return run.output();
    }

    private static Program run(String command) throws IOException, InterruptedException {
        return Program.run(Path.of("."), server(), "bash", "-c", "set -o pipefail; exec 2>&1; " + command);
    }

    private static String decrypt(Path identity, Path file) {
        return "age --decrypt --identity " + identity + " " + file;
    }

    @Test
    void nobodyReadsItWithoutThePrivateKey() throws Exception {
        assertThat(CANARY.findings("backup", Files.readAllBytes(backup))).isEmpty();
        assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Path plain = directory.resolve("plain.sql");
        say(decrypt(identity, backup) + " | pg_restore -f " + plain);
        assertThat(CANARY.findings("plain", Files.readAllBytes(plain)))
                .as("it is in there, and would be found")
                .isNotEmpty();
        Files.delete(plain);
        Path other = directory.resolve("other.key");
        say("age-keygen -o " + other);
        assertThat(run(decrypt(other, backup)).exitCode()).isNotZero();
    }

    @Test
    void whatWasChangedOrCutOffIsNotRestored() throws Exception {
        byte[] bytes = Files.readAllBytes(backup);
        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
        bytes[bytes.length / 2] ^= 1;
        for (byte[] other : List.of(bytes, cut)) {
            Path file = Files.write(directory.resolve("other.dump.age"), other);
            assertThat(run(decrypt(identity, file) + " >/dev/null").exitCode()).isNotZero();
        }
    }

    @Test
    void allOfItComesBack() throws Exception {
        String restored = server().get("PGDATABASE") + "_restored";
        say("createdb " + restored + " -O atlas_owner");
        try {
            say(decrypt(identity, backup) + " | pg_restore --exit-on-error -d " + restored);
            for (String table :
                    List.of("supervision.raw_residence", "supervision.record", "audit.entry", "boundary.area")) {
                String digest =
                        "psql -X -A -t -c \"select count(*), md5(string_agg(t::text, '|' order by t::text)) from "
                                + table + " t\" ";
                assertThat(say(digest + restored))
                        .as(table)
                        .isEqualTo(say(digest))
                        .doesNotStartWith("0|");
            }
        } finally {
            say("dropdb " + restored);
        }
    }

    @Test
    void nothingIsWrittenOverAndNothingIsLeftOfWhatFailed() throws Exception {
        assertThat(run("scripts/backup " + backup + " --key " + key))
                .satisfies(again -> assertThat(again.exitCode()).isEqualTo(1))
                .satisfies(again -> assertThat(again.output()).contains("backups are never written over"));
        Path file = directory.resolve("failed.dump.age");
        assertThat(run("PGDATABASE=no_such scripts/backup " + file + " --key " + key)
                        .exitCode())
                .isNotZero();
        assertThat(file).doesNotExist();
        assertThat(Path.of(file + ".part")).doesNotExist();
    }
}
