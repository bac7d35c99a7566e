package org.reentryatlas.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An entry in its place in the chain.
 *
 * <p>Its hash is SHA-256 of the 32 bytes of {@code previousHash} and of what follows in UTF-8: chain, number, time in milliseconds since the start of
 * 1970 in UTC, role, actor, place, action, kind and identifier of the object, outcome and purpose, each with the number of its bytes and a
 * colon before it. The function {@code audit.digest} of the database computes the same.
 *
 * @param at of milliseconds
 * @param role of the database that was signed in
 * @param previousHash in hexadecimal digits, as the hash
 */
record Recorded(
        int chain,
        long seq,
        Instant at,
        String role,
        String actor,
        String place,
        String action,
        String objectKind,
        String objectId,
        String outcome,
        String purpose,
        String previousHash,
        String hash) {
    /** What stands before the first entry. */
    static final String START = "0".repeat(64);

    /** What the hash would be if the entry had this number. */
    String expectedHash(long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.writeBytes(HexFormat.of().parseHex(previousHash));
        add(bytes, Integer.toString(chain));
        add(bytes, Long.toString(number));
        add(bytes, Long.toString(at.toEpochMilli()));
        add(bytes, role);
        add(bytes, actor);
        add(bytes, place);
        add(bytes, action);
        add(bytes, objectKind);
        add(bytes, objectId);
        add(bytes, outcome);
        add(bytes, purpose);
        return DigestUtils.sha256Hex(bytes.toByteArray());
    }

    private static void add(ByteArrayOutputStream bytes, String field) {
        byte[] text = field.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((text.length + ":").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(text);
    }

    boolean fits(long number) {
        return hash.equals(expectedHash(number));
    }

    boolean follows(String hashBefore) {
        return previousHash.equals(hashBefore);
    }
}
