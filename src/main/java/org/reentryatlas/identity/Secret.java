package org.reentryatlas.identity;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * 256 random bits that somebody shows to be known again, as text for URLs, cookies and keys. The server keeps their SHA-256 alone.
 */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /** A new one, 43 characters of base64url. */
    public static String draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of it. */
    public static byte[] digest(String secret) {
        return DigestUtils.sha256(secret);
    }
}
