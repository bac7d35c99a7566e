package org.reentryatlas.gap;

import org.apache.commons.codec.digest.DigestUtils;

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
                DigestUtils.sha256Hex(text),
                text);
    }
}
