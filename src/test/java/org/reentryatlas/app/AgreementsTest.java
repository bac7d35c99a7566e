package org.reentryatlas.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;
import org.reentryatlas.support.Until;

import static org.assertj.core.api.Assertions.assertThat;

/** Agreements that bite: what is loaded, released and served follows from them. */
class AgreementsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String LAYER = "/ogc/collections/people-by-beat/items";

    static final String AGREEMENT = """
            id: DSA-1
            kind: dsa
            parties:
              - {name: Small County Supervision, contact: data@supervision.example}
              - {name: Small City Police, contact: data@police.example}
            legal_authority: County code 1-2-3
            purposes: [aggregate_publication, outreach_planning]
            elements: [record_id, address_type, address, lon, lat, needs, start_date, verified_on]
            population: people on probation and parole
            area: Small City
            transfer: monthly, by file
            roles: [planner, beat_officer]
            linkage: false
            output_rule: {k: 11, review: false}
            redisclosure: none
            security: CJIS Security Policy
            retention_days: 20
            breach: {contact: breach@supervision.example, hours: 24}
            audit_right: yearly
            starts: 2025-01-01
            ends: 2030-12-31
            signatures:
              - {party: Small County Supervision, day: 2024-12-01}
              - {party: Small City Police, day: 2024-12-02}
            """;

    @TempDir
    static Path directory;

    private static Cli agreements(Map<String, String> environment, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "agreements";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Cli.run(environment, all);
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "agreement", ".yaml"), text);
    }

    private static int status(WebApp app, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void waitFor(WebApp app, String path, int status) throws Exception {
        Until.holds(path + " answers " + status, () -> status(app, path) == status);
    }

    /** One walk, since each step needs the one before it. */
    @Test
    void loadsReleasesAndLayersFollowTheAgreement() throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        SmallCity.loadTracts(environment, directory);
        Path caseload = SmallCity.caseload(directory, "caseload.csv", 60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        String[] load = {"load", "caseload", caseload.toString(), "--as-of", "2026-06-30"};
        assertThat(agreements(environment, "add", file(AGREEMENT).toString()).out())
                .contains("agreement 'DSA-1' is kept, version 1");
        assertThat(agreements(environment, "add", file(AGREEMENT).toString()).out())
                .contains("nothing changed");
        assertThat(DATABASE.query(Role.AUDIT, "select object_id from audit.entry where action = 'agreement.added'"))
                .as("what changed nothing is no entry")
                .containsExactly("DSA-1");

        Cli unnamed = Cli.run(environment, load);
        assertThat(unnamed.exitCode()).isEqualTo(2);
        assertThat(unnamed.err()).contains("--agreement; those in force are: DSA-1");
        Cli outside = Cli.run(environment, with(load, "DSA-1"));
        assertThat(outside.exitCode()).as(outside.out()).isEqualTo(2);
        assertThat(outside.err()).contains("agreement 'DSA-1' does not have the elements: end_date;");
        assertThat(DATABASE.query(Role.STEWARD, "select count(*) from supervision.caseload"))
                .containsExactly("0");
        String wider = AGREEMENT.replace("elements: [", "elements: [end_date, ");
        assertThat(agreements(environment, "add", file(wider).toString()).out()).contains("version 2");
        Cli loaded = Cli.run(environment, with(load, "DSA-1"));
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
        assertThat(
                        DATABASE.query(
                                Role.STEWARD,
                                "select raw_until - cast(now() at time zone 'America/Denver' as date) from supervision.caseload"))
                .as("twenty days, as the agreement has it")
                .containsExactly("20");

        assertThat(agreements(environment, "suspend", "DSA-1", "--reason", "Breach at a party")
                        .out())
                .contains("is suspended");
        Cli refused = Cli.run(environment, "release", "--as-of", "2026-06-30");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("agreement 'DSA-1' is suspended").contains("Breach at a party");
        assertThat(agreements(environment, "resume", "DSA-1", "--reason", "Mended")
                        .exitCode())
                .isZero();
        Cli released = Cli.run(environment, "release", "--as-of", "2026-06-30");
        assertThat(released.exitCode()).as(released.err()).isZero();

        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            String file = "/releases/2026-06-30.1/cells.csv";
            assertThat(status(app, LAYER)).isEqualTo(200);
            assertThat(status(app, file)).isEqualTo(200);
            agreements(environment, "suspend", "DSA-1", "--reason", "Kill switch");
            waitFor(app, LAYER, 404);
            assertThat(status(app, file)).isEqualTo(404);
            assertThat(status(app, "/areas/beat/01")).isEqualTo(404);
            assertThat(status(app, "/")).as("services are there").isEqualTo(200);
            agreements(environment, "resume", "DSA-1", "--reason", "Over");
            waitFor(app, LAYER, 200);
            assertThat(status(app, file)).isEqualTo(200);
            // Its last day passes.
            DATABASE.asAdmin("update agreement.version set ends = current_date - 2 where id = 'DSA-1'");
            waitFor(app, LAYER, 404);
        }
        assertThat(agreements(environment, "list").out())
                .contains("DSA-1  dsa  version 2  expired")
                .contains("releases 2026-06-30.1");
        assertThat(agreements(environment, "end", "DSA-1", "--reason", "Over").exitCode())
                .isZero();
        Cli again = agreements(environment, "resume", "DSA-1", "--reason", "No");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("has ended");
        assertThat(Cli.run(environment, "verify").exitCode())
                .as("what was published stays proven")
                .isZero();
    }

    private static String[] with(String[] load, String agreement) {
        List<String> all = new ArrayList<>(List.of(load));
        all.addAll(List.of("--agreement", agreement));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "starts: 2025-01-01 | starts: 2025-13-01 | starts",
                "ends: 2030-12-31 | ends: 2020-01-01 | ends is before starts",
                "ends: 2030-12-31 | ends: 2199-01-01 | more than 20 years apart",
                "k: 11 | k: 5 | output_rule.k is less than 11",
                "k: 11 | k: 11.5 | output_rule.k cannot be '11.5'",
                "purposes: [aggregate_publication, outreach_planning] | purposes: [surveillance] | purposes",
                "lon, lat | lon, offence | 'offence' is no field of a caseload",
                "area: Small City | zone: Small City | area is missing",
                "linkage: false | more: 1 | linkage is missing",
                "security: CJIS Security Policy | security: ' ' | security is empty",
                "hours: 24 | hours: 1000 | breach.hours is not from 1 to 72",
                "party: Small City Police | party: Someone | 'Someone' is no party",
                "roles: [planner, beat_officer] | roles: [vendor] | 'vendor' is no role",
                "linkage: false | linkage: | linkage is not of the kind",
                "roles: [planner, beat_officer] | roles: [planner, administrators] | 'administrators' is no role",
                "id: DSA-1 | id: ../x | id is not",
                "kind: dsa | kind: [ | kind"
            })
    void whatCannotBeIsNamedAndNothingIsKept(String text, String other, String named) throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        assertThat(AGREEMENT).contains(text);
        Cli run = agreements(
                environment,
                "add",
                file(AGREEMENT.replace(text, other).replace("DSA-1", "BAD-1")).toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.err()).contains(named);
        assertThat(DATABASE.query(Role.STEWARD, "select count(*) from agreement.version where id = 'BAD-1'"))
                .containsExactly("0");
    }
}
