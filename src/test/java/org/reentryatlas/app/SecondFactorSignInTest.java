package org.reentryatlas.app;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** A code of an authenticator app beside key or password. */
class SecondFactorSignInTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "heron over a quiet pond";
    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]{32})");

    /** The code after the one with which the factor was set up, which is right for another half minute. */
    private static final int NEXT = 30;

    @AfterEach
    void forget() throws Exception {
        CITY.database().asAdmin("delete from identity.sign_in_failure");
    }

    private static HttpResponse<String> signIn(Map<String, ?> given) throws Exception {
        return signIn(CITY.uri("/session"), given);
    }

    private static HttpResponse<String> signIn(URI session, Map<String, ?> given) throws Exception {
        return CITY.send(HttpRequest.newBuilder(session)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(given)))
                .build());
    }

    private static Map<String, String> byPassword(String name, String code) {
        return Map.of("name", name, "password", PASSWORD, "code", code);
    }

    private static String code(HttpResponse<String> answer, int status) throws Exception {
        return Staff.body(answer, status).get("code").asText();
    }

    private static String codeOf(String secret, int secondsLater) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(Base32.decode(secret), "HmacSHA1"),
                            Instant.now().plusSeconds(secondsLater));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that is right at no time near now. */
    private static String wrongOf(String secret) {
        List<String> right = new ArrayList<>();
        for (int seconds = -90; seconds <= 90; seconds += 30) {
            right.add(codeOf(secret, seconds));
        }
        return List.of("000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777").stream()
                .filter(code -> !right.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private record Made(Cli run, String secret) {}

    /** Sets one up as its owner does, who reads the secret before they type. */
    private static Made setUp(String name, Function<String, String> typed) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream before = System.in;
        System.setIn(new InputStream() {
            private final List<InputStream> lines = new ArrayList<>();

            private InputStream line() {
                if (lines.isEmpty()) {
                    lines.add(new ByteArrayInputStream(
                            typed.apply(secret(out.toString())).getBytes(StandardCharsets.UTF_8)));
                }
                return lines.get(0);
            }

            @Override
            public int read() throws java.io.IOException {
                return line().read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws java.io.IOException {
                return line().read(bytes, offset, length);
            }
        });
        try {
            int exit = AtlasCommand.run(
                    CITY.environment(),
                    new PrintWriter(out, true),
                    new PrintWriter(err, true),
                    "accounts",
                    "totp",
                    name);
            return new Made(new Cli(exit, out.toString(), err.toString()), secret(out.toString()));
        } finally {
            System.setIn(before);
        }
    }

    private static String secret(String printed) {
        Matcher found = SECRET.matcher(printed);
        return found.find() ? found.group(1) : "";
    }

    /** An account with password and second factor; its secret. */
    private static String account(String name) {
        Staff.key(CITY, name, "planner", "police");
        setPassword(name);
        Made made = setUp(name, secret -> codeOf(secret, 0) + "\n");
        assertThat(made.run().exitCode()).as(made.run().err()).isZero();
        return made.secret();
    }

    private static void setPassword(String name) {
        assertThat(Staff.setPassword(CITY, name, PASSWORD).exitCode()).isZero();
    }

    @Test
    void itIsAskedForBesideARightPassword() throws Exception {
        String secret = account("factor both");
        HttpResponse<String> asks = signIn(Map.of("name", "factor both", "password", PASSWORD));
        assertThat(code(asks, 401)).isEqualTo("SECOND_FACTOR_NEEDED");
        assertThat(asks.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(asks.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(code(signIn(byPassword("factor both", wrongOf(secret))), 403))
                .isEqualTo("SECOND_FACTOR_REFUSED");
        assertThat(signIn(byPassword("factor both", codeOf(secret, NEXT))).statusCode())
                .isEqualTo(200);
        assertThat(Cli.run(CITY.environment(), "accounts", "list").out())
                .containsPattern("factor both .* {2}password {2}second factor {2}");
    }

    @Test
    void itIsAskedForBesideTheKeyToo() throws Exception {
        String key = Staff.key(CITY, "factor key", "planner", "police");
        Staff before = Staff.signIn(CITY, key);
        String secret = setUp("factor key", made -> codeOf(made, 0)).secret();
        assertThat(before.read("/session").get("signedIn").asBoolean())
                .as("ended")
                .isFalse();
        assertThat(code(signIn(Map.of("key", key)), 401)).isEqualTo("SECOND_FACTOR_NEEDED");
        assertThat(code(signIn(Map.of("key", key, "code", " ")), 401)).isEqualTo("SECOND_FACTOR_NEEDED");
        assertThat(signIn(Map.of("key", key, "code", codeOf(secret, NEXT))).statusCode())
                .isEqualTo(200);
        Cli removed = Cli.run(CITY.environment(), "accounts", "totp", "factor key", "--remove");
        assertThat(removed.exitCode()).as(removed.err()).isZero();
        assertThat(signIn(Map.of("key", key)).statusCode()).isEqualTo(200);
        assertThat(Cli.run(CITY.environment(), "accounts", "totp", "factor key", "--remove")
                        .err())
                .contains("that has a second factor");
    }

    @Test
    void noCodeIsTakenTwice() throws Exception {
        Staff.key(CITY, "factor once", "planner", "police");
        setPassword("factor once");
        List<String> shown = new ArrayList<>();
        String secret = setUp("factor once", made -> {
                    shown.add(codeOf(made, 0));
                    return shown.get(0) + "\n";
                })
                .secret();
        assertThat(code(signIn(byPassword("factor once", shown.get(0))), 403))
                .as("that of setting it up")
                .isEqualTo("SECOND_FACTOR_REFUSED");
        String next = codeOf(secret, NEXT);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Integer> statuses = new ArrayList<>();
            List<Callable<Integer>> same = java.util.Collections.nCopies(
                    4, () -> signIn(byPassword("factor once", next)).statusCode());
            for (Future<Integer> each : clients.invokeAll(same)) {
                statuses.add(each.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 403, 403, 403);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void fiveWrongOnesLockItUntilItIsReleased() throws Exception {
        String key = Staff.key(CITY, "factor lock", "planner", "police");
        String secret = setUp("factor lock", made -> codeOf(made, 0) + "\n").secret();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(code(signIn(Map.of("key", key, "code", wrongOf(secret))), 403))
                    .isEqualTo("SECOND_FACTOR_REFUSED");
        }
        assertThat(code(signIn(Map.of("key", key, "code", codeOf(secret, NEXT))), 403))
                .as("a right one")
                .isEqualTo("SECOND_FACTOR_REFUSED");
        assertThat(Cli.run(CITY.environment(), "accounts", "list").out())
                .containsPattern("factor lock .* {2}second factor locked, to be released");
        assertThat(Cli.run(CITY.environment(), "accounts", "release", "factor lock")
                        .exitCode())
                .isZero();
        assertThat(signIn(Map.of("key", key, "code", codeOf(secret, NEXT))).statusCode())
                .isEqualTo(200);
    }

    /** Of a server that asks for one of all stewards, beside one that does not. */
    @Test
    void rolesThatNeedOneDoNotSignInWithout() throws Exception {
        String steward = Staff.key(CITY, "factor steward", "data_steward", "");
        String planner = Staff.key(CITY, "factor planner", "planner", "police");
        Map<String, String> environment = new HashMap<>(CITY.environment());
        environment.put("ATLAS_SERVER_SECOND_FACTOR", "data_steward; privacy_officer");
        try (WebApp app = WebApp.start(ConfigLoader.load(environment), 0)) {
            URI session = URI.create("http://127.0.0.1:" + app.port() + "/session");
            HttpResponse<String> refused = signIn(session, Map.of("key", steward));
            assertThat(code(refused, 403)).isEqualTo("SECOND_FACTOR_MISSING");
            assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(signIn(session, Map.of("key", planner)).statusCode()).isEqualTo(200);
            assertThat(
                            CITY.database()
                                    .query(
                                            Role.AUDIT,
                                            "select outcome from audit.entry where action = 'session.started' and object_id = 'factor steward'"))
                    .containsExactly("refused");
            String secret =
                    setUp("factor steward", made -> codeOf(made, 0) + "\n").secret();
            assertThat(code(signIn(session, Map.of("key", steward)), 401)).isEqualTo("SECOND_FACTOR_NEEDED");
            assertThat(signIn(session, Map.of("key", steward, "code", codeOf(secret, NEXT)))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** Neither whether a name has one, nor whether a code is right. */
    @Test
    void whoDoesNotKnowThePasswordLearnsNothing() throws Exception {
        String secret = account("factor silent");
        Staff.key(CITY, "factor without", "planner", "police");
        setPassword("factor without");
        JsonNode without = Staff.body(signIn(Map.of("name", "factor without", "password", "wrong")), 403);
        for (String code : new String[] {"", wrongOf(secret), codeOf(secret, NEXT)}) {
            JsonNode with = Staff.body(signIn(Map.of("name", "factor silent", "password", "wrong", "code", code)), 403);
            for (String member : new String[] {"code", "title", "detail", "hint"}) {
                assertThat(with.get(member)).isEqualTo(without.get(member));
            }
        }
        CITY.database().asAdmin("delete from identity.sign_in_failure");
        assertThat(signIn(byPassword("factor silent", codeOf(secret, NEXT))).statusCode())
                .as("the code was not used up")
                .isEqualTo(200);
        assertThat(signIn(byPassword("factor without", "123456")).statusCode())
                .as("a code that nobody asks for")
                .isEqualTo(200);
    }

    @Test
    void nothingChangesBeforeItsOwnerHasShownACode() throws Exception {
        String key = Staff.key(CITY, "factor shown", "planner", "police");
        Made wrong = setUp("factor shown", made -> (wrongOf(made) + "\n").repeat(3));
        assertThat(wrong.run().exitCode()).isEqualTo(2);
        assertThat(wrong.run().err()).contains("no code fits; nothing was changed");
        assertThat(setUp("factor shown", made -> "").run().err()).contains("no code was given");
        assertThat(signIn(Map.of("key", key)).statusCode()).isEqualTo(200);
        Made second = setUp("factor shown", made -> wrongOf(made) + "\n" + codeOf(made, 0) + "\n");
        assertThat(second.run().out()).contains("this code does not fit", "is asked for a code from now on", "█");
        assertThat(setUp("factor nobody", made -> "").run().err()).contains("there is no account 'factor nobody'");
    }

    @Test
    void whoMakesAccountsCannotReadIt() throws Exception {
        account("factor kept");
        try (Connection accounts = CITY.database().connect(Role.ACCOUNTS);
                Statement statement = accounts.createStatement()) {
            statement.execute("select secret from identity.second_factor");
            throw new AssertionError("it can");
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("permission denied");
        }
    }
}
