package org.reentryatlas.identity;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A sign-in that began in a browser and that a provider is to end there. The browser's secret never leaves it and this server, and what
 * the provider is told is made of it: without the browser neither the state nor what the database keeps leads anywhere.
 *
 * @param browser 256 random bits in a cookie
 * @param state 256 random bits that come back with the browser
 */
record OidcAttempt(String browser, String state) {
    private static final String DIGEST = "HmacSHA256";

    static OidcAttempt begin() {
        return new OidcAttempt(Secret.draw(), Secret.draw());
    }

    /** What the ID token must repeat. */
    String nonce() {
        return made("nonce");
    }

    /** What the provider is shown last, and has had the SHA-256 of from the beginning (PKCE). */
    String verifier() {
        return made("verifier");
    }

    private String made(String what) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(new SecretKeySpec(browser.getBytes(StandardCharsets.UTF_8), DIGEST));
            byte[] made = mac.doFinal((what + " " + state).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC of SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "OidcAttempt";
    }
}
