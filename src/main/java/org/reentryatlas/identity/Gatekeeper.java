package org.reentryatlas.identity;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;

/** Who asks, and whether they may. What no method here was asked about, everybody may read and nobody change. */
public final class Gatekeeper {
    /** Browsers take a cookie of such a name from the very host alone, over TLS or from the machine itself, for all paths. */
    static final String COOKIE = "__Host-atlas-session";

    /** In which a page sends back what the session told it. */
    public static final String FORM_TOKEN = "X-Form-Token";

    private final SessionStore sessions;

    public Gatekeeper(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** Who is signed in, if anybody. */
    public Optional<Session> session(Context context) {
        String token = context.cookie(COOKIE);
        return token == null
                ? Optional.empty()
                : sessions.find(token).map(found -> found.from(Requests.client(context)));
    }

    /**
     * Who is signed in, for what not everybody may read.
     *
     * @throws ProblemException if nobody is
     */
    public Session require(Context context) {
        return session(context).orElseThrow(ProblemException::signInNeeded);
    }

    /**
     * Who changes something.
     *
     * @throws ProblemException if nobody is signed in, or the request is not from a page of ours
     */
    public Account requireForChange(Context context) {
        Session session = require(context);
        if (!isSame(context.header(FORM_TOKEN), session.formToken())) {
            refuse(context, session.account());
            throw ProblemException.forbidden(
                    "FORM_TOKEN_MISSING",
                    "The request does not show that a page of this server made it.",
                    "Send formToken of GET /session as header " + FORM_TOKEN + ".");
        }
        return session.account();
    }

    /**
     * A planner who changes something.
     *
     * @throws ProblemException if it is none
     */
    public Account requirePlanner(Context context) {
        Account account = requireForChange(context);
        if (!account.isPlanner()) {
            refuse(context, account);
            throw ProblemException.forbidden(
                    "PLANNERS_ONLY", "Only planners may do this.", "Ask a planner of your agency.");
        }
        return account;
    }

    /** Keeps in the audit log that somebody signed in asked for what is not theirs: by the route, which names nothing. */
    public void refuse(Context context, Account account) {
        sessions.refuse(account, context.method() + " " + Requests.route(context));
    }

    /**
     * What {@code Cache-Control} says of an answer that depends on who reads it: nothing between keeps it, and of what is for members of
     * staff nothing stays in a browser that somebody else may use after them.
     */
    public static String caching(Context context) {
        return context.cookie(COOKIE) == null ? "private, no-cache" : "no-store";
    }

    private static boolean isSame(@Nullable String given, String known) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
    }
}
