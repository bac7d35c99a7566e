package org.reentryatlas.http;

import org.jspecify.annotations.Nullable;

/**
 * How bytes come to a server, and what browsers are told of it.
 *
 * @param tls how it speaks TLS itself, or null if it speaks plain HTTP
 * @param strictTransport value of {@code Strict-Transport-Security} in answers over TLS, also that of a trusted proxy; null for none
 */
public record Transport(@Nullable TlsSettings tls, @Nullable String strictTransport) {
    /** Plain HTTP, of which nothing is said. */
    public static final Transport PLAIN = new Transport(null, null);
}
