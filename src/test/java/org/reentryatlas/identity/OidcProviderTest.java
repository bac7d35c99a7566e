package org.reentryatlas.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.support.HostileProvider;
import org.reentryatlas.support.HostileProvider.Said;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is believed of a provider that says what it likes; a sign-in whole, and in a real one, is in OidcTest. */
class OidcProviderTest {
    private static final String SECRET = "a secret that is long enough to sign with it";
    private static final Pattern NONCE = Pattern.compile("[?&]nonce=([^&]+)");
    private static final JWK ANOTHER = HostileProvider.rsa(HostileProvider.KEY_ID);

    private static final JWK UNKNOWN = HostileProvider.named(ANOTHER, "unknown");

    @SuppressWarnings("NullAway.Init") // JUnit calls start first
    private HostileProvider hostile;

    @SuppressWarnings("NullAway.Init")
    private OidcProvider asked;

    @BeforeEach
    void start() throws Exception {
        hostile = new HostileProvider();
        asked = asking(List.of(), List.of(), null);
    }

    @AfterEach
    void stop() {
        hostile.close();
    }

    private OidcProvider asking(List<String> acr, List<String> amr, @Nullable Duration maxAge) {
        OidcSettings settings = new OidcSettings(
                hostile.issuer(),
                "atlas",
                SECRET,
                URI.create("https://atlas.example.org/session/oidc/callback"),
                null,
                Set.of("RS256"),
                acr,
                amr,
                maxAge);
        return new OidcProvider(settings, Clock.systemUTC());
    }

    /** Goes there and comes back with a code. */
    private Subject signIn() {
        return signIn(null);
    }

    private Subject signIn(@Nullable String issuer) {
        OidcAttempt attempt = OidcAttempt.begin();
        Matcher nonce = NONCE.matcher(asked.begin(attempt).toString());
        assertThat(nonce.find()).isTrue();
        hostile.nonce(nonce.group(1));
        return asked.subject(attempt, "a code", issuer);
    }

    private String refusal() {
        ProblemException refused = catchThrowableOfType(ProblemException.class, this::signIn);
        assertThat(refused).isNotNull();
        return refused.code();
    }

    private void claim(UnaryOperator<JWTClaimsSet.Builder> change) {
        hostile.answer(nonce -> HostileProvider.token(
                hostile.signed(change.apply(hostile.claims(nonce)).build())));
    }

    @Test
    void whatIsRightIsBelieved() {
        assertThat(signIn()).isEqualTo(new Subject(hostile.issuer(), "tamed"));
        assertThat(signIn(hostile.issuer()).name()).isEqualTo("tamed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other key",
                "no signature",
                "signed with the client's secret",
                "signed with the public key as a secret",
                "other algorithm",
                "changed after it was signed",
                "no token"
            })
    void whatItDidNotSignIsNotBelieved(String how) {
        hostile.publish(HostileProvider.ec("curve"));
        hostile.answer(nonce -> forged(how, hostile.claims(nonce).build()));
        assertThat(refusal()).isIn("ID_TOKEN_REFUSED", "PROVIDER_FAULT");
        assertThat(refusal().equals("PROVIDER_FAULT")).isEqualTo(how.equals("no token"));
    }

    private Said forged(String how, JWTClaimsSet claims) {
        return switch (how) {
            case "other key" -> HostileProvider.token(HostileProvider.signed(claims, ANOTHER, JWSAlgorithm.RS256));
            case "no signature" -> HostileProvider.token(HostileProvider.unsigned(claims));
            case "signed with the client's secret" ->
                HostileProvider.token(hostile.signedAlike(claims, SECRET.getBytes(StandardCharsets.UTF_8)));
            case "signed with the public key as a secret" ->
                HostileProvider.token(hostile.signedAlike(claims, encoded(hostile.key())));
            case "other algorithm" ->
                HostileProvider.token(HostileProvider.signed(claims, hostile.key(), JWSAlgorithm.RS512));
            case "changed after it was signed" -> HostileProvider.token(changed(claims));
            default -> Said.json("{\"access_token\":\"x\",\"token_type\":\"Bearer\"}");
        };
    }

    /** The signature of one token below the claims of another. */
    private String changed(JWTClaimsSet claims) {
        String[] good = hostile.signed(claims).split("\\.", -1);
        String[] other = hostile.signed(
                        new JWTClaimsSet.Builder(claims).subject("admin").build())
                .split("\\.", -1);
        return other[0] + "." + other[1] + "." + good[2];
    }

    private static byte[] encoded(JWK key) {
        try {
            return key.toRSAKey().toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other issuer",
                "other audience",
                "another audience, too",
                "another audience, and who it was given to is not said",
                "given to another client",
                "expired",
                "without end",
                "from the future",
                "not yet",
                "other nonce",
                "no nonce",
                "no subject",
                "blank subject"
            })
    void whatIsNotForThisSignInIsNotBelieved(String how) {
        claim(claims -> wrong(how, claims));
        assertThat(refusal()).isEqualTo("ID_TOKEN_REFUSED");
    }

    private static JWTClaimsSet.Builder wrong(String how, JWTClaimsSet.Builder claims) {
        Instant now = Instant.now();
        return switch (how) {
            case "other issuer" -> claims.issuer("https://evil.example");
            case "other audience" -> claims.audience("another client");
            case "another audience, too" ->
                claims.audience(List.of("atlas", "another client")).claim("azp", "another client");
            case "another audience, and who it was given to is not said" ->
                claims.audience(List.of("atlas", "another client"));
            case "given to another client" -> claims.claim("azp", "another client");
            case "expired" -> claims.expirationTime(Date.from(now.minusSeconds(70)));
            case "without end" -> claims.expirationTime(null);
            case "from the future" -> claims.issueTime(Date.from(now.plusSeconds(120)));
            case "not yet" -> claims.notBeforeTime(Date.from(now.plusSeconds(120)));
            case "other nonce" -> claims.claim("nonce", "another");
            case "no nonce" -> claims.claim("nonce", null);
            case "no subject" -> claims.subject(null);
            default -> claims.subject(" ");
        };
    }

    @Test
    void clocksMayBeOffByAMinute() {
        claim(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(30))));
        assertThat(signIn().name()).isEqualTo("tamed");
    }

    @Test
    void anAnswerOfAnotherIssuerIsNone() {
        assertThatThrownBy(() -> signIn("https://evil.example")).isInstanceOf(ProblemException.class);
        hostile.describe("authorization_response_iss_parameter_supported", "true");
        asked = asking(List.of(), List.of(), null);
        assertThat(refusal()).as("which says that it always names itself").isEqualTo("ID_TOKEN_REFUSED");
        assertThat(signIn(hostile.issuer()).name()).isEqualTo("tamed");
    }

    @Test
    void aNewKeyIsReadAndAKnownOneIsNot() {
        signIn();
        signIn();
        assertThat(hostile.keysRead()).isEqualTo(1);
        hostile.rotate("second");
        assertThat(signIn().name()).isEqualTo("tamed");
        assertThat(hostile.keysRead()).isEqualTo(2);
    }

    /** Else whoever sends tokens of no key would have this server ask the provider without end. */
    @Test
    void keysThatNobodyHasAreNotAskedForAgainAndAgain() {
        signIn();
        hostile.answer(nonce -> HostileProvider.token(
                HostileProvider.signed(hostile.claims(nonce).build(), UNKNOWN, JWSAlgorithm.RS256)));
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(refusal()).isEqualTo("ID_TOKEN_REFUSED");
        }
        assertThat(hostile.keysRead()).isLessThanOrEqualTo(3);
    }

    @Test
    void howSomebodySignedInThereMayBeAskedFor() {
        asked = asking(List.of("urn:two", "urn:three"), List.of("mfa", "otp"), Duration.ofMinutes(30));
        assertThat(asked.begin(OidcAttempt.begin()).toString())
                .contains("acr_values=urn%3Atwo+urn%3Athree", "max_age=1800");
        assertThat(refusal()).isEqualTo("SIGN_IN_TOO_WEAK");
        claim(claims -> strong(claims, 60));
        assertThat(signIn().name()).isEqualTo("tamed");
        claim(claims -> strong(claims, 60).claim("acr", "urn:one"));
        assertThat(refusal()).isEqualTo("SIGN_IN_TOO_WEAK");
        claim(claims -> strong(claims, 60).claim("amr", List.of("pwd")));
        assertThat(refusal()).isEqualTo("SIGN_IN_TOO_WEAK");
        claim(claims -> strong(claims, 1_900));
        assertThat(refusal()).isEqualTo("SIGN_IN_TOO_WEAK");
    }

    private static JWTClaimsSet.Builder strong(JWTClaimsSet.Builder claims, long secondsAgo) {
        return claims.claim("acr", "urn:three")
                .claim("amr", List.of("pwd", "otp"))
                .claim("auth_time", Instant.now().getEpochSecond() - secondsAgo);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_grant\"}  | SIGN_IN_DENIED",
                "401 | {\"error\":\"invalid_client\"} | PROVIDER_FAULT",
                "200 | <p>Welcome</p>                 | PROVIDER_FAULT",
                "302 | {}                             | PROVIDER_FAULT",
                "500 | {}                             | PROVIDER_UNREACHABLE"
            })
    void whatGoesWrongThereIsNamed(int status, String body, String code) {
        hostile.answer(nonce -> new Said(status, "application/json", body));
        assertThat(refusal()).isEqualTo(code);
    }

    @Test
    void anAnswerWithoutEndIsNotReadToIt() {
        hostile.answer(nonce -> Said.json(" ".repeat(600_000)));
        assertThat(refusal()).isEqualTo("PROVIDER_UNREACHABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "issuer                 | \"https://evil.example\"",
                "token_endpoint         | \"http://evil.example/token\"",
                "authorization_endpoint | \"javascript:alert(1)\"",
                "jwks_uri               | \"file:///etc/passwd\"",
                "token_endpoint         | ",
                "subject_types_supported| 7"
            })
    void aDescriptionThatCannotBeIsNotUsed(String name, @Nullable String json) {
        hostile.describe(name, json);
        assertThat(refusal()).isEqualTo("PROVIDER_FAULT");
    }

    /** Five seconds to the last byte, and not as long as whoever listens there likes; then the connection is closed. */
    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400000\r\n\r\n{"})
    void nobodyWaitsForAProviderThatSaysNothingOrDoesNotEnd(String said) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            OidcSettings settings = new OidcSettings(
                    "http://127.0.0.1:" + silent.getLocalPort(),
                    "atlas",
                    null,
                    URI.create("https://atlas.example.org/"),
                    null,
                    Set.of("RS256"),
                    List.of(),
                    List.of(),
                    null);
            OidcProvider waiting = new OidcProvider(settings, Clock.systemUTC());
            CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> say(said, silent));
            long begin = System.nanoTime();
            ProblemException refused =
                    catchThrowableOfType(ProblemException.class, () -> waiting.begin(OidcAttempt.begin()));
            assertThat(refused.code()).isEqualTo("PROVIDER_UNREACHABLE");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
            assertThat(closed).succeedsWithin(Duration.ofSeconds(9));
        }
    }

    /** Until whoever asks closes the connection. */
    private static void say(String text, ServerSocket at) {
        try (Socket asked = at.accept()) {
            asked.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            asked.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS256x", ""})
    void noAlgorithmIsTakenThatOthersCanSignWith(String algorithm) {
        assertThatThrownBy(() -> OidcSettings.requireSafe(Set.of("RS256", algorithm)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be of RS256");
    }

    @Test
    void nothingIsKeptThatLeadsOnWithoutTheBrowser() {
        OidcAttempt one = OidcAttempt.begin();
        OidcAttempt same = new OidcAttempt(one.browser(), one.state());
        OidcAttempt other = new OidcAttempt(one.browser(), OidcAttempt.begin().state());
        assertThat(same.nonce()).isEqualTo(one.nonce()).isNotEqualTo(one.verifier());
        assertThat(other.verifier()).isNotEqualTo(one.verifier()).hasSize(43);
        assertThat(one.toString()).doesNotContain(one.browser(), one.state());
    }
}
