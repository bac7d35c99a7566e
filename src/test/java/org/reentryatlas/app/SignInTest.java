package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** Passwords beside keys, and what ends a way to sign in or what an account reads: wrong ones, time, training, the banner. */
class SignInTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "heron over a quiet pond";

    /** All tests come from one address, and each begins as if nobody had tried. */
    @AfterEach
    void forget() throws Exception {
        CITY.database().asAdmin("delete from identity.sign_in_failure");
    }

    private static Cli run(String... arguments) {
        Cli run = Cli.run(CITY.environment(), arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static HttpResponse<String> signIn(URI session, Map<String, ?> given)
            throws IOException, InterruptedException {
        return CITY.send(HttpRequest.newBuilder(session)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(given)))
                .build());
    }

    private static HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return signIn(CITY.uri("/session"), Map.of("name", name, "password", password));
    }

    private static String code(HttpResponse<String> answer) throws IOException {
        return Staff.body(answer, 403).get("code").asText();
    }

    @Test
    void nameAndPasswordSignInBesideTheKey() throws Exception {
        String key = Staff.key(CITY, "password both", "planner", "police");
        Cli set = Staff.setPassword(CITY, "password both", PASSWORD);
        assertThat(set.exitCode()).as(set.err()).isZero();
        assertThat(set.out()).contains("has a password").doesNotContain("fewer than");
        assertThat(Staff.body(signIn("password both", PASSWORD), 200)
                        .get("name")
                        .asText())
                .isEqualTo("password both");
        assertThat(signIn(CITY.uri("/session"), Map.of("key", key)).statusCode())
                .isEqualTo(200);
        assertThat(CITY.database().query(Role.ACCOUNTS, "select hash from identity.password"))
                .isNotEmpty()
                .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertThat(run("accounts", "list").out()).containsPattern("password both .* {2}password");
        run("accounts", "password", "password both", "--remove");
        assertThat(code(signIn("password both", PASSWORD))).isEqualTo("SIGN_IN_REFUSED");
        assertThat(Cli.run(CITY.environment(), "accounts", "password", "password both", "--remove")
                        .exitCode())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sevenle           | has 8 to 128 characters, and this one has 7",
                "''                | no password was given",
                "Password1         | among those that are tried first",
                "qwertyuiop        | among those that are tried first",
                "PASSWORD POOR     | among those that are tried first"
            })
    void whatIsGuessedAtOnceIsRefused(String password, String message) {
        assertThat(Cli.run(CITY.environment(), "accounts", "add", "password poor", "--role", "administrator")
                        .err())
                .satisfiesAnyOf(
                        err -> assertThat(err).isEmpty(), err -> assertThat(err).contains("already"));
        Cli set = Staff.setPassword(CITY, "password poor", password);
        assertThat(set.exitCode()).isEqualTo(2);
        assertThat(set.err()).contains(message);
    }

    @Test
    void aLongOneMayBeLongAndAShortOneIsAdvisedAgainst() throws Exception {
        Staff.key(CITY, "password long", "privacy_officer", "");
        assertThat(Staff.setPassword(CITY, "password long", "é".repeat(129)).err())
                .contains("this one has 129");
        assertThat(Staff.setPassword(CITY, "password long", "é".repeat(128)).exitCode())
                .isZero();
        assertThat(signIn("password long", "e\u0301".repeat(128)).statusCode())
                .as("typed on another keyboard")
                .isEqualTo(200);
        assertThat(Staff.setPassword(CITY, "password long", "zwölf boxes").out())
                .contains("fewer than 15 characters");
        assertThat(Staff.setPassword(CITY, "no such account", PASSWORD).err())
                .contains("there is no account 'no such account'");
    }

    @Test
    void aNewPasswordEndsSessions() throws Exception {
        Staff staff = Staff.signIn(CITY, "password new", "planner", "police");
        Staff.setPassword(CITY, "password new", PASSWORD);
        assertThat(staff.read("/session").get("signedIn").asBoolean()).isFalse();
    }

    @Test
    void fiveWrongOnesLockTheAccountUntilItIsReleased() throws Exception {
        String key = Staff.key(CITY, "password lock", "planner", "police");
        Staff.setPassword(CITY, "password lock", PASSWORD);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(code(signIn("password lock", "wrong " + attempt))).isEqualTo("SIGN_IN_REFUSED");
        }
        assertThat(code(signIn("password lock", PASSWORD))).as("from here").isEqualTo("SIGN_IN_LOCKED");
        CITY.database().asAdmin("update identity.sign_in_failure set at = at - interval '16 minutes'");
        assertThat(code(signIn("password lock", PASSWORD)))
                .as("from anywhere, and later")
                .isEqualTo("SIGN_IN_REFUSED");
        assertThat(run("accounts", "list").out()).containsPattern("password lock .* password locked, to be released");
        assertThat(signIn(CITY.uri("/session"), Map.of("key", key)).statusCode())
                .as("nobody can guess it")
                .isEqualTo(200);
        run("accounts", "release", "password lock");
        assertThat(signIn("password lock", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void wrongOnesOfLongAgoOrBeforeARightOneDoNotCount() throws Exception {
        Staff.key(CITY, "password few", "planner", "police");
        Staff.setPassword(CITY, "password few", PASSWORD);
        for (int round = 0; round < 2; round++) {
            for (int attempt = 0; attempt < 4; attempt++) {
                signIn("password few", "wrong");
            }
            assertThat(signIn("password few", PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    /** The answers have the same words, but for the identifier of the request. */
    @Test
    void whoHasAnAccountIsToldToNobody() throws Exception {
        Staff.key(CITY, "password known", "planner", "police");
        Staff.setPassword(CITY, "password known", PASSWORD);
        JsonNode known = Staff.body(signIn("password known", "wrong"), 403);
        JsonNode unknown = Staff.body(signIn("password unknown", "wrong"), 403);
        Staff.key(CITY, "password without", "planner", "police");
        JsonNode without = Staff.body(signIn("password without", "wrong"), 403);
        for (String member : new String[] {"code", "title", "detail", "hint"}) {
            assertThat(unknown.get(member)).isEqualTo(known.get(member));
            assertThat(without.get(member)).isEqualTo(known.get(member));
        }
    }

    @Test
    void comparingWithNobodysPasswordTakesAsLong() throws Exception {
        Staff.key(CITY, "password time", "planner", "police");
        Staff.setPassword(CITY, "password time", PASSWORD);
        long known = fastest("password time");
        long unknown = fastest("password nobody");
        System.out.println("sign-in refused after ms, known and unknown name: " + known + " and " + unknown);
        assertThat(unknown).isBetween(known / 2, known * 2 + 5);
    }

    private static long fastest(String name) throws Exception {
        long fastest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 6; attempt++) {
            long begin = System.nanoTime();
            assertThat(code(signIn(name, "wrong"))).isEqualTo("SIGN_IN_REFUSED");
            fastest = Math.min(
                    fastest, Duration.ofNanos(System.nanoTime() - begin).toMillis());
            CITY.database().asAdmin("delete from identity.sign_in_failure");
        }
        return fastest;
    }

    @Test
    void ninetyDaysWithoutASignInEndIt() throws Exception {
        String key = Staff.key(CITY, "sign-in idle", "planner", "police");
        use("sign-in idle", 90);
        assertThat(signIn(CITY.uri("/session"), Map.of("key", key)).statusCode())
                .isEqualTo(200);
        assertThat(run("accounts", "list").out())
                .containsPattern("sign-in idle .* used " + LocalDate.now(ZoneOffset.UTC) + " ");
        use("sign-in idle", 91);
        assertThat(code(signIn(CITY.uri("/session"), Map.of("key", key)))).isEqualTo("ACCOUNT_IDLE");
        assertThat(run("accounts", "list").out()).containsPattern("sign-in idle .*, to be released");
        run("accounts", "release", "sign-in idle");
        assertThat(signIn(CITY.uri("/session"), Map.of("key", key)).statusCode())
                .isEqualTo(200);
    }

    private static void use(String name, int daysAgo) throws Exception {
        CITY.database()
                .asAdmin("update identity.account set used_on = (now() at time zone 'UTC')::date - " + daysAgo
                        + " where name = '" + name + "'");
    }

    @Test
    void whoseTrainingIsOverReadsWhatEverybodyReads() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Staff staff = Staff.signIn(
                CITY, "training over", "planner", "police", "--trained", String.valueOf(today.minusYears(1)));
        assertThat(staff.read("/session").get("trainingLapsed").asBoolean()).isTrue();
        for (HttpResponse<String> answer : List.of(
                staff.get("/outreach/tours"),
                staff.get("/outreach/plans/00000000-0000-4000-8000-000000000000?version=1"),
                staff.post("/outreach/plans", "{}"))) {
            assertThat(code(answer)).isEqualTo("TRAINING_LAPSED");
        }
        assertThat(staff.get("/outreach/plans").body())
                .isEqualTo(CITY.get("/outreach/plans").body());
        run(
                "accounts",
                "set",
                "training over",
                "--trained",
                String.valueOf(today.minusYears(1).plusDays(1)));
        assertThat(staff.read("/session").get("trainingLapsed").asBoolean())
                .as("at once")
                .isFalse();
        assertThat(staff.get("/outreach/tours").statusCode()).isEqualTo(200);
        String calendar = URI.create(Staff.body(staff.post("/outreach/feeds", "{\"name\": \"Mine\"}"), 201)
                        .get("url")
                        .asText())
                .getQuery();
        String starts = today.plusDays(9) + "T16:00\", \"ends\": \"" + today.plusDays(9) + "T19:00";
        Staff.body(
                staff.post(
                        "/outreach/plans",
                        "{\"kind\": \"gathering\", \"title\": \"Only for staff\", \"starts\": \"" + starts + "\"}"),
                201);
        assertThat(CITY.get("/outreach/calendar.ics?" + calendar).body()).contains("Only for staff");
        run("accounts", "set", "training over", "--trained", String.valueOf(today.minusYears(2)));
        assertThat(CITY.get("/outreach/calendar.ics?" + calendar).body()).doesNotContain("Only for staff");
        assertThat(staff.delete("/session").statusCode()).as("leaving").isEqualTo(200);
    }

    @Test
    void theBannerMustBeAcknowledgedWhereThereIsOne() throws Exception {
        String key = Staff.key(CITY, "banner", "planner", "police");
        Map<String, String> environment = new HashMap<>(CITY.environment());
        environment.put("ATLAS_SERVER_BANNER", "For authorised use alone.");
        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            URI session = URI.create("http://127.0.0.1:" + app.port() + "/session");
            HttpResponse<String> described = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(session).build(), BodyHandlers.ofString());
            assertThat(Staff.body(described, 200).get("banner").asText()).isEqualTo("For authorised use alone.");
            for (Map<String, ?> given : List.of(Map.of("key", key), Map.of("key", key, "acknowledged", false))) {
                JsonNode problem = Staff.body(signIn(session, given), 422);
                assertThat(problem.at("/errors/0/field").asText()).isEqualTo("acknowledged");
            }
            assertThat(signIn(session, Map.of("key", key, "acknowledged", true)).statusCode())
                    .isEqualTo(200);
        }
        assertThat(CITY.json("/session").has("banner")).isFalse();
    }

    @Test
    void leavingEverywhereEndsAllSessionsOfTheAccountAtOnce() throws Exception {
        String key = Staff.key(CITY, "everywhere", "planner", "police");
        Staff here = Staff.signIn(CITY, key);
        Staff there = Staff.signIn(CITY, key);
        Staff another = Staff.signIn(CITY, "everywhere another", "planner", "police");
        assertThat(here.delete("/session?everywhere=true").statusCode()).isEqualTo(200);
        assertThat(here.get("/outreach/tours").statusCode()).isEqualTo(401);
        assertThat(there.get("/outreach/tours").statusCode()).isEqualTo(401);
        assertThat(another.get("/outreach/tours").statusCode()).isEqualTo(200);
        assertThat(another.delete("/session?everywhere=perhaps").statusCode()).isEqualTo(400);
    }
}
