package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigTest {
    @TempDir
    static Path directory;

    private static Cli config(String yaml, Map<String, String> variables) throws IOException {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put(
                "ATLAS_CONFIG",
                Files.writeString(directory.resolve("atlas.yaml"), yaml).toString());
        return Cli.run(environment, "config");
    }

    @Test
    void reportsEveryFaultAtOnce() throws IOException {
        Cli run = config(
                "jurisdiction:\n  timeZone: Mars/Olympus\n  workingCrs: EPSG:4326\n  motto: none\nprotection:\n  k: 5\n",
                Map.of("ATLAS_SERVER_PORT", "99999"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).as("the table that one needs to mend them").contains("jurisdiction.margin:");
        assertThat(run.err())
                .contains("the configuration has 6 faults")
                .contains("there is no setting 'jurisdiction.motto'")
                .contains("jurisdiction.name is not set")
                .contains("jurisdiction.timeZone = 'Mars/Olympus': is not a time zone")
                .contains("jurisdiction.workingCrs = 'EPSG:4326': must be a projected system")
                .contains("protection.k = '5': must be a whole number from 11 to 1000")
                .contains("server.port = '99999'")
                .contains("ATLAS_SERVER_PORT");
    }

    /** The address goes into the content security policy, so it can be nothing but one host and a path. */
    @Test
    void refusesTilesThatAreNoAddressOfOneHost() throws IOException {
        for (String url : List.of(
                "http://tiles.example/{z}/{x}/{y}.png",
                "https://*/{z}/{x}/{y}.png",
                "https://{s}.tiles.example/{z}/{x}/{y}.png",
                "https://a.example; script-src *{z}{x}{y}",
                "https://user@tiles.example/{z}/{x}/{y}.png",
                "https://tiles.example/{z}/{x}.png")) {
            Cli run = config(
                    Files.readString(SmallCity.config(directory)),
                    Map.of("ATLAS_MAP_TILES_URL", url, "ATLAS_MAP_TILES_ATTRIBUTION", "Others"));
            assertThat(run.exitCode()).as(url).isEqualTo(2);
            assertThat(run.err()).contains("map.tiles.url = '" + url + "': must be an address such as");
        }
        Cli nobody = config(
                Files.readString(SmallCity.config(directory)),
                Map.of("ATLAS_MAP_TILES_URL", "https://tiles.example/{z}/{x}/{y}.png"));
        assertThat(nobody.err()).contains("map.tiles.attribution is not set");
    }

    @Test
    void refusesAProviderThatOthersCouldSpeakFor() throws IOException {
        String city = Files.readString(SmallCity.config(directory));
        String provider = """
                oidc:
                  issuer: http://login.example
                  clientId: atlas
                  algorithms: [RS256, none]
                  maxAge: -1
                  clientSecret: secret-of-the-client
                  clientSecretFile: /etc/atlas/secret
                """;
        Cli run = config(city + provider, Map.of());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("the configuration has 5 faults")
                .contains("oidc.issuer = 'http://login.example': must be an address that begins with https://")
                .contains("server.publicUrl is not set")
                .contains("oidc.algorithms = 'RS256;none': must be of RS256,")
                .contains("oidc.maxAge = '-1': must be a whole number from 0 to 1440")
                .contains("oidc.clientSecret and oidc.clientSecretFile are both set");
        assertThat(run.out() + run.err()).doesNotContain("secret-of-the-client");
    }

    @Test
    void refusesWhatIsTooLongOrNeitherYesNorNo() throws IOException {
        Cli run = config(
                Files.readString(SmallCity.config(directory)),
                Map.of(
                        "ATLAS_SERVER_PUBLIC_URL",
                        "https://atlas.example.org",
                        "ATLAS_OIDC_ISSUER",
                        "https://login.example/" + "a".repeat(479),
                        "ATLAS_OIDC_LABEL",
                        "b".repeat(61),
                        "ATLAS_PROTECTION_TWO_PEOPLE",
                        "perhaps",
                        "ATLAS_SERVER_SECOND_FACTOR",
                        "planner;boss"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("the configuration has 5 faults")
                .contains("a': has more than 500 characters")
                .contains("b': has more than 60 characters")
                .contains("oidc.clientId is not set")
                .contains("server.secondFactor = 'planner;boss': 'boss' is no role: planner, beat_officer")
                .contains("protection.twoPeople = 'perhaps': is neither yes nor no");
    }

    @Test
    void refusesAServerThatBelievesTheWrongOnes() throws IOException {
        Cli run = config(
                Files.readString(SmallCity.config(directory))
                        + "server:\n  publicUrl: https://atlas.example/map\n  trustedProxies: [10.0.0.0/8, proxy]\n"
                        + "  requestsPerSecond: -1\n  metricsFrom: [127.0.0.1, prometheus]\n",
                Map.of());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("the configuration has 4 faults")
                .contains("server.publicUrl = 'https://atlas.example/map': must be scheme, host and port alone")
                .contains("server.trustedProxies = '10.0.0.0/8;proxy': 'proxy' is no address")
                .contains("server.metricsFrom = '127.0.0.1;prometheus': 'prometheus' is no address")
                .contains("server.requestsPerSecond = '-1'");
    }

    @Test
    void withACertificateItListensToOthers() throws IOException {
        Map<String, String> environment = Map.of(
                "ATLAS_SERVER_HOST", "0.0.0.0",
                "ATLAS_SERVER_TLS_CERTIFICATE", "/etc/atlas/tls/fullchain.pem",
                "ATLAS_SERVER_TLS_KEY", "/etc/atlas/tls/privkey.pem");
        Cli run = config(Files.readString(SmallCity.config(directory)), environment);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0.0.0 | | false",
                "10.0.3.7 | | false",
                "'::' | | false",
                "0.0.0.0 | 10.0.3.1 | true",
                "127.0.0.1 | | true",
                "'::1' | | true",
                "localhost | | true"
            })
    void othersReachItOverTlsAlone(String host, @Nullable String proxy, boolean isTaken) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("ATLAS_SERVER_HOST", host));
        if (proxy != null) {
            environment.put("ATLAS_SERVER_TRUSTED_PROXIES", proxy);
        }
        Cli run = config(Files.readString(SmallCity.config(directory)), environment);
        if (isTaken) {
            assertThat(run.exitCode()).as(run.err()).isZero();
        } else {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("server.host = '" + host + "': others would reach it over connections that");
        }
    }

    @Test
    void refusesNetworksThatAreNone() throws IOException {
        for (String network : List.of("10.0.0.0/99", "10.0.0.1/8", "10.0.0.256", "1.2.3", ":", "::1::2")) {
            Cli run =
                    config(Files.readString(SmallCity.config(directory)), Map.of("ATLAS_SERVER_METRICS_FROM", network));
            assertThat(run.exitCode()).as(network).isEqualTo(2);
            assertThat(run.err()).contains("server.metricsFrom = '" + network + "'");
        }
    }

    /** Every distance of the product is in metres of the working system. */
    @Test
    void refusesAWorkingSystemInFeet() throws IOException {
        Cli run = config("jurisdiction:\n  name: Harlow Ferry\n  workingCrs: EPSG:2248\n", Map.of());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("jurisdiction.workingCrs = 'EPSG:2248': must be a system whose unit is the metre, and that of"
                        + " this one is ");
    }

    @Test
    void printsEffectiveValuesWithSecretsMasked() throws IOException {
        Cli run = config(
                Files.readString(SmallCity.config(directory)) + "words:\n  beat: PSA\n",
                Map.of("ATLAS_PROTECTION_K", "15", "ATLAS_DB_WEB_PASSWORD", "hunter2"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Small City")
                .containsPattern("words\\.beat: +PSA")
                .containsPattern("protection\\.k: +15 ")
                .containsPattern("db\\.webPassword: +\\*\\*\\*")
                .contains("ATLAS_DB_WEB_PASSWORD")
                .doesNotContain("hunter2");
    }

    /** A list in the file and one in a variable are the same, and whoever states nothing publishes in the city's name. */
    @Test
    void saysWhoPublishes() throws IOException {
        String city = Files.readString(SmallCity.config(directory));
        Path file = Files.writeString(
                directory.resolve("publisher.yaml"),
                city + "publisher:\n  name: Coalition\n  sources: [Corrections, \" Police \"]\n");
        Map<String, String> named = Map.of("ATLAS_CONFIG", file.toString());
        assertThat(ConfigLoader.load(named).publisher())
                .isEqualTo(new Publisher("Coalition", null, null, List.of("Corrections", "Police")));
        Map<String, String> both = Map.of(
                "ATLAS_CONFIG",
                file.toString(),
                "ATLAS_PUBLISHER_SOURCES",
                "One; Two;",
                "ATLAS_PUBLISHER_LICENCE",
                "CC");
        assertThatThrownBy(() -> ConfigLoader.load(both))
                .hasMessageContaining("publisher.licence = 'CC': must be an address that begins with https://");
        assertThat(ConfigLoader.load(Map.of(
                                "ATLAS_CONFIG",
                                SmallCity.config(directory).toString(),
                                "ATLAS_PUBLISHER_SOURCES",
                                "One; Two;"))
                        .publisher())
                .isEqualTo(new Publisher("Small City", null, null, List.of("One", "Two")));
    }

    @Test
    void saysWhichFileIsMissingAndWhichIsNotYaml() throws IOException {
        assertThat(Cli.run(Map.of("ATLAS_CONFIG", "no-such.yaml"), "config").err())
                .contains("there is no file no-such.yaml");
        assertThat(config("jurisdiction: [", Map.of()).err()).contains("is not YAML");
    }

    @Test
    void aCommandSaysWhatItLacks() throws IOException {
        Path file = SmallCity.config(directory);
        assertThat(Cli.run(Map.of("ATLAS_CONFIG", file.toString()), "migrate"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("ATLAS_DB_URL is not set"));
        assertThat(Cli.run(
                        Map.of("ATLAS_CONFIG", file.toString(), "ATLAS_DB_URL", "jdbc:postgresql://127.0.0.1:1/x"),
                        "serve"))
                .satisfies(run -> assertThat(run.err())
                        .contains("neither ATLAS_DB_WEB_PASSWORD nor ATLAS_DB_WEB_PASSWORD_FILE is set"));
        Cli unreachable = Cli.run(
                Map.of(
                        "ATLAS_CONFIG", file.toString(),
                        "ATLAS_DB_URL", "jdbc:postgresql://127.0.0.1:1/x",
                        "ATLAS_DB_WEB_PASSWORD", "secret"),
                "serve");
        assertThat(unreachable.exitCode()).isEqualTo(1);
        assertThat(unreachable.err()).contains("no connection as atlas_web").doesNotContain("secret");
    }

    @Test
    void helpIsACommandToo() {
        assertThat(Cli.run(Map.of(), "help").out()).contains("migrate", "load", "geocode", "release", "serve");
        assertThat(Cli.run(Map.of(), "help", "release").out()).contains("Usage: atlas release");
    }

    @Test
    void everyCommandHasHelp() {
        for (String command :
                new String[] {"migrate", "load", "geocode", "release", "serve", "config", "demo", "demo-city"}) {
            Cli help = Cli.run(Map.of(), command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: atlas " + command);
        }
        for (String kind :
                new String[] {"boundaries", "addresses", "centerlines", "facilities", "basemap", "providers", "caseload"
                }) {
            assertThat(Cli.run(Map.of(), "load", kind, "--help").out()).contains("Usage: atlas load " + kind, "--crs");
        }
    }
}
