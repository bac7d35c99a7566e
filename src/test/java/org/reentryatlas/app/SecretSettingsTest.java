package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.support.Certificates;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Secrets from files: which of them, read by whom, and never printed; and what the settings of TLS ask of each other. */
class SecretSettingsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String ACCOUNTS = "ATLAS_DB_ACCOUNTS_PASSWORD";

    @TempDir
    Path directory;

    /** As it is on this machine, with one password in a file. */
    private Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>(DATABASE.environment(SmallCity.config(directory)));
        String password = requireNonNull(environment.remove(ACCOUNTS));
        environment.put(
                ACCOUNTS + "_FILE",
                Certificates.write(directory.resolve("accounts"), password + "\n")
                        .toString());
        return environment;
    }

    @Test
    void everySecretMayLieInAFile() {
        List<Setting> all =
                StreamSupport.stream(Settings.list().spliterator(), false).toList();
        List<String> paths = all.stream().map(Setting::path).toList();
        assertThat(all)
                .filteredOn(Setting::secret)
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(secret -> assertThat(paths).contains(secret.path() + "File"));
        assertThat(all)
                .filteredOn(setting ->
                        setting.path().toLowerCase(java.util.Locale.ROOT).matches(".*(password|secret|token)"))
                .allMatch(Setting::secret);
    }

    @Test
    void aCommandReadsItFromThereAndPrintsItNowhere() throws IOException {
        Map<String, String> environment = environment();
        String password = Files.readString(directory.resolve("accounts")).strip();
        Cli list = Cli.run(environment, "accounts", "list");
        assertThat(list.exitCode()).as(list.err()).isZero();
        Cli config = Cli.run(environment, "config");
        assertThat(config.exitCode()).as(config.err()).isZero();
        assertThat(config.out())
                .contains(directory.resolve("accounts").toString(), ACCOUNTS + "_FILE")
                .doesNotContain(password);
    }

    @Test
    void itMayBeNamedInTheConfigurationAndAVariableWins() throws IOException {
        Map<String, String> environment = environment();
        String file = requireNonNull(environment.remove(ACCOUNTS + "_FILE"));
        Path yaml = Files.writeString(
                directory.resolve("named.yaml"),
                Files.readString(SmallCity.config(directory)) + "db:\n  accountsPasswordFile: " + file + "\n");
        environment.put("ATLAS_CONFIG", yaml.toString());
        assertThat(Cli.run(environment, "accounts", "list").exitCode()).isZero();
        environment.put(ACCOUNTS, "wrong");
        assertThat(Cli.run(environment, "accounts", "list").exitCode()).isEqualTo(1);
    }

    @Test
    void twoAreOneTooMany() throws IOException {
        Map<String, String> environment = environment();
        environment.put(ACCOUNTS, "hunter2");
        Cli run = Cli.run(environment, "accounts", "list");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(ACCOUNTS + " and " + ACCOUNTS + "_FILE are both set")
                .doesNotContain("hunter2");
    }

    /** One that is of no use to a command need not be there: serve runs without the steward's. */
    @Test
    void aFileIsReadOnlyByWhoeverNeedsIt() throws IOException {
        Map<String, String> environment = environment();
        environment.put(
                "ATLAS_DB_OWNER_PASSWORD_FILE", directory.resolve("nowhere").toString());
        environment.remove("ATLAS_DB_OWNER_PASSWORD");
        assertThat(Cli.run(environment, "accounts", "list").exitCode()).isZero();
        Cli migrate = Cli.run(environment, "migrate");
        assertThat(migrate.exitCode()).isEqualTo(2);
        assertThat(migrate.err())
                .contains("ATLAS_DB_OWNER_PASSWORD_FILE = '" + directory.resolve("nowhere")
                        + "': cannot be read: there is" + " no such file");
    }

    @ParameterizedTest
    @CsvSource({
        "rw-r--r--, secret, others than its owner may read or change this file; chmod 600 it",
        "rw--w----, secret, others than its owner may read or change this file; chmod 600 it",
        "rw-------, '', must hold one line",
        "rw-------, 'one\ntwo', must hold one line",
    })
    void aFileThatOthersReadOrThatHoldsNoneIsRefused(String permissions, String text, String message)
            throws IOException {
        Map<String, String> environment = environment();
        Path file = Files.writeString(directory.resolve("accounts"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        Cli run = Cli.run(environment, "accounts", "list");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(ACCOUNTS + "_FILE = '" + file + "': " + message)
                .doesNotContain("one\ntwo");
    }

    @Test
    void aFileThatIsNoSecretIsNotReadToItsEnd() throws IOException {
        Map<String, String> environment = environment();
        Path file = directory.resolve("accounts");
        Files.writeString(file, "x".repeat(100_001));
        assertThat(Cli.run(environment, "accounts", "list").err())
                .contains(ACCOUNTS + "_FILE = '" + file + "': is larger than any secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_TLS_REDIRECT_PORT=80 | server.tls.redirectPort is set, and there is no certificate to lead to",
                "SERVER_TLS_REDIRECT_PORT=80 | server.tls.redirectPort is set, and server.publicUrl is not",
                "SERVER_TLS_CERTIFICATE=atlas.yaml | server.tls.key is not set",
                "SERVER_TLS_KEY=atlas.yaml | server.tls.certificate is not set",
                "SERVER_TLS_KEYSTORE=atlas.yaml | server.tls.passwordFile is not set",
                "SERVER_TLS_PASSWORD=hunter2 | server.tls.password is set, and server.tls.keystore is not",
                "SERVER_TLS_KEYSTORE=atlas.yaml SERVER_TLS_PASSWORD=hunter2 SERVER_TLS_KEY=atlas.yaml | set beside",
                "SERVER_TLS_KEYSTORE=atlas.yaml SERVER_TLS_PASSWORD=hunter2 SERVER_PUBLIC_URL=http://a | must begin with https://",
                "SERVER_STRICT_TRANSPORT=yes | server.strictTransport = 'yes': must be none, or such as max-age=31536000",
            })
    void settingsOfTlsThatDoNotGoTogetherAreNamed(String variables, String fault) throws IOException {
        Path file = SmallCity.config(directory);
        Map<String, String> environment = new HashMap<>(Map.of("ATLAS_CONFIG", file.toString()));
        for (String variable : variables.split(" ", -1)) {
            String[] parts = variable.split("=", 2);
            environment.put("ATLAS_" + parts[0], parts[1].replace("atlas.yaml", file.toString()));
        }
        Cli run = Cli.run(environment, "config");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(fault).doesNotContain("hunter2");
        assertThat(run.out()).doesNotContain("hunter2");
    }

    @Test
    void aServerWithAnUnusableCertificateDoesNotStart() throws IOException {
        Map<String, String> environment = environment();
        Path none = Files.writeString(directory.resolve("chain.pem"), "none");
        environment.put("ATLAS_SERVER_TLS_CERTIFICATE", none.toString());
        environment.put(
                "ATLAS_SERVER_TLS_KEY",
                Certificates.write(directory.resolve("key.pem"), "none").toString());
        Cli run = Cli.run(environment, "serve", "--port", "0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("atlas: server.tls.key " + directory.resolve("key.pem") + ": holds no private key");
    }
}
