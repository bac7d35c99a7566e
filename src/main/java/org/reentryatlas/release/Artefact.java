package org.reentryatlas.release;

import java.nio.charset.StandardCharsets;

/**
 * A file that a release publishes. It is text in UTF-8.
 *
 * @param name such as {@code cells.csv}
 */
record Artefact(String name, String mediaType, String content) {
    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    String sha256() {
        return Sha256.of(bytes());
    }
}
