package org.reentryatlas.http;

import io.javalin.http.Handler;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every answer tells the browser: run only our own code, ask nobody else, sniff nothing, frame nowhere. */
final class SecurityHeaders {
    private static final String IMAGES = "img-src 'self' data:";
    private static final Set<String> MAP_PAGES = Set.of("/", "/index.html");
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " " + IMAGES + "; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), microphone=(), payment=(), geolocation=(self)",
            "Cross-Origin-Opener-Policy", "same-origin");

    private SecurityHeaders() {}

    /**
     * Adds them to what routes and files answer.
     *
     * @param imageOrigin scheme and host that the page of the map, and no other answer, may take pictures from; or null
     */
    static Handler adding(@Nullable String imageOrigin) {
        String ofMap = imageOrigin == null
                ? CONTENT_SECURITY_POLICY
                : CONTENT_SECURITY_POLICY.replace(IMAGES, IMAGES + " " + imageOrigin);
        return context -> {
            ALL.forEach(context::header);
            if (MAP_PAGES.contains(context.path())) {
                context.header("Content-Security-Policy", ofMap);
            }
        };
    }
}
