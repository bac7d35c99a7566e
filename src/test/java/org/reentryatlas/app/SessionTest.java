package org.reentryatlas.app;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is signed in, how that ends, and what a request must bring to change something. */
class SessionTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final String GATHERING = """
            {"kind": "gathering", "title": "Meeting", "starts": "2027-05-04T10:00", "ends": "2027-05-04T11:00"}""";

    @Test
    void nobodyIsSignedInAtFirst() throws Exception {
        assertThat(CITY.json("/session").get("signedIn").asBoolean()).isFalse();
    }

    @Test
    void aKeySignsInAndTheCookieIsKeptFromEverybodyElse() throws Exception {
        String key = Staff.key(CITY, "session cookie", "planner", "police");
        HttpResponse<String> answer = signIn("{\"key\": \"" + key + "\"}", "application/json");
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("__Host-atlas-session=")
                .containsIgnoringCase("; path=/")
                .containsIgnoringCase("; secure")
                .containsIgnoringCase("; httponly")
                .containsIgnoringCase("; samesite=strict")
                .doesNotContainIgnoringCase("domain=");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        assertThat(CITY.database()
                        .query(
                                Role.ACCOUNTS,
                                "select count(*) from identity.session where token_digest = sha256('" + token
                                        + "'::bytea)"))
                .as("kept is a digest, which leads back to nothing")
                .containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"key\": \"nonsense\"}    | application/json | 403 | KEY_UNKNOWN",
                "{}                       | application/json | 403 | KEY_UNKNOWN",
                "{\"key\": 7, \"x\": 1}       | application/json | 422 | FIELDS_INVALID",
                "{\"key\": \"a\\u0000b\"}     | application/json | 400 | BODY_INVALID",
                "[]                       | application/json | 400 | BODY_INVALID",
                "key=nonsense             | application/x-www-form-urlencoded | 415 | BODY_NOT_JSON",
                "{\"key\": \"nonsense\"}    | text/plain | 415 | BODY_NOT_JSON"
            })
    void whatIsNoKeySignsNobodyIn(String body, String type, int status, String code) throws Exception {
        HttpResponse<String> answer = signIn(body, type);
        assertThat(Staff.body(answer, status).get("code").asText()).isEqualTo(code);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aChangeNeedsWhatThePageWasTold() throws Exception {
        Staff staff = Staff.signIn(CITY, "session form", "planner", "police");
        for (String token : new String[] {"", "another"}) {
            HttpRequest.Builder request = staff.request("/outreach/plans")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(GATHERING));
            if (!token.isEmpty()) {
                request.header("X-Form-Token", token);
            }
            assertThat(Staff.body(CITY.send(request.build()), 403).get("code").asText())
                    .isEqualTo("FORM_TOKEN_MISSING");
        }
        assertThat(staff.post("/outreach/plans", GATHERING).statusCode()).isEqualTo(201);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() throws Exception {
        Staff staff = Staff.signIn(CITY, "session out", "planner", "police");
        assertThat(staff.read("/session").get("name").asText()).isEqualTo("session out");
        assertThat(staff.delete("/session").statusCode()).isEqualTo(200);
        assertThat(staff.read("/session").get("signedIn").asBoolean()).isFalse();
        assertThat(staff.post("/outreach/plans", GATHERING).statusCode()).isEqualTo(401);
    }

    /** Else it would go on without anybody who could end it. */
    @Test
    void signingInEndsTheSessionThatTheBrowserHadBefore() throws Exception {
        Staff before = Staff.signIn(CITY, "session before", "planner", "police");
        String key = Staff.key(CITY, "session after", "planner", "police");
        HttpResponse<String> after = before.post("/session", "{\"key\": \"" + key + "\"}");
        assertThat(Staff.body(after, 200).get("name").asText()).isEqualTo("session after");
        assertThat(before.read("/session").get("signedIn").asBoolean()).isFalse();
    }

    /** The next at the same machine would find it in the browser's cache. */
    @Test
    void whatStaffReadStaysInNoCache() throws Exception {
        Staff staff = Staff.signIn(CITY, "session cache", "planner", "police");
        for (String path : new String[] {"/outreach/plans", "/outreach/tours", "/outreach/calendar.ics"}) {
            assertThat(staff.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .contains("no-store");
        }
        assertThat(CITY.get("/outreach/plans").headers().firstValue("Cache-Control"))
                .contains("private, no-cache");
    }

    @Test
    void revokingAnAccountEndsItsSessions() throws Exception {
        Staff staff = Staff.signIn(CITY, "session revoked", "planner", "police");
        Cli run = Cli.run(CITY.environment(), "accounts", "revoke", "session revoked");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(staff.read("/session").get("signedIn").asBoolean()).isFalse();
        assertThat(Cli.run(CITY.environment(), "accounts", "revoke", "session revoked")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Cli.run(CITY.environment(), "accounts", "list").out())
                .containsPattern("session revoked  planner  police  all areas  no post  revoked ");
    }

    @ParameterizedTest
    @CsvSource({"seen_at, 31 minutes", "started_at, 721 minutes"})
    void timeEndsASession(String column, String ago) throws Exception {
        Staff staff = Staff.signIn(CITY, "session " + column, "planner", "police");
        CITY.database()
                .asAdmin("update identity.session set " + column + " = now() - interval '" + ago
                        + "' where account_id = (select id from identity.account where name = 'session " + column
                        + "')");
        assertThat(staff.read("/session").get("signedIn").asBoolean()).isFalse();
    }

    @Test
    void timeEndsAnAccount() throws Exception {
        String key = Staff.key(CITY, "session over", "planner", "police", "--days", "1");
        Staff staff = Staff.signIn(CITY, key);
        CITY.database()
                .asAdmin(
                        "update identity.account set expires_at = now() - interval '1 second' where name = 'session over'");
        assertThat(staff.read("/session").get("signedIn").asBoolean()).isFalse();
        assertThat(signIn("{\"key\": \"" + key + "\"}", "application/json").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | judge   | police      | 365 | 'judge' is no role",
                "x | planner | court       | 365 | 'court' is no agency",
                "x | planner | police      | 0   | --days must be from 1 to 366",
                "'' | planner | police     | 365 | the name of an account has 1 to 60 characters"
            })
    void anAccountThatCannotBeIsRefused(String name, String role, String agency, String days, String message) {
        Cli run = Cli.run(
                CITY.environment(), "accounts", "add", name, "--role", role, "--agency", agency, "--days", days);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void aNameIsOfOneAccount() {
        Staff.key(CITY, "session twice", "planner", "police");
        Cli run = Cli.run(
                CITY.environment(), "accounts", "add", "session twice", "--role", "planner", "--agency", "police");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is an account 'session twice' already");
    }

    /** Neither role of the web may make itself an account, and what reads may read no session. */
    @Test
    void theWebCannotMakeAccounts() {
        for (String statement : new String[] {
            "insert into identity.account (name, role, agency, key_digest, expires_at) values ('x', 'planner', 'police', '', now())",
            "update identity.account set role = 'planner'",
            "delete from outreach.plan_version",
            "update coalition.assessment_version set version = 9",
            "delete from coalition.assessment"
        }) {
            assertThat(refusal(Role.DESK, statement)).as(statement).contains("permission denied");
        }
        for (String table : new String[] {"identity.account", "identity.session", "outreach.plan"}) {
            assertThat(refusal(Role.WEB, "select * from " + table)).as(table).contains("permission denied");
        }
        assertThat(refusal(Role.DESK, "select * from supervision.record")).contains("permission denied");
    }

    private static String refusal(Role role, String statement) {
        try (var connection = CITY.database().connect(role);
                var sql = connection.createStatement()) {
            sql.execute(statement);
            return "allowed";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static HttpResponse<String> signIn(String body, String type) throws IOException, InterruptedException {
        return CITY.send(HttpRequest.newBuilder(CITY.uri("/session"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
