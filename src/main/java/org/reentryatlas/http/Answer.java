package org.reentryatlas.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** An answer as bytes, ready to be sent again, where it pays compressed too, and with a tag for each form. */
public final class Answer {
    /** Below this, compressing saves no packet; and pictures are compressed already. */
    private static final int WORTH_COMPRESSING = 1_000;

    private static final int DIGEST_BYTES = 12;

    private final String contentType;
    private final Map<String, String> headers;
    private final byte[] plain;
    private final String digest;
    private volatile byte @Nullable [] gzip;

    private Answer(String contentType, Map<String, String> headers, byte[] plain) {
        this.contentType = contentType;
        this.headers = Map.copyOf(headers);
        this.plain = plain;
        this.digest = digest(plain);
    }

    /** An answer with status 200. */
    public static Answer of(String contentType, String body) {
        return of(contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same with more headers.
     *
     * @param body nobody changes it afterwards
     */
    public static Answer of(String contentType, Map<String, String> headers, byte[] body) {
        return new Answer(contentType, headers, body);
    }

    /** The same, in a language that the client may have chosen by a header. */
    Answer in(Locale language) {
        Map<String, String> more = new HashMap<>(headers);
        more.put("Content-Language", language.getLanguage());
        more.put("Vary", "Accept, Accept-Encoding, Accept-Language");
        return new Answer(contentType, more, plain);
    }

    String contentType() {
        return contentType;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Whether it is sent compressed to whoever takes that. */
    boolean isWorthCompressing() {
        return plain.length >= WORTH_COMPRESSING && !contentType.startsWith("image/");
    }

    /** The bytes to send. */
    byte[] body(boolean compressed) {
        byte[] known = gzip;
        return !compressed ? plain : known != null ? known : compressOnce();
    }

    /** Compressing costs more than most answers, and many are asked for once, by a program that takes them as they are. */
    private synchronized byte[] compressOnce() {
        byte[] made = gzip;
        if (made == null) {
            made = compress(plain);
            gzip = made;
        }
        return made;
    }

    /** A strong tag is of the very bytes, so each form has its own. */
    String tag(boolean compressed) {
        return EntityTag.of(compressed ? digest + "-gzip" : digest);
    }

    /** What it may take in memory, in bytes, but for the objects around the bytes; text is compressed to a third and less. */
    int size() {
        return plain.length + (isWorthCompressing() ? plain.length / 3 : 0);
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
        return HexFormat.of().formatHex(DigestUtils.sha256(bytes), 0, DIGEST_BYTES);
    }
}
