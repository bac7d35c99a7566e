package org.reentryatlas.app;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** What an account may do for itself: see its sessions and end them, and change its password. */
class OwnSignInTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OLD = "heron over a quiet pond";
    private static final String NEW = "otter under a loud bridge";

    /** All tests come from one address, and each begins as if nobody had tried. */
    @AfterEach
    void forget() throws Exception {
        CITY.database().asAdmin("delete from identity.sign_in_failure");
    }

    /** The key of an account that has the old password. */
    private static String account(String name, String... more) throws Exception {
        String key = Staff.key(CITY, name, "planner", "police", more);
        Cli set = Staff.setPassword(CITY, name, OLD);
        assertThat(set.exitCode()).as(set.err()).isZero();
        return key;
    }

    private static HttpResponse<String> change(Staff staff, Map<String, String> given) throws Exception {
        return CITY.send(staff.change("/session/password")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(given)))
                .build());
    }

    private static HttpResponse<String> change(Staff staff, String old, String password) throws Exception {
        return change(staff, Map.of("password", old, "newPassword", password));
    }

    private static String code(HttpResponse<String> answer, int status) throws Exception {
        return Staff.body(answer, status).get("code").asText();
    }

    private static int signIn(String name, String password) throws Exception {
        return CITY.send(HttpRequest.newBuilder(CITY.uri("/session"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                JSON.writeValueAsString(Map.of("name", name, "password", password))))
                        .build())
                .statusCode();
    }

    private static List<String> entries(String name) throws Exception {
        return CITY.database()
                .query(
                        Role.OWNER,
                        "select action || ' ' || outcome from audit.entry where actor = '" + name + "' order by seq");
    }

    private static boolean isSignedIn(Staff staff) throws Exception {
        return staff.read("/session").get("signedIn").asBoolean();
    }

    @Test
    void theOldPasswordMakesANewOneAndEndsAllOtherSessions() throws Exception {
        String key = account("own change");
        Staff here = Staff.signIn(CITY, key);
        Staff there = Staff.signIn(CITY, key);
        Staff another = Staff.signIn(CITY, "own another", "planner", "police");
        HttpResponse<String> changed = change(here, OLD, NEW);
        String formToken = Staff.body(changed, 200).get("formToken").asText();
        assertThat(isSignedIn(there)).isFalse();
        assertThat(isSignedIn(here)).as("with its old secret").isFalse();
        assertThat(isSignedIn(another)).isTrue();
        String cookie = changed.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("; Secure", "; HttpOnly", "SameSite=Strict");
        JsonNode now = JSON.readTree(CITY.send(HttpRequest.newBuilder(CITY.uri("/session"))
                        .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .build())
                .body());
        assertThat(now.get("name").asText()).isEqualTo("own change");
        assertThat(now.get("formToken").asText()).isEqualTo(formToken);
        assertThat(signIn("own change", OLD)).isEqualTo(403);
        assertThat(signIn("own change", NEW)).isEqualTo(200);
        assertThat(entries("own change"))
                .containsSubsequence("session.started done", "account.changed done", "session.started done");
    }

    @Test
    void wrongOnesAreCountedAndLockAsWhereSomebodySignsIn() throws Exception {
        Staff staff = Staff.signIn(CITY, account("own guess"));
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(code(change(staff, "wrong " + attempt, NEW), 403)).isEqualTo("PASSWORD_REFUSED");
        }
        assertThat(code(change(staff, OLD, NEW), 403)).as("from here").isEqualTo("SIGN_IN_LOCKED");
        CITY.database().asAdmin("update identity.sign_in_failure set at = at - interval '16 minutes'");
        assertThat(code(change(staff, OLD, NEW), 403))
                .as("from anywhere, and later")
                .isEqualTo("PASSWORD_REFUSED");
        assertThat(signIn("own guess", OLD)).isEqualTo(403);
        assertThat(isSignedIn(staff)).as("its key goes on").isTrue();
        assertThat(entries("own guess")).contains("account.changed refused").doesNotContain("account.changed done");
        assertThat(Cli.run(CITY.environment(), "accounts", "release", "own guess")
                        .exitCode())
                .isZero();
        assertThat(change(staff, OLD, NEW).statusCode()).isEqualTo(200);
    }

    @Test
    void theSecondFactorIsAskedForToo() throws Exception {
        Staff staff = Staff.signIn(CITY, account("own factor"));
        byte[] secret = "twenty bytes of this".getBytes(StandardCharsets.US_ASCII);
        CITY.database()
                .asAdmin("insert into identity.second_factor (account_id, secret, used_step) select id, '\\x"
                        + HexFormat.of().formatHex(secret) + "', 0 from identity.account where name = 'own factor'");
        assertThat(code(change(staff, "wrong", NEW), 403)).as("first").isEqualTo("PASSWORD_REFUSED");
        assertThat(code(change(staff, OLD, NEW), 401)).isEqualTo("SECOND_FACTOR_NEEDED");
        assertThat(code(change(staff, Map.of("password", OLD, "newPassword", NEW, "code", "no code")), 403))
                .isEqualTo("SECOND_FACTOR_REFUSED");
        assertThat(isSignedIn(staff)).as("nothing was changed").isTrue();
        String right = new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), Instant.now());
        assertThat(change(staff, Map.of("password", OLD, "newPassword", NEW, "code", right))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sevenle            | has 8 to 128 characters",
                "Password1          | those that are tried first",
                "Small City 2026!   | words that are tried first here",
                "own.poor.own.poor  | words that are tried first here",
                "SmallCountySupervision1 | words that are tried first here"
            })
    void theNewOneIsHeldToTheSameRules(String password, String message) throws Exception {
        String name = "own poor " + password.length();
        Staff staff = Staff.signIn(CITY, name, "planner", "police");
        JsonNode problem = Staff.body(change(staff, OLD, password), 422);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("newPassword");
        assertThat(problem.at("/errors/0/message").asText()).contains(message).doesNotContain(password);
        Cli set = Staff.setPassword(CITY, name, password);
        assertThat(set.exitCode()).isEqualTo(2);
        assertThat(set.err()).contains(message).doesNotContain(password);
    }

    @Test
    void whatIsMissingIsNamedAndWhoHasNoneIsToldHowToGetOne() throws Exception {
        Staff staff = Staff.signIn(CITY, "own none", "planner", "police");
        List<String> fields = new ArrayList<>();
        Staff.body(change(staff, Map.of()), 422)
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asText()));
        assertThat(fields).containsExactly("password", "newPassword");
        JsonNode problem = Staff.body(change(staff, OLD, NEW), 409);
        assertThat(problem.get("code").asText()).isEqualTo("PASSWORD_NONE");
        assertThat(problem.get("hint").asText()).contains("atlas accounts password");
        HttpResponse<String> foreign = CITY.send(staff.request("/session/password")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{}"))
                .build());
        assertThat(code(foreign, 403)).isEqualTo("FORM_TOKEN_MISSING");
    }

    @Test
    void theOwnSessionsAreListedAndEachCanBeEnded() throws Exception {
        LocalDate lapsed = LocalDate.now(ZoneOffset.UTC).minusYears(2);
        String key = account("own list", "--trained", String.valueOf(lapsed));
        Staff here = Staff.signIn(CITY, key);
        Staff there = Staff.signIn(CITY, key);
        Staff another = Staff.signIn(CITY, "own list another", "planner", "police");
        Staff.signIn(CITY, key);
        CITY.database()
                .asAdmin("update identity.session set seen_at = seen_at - interval '31 minutes'"
                        + " where started_at = (select max(started_at) from identity.session)");
        JsonNode sessions = here.read("/session/all").get("sessions");
        assertThat(sessions)
                .as("also for whose training is over, and none that is over")
                .hasSize(2);
        assertThat(sessions.get(0).get("isThis").asBoolean()).isFalse();
        assertThat(sessions.get(1).get("isThis").asBoolean()).isTrue();
        for (JsonNode session : sessions) {
            List<String> members = new ArrayList<>();
            session.fieldNames().forEachRemaining(members::add);
            assertThat(members).containsExactlyInAnyOrder("id", "begunAt", "seenAt", "isThis");
            assertThat(Instant.parse(session.get("seenAt").asText()))
                    .isAfterOrEqualTo(Instant.parse(session.get("begunAt").asText()));
        }
        String path = "/session/all/" + sessions.get(0).get("id").asText();
        assertThat(code(another.delete(path), 404)).isEqualTo("NOT_FOUND");
        assertThat(code(another.delete("/session/all/none"), 404)).isEqualTo("NOT_FOUND");
        assertThat(isSignedIn(there)).isTrue();
        assertThat(here.delete(path).statusCode()).isEqualTo(204);
        assertThat(isSignedIn(there)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
        assertThat(here.delete(path).statusCode()).isEqualTo(404);
        assertThat(entries("own list")).endsWith("session.ended done");
        assertThat(CITY.get("/session/all").statusCode()).isEqualTo(401);
    }
}
