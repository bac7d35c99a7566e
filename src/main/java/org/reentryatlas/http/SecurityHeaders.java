package org.reentryatlas.http;

import io.javalin.http.Context;
import java.util.Map;

/** What every answer tells the browser: run only our own code, ask nobody else, sniff nothing, frame nowhere. */
final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), microphone=(), payment=(), geolocation=(self)",
            "Cross-Origin-Opener-Policy", "same-origin");

    private SecurityHeaders() {}

    static void addTo(Context context) {
        ALL.forEach(context::header);
    }
}
