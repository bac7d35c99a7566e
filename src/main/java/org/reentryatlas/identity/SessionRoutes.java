package org.reentryatlas.identity;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;

/** Signing in and out: {@code /session}. */
public final class SessionRoutes implements Routes {
    private final SessionStore sessions;
    private final Gatekeeper gatekeeper;

    public SessionRoutes(SessionStore sessions, Gatekeeper gatekeeper) {
        this.sessions = sessions;
        this.gatekeeper = gatekeeper;
    }

    /** What is sent to sign in. */
    record Credentials(@Nullable String key) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/session", this::describe);
        routes.post("/session", this::start);
        routes.delete("/session", this::end);
    }

    private void describe(Context context) {
        answer(context, gatekeeper.session(context).orElse(null));
    }

    private void start(Context context) {
        String key = JsonBody.read(context, Credentials.class).key();
        SessionStore.Started started = sessions.start(key == null ? "" : key.strip(), Requests.client(context))
                .orElseThrow(() -> ProblemException.forbidden(
                        "KEY_UNKNOWN",
                        "There is no account with this key, or its time is over.",
                        "See that the whole key was given, or ask for a new one."));
        Cookie cookie = new Cookie(Gatekeeper.COOKIE, started.token());
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
        answer(context, started.session());
    }

    private void end(Context context) {
        Account account = gatekeeper.requireForChange(context);
        String token = context.cookie(Gatekeeper.COOKIE);
        if (token != null) {
            sessions.end(token, account);
        }
        Cookie cookie = new Cookie(Gatekeeper.COOKIE, "");
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setMaxAge(0);
        context.cookie(cookie);
        answer(context, null);
    }

    /** Nobody signed in is an answer too, and no fault: a page asks it first. */
    private static void answer(Context context, @Nullable Session session) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("signedIn", session != null);
        if (session != null) {
            body.put("name", session.account().name());
            body.put("role", session.account().role().code());
            body.put("agency", session.account().agency().code());
            body.put("areas", session.account().areas());
            body.put("post", session.account().post());
            body.put("formToken", session.formToken());
        }
        context.header("Cache-Control", "no-store").json(body);
    }
}
