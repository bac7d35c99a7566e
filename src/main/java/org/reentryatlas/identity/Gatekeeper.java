package org.reentryatlas.identity;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Gate;
import org.reentryatlas.http.ProblemException;

/**
 * Who asks, and whether they may. The matrix says who uses a route at all, before it is reached; the methods here, who is behind a request
 * and what it must bring to change something.
 */
public final class Gatekeeper implements Gate {
    /** Browsers take a cookie of such a name from the very host alone, over TLS or from the machine itself, for all paths. */
    static final String COOKIE = "__Host-atlas-session";

    /** In which a page sends back what the session told it. */
    public static final String FORM_TOKEN = "X-Form-Token";

    private final SessionStore sessions;
    private final AccessMatrix matrix;

    public Gatekeeper(SessionStore sessions, AccessMatrix matrix) {
        this.sessions = sessions;
        this.matrix = matrix;
    }

    @Override
    public void requireExactly(Collection<String> routes) {
        matrix.requireExactly(routes);
    }

    @Override
    public boolean admit(Context context, String route) {
        AccessMatrix.Rule rule =
                matrix.rule(route).orElseThrow(() -> new IllegalStateException("the matrix has no line for " + route));
        if (rule.isForEverybody()) {
            return true;
        }
        Role role = requireAnyone(context).account().role();
        if (!rule.roles().contains(role)) {
            throw ProblemException.forbidden(
                    "ROLE_NOT_ALLOWED",
                    "An account of the role " + role.code() + " may not do this.",
                    "It is for accounts of these roles: "
                            + rule.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", ")) + ".");
        }
        return false;
    }

    /** Who is signed in, if anybody, whatever the account is for. */
    public Optional<Session> anyone(Context context) {
        Optional<Session> known = context.attribute(COOKIE);
        if (known == null) {
            String token = context.cookie(COOKIE);
            known = token == null ? Optional.empty() : sessions.find(token);
            // The gate asks, and then the handler: of one request it is the same.
            context.attribute(COOKIE, known);
        }
        return known;
    }

    /** Who of an agency is signed in. A member of the coalition is nobody here, and reads of plans what everybody reads. */
    public Optional<Session> session(Context context) {
        return anyone(context).filter(session -> session.account().isOfAgency());
    }

    /**
     * Who is signed in, whatever the account is for.
     *
     * @throws ProblemException if nobody is
     */
    public Session requireAnyone(Context context) {
        return anyone(context).orElseThrow(ProblemException::signInNeeded);
    }

    /**
     * Who of an agency is signed in, for what not everybody may read.
     *
     * @throws ProblemException if nobody is, or somebody of no agency
     */
    public Session require(Context context) {
        return ofAgency(requireAnyone(context));
    }

    private static Session ofAgency(Session session) {
        if (!session.account().isOfAgency()) {
            throw ProblemException.forbidden(
                    "AGENCIES_ONLY", "Only the agencies that plan may do this.", "Ask a planner of an agency.");
        }
        return session;
    }

    /**
     * Who of an agency changes something.
     *
     * @throws ProblemException if nobody is signed in, or somebody of no agency, or the request is not from a page of ours
     */
    public Account requireForChange(Context context) {
        return ofAgency(requireForm(context)).account();
    }

    /**
     * Who changes something, whatever the account is for.
     *
     * @throws ProblemException if nobody is signed in, or the request is not from a page of ours
     */
    Session requireForm(Context context) {
        Session session = requireAnyone(context);
        if (!isSame(context.header(FORM_TOKEN), session.formToken())) {
            throw ProblemException.forbidden(
                    "FORM_TOKEN_MISSING",
                    "The request does not show that a page of this server made it.",
                    "Send formToken of GET /session as header " + FORM_TOKEN + ".");
        }
        return session;
    }

    /**
     * A member of the coalition or a planner, who writes an assessment.
     *
     * @throws ProblemException if it is neither
     */
    public Account requireWriterOfAssessments(Context context) {
        Account account = requireForm(context).account();
        if (!account.writesAssessments()) {
            throw ProblemException.forbidden(
                    "COALITION_ONLY", "Only members of the coalition and planners may do this.", "Ask one of them.");
        }
        return account;
    }

    /** Headers of an answer that depends on who reads it. */
    public static Context asReader(Context context) {
        return context.header("Cache-Control", caching(context)).header("Vary", "Cookie");
    }

    /** What is read depends on who reads, so nothing between keeps it. */
    public static void answer(Context context, Map<String, ?> body) {
        asReader(context).json(body);
    }

    /**
     * A planner who changes something.
     *
     * @throws ProblemException if it is none
     */
    public Account requirePlanner(Context context) {
        Account account = requireForChange(context);
        if (!account.isPlanner()) {
            throw ProblemException.forbidden(
                    "PLANNERS_ONLY", "Only planners may do this.", "Ask a planner of your agency.");
        }
        return account;
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
