package org.reentryatlas.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.Logs;
import org.reentryatlas.support.OidcProviderProgram;
import org.reentryatlas.support.RawHttp;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in at a real provider, as people do and as those do who are not they. */
class OidcTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    @TempDir
    static Path directory;

    private static final String BEGIN = "/session/oidc";

    @SuppressWarnings("NullAway.Init") // JUnit calls start first
    private static OidcProviderProgram provider;

    @SuppressWarnings("NullAway.Init")
    private static Map<String, String> environment;

    @SuppressWarnings("NullAway.Init")
    private static WebApp app;

    /** For its owner alone, or it is not taken. */
    private static Path secret() throws IOException {
        Path file = Files.createFile(
                directory.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, OidcProviderProgram.CLIENT_SECRET + "\n");
    }

    @BeforeAll
    static void start() throws Exception {
        provider = OidcProviderProgram.start(URI.create(AgencyBrowser.PUBLIC + "/session/oidc/callback"));
        environment = environment(provider.issuer());
        environment.put("ATLAS_OIDC_CLIENT_SECRET_FILE", secret().toString());
        environment.put("ATLAS_OIDC_LABEL", "Sign in with City ID");
        app = WebApp.start(ConfigLoader.load(environment), 0);
        for (String name : List.of("alice", "idle")) {
            run("accounts", "add", "oidc " + name, "--role", "administrator", "--oidc-subject", name);
        }
    }

    static Map<String, String> environment(String issuer) {
        Map<String, String> environment = new HashMap<>(CITY.environment());
        environment.put("ATLAS_SERVER_PUBLIC_URL", AgencyBrowser.PUBLIC);
        environment.put("ATLAS_OIDC_ISSUER", issuer);
        environment.put("ATLAS_OIDC_CLIENT_ID", OidcProviderProgram.CLIENT_ID);
        return environment;
    }

    @AfterAll
    @SuppressWarnings("NullAway") // skipped where there is no Node
    static void stop() throws Exception {
        if (app != null) {
            app.close();
            provider.close();
        }
    }

    private static Cli run(String... arguments) {
        Cli run = Cli.run(environment, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static AgencyBrowser browser() {
        return new AgencyBrowser(app.port(), "text/html,application/xhtml+xml");
    }

    private static AgencyBrowser program() {
        return new AgencyBrowser(app.port(), "application/json");
    }

    private static String code(HttpResponse<String> answer, int status) throws Exception {
        return Staff.body(answer, status).get("code").asText();
    }

    @Test
    void whoeverTheProviderNamesIsSignedIn() throws Exception {
        AgencyBrowser browser = browser();
        assertThat(browser.get("/session").body()).contains("\"oidc\":{\"label\":\"Sign in with City ID\"}");
        URI there = browser.begin(BEGIN + "?return=self-assessment");
        assertThat(there.toString())
                .startsWith(provider.issuer())
                .contains("code_challenge_method=S256", "redirect_uri=https%3A%2F%2Fatlas.example.org%2Fsession%2F");
        HttpResponse<String> back = browser.get(browser.signInThere(there, "alice"));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(303);
        assertThat(AgencyBrowser.location(back)).isEqualTo("/self-assessment.html?sign-in=done");
        assertThat(back.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(back.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(browser.get("/session").body()).contains("\"name\":\"oidc alice\"", "\"role\":\"administrator\"");
        assertThat(browser.setCookies().get(0))
                .startsWith("__Host-atlas-oidc=")
                .contains("Path=/", "Max-Age=600", "HttpOnly", "Secure", "SameSite=Lax");
        assertThat(browser.setCookies())
                .anyMatch(line -> line.startsWith("__Host-atlas-session=") && line.contains("SameSite=Strict"))
                .anyMatch(line -> line.startsWith("__Host-atlas-oidc=;") && line.contains("Expires=Thu, 01 Jan 1970"));
        assertThat(audited("oidc alice")).contains("session.started done");
    }

    private static List<String> audited(String actor) throws Exception {
        return CITY.database()
                .query(
                        Role.AUDIT,
                        "select action || ' ' || outcome from audit.entry where actor = '" + actor
                                + "' or (actor = '' and '" + actor + "' = '') order by at");
    }

    /** Whoever had planted a session would have one that somebody else is signed in with. */
    @Test
    void theSessionIsAlwaysANewOne() throws Exception {
        AgencyBrowser browser = browser();
        browser.get(browser.signInThere(browser.begin(BEGIN), "alice"));
        browser.get(browser.signInThere(browser.begin(BEGIN), "alice"));
        List<String> sessions = browser.setCookies().stream()
                .filter(line -> line.startsWith("__Host-atlas-session="))
                .toList();
        assertThat(sessions).hasSize(2).doesNotHaveDuplicates();
    }

    /** The cookie of the one before does not come along from the provider, so it ends where one begins to sign in there. */
    @Test
    void theSessionBeforeEndsWhereOneBeginsToSignIn() throws Exception {
        AgencyBrowser browser = browser();
        browser.get(browser.signInThere(browser.begin(BEGIN), "alice"));
        assertThat(browser.isSignedIn()).isTrue();
        browser.begin(BEGIN);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void aCallbackIsTakenOnce() throws Exception {
        AgencyBrowser browser = browser();
        URI there = browser.begin(BEGIN);
        String cookie = browser.setCookies().get(0);
        String back = browser.signInThere(there, "alice");
        assertThat(browser.get(back).statusCode()).isEqualTo(303);
        AgencyBrowser again = program();
        again.put(cookie);
        assertThat(code(again.get(back), 400)).isEqualTo("SIGN_IN_OVER");
        assertThat(again.isSignedIn()).isFalse();
    }

    /** The code of one sign-in in another: the provider has given it an ID token already, and for another verifier. */
    @Test
    void aCodeIsTakenOnce() throws Exception {
        AgencyBrowser browser = program();
        String first = browser.signInThere(browser.begin(BEGIN), "alice");
        String second = browser.signInThere(browser.begin(BEGIN), "alice");
        String mixed = second.replaceFirst("code=[^&]+", parameter(first, "code"));
        assertThat(code(browser.get(mixed), 403)).isEqualTo("SIGN_IN_DENIED");
        assertThat(browser.isSignedIn()).isFalse();
    }

    private static String parameter(String address, String name) {
        return address.replaceFirst("(?s).*[?&](" + name + "=[^&]+).*", "$1");
    }

    @Test
    void anotherStateIsNone() throws Exception {
        AgencyBrowser browser = program();
        String back = browser.signInThere(browser.begin(BEGIN), "alice");
        assertThat(code(browser.get(back.replaceFirst("state=[^&]+", "state=another")), 400))
                .isEqualTo("SIGN_IN_OVER");
        assertThat(code(browser.get(back + "&" + parameter(back, "state")), 400))
                .isEqualTo("SIGN_IN_OVER");
        assertThat(browser.isSignedIn()).isFalse();
    }

    /** Whoever leads somebody to a callback of their own would have them work under a foreign account. */
    @Test
    void anotherBrowserIsNotSignedIn() throws Exception {
        AgencyBrowser hostile = browser();
        String back = hostile.signInThere(hostile.begin(BEGIN), "alice");
        AgencyBrowser victim = program();
        assertThat(code(victim.get(back), 400)).isEqualTo("SIGN_IN_OVER");
        victim.begin(BEGIN);
        assertThat(code(victim.get(back), 400)).as("with a cookie of its own").isEqualTo("SIGN_IN_OVER");
        assertThat(victim.isSignedIn()).isFalse();
        HttpResponse<String> refused = new AgencyBrowser(app.port(), "text/html").get(back);
        assertThat(AgencyBrowser.location(refused)).isEqualTo("/outreach.html?sign-in=SIGN_IN_OVER");
        assertThat(hostile.get(back).statusCode()).as("nobody used it up").isEqualTo(303);
    }

    @Test
    void afterTenMinutesItIsOver() throws Exception {
        AgencyBrowser browser = program();
        String back = browser.signInThere(browser.begin(BEGIN), "alice");
        CITY.database().asAdmin("update identity.oidc_attempt set begun_at = begun_at - interval '11 minutes'");
        assertThat(code(browser.get(back), 400)).isEqualTo("SIGN_IN_OVER");
    }

    /** What is kept of those who do not go on, stays little, and goes after ten minutes. */
    @Test
    void nobodyBeginsWithoutEnd() throws Exception {
        CITY.database()
                .asAdmin("insert into identity.oidc_attempt (state_digest, browser_digest, client, page)"
                        + " select sha256(n::text::bytea), sha256(n::text::bytea), sha256('127.0.0.1'), 'desk'"
                        + " from generate_series(1, 500) n");
        HttpResponse<String> refused = program().get(BEGIN);
        assertThat(code(refused, 503)).isEqualTo("UNAVAILABLE");
        assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(AgencyBrowser.location(browser().get(BEGIN + "?return=desk")))
                .isEqualTo("/desk.html?sign-in=UNAVAILABLE");
        CITY.database().asAdmin("update identity.oidc_attempt set begun_at = begun_at - interval '11 minutes'");
        assertThat(program().begin(BEGIN).toString()).startsWith(provider.issuer());
        assertThat(CITY.database().query(Role.DESK, "select count(*) from identity.oidc_attempt"))
                .containsExactly("1");
    }

    @Test
    void whoHasNoAccountIsRefusedAndNothingIsKeptOfThem() throws Exception {
        AgencyBrowser browser = browser();
        String back = browser.signInThere(browser.begin(BEGIN), "mallory.of.another.agency");
        int before = audited("").size();
        try (Logs logs = Logs.ofAll()) {
            HttpResponse<String> refused = browser.get(back);
            assertThat(AgencyBrowser.location(refused)).isEqualTo("/outreach.html?sign-in=ACCOUNT_UNKNOWN");
            String code = parameter(back, "code").substring("code=".length());
            for (ILoggingEvent event : logs.events()) {
                assertThat(Logs.text(event)).doesNotContain("mallory", code, parameter(back, "state"));
            }
        }
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(audited("").subList(before, audited("").size())).containsExactly("session.started refused");
        assertThat(CITY.database()
                        .query(Role.AUDIT, "select count(*) from audit.entry e where e::text like '%mallory%'"))
                .containsExactly("0");
        assertThat(CITY.database()
                        .query(Role.STEWARD, "select count(*) from identity.account where name like '%mallory%'"))
                .containsExactly("0");
    }

    @Test
    void whatEndsAnAccountEndsItHereToo() throws Exception {
        CITY.database().asAdmin("update identity.account set used_on = used_on - 91 where name = 'oidc idle'");
        AgencyBrowser browser = program();
        assertThat(code(browser.get(browser.signInThere(browser.begin(BEGIN), "idle")), 403))
                .isEqualTo("ACCOUNT_IDLE");
        run("accounts", "add", "oidc bob", "--role", "administrator", "--oidc-subject", "bob");
        Cli taken = Cli.run(environment, "accounts", "set", "oidc alice", "--oidc-subject", "bob");
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.err()).contains("another account has this subject already");
        AgencyBrowser bob = program();
        bob.get(bob.signInThere(bob.begin(BEGIN), "bob"));
        assertThat(bob.isSignedIn()).isTrue();
        run("accounts", "set", "oidc bob", "--oidc-subject", "robert");
        assertThat(bob.isSignedIn()).as("a new subject ends sessions").isFalse();
        AgencyBrowser robert = program();
        robert.get(robert.signInThere(robert.begin(BEGIN), "robert"));
        assertThat(robert.isSignedIn()).isTrue();
        run("accounts", "revoke", "oidc bob");
        assertThat(robert.isSignedIn()).isFalse();
        assertThat(code(robert.get(robert.signInThere(robert.begin(BEGIN), "robert")), 403))
                .isEqualTo("ACCOUNT_UNKNOWN");
        run("accounts", "add", "oidc bob again", "--role", "administrator", "--oidc-subject", "robert");
        run("accounts", "set", "oidc bob again", "--oidc-subject", "");
        assertThat(code(robert.get(robert.signInThere(robert.begin(BEGIN), "robert")), 403))
                .isEqualTo("ACCOUNT_UNKNOWN");
    }

    @Test
    void whoSaysNoThereIsNotSignedInHere() throws Exception {
        AgencyBrowser browser = program();
        assertThat(code(browser.get(browser.signInThere(browser.begin(BEGIN), "nobody")), 403))
                .isEqualTo("SIGN_IN_DENIED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "//evil.example", "/outreach.html", "outreach.html", "", "%0d%0aX:1"})
    void nobodyIsLedElsewhere(String page) throws Exception {
        assertThat(code(program().get(BEGIN + "?return=" + page), 400)).isEqualTo("RETURN_UNKNOWN");
    }

    @Test
    void aRequestThatNamesAnotherHostIsSentToTheConfiguredOne() throws Exception {
        byte[] request = "GET /session/oidc HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        RawHttp.Answer answer = RawHttp.send(app.port(), request).get(0);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("atlas.example.org").doesNotContain("evil");
    }

    @Test
    void theBannerMustBeReadBeforeItBegins() throws Exception {
        Map<String, String> withBanner = new HashMap<>(environment);
        withBanner.put("ATLAS_SERVER_BANNER", "For authorised use alone.");
        try (WebApp other = WebApp.start(ConfigLoader.load(withBanner), 0)) {
            AgencyBrowser browser = new AgencyBrowser(other.port(), "application/json");
            assertThat(code(browser.get(BEGIN), 400)).isEqualTo("BANNER_UNREAD");
            assertThat(browser.begin(BEGIN + "?acknowledged=true").toString()).startsWith(provider.issuer());
        }
    }

    @Test
    void whereNoProviderIsNothingIsFound() throws Exception {
        assertThat(CITY.get(BEGIN).statusCode()).isEqualTo(404);
        assertThat(CITY.get("/session/oidc/callback?code=1&state=2").statusCode())
                .isEqualTo(404);
        assertThat(CITY.json("/session").has("oidc")).isFalse();
        Cli unset = Cli.run(CITY.environment(), "accounts", "set", "oidc alice", "--oidc-subject", "x");
        assertThat(unset.err()).contains("oidc.issuer is not set");
    }

    @Test
    void aProviderThatIsDownIsNamed() throws Exception {
        OidcProviderProgram down =
                OidcProviderProgram.start(URI.create(AgencyBrowser.PUBLIC + "/session/oidc/callback"));
        Map<String, String> there = environment(down.issuer());
        there.put("ATLAS_OIDC_CLIENT_SECRET", OidcProviderProgram.CLIENT_SECRET);
        try (WebApp other = WebApp.start(ConfigLoader.load(there), 0)) {
            AgencyBrowser browser = new AgencyBrowser(other.port(), "application/json");
            String back = browser.signInThere(browser.begin(BEGIN), "alice");
            down.close();
            assertThat(code(browser.get(back), 503)).as("in the middle").isEqualTo("PROVIDER_UNREACHABLE");
        }
        try (WebApp other = WebApp.start(ConfigLoader.load(there), 0)) {
            HttpResponse<String> answer = new AgencyBrowser(other.port(), "application/json").get(BEGIN);
            assertThat(code(answer, 503)).isEqualTo("PROVIDER_UNREACHABLE");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(AgencyBrowser.location(new AgencyBrowser(other.port(), "text/html").get(BEGIN)))
                    .isEqualTo("/outreach.html?sign-in=PROVIDER_UNREACHABLE");
        }
    }

    @Test
    void anotherSiteDoesNotBegin() throws Exception {
        HttpResponse<String> answer =
                CITY.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + BEGIN))
                        .header("Sec-Fetch-Site", "cross-site")
                        .build());
        assertThat(code(answer, 403)).isEqualTo("SIGN_IN_FROM_ELSEWHERE");
    }
}
