package org.reentryatlas.export;

/**
 * A file of a release.
 *
 * @param sha256 digest of its bytes, hexadecimal
 */
public record PublishedFile(String name, String mediaType, long bytes, String sha256) {}
