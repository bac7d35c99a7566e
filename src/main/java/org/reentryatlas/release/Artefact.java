package org.reentryatlas.release;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/** A file that a release publishes. */
public final class Artefact {
    private final String name;
    private final String mediaType;
    private final byte[] bytes;

    /**
     * A file.
     *
     * @param name such as {@code people-by-beat.gpkg}
     * @param bytes nobody changes them afterwards
     */
    public Artefact(String name, String mediaType, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** One that is text in UTF-8. */
    static Artefact of(String name, String mediaType, String text) {
        return new Artefact(name, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String sha256() {
        return DigestUtils.sha256Hex(bytes);
    }
}
