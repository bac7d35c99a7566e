package org.reentryatlas.export;

import org.jspecify.annotations.Nullable;

/**
 * A file of a release.
 *
 * @param sha256 digest of its bytes, hexadecimal
 */
public record PublishedFile(String name, String mediaType, long bytes, String sha256) {
    /**
     * Whether it is a layer in a format.
     *
     * @param layer its identifier, or null for any
     * @param format null for any
     */
    public boolean isOf(@Nullable String layer, @Nullable Format format) {
        return Format.ofFile(name)
                .filter(own -> format == null || own == format)
                .filter(own -> layer == null || name.equals(own.fileName(layer)))
                .isPresent();
    }
}
