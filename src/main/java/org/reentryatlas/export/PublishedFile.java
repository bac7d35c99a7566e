package org.reentryatlas.export;

import org.jspecify.annotations.Nullable;

/**
 * A file of a release.
 *
 * @param sha256 digest of its bytes, hexadecimal
 */
public record PublishedFile(String name, String mediaType, long bytes, String sha256) {
    /**
     * Whether it is a layer, or the whole release, in a format.
     *
     * @param layer its identifier, or {@code release}; null for any
     * @param format null for any
     */
    public boolean isOf(@Nullable String layer, @Nullable Format format) {
        return LayerFile.of(name)
                .filter(file -> format == null || file.format() == format)
                .filter(file -> layer == null || file.layer().equals(layer))
                .isPresent();
    }
}
