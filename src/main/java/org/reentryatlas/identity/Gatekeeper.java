package org.reentryatlas.identity;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Gate;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;

/**
 * Who asks, and whether they may. The matrix says who uses a route at all, before it is reached; the methods here, who is behind a request
 * and what it must bring to change something.
 */
public final class Gatekeeper implements Gate {
    /** Browsers take a cookie of such a name from the very host alone, over TLS or from the machine itself, for all paths. */
    static final String COOKIE = "__Host-atlas-session";

    /** In which a page sends back what the session told it. */
    public static final String FORM_TOKEN = "X-Form-Token";

    private static final Pattern OWN = Pattern.compile(" /session(/|$)");

    private final SessionStore sessions;
    private final AccessMatrix matrix;
    private final Clock clock;

    public Gatekeeper(SessionStore sessions, AccessMatrix matrix, Clock clock) {
        this.sessions = sessions;
        this.matrix = matrix;
        this.clock = clock;
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
        // Leaving is for those too whose training is over, and what keeps their account safe.
        Session session = OWN.matcher(route).find()
                ? known(context).orElseThrow(ProblemException::signInNeeded)
                : requireAnyone(context);
        Role role = session.account().role();
        if (!rule.roles().contains(role)) {
            refuse(session.account(), route);
            throw ProblemException.forbidden(
                    "ROLE_NOT_ALLOWED",
                    "An account of the role " + role.code() + " may not do this.",
                    "It is for accounts of these roles: "
                            + rule.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", ")) + ".");
        }
        return false;
    }

    /** Who is signed in, if anybody, whatever the account is for; not those whose training is over, who read what everybody reads. */
    public Optional<Session> anyone(Context context) {
        return known(context).filter(session -> !isTrainingOver(session.account()));
    }

    /** Whether an account reads what everybody reads, until it is trained again. */
    boolean isTrainingOver(Account account) {
        return account.isTrainingOver(LocalDate.now(clock));
    }

    /** Who is signed in, if anybody, also if the training is over. */
    Optional<Session> known(Context context) {
        Optional<Session> known = context.attribute(COOKIE);
        if (known == null) {
            String token = context.cookie(COOKIE);
            known = token == null
                    ? Optional.empty()
                    : sessions.find(token).map(found -> found.from(Requests.client(context)));
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
        Session session = known(context).orElseThrow(ProblemException::signInNeeded);
        if (isTrainingOver(session.account())) {
            throw ProblemException.forbidden(
                    "TRAINING_LAPSED",
                    "A year has passed since the last training of this account, of "
                            + session.account().trainedOn() + ".",
                    "Be trained again, and have an administrator write it down; until then it reads what everybody reads.");
        }
        return session;
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
        return requireForm(context, requireAnyone(context));
    }

    /**
     * Who changes something about the own account, also if the training is over.
     *
     * @throws ProblemException if nobody is signed in, or the request is not from a page of ours
     */
    Account requireOwn(Context context) {
        return requireForm(context, known(context).orElseThrow(ProblemException::signInNeeded))
                .account();
    }

    /**
     * Who changes something by a route that the matrix has for them.
     *
     * @throws ProblemException if nobody is signed in, or the request is not from a page of ours
     */
    public Account requireWriter(Context context) {
        return requireForm(context).account();
    }

    /**
     * Makes sure that a page of ours made the request.
     *
     * @throws ProblemException if not
     */
    Session requireForm(Context context, Session session) {
        if (!isSame(context.header(FORM_TOKEN), session.formToken())) {
            refuse(context, session.account());
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

    /** The same of a table of comma-separated values, for whoever keeps it under a name. */
    public static void answerTable(Context context, String name, String csv) {
        asReader(context)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType("text/csv; charset=utf-8")
                .result(csv);
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
        refuse(account, context.method() + " " + Requests.route(context));
    }

    /** The same of a route that is not reached. */
    void refuse(Account account, String route) {
        sessions.refuse(account, route);
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
