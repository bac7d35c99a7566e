package org.reentryatlas.http;

import io.javalin.http.Context;

/** What every answer tells the browser: run only our own code, ask nobody else, sniff nothing, frame nowhere. */
final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void addTo(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Permissions-Policy", "camera=(), microphone=(), payment=(), geolocation=(self)")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }
}
