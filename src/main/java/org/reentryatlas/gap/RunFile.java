package org.reentryatlas.gap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a run, as it is handed out.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
record RunFile(String name, String mediaType, String sha256, String text) {
    static RunFile of(String name, String text) {
        return new RunFile(
                name,
                name.endsWith(".json") ? "application/json" : "text/csv; charset=utf-8; header=present",
                sha256(text.getBytes(StandardCharsets.UTF_8)),
                text);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
