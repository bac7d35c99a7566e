package org.reentryatlas.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer as bytes, ready to be sent again: also compressed, where that makes it smaller, and with a tag for each form. */
public final class Answer {
    /** Below this, compressing saves no packet. */
    private static final int WORTH_COMPRESSING = 1_000;

    private static final int DIGEST_BYTES = 12;

    private final String contentType;
    private final Map<String, String> headers;
    private final byte[] plain;
    private volatile byte @Nullable [] gzip;
    private final String digest;

    private Answer(String contentType, Map<String, String> headers, byte[] plain) {
        this.contentType = contentType;
        this.headers = Map.copyOf(headers);
        this.plain = plain;
        this.digest = digest(plain);
    }

    /** An answer with status 200. */
    public static Answer of(String contentType, String body) {
        return of(contentType, Map.of(), body);
    }

    /** The same with more headers. */
    public static Answer of(String contentType, Map<String, String> headers, String body) {
        return of(contentType, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same.
     *
     * @param body nobody changes it afterwards
     */
    public static Answer of(String contentType, Map<String, String> headers, byte[] body) {
        return new Answer(contentType, headers, body);
    }

    String contentType() {
        return contentType;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Whether it is sent compressed to whoever takes that. */
    boolean isWorthCompressing() {
        return plain.length >= WORTH_COMPRESSING;
    }

    /** The bytes to send. */
    byte[] body(boolean compressed) {
        if (!compressed) {
            return plain;
        }
        byte[] known = gzip;
        if (known == null) {
            // Two may do so at once, to the same end.
            known = compress(plain);
            gzip = known;
        }
        return known;
    }

    /** A strong tag is of the very bytes, so each form has its own. */
    String tag(boolean compressed) {
        return EntityTag.of(compressed ? digest + "-gzip" : digest);
    }

    /** What it may take in memory, in bytes, but for the objects around the bytes. */
    int size() {
        return 2 * plain.length;
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return compressed.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
