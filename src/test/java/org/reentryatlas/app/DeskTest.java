package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** What those who watch over the service read and decide beside releases that wait. */
class DeskTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    @TempDir
    static Path directory;

    private static Staff officer = unset();
    private static Staff administrator = unset();

    @SuppressWarnings("NullAway") // BeforeAll comes first
    private static Staff unset() {
        return null;
    }

    @BeforeAll
    static void signIn() throws Exception {
        officer = Staff.signIn(CITY, "desk officer", "privacy_officer", "");
        administrator = Staff.signIn(CITY, "desk administrator", "administrator", "");
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode account(String name) throws Exception {
        return list(administrator.read("/desk/accounts").get("accounts")).stream()
                .filter(each -> each.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String pathOf(String name) throws Exception {
        return "/desk/accounts/" + account(name).get("id").asText();
    }

    @Test
    void whatIsPublicIsDueNinetyOneDaysAfterSomebodyLooked() throws Exception {
        String release = "2026-03-31.1";
        CITY.database()
                .asAdmin("alter table published.release disable trigger all; update published.release set"
                        + " published_at = published_at - interval '100 days' where id = '" + release
                        + "'; alter table published.release enable trigger all");
        JsonNode due = posted(release);
        assertThat(due.get("dueOn").asText())
                .isLessThan(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(due.get("checkedAt").isNull()).isTrue();
        assertThat(officer.post("/desk/releases/" + release + "/recheck", "{\"stands\": false}")
                        .statusCode())
                .as("a concern without a reason")
                .isEqualTo(422);
        Staff.body(officer.post("/desk/releases/" + release + "/recheck", "{\"stands\": true}"), 200);
        JsonNode checked = posted(release);
        assertThat(checked.get("checkedBy").asText()).isEqualTo("desk officer");
        assertThat(checked.get("dueOn").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(91).toString());
        assertThat(officer.post("/desk/releases/2020-01-01.1/recheck", "{\"stands\": true}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static JsonNode posted(String release) throws Exception {
        return list(officer.read("/desk/releases").get("releases")).stream()
                .filter(each -> each.get("releaseId").asText().equals(release))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAccountIsLookedAtAndEndedAtOnce() throws Exception {
        Staff planner = Staff.signIn(CITY, "desk planner", "planner", "police");
        CITY.database()
                .asAdmin(
                        "insert into identity.password (account_id, hash) select id, '$argon2id$x' from identity.account"
                                + " where name = 'desk planner'");
        assertThat(account("desk planner").get("reviewedAt").isNull()).isTrue();
        Staff.body(administrator.post(pathOf("desk planner") + "/review", ""), 200);
        assertThat(account("desk planner").get("reviewedBy").asText()).isEqualTo("desk administrator");
        assertThat(planner.get("/outreach/feeds").statusCode()).isEqualTo(200);
        String path = pathOf("desk planner");
        Staff.body(administrator.post(path + "/end", ""), 200);
        assertThat(planner.get("/outreach/feeds").statusCode())
                .as("from the next request on")
                .isEqualTo(401);
        assertThat(administrator.post(path + "/end", "").statusCode()).isEqualTo(404);
        JsonNode own = Staff.body(administrator.post(pathOf("desk administrator") + "/end", ""), 409);
        assertThat(own.get("code").asText()).isEqualTo("OWN_ACCOUNT");
        assertThat(
                        CITY.database()
                                .query(
                                        Role.DESK,
                                        "select count(*) from identity.password p join identity.account a on a.id = p.account_id where a.name = 'desk planner'"))
                .as("nothing to sign in with is kept")
                .containsExactly("0");
        assertThat(CITY.database()
                        .query(
                                Role.AUDIT,
                                "select action from audit.entry where actor = 'desk administrator' and object_id = 'desk planner'"
                                        + " order by at, seq"))
                .containsExactly("account.reviewed", "account.revoked");
    }

    @Test
    void anAccountThatNobodyUsedIsLetInAgain() throws Exception {
        String key = Staff.key(CITY, "desk idle", "beat_officer", "police");
        CITY.database().asAdmin("update identity.account set used_on = used_on - 100 where name = 'desk idle'");
        assertThat(account("desk idle").get("isIdle").asBoolean()).isTrue();
        Staff.body(administrator.post(pathOf("desk idle") + "/release", ""), 200);
        Staff.signIn(CITY, key);
    }

    @Test
    void theAuditLogIsReadByTheOfficerAndSaysSo() throws Exception {
        JsonNode found = officer.read("/desk/audit?action=session.*&actor=desk%20officer");
        assertThat(found.get("entries").get(0).get("action").asText()).isEqualTo("session.started");
        JsonNode own = officer.read("/desk/audit?action=audit.read");
        assertThat(own.get("entries").get(0).get("actor").asText()).isEqualTo("desk officer");
        HttpResponse<String> table = officer.get("/desk/audit.csv?action=account.*");
        assertThat(table.body()).startsWith("chain,seq,at,role,actor,place,action,");
        assertThat(table.body().lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",account."));
        assertThat(table.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(administrator.get("/desk/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void aTableOfTheAuditLogHasAnEnd() throws Exception {
        appendFeeds(20_000);
        String search = "?action=feed.revoked&actor=desk%20many";
        assertThat(officer.get("/desk/audit.csv" + search).body().lines()).hasSize(20_001);
        JsonNode newest = officer.read("/desk/audit" + search);
        assertThat(newest.get("entries")).hasSize(200);
        assertThat(newest.get("areMore").asBoolean()).isTrue();
        appendFeeds(1);
        JsonNode problem = Staff.body(officer.get("/desk/audit.csv" + search), 400);
        assertThat(problem.get("code").asText()).isEqualTo("TOO_MANY_ENTRIES");
    }

    private static void appendFeeds(int entries) throws SQLException {
        CITY.database()
                .asAdmin(
                        "do $$ begin perform audit.append('desk many', 'web', 'feed.revoked', 'feed', 'x', 'done', 'planning')"
                                + " from generate_series(1, " + entries + "); end $$");
    }

    @ParameterizedTest
    @CsvSource({
        "action=plan",
        "action=release.*x",
        "since=2026-02-30",
        "until=0001-01-01",
        "since=yesterday",
        "until=2026-01-01&since=2026-01-02",
        "limit=1",
    })
    void whatCannotBeSearchedForIsNamed(String query) throws Exception {
        JsonNode problem = Staff.body(officer.get("/desk/audit?" + query), 400);
        assertThat(problem.get("detail").asText()).contains("'" + query.substring(0, query.indexOf('=')) + "'");
    }

    @Test
    void agreementsAreShownAsTheyStand() throws Exception {
        Path file = Files.writeString(directory.resolve("agreement.yaml"), """
                id: MOU-7
                kind: mou
                parties: [{name: A, contact: a@a.example}, {name: B, contact: b@b.example}]
                legal_authority: Code 1
                purposes: [outreach_planning]
                elements: []
                population: people on probation
                area: Small City
                transfer: none
                roles: [planner]
                linkage: false
                output_rule: {k: 11, review: true}
                redisclosure: none
                security: CJIS
                retention_days: 20
                breach: {contact: c@a.example, hours: 24}
                audit_right: yearly
                starts: 2025-01-01
                ends: 2025-12-31
                signatures: [{party: A, day: 2024-12-01}, {party: B, day: 2024-12-02}]
                """);
        Cli added = Cli.run(CITY.environment(), "agreements", "add", file.toString());
        assertThat(added.exitCode()).as(added.err()).isZero();
        JsonNode agreement = officer.read("/desk/agreements").get("agreements").get(0);
        assertThat(agreement.get("state").asText()).isEqualTo("expired");
        assertThat(agreement.get("terms").get("id").asText()).isEqualTo("MOU-7");
        CITY.database().asAdmin("delete from agreement.version");
    }
}
