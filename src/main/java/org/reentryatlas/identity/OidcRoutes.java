package org.reentryatlas.identity;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;

import static java.util.Objects.requireNonNull;

/** Signing in at an agency's own provider: {@code /session/oidc}, to which browsers go and from where they are sent there and back. */
public final class OidcRoutes implements Routes {
    /** Sent back by a browser that another site leads here, as the provider does, and read by no script. */
    static final String COOKIE = "__Host-atlas-oidc";

    private static final int COOKIE_SECONDS = 600;

    /** Where it may go on; nobody is led to any other place. */
    private static final Map<String, String> PAGES = new TreeMap<>(Map.of(
            "desk", "/desk.html",
            "keys", "/keys.html",
            "outreach", "/outreach.html",
            "self-assessment", "/self-assessment.html"));

    private final Gatekeeper gatekeeper;
    private final SessionStore sessions;
    private final SignInStore signIns;
    private final OidcStore attempts;
    private final @Nullable OidcProvider provider;
    private final @Nullable String banner;

    /**
     * The routes.
     *
     * @param settings of the provider; null where there is none, so that nothing is found
     * @param banner what whoever signs in must have read; null for nothing
     */
    public OidcRoutes(
            Gatekeeper gatekeeper,
            SessionStore sessions,
            SignInStore signIns,
            OidcStore attempts,
            @Nullable OidcSettings settings,
            @Nullable String banner,
            Clock clock) {
        this.gatekeeper = gatekeeper;
        this.sessions = sessions;
        this.signIns = signIns;
        this.attempts = attempts;
        this.provider = settings == null ? null : new OidcProvider(settings, clock);
        this.banner = banner;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/session/oidc", this::begin);
        routes.get(OidcSettings.CALLBACK_PATH, this::end);
    }

    private void begin(Context context) {
        OidcProvider asked = provider();
        Parameters parameters = Parameters.of(context, Set.of("return", "acknowledged"));
        String page = parameters.text("return").orElse("outreach");
        if (!PAGES.containsKey(page)) {
            throw ProblemException.badRequest(
                    "RETURN_UNKNOWN",
                    "Parameter 'return' names no page to go on with.",
                    "The pages are: " + String.join(", ", PAGES.keySet()) + ".");
        }
        if (banner != null && !parameters.yes("acknowledged")) {
            throw ProblemException.badRequest(
                    "BANNER_UNREAD",
                    "Parameter 'acknowledged' is not true.",
                    "Read the banner of GET /session, and say that you did.");
        }
        // Neither does another site say for somebody that they read it, nor sign them in.
        String site = context.header("Sec-Fetch-Site");
        if ("cross-site".equals(site) || "same-site".equals(site)) {
            throw ProblemException.forbidden(
                    "SIGN_IN_FROM_ELSEWHERE", "Another site led here to sign in.", "Begin on a page of this server.");
        }
        goOn(context, page, () -> {
            OidcAttempt attempt = OidcAttempt.begin();
            String there = asked.begin(attempt).toString();
            attempts.begin(attempt, page, Requests.client(context));
            // Its cookie does not come along when the provider leads back.
            SessionRoutes.endBefore(context, gatekeeper, sessions);
            context.cookie(cookie(attempt.browser(), COOKIE_SECONDS));
            context.redirect(there, HttpStatus.SEE_OTHER);
        });
    }

    private void end(Context context) {
        OidcProvider asked = provider();
        OidcAttempt attempt = new OidcAttempt(given(context.cookie(COOKIE)), given(one(context, "state")));
        context.cookie(cookie("", 0));
        OidcStore.Begun begun = attempts.take(attempt).orElse(null);
        goOn(context, begun == null ? "outreach" : begun.page(), () -> {
            String client = Requests.client(context);
            if (begun == null || !begun.isFresh()) {
                signIns.refuse(client);
                throw ProblemException.badRequest(
                        "SIGN_IN_OVER",
                        "This sign-in did not begin in this browser, is older than ten minutes, or was ended already.",
                        "Begin again.");
            }
            SessionStore.Started started = signIns.startAs(subject(asked, attempt, context, client), client);
            SessionRoutes.keep(context, started);
            context.redirect(PAGES.get(begun.page()) + "?sign-in=done", HttpStatus.SEE_OTHER);
        });
    }

    private Subject subject(OidcProvider asked, OidcAttempt attempt, Context context, String client) {
        try {
            String code = one(context, "code");
            if (code == null || one(context, "error") != null) {
                throw ProblemException.forbidden(
                        "SIGN_IN_DENIED", "Your agency's provider did not sign you in.", "Begin again.");
            }
            return asked.subject(attempt, code, one(context, "iss"));
        } catch (ProblemException e) {
            signIns.refuse(client);
            throw e;
        }
    }

    private OidcProvider provider() {
        if (provider == null) {
            throw ProblemException.notFound("There is no provider here to sign in with.");
        }
        return provider;
    }

    /** A person is led back to the page, which has words for what went wrong; a program is told by status and problem. */
    private static void goOn(Context context, String page, Runnable step) {
        context.header("Cache-Control", "no-store");
        try {
            step.run();
        } catch (ProblemException e) {
            if (!requireNonNull(context.headerMap().getOrDefault("Accept", "")).contains("text/html")) {
                throw e;
            }
            context.redirect(PAGES.get(page) + "?sign-in=" + e.code(), HttpStatus.SEE_OTHER);
        }
    }

    /** Providers add parameters of their own; of ours, one that comes twice is none. */
    private static @Nullable String one(Context context, String name) {
        return context.queryParams(name).size() == 1 ? context.queryParam(name) : null;
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Cookie cookie(String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        cookie.setMaxAge(seconds);
        return cookie;
    }
}
