package org.reentryatlas.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an agency's provider is asked, and what of its answers is believed. Safe for many threads. */
final class OidcProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

    /** Its description is read again after so long; its keys after five minutes, and when one is unknown. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final int SKEW_SECONDS = 60;

    /** A provider that does not answer must not hold up those who ask for something else. */
    private final Turn turn = new Turn(4, Duration.ofSeconds(5), "Others are signing in.");

    private final OidcSettings settings;
    private final Clock clock;
    private final ProviderCalls calls = new ProviderCalls();
    private @Nullable Known known;

    OidcProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What it says of itself, with what its ID tokens are held to. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant readAt) {}

    /**
     * Where a browser signs in.
     *
     * @throws ProblemException 502 or 503 if the provider's description cannot be read or used
     */
    URI begin(OidcAttempt attempt) {
        OIDCProviderMetadata metadata = turn.take(this::known).metadata();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid"), new ClientID(settings.clientId()), settings.callback())
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
        if (!settings.requiredAcr().isEmpty()) {
            request.acrValues(settings.requiredAcr().stream().map(ACR::new).toList());
        }
        Duration maxAge = settings.maxAge();
        if (maxAge != null) {
            request.maxAge(Math.toIntExact(maxAge.toSeconds()));
        }
        return request.build().toURI();
    }

    /**
     * Whom it names for a code.
     *
     * @param issuer as which whoever sent the browser back named itself (RFC 9207); null where it did not
     * @throws ProblemException 403 if it refuses the code or what it says is not believed, 502 or 503 if it cannot be asked
     */
    Subject subject(OidcAttempt attempt, String code, @Nullable String issuer) {
        return turn.take(() -> {
            Known now = known();
            boolean saysWho = now.metadata().supportsAuthorizationResponseIssuerParam();
            if (issuer == null ? saysWho : !issuer.equals(settings.issuer())) {
                throw refused("the answer is of another issuer");
            }
            return believed(now, exchange(now, attempt, code), attempt);
        });
    }

    private JWT exchange(Known now, OidcAttempt attempt, String code) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), settings.callback(), new CodeVerifier(attempt.verifier()));
        try {
            HTTPResponse answer = request(now.metadata(), grant).toHTTPRequest().send(calls);
            if (answer.getStatusCode() >= 500) {
                throw outage("the token endpoint answers with status " + answer.getStatusCode());
            }
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (response instanceof OIDCTokenResponse given) {
                JWT token = given.getOIDCTokens().getIDToken();
                if (token == null) {
                    throw fault("the answer of the token endpoint has no ID token");
                }
                return token;
            }
            String error = response.toErrorResponse().getErrorObject().getCode();
            if (OAuth2Error.INVALID_GRANT.getCode().equals(error)) {
                throw ProblemException.forbidden(
                        "SIGN_IN_DENIED", "Your agency's provider did not take the code.", "Begin again.");
            }
            throw fault("the token endpoint refuses this server, which may not be set up there as here");
        } catch (ParseException e) {
            throw fault("the answer of the token endpoint has another form");
        } catch (IOException e) {
            throw outage("the token endpoint: " + e.getMessage());
        }
    }

    private TokenRequest request(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant) {
        URI endpoint = metadata.getTokenEndpointURI();
        ClientID client = new ClientID(settings.clientId());
        String text = settings.clientSecret();
        if (text == null) {
            return new TokenRequest.Builder(endpoint, client, grant).build();
        }
        com.nimbusds.oauth2.sdk.auth.Secret secret = new com.nimbusds.oauth2.sdk.auth.Secret(text);
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean isPosted = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return new TokenRequest.Builder(
                        endpoint,
                        isPosted ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret),
                        grant)
                .build();
    }

    private Subject believed(Known now, JWT token, OidcAttempt attempt) {
        try {
            IDTokenClaimsSet claims = now.validator().validate(token, new Nonce(attempt.nonce()));
            requireForUs(claims);
            requireBegun(claims);
            requireStrong(claims);
            return new Subject(settings.issuer(), claims.getSubject().getValue());
        } catch (RateLimitReachedException e) {
            throw refused("its key is unknown, and they were read a moment ago");
        } catch (KeySourceException e) {
            throw outage("its keys cannot be read");
        } catch (BadJOSEException | JOSEException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw refused("the subject is none");
        }
    }

    /** The library is content if this client is among the audience; who got the token must be this one. */
    private void requireForUs(IDTokenClaimsSet claims) {
        AuthorizedParty party = claims.getAuthorizedParty();
        if (party == null ? claims.getAudience().size() > 1 : !party.getValue().equals(settings.clientId())) {
            throw refused("it is for another client");
        }
    }

    /** The library looks at the end of its time alone. */
    private void requireBegun(IDTokenClaimsSet claims) {
        Number begins = claims.getNumberClaim("nbf");
        if (begins != null && begins.longValue() > clock.instant().getEpochSecond() + SKEW_SECONDS) {
            throw refused("its time has not begun");
        }
    }

    private void requireStrong(IDTokenClaimsSet claims) {
        ACR acr = claims.getACR();
        List<AMR> amr = claims.getAMR();
        boolean isStrong = (settings.requiredAcr().isEmpty()
                        || (acr != null && settings.requiredAcr().contains(acr.getValue())))
                && (settings.requiredAmr().isEmpty()
                        || (amr != null
                                && amr.stream()
                                        .anyMatch(each -> settings.requiredAmr().contains(each.getValue()))));
        Duration maxAge = settings.maxAge();
        if (maxAge != null) {
            Number signedIn = claims.getNumberClaim(IDTokenClaimsSet.AUTH_TIME_CLAIM_NAME);
            isStrong &= signedIn != null
                    && clock.instant().getEpochSecond() - signedIn.longValue() <= maxAge.toSeconds() + SKEW_SECONDS;
        }
        if (!isStrong) {
            throw ProblemException.forbidden(
                    "SIGN_IN_TOO_WEAK",
                    "Your agency's provider does not say that you have just signed in there in the way that is asked for here.",
                    "Sign out there, and sign in again with your second factor.");
        }
    }

    private synchronized Known known() {
        Known before = known;
        Instant now = clock.instant();
        if (before == null || !now.isBefore(before.readAt().plus(KEPT))) {
            known = before = read(now);
        }
        return before;
    }

    private Known read(Instant now) {
        Issuer issuer = new Issuer(settings.issuer());
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.parse(calls.retrieveResource(OIDCProviderMetadata.resolveURL(issuer))
                            .getContent());
            if (!metadata.getIssuer().equals(issuer)) {
                throw fault("its description is of another issuer");
            }
            for (URI endpoint : new URI[] {
                metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI()
            }) {
                if (endpoint == null) {
                    throw fault("its description lacks an endpoint");
                }
                OidcSettings.requireTrusted(endpoint);
            }
            return new Known(metadata, validator(metadata, issuer), now);
        } catch (GeneralException | IllegalArgumentException e) {
            throw fault("its description has another form");
        } catch (IOException e) {
            throw outage("its description: " + e.getMessage());
        }
    }

    private IDTokenValidator validator(OIDCProviderMetadata metadata, Issuer issuer) throws IOException {
        IDTokenValidator validator = new IDTokenValidator(
                issuer,
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<SecurityContext>(
                        settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()),
                        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), calls)
                                .refreshAheadCache(false)
                                .build()),
                null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        return validator;
    }

    /** Whoever administers the server reads why, and of whom nothing: what the provider says of people is not among it. */
    private static ProblemException refused(String why) {
        LOG.warn("a sign-in was refused: {}", line(why));
        return ProblemException.forbidden(
                "ID_TOKEN_REFUSED",
                "What your agency's provider says of you is not believed.",
                "Begin again; if it happens again, tell whoever administers this server.");
    }

    private static ProblemException fault(String why) {
        LOG.warn("the provider of sign-ins: {}", why);
        return ProblemException.badGateway(
                "PROVIDER_FAULT",
                "Your agency's provider answers, but not in a way that this server understands.",
                "Sign in with your key, and tell whoever administers this server.");
    }

    private static ProblemException outage(String why) {
        LOG.warn("the provider of sign-ins: {}", why);
        return ProblemException.unreachable(
                "PROVIDER_UNREACHABLE",
                "Your agency's provider does not answer.",
                "Try again in a few minutes, or sign in with your key.");
    }

    private static String line(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 200 ? plain.substring(0, 200) : plain;
    }
}
