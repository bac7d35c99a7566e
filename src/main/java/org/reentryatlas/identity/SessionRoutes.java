package org.reentryatlas.identity;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Problem;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;

/** Signing in and out: {@code /session}. */
public final class SessionRoutes implements Routes {
    private final SessionStore sessions;
    private final SignInStore signIns;
    private final Gatekeeper gatekeeper;
    private final @Nullable String banner;
    private final @Nullable OidcSettings oidc;

    /**
     * The routes.
     *
     * @param banner what whoever signs in must have read; null for nothing
     * @param oidc with whom one can sign in, too; null for nobody
     */
    public SessionRoutes(
            SessionStore sessions,
            SignInStore signIns,
            Gatekeeper gatekeeper,
            @Nullable String banner,
            @Nullable OidcSettings oidc) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.gatekeeper = gatekeeper;
        this.banner = banner;
        this.oidc = oidc;
    }

    /**
     * What is sent to sign in: a key, or name and password.
     *
     * @param code of the second factor, where the account has one
     * @param acknowledged that the banner was read, where there is one
     */
    record Credentials(
            @Nullable String key,
            @Nullable String name,
            @Nullable String password,
            @Nullable String code,
            @Nullable Boolean acknowledged) {
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
        answer(context, gatekeeper.known(context).orElse(null));
    }

    private void start(Context context) {
        Credentials given = JsonBody.read(context, Credentials.class);
        if (banner != null && !Boolean.TRUE.equals(given.acknowledged())) {
            throw ProblemException.invalid(List.of(new Problem.FieldError(
                    "acknowledged", "is not true: read the banner of GET /session, and say that you did")));
        }
        SessionStore.Started started = started(given, context);
        endBefore(context, gatekeeper, sessions);
        keep(context, started);
        answer(context, started.session());
    }

    /** Ends the one that this browser has: it would go on without anybody who could end it. */
    static void endBefore(Context context, Gatekeeper gatekeeper, SessionStore sessions) {
        String before = context.cookie(Gatekeeper.COOKIE);
        if (before != null) {
            gatekeeper.known(context).ifPresent(session -> sessions.end(before, session.account()));
        }
    }

    /** Has the browser keep a session's secret, in the place of any before. */
    static void keep(Context context, SessionStore.Started started) {
        Cookie cookie = new Cookie(Gatekeeper.COOKIE, started.token());
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
    }

    /** A field that somebody left empty has nothing. */
    static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private SessionStore.Started started(Credentials given, Context context) {
        String code = typed(given.code());
        String password = given.password();
        if (password == null) {
            String key = given.key();
            return signIns.start(key == null ? "" : key.strip(), code, Requests.client(context));
        }
        String name = given.name();
        return signIns.start(name == null ? "" : name.strip(), password, code, Requests.client(context));
    }

    /** This session, or all of the account: one that was left open elsewhere. */
    private void end(Context context) {
        Session session = gatekeeper.known(context).orElseThrow(ProblemException::signInNeeded);
        gatekeeper.requireForm(context, session);
        boolean isEverywhere = Parameters.of(context, Set.of("everywhere")).yes("everywhere");
        String token = context.cookie(Gatekeeper.COOKIE);
        if (isEverywhere) {
            sessions.endAll(session.account());
        } else if (token != null) {
            sessions.end(token, session.account());
        }
        Cookie cookie = new Cookie(Gatekeeper.COOKIE, "");
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setMaxAge(0);
        context.cookie(cookie);
        answer(context, null);
    }

    /** Nobody signed in is an answer too, and no fault: a page asks it first. */
    private void answer(Context context, @Nullable Session session) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("signedIn", session != null);
        if (banner != null) {
            body.put("banner", banner);
        }
        if (oidc != null) {
            body.put("oidc", Map.of("label", oidc.label() == null ? "" : oidc.label()));
        }
        if (session != null) {
            body.put("name", session.account().name());
            body.put("role", session.account().role().code());
            Agency party = session.account().party();
            body.put("agency", party == null ? "" : party.code());
            body.put("areas", session.account().areas());
            body.put("post", session.account().post());
            body.put("trainedOn", session.account().trainedOn());
            body.put("trainingLapsed", gatekeeper.isTrainingOver(session.account()));
            body.put("formToken", session.formToken());
        }
        context.header("Cache-Control", "no-store").json(body);
    }
}
