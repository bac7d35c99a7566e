package org.reentryatlas.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers to ask over TLS alone from now on (RFC 6797), where they did; of an answer in the clear they would not believe it.
 *
 * @param value what is told, or null for nothing
 */
record StrictTransport(Proxies proxies, @Nullable String value) {
    void addTo(Request request, HttpFields.Mutable headers) {
        if (value != null && proxies.isSecure(request)) {
            headers.put("Strict-Transport-Security", value);
        }
    }
}
