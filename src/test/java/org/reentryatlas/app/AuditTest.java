package org.reentryatlas.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** What the server and the command line write into the audit log, and that nothing is done that cannot be written there. */
class AuditTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final String GATHERING = """
            {"kind": "gathering", "title": "Meeting", "starts": "2027-05-04T10:00", "ends": "2027-05-04T11:00"}""";
    private static final String FUNCTION = "audit.append(text, text, text, text, text, text, text)";

    @Test
    void whatStaffDoOnTheWebIsWritten() throws Exception {
        Staff planner = Staff.signIn(CITY, "audit planner", "planner", "police");
        String id = Staff.body(planner.post("/outreach/plans", GATHERING), 201)
                .get("id")
                .asText();
        String plan = "/outreach/plans/" + id;
        assertThat(planner.put(plan, GATHERING.replace("Meeting", "Talk"), 1).statusCode())
                .isEqualTo(200);
        assertThat(planner.post(plan + "/cancel", "{\"reason\": \"rain\"}").statusCode())
                .isEqualTo(200);
        assertThat(planner.post(plan + "/reinstate", "").statusCode()).isEqualTo(200);
        String feed = Staff.body(planner.post("/outreach/feeds", "{\"name\": \"mine\"}"), 201)
                .get("url")
                .asText();
        Staff officer = Staff.signIn(CITY, "audit officer", "beat_officer", "police");
        assertThat(officer.post("/outreach/plans", GATHERING).statusCode()).isEqualTo(403);
        assertThat(planner.delete("/session").statusCode()).isEqualTo(200);
        assertThat(entries("actor = 'audit planner'"))
                .containsExactly(
                        "session.started account audit planner done access",
                        "plan.created plan " + id + " done planning",
                        "plan.saved plan " + id + " done planning",
                        "plan.cancelled plan " + id + " done planning",
                        "plan.reinstated plan " + id + " done planning",
                        "feed.made feed " + column("select id from outreach.feed where name = 'mine'")
                                + " done planning",
                        "session.ended account audit planner done access");
        assertThat(entries("actor = 'audit officer'"))
                .containsExactly(
                        "session.started account audit officer done access",
                        "access.refused request POST /outreach/plans refused access");
        assertThat(query("select distinct place || ' ' || role from audit.entry where actor = 'audit planner'"))
                .containsExactly("127.0.0.1 atlas_desk");
        assertThat(String.join("\n", query("select entry::text from audit.entry entry")))
                .doesNotContain("Meeting", "Talk", "rain", feed.replaceFirst(".*feed=", ""));
    }

    @Test
    void accountsAndKeysThatAreUnknownAreWritten() throws Exception {
        Staff.key(CITY, "audit gone", "planner", "police");
        assertThat(Cli.run(CITY.environment(), "accounts", "revoke", "audit gone")
                        .exitCode())
                .isZero();
        assertThat(query("select action || ' ' || place || ' ' || (actor = '" + System.getProperty("user.name")
                        + "') from audit.entry where object_id = 'audit gone'"))
                .containsExactly("account.added command line true", "account.revoked command line true");
        assertThat(CITY.send(java.net.http.HttpRequest.newBuilder(CITY.uri("/session"))
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"key\": \"nobody's\"}"))
                                .build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(
                        query(
                                "select actor || ' ' || place from audit.entry where action = 'session.started' and outcome = 'refused'"))
                .contains(" 127.0.0.1");
    }

    /** What the city of the test was made of. */
    @Test
    void loadsAndReleasesAreWrittenWithoutNumbers() throws SQLException {
        assertThat(query("select distinct action from audit.entry where role = 'atlas_steward'"))
                .contains("data.loaded", "caseload.loaded", "release.published");
        assertThat(query("select object_id from audit.entry where action = 'caseload.loaded'"))
                .isNotEmpty()
                .allMatch(id -> id.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
    }

    @Test
    void whatCannotBeWrittenIsNotDone(@TempDir Path folder) throws Exception {
        Staff planner = Staff.signIn(CITY, "audit silent", "planner", "police");
        String plans = column("select count(*)::text from outreach.plan");
        String releases = column("select id from published.release limit 1");
        CITY.database()
                .asAdmin("revoke execute on function " + FUNCTION + " from atlas_desk, atlas_steward, atlas_accounts");
        try {
            assertThat(planner.post("/outreach/plans", GATHERING).statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(planner.delete("/session").statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(Cli.run(
                                    CITY.environment(),
                                    "accounts",
                                    "add",
                                    "audit unwritten",
                                    "--role",
                                    "planner",
                                    "--agency",
                                    "police")
                            .exitCode())
                    .isEqualTo(1);
            Cli export = Cli.run(
                    CITY.environment(),
                    "export",
                    "release",
                    releases,
                    folder.resolve("files").toString());
            assertThat(export.exitCode()).isEqualTo(1);
            assertThat(folder.resolve("files"))
                    .satisfiesAnyOf(
                            files -> assertThat(files).doesNotExist(),
                            files -> assertThat(files).isEmptyDirectory());
        } finally {
            CITY.database()
                    .asAdmin("grant execute on function " + FUNCTION + " to atlas_desk, atlas_steward, atlas_accounts");
        }
        assertThat(column("select count(*)::text from outreach.plan")).isEqualTo(plans);
        assertThat(planner.read("/session").get("signedIn").asBoolean()).isTrue();
        assertThat(query("select name from identity.account where name = 'audit unwritten'"))
                .isEmpty();
    }

    @Test
    void aHeadIsSignedAndHeldAgainstTheLog(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("key");
        Path head = folder.resolve("head.json");
        String publicKey = key + ".pub";
        assertThat(run("audit", "key", "--out", key.toString()).exitCode()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(run("audit", "key", "--out", key.toString()).exitCode()).isEqualTo(2);
        Path nowhere = folder.resolve("nowhere").resolve("head.json");
        assertThat(run("audit", "head", "--out", nowhere.toString(), "--key", key.toString())
                        .err())
                .contains("head.json: its folder does not exist");
        assertThat(run("audit", "head", "--out", head.toString(), "--key", key.toString())
                        .exitCode())
                .isZero();
        Cli verified = run("verify", "audit", "--head", head.toString(), "--key", publicKey);
        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(verified.out()).contains("audit      ok", "head       ok", "as it was signed");

        String text = Files.readString(head);
        Files.writeString(head, text.replaceFirst("\"seq\" : ([0-9]+)", "\"seq\" : 9$1"));
        assertThat(run("verify", "audit", "--head", head.toString()).out()).contains("BROKEN", "cut off");
        Cli forged = run("verify", "audit", "--head", head.toString(), "--key", publicKey);
        assertThat(forged.exitCode()).isEqualTo(2);
        assertThat(forged.err()).contains("was not signed with this key");
        Files.writeString(head, "{}");
        assertThat(run("verify", "audit", "--head", head.toString()).err()).contains("this is no head");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(run("audit", "head", "--out", head.toString(), "--key", key.toString())
                        .err())
                .contains("others than its owner");
    }

    @Test
    void thePrivacyOfficerSearchesAndExports() throws Exception {
        Staff.key(CITY, "audit listed", "planner", "police");
        Cli csv = run("audit", "list", "--action", "account.*", "--csv");
        assertThat(csv.exitCode()).as(csv.err()).isZero();
        List<String> lines = csv.out().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("chain,seq,at,role,actor,place,action,object_kind,object_id,outcome,purpose,hash");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.contains(",account."))
                .anyMatch(line -> line.contains(",audit listed,"));
        assertThat(query("select object_id from audit.entry where action = 'audit.read'"))
                .contains("account.*");
        assertThat(run("audit", "list", "--since", "2100-01-01").out()).isEmpty();
        assertThat(run("audit", "list", "--actor", "nobody").out()).isEmpty();
        assertThat(run("audit", "list", "--action", "plan.burnt").err()).contains("there is no action 'plan.burnt'");
        assertThat(run("audit", "list", "--since", "2026-02-01", "--until", "2026-01-01")
                        .exitCode())
                .isEqualTo(2);
    }

    private static Cli run(String... arguments) {
        return Cli.run(CITY.environment(), arguments);
    }

    private static List<String> entries(String where) throws SQLException {
        return query(
                "select action || ' ' || object_kind || ' ' || object_id || ' ' || outcome || ' ' || purpose from audit.entry where "
                        + where + " order by at, chain, seq");
    }

    private static String column(String sql) throws SQLException {
        return query(sql).get(0);
    }

    private static List<String> query(String sql) throws SQLException {
        return CITY.database().query(Role.OWNER, sql);
    }
}
