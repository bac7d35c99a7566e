package org.reentryatlas.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/** A provider that says what it likes: by itself what a good one does, and what a test has it say otherwise. */
public final class HostileProvider implements AutoCloseable {
    /** Of the one key that it publishes. */
    public static final String KEY_ID = "first";

    /** Of all of them: to make one takes a second. */
    private static final JWK FIRST = rsa(KEY_ID);

    /** An answer of its. */
    public record Said(int status, String type, String body) {
        public static Said json(String body) {
            return new Said(200, "application/json", body);
        }
    }

    private final HttpServer server;
    private final AtomicInteger keysRead = new AtomicInteger();
    private volatile JWK key = FIRST;
    private volatile JWKSet published = new JWKSet(key.toPublicJWK());

    /** Of the nonce, what it answers for a code. */
    private volatile Function<String, Said> answer =
            nonce -> token(signed(claims(nonce).build()));

    private volatile Function<Map<String, String>, Map<String, String>> description = all -> all;
    private volatile String nonce = "";

    public HostileProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> say(exchange, Said.json(describe())));
        server.createContext("/jwks", exchange -> {
            keysRead.incrementAndGet();
            say(exchange, Said.json(published.toString()));
        });
        server.createContext("/token", exchange -> say(exchange, answer.apply(nonce)));
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String describe() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("issuer", text(issuer()));
        all.put("authorization_endpoint", text(issuer() + "/authorize"));
        all.put("token_endpoint", text(issuer() + "/token"));
        all.put("jwks_uri", text(issuer() + "/jwks"));
        all.put("response_types_supported", "[\"code\"]");
        all.put("subject_types_supported", "[\"public\"]");
        all.put("id_token_signing_alg_values_supported", "[\"RS256\"]");
        StringBuilder json = new StringBuilder();
        description
                .apply(all)
                .forEach((name, value) -> json.append(json.isEmpty() ? "{" : ",")
                        .append(text(name))
                        .append(':')
                        .append(value));
        return json.append('}').toString();
    }

    private static String text(String plain) {
        return '"' + plain + '"';
    }

    private static void say(HttpExchange exchange, Said said) {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", said.type());
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says otherwise what it is. */
    public void describe(String name, @Nullable String json) {
        description = all -> {
            if (json == null) {
                all.remove(name);
            } else {
                all.put(name, json);
            }
            return all;
        };
    }

    /** What it answers for a code, of the nonce of the sign-in under way. */
    public void answer(Function<String, Said> otherwise) {
        answer = otherwise;
    }

    public void nonce(String asked) {
        nonce = asked;
    }

    /** Signs with another key from now on, and publishes it. */
    public void rotate(String keyId) {
        key = rsa(keyId);
        published = new JWKSet(key.toPublicJWK());
    }

    public void publish(JWK other) {
        published = new JWKSet(List.of(key.toPublicJWK(), other.toPublicJWK()));
    }

    public int keysRead() {
        return keysRead.get();
    }

    public JWK key() {
        return key;
    }

    public static JWK rsa(String keyId) {
        try {
            return new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key by another name. */
    public static JWK named(JWK key, String keyId) {
        return new RSAKey.Builder(key.toRSAKey()).keyID(keyId).build();
    }

    public static JWK ec(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is right. */
    public JWTClaimsSet.Builder claims(String asked) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("atlas")
                .subject("tamed")
                .claim("nonce", asked)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public String signed(JWTClaimsSet claims) {
        return signed(claims, key, JWSAlgorithm.RS256);
    }

    public static String signed(JWTClaimsSet claims, JWK with, JWSAlgorithm algorithm) {
        try {
            return signed(claims, new DefaultJWSSignerFactory().createJWSSigner(with, algorithm), algorithm, with);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the secret of the client, or what everybody knows of the provider's key, as that of both. */
    public String signedAlike(JWTClaimsSet claims, byte[] secret) {
        try {
            return signed(claims, new MACSigner(secret), JWSAlgorithm.HS256, key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, JWSSigner signer, JWSAlgorithm algorithm, JWK named)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(requireNonNull(named.getKeyID()))
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    public static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    public static Said token(String token) {
        return Said.json("{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
