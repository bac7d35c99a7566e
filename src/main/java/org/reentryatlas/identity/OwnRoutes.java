package org.reentryatlas.identity;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Changes;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Problem;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;

/** What an account may do for itself: {@code /session/password} and {@code /session/all}. */
public final class OwnRoutes implements Routes {
    private static final String ALL = "/session/all";

    private final OwnStore own;
    private final Gatekeeper gatekeeper;

    public OwnRoutes(OwnStore own, Gatekeeper gatekeeper) {
        this.own = own;
        this.gatekeeper = gatekeeper;
    }

    /**
     * A change of the password.
     *
     * @param password the old one
     * @param code of the second factor, where the account has one
     */
    record Change(
            @Nullable String password,
            @Nullable String newPassword,
            @Nullable String code) {
        @Override
        public String toString() {
            return "Change";
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ALL, this::list);
        routes.delete(ALL + "/{sessionId}", this::end);
        routes.put("/session/password", this::change);
    }

    private void list(Context context) {
        Session session = gatekeeper.known(context).orElseThrow(ProblemException::signInNeeded);
        List<Map<String, Object>> sessions = own.sessions(session.account(), token(context)).stream()
                .map(OwnRoutes::describe)
                .toList();
        context.header("Cache-Control", "no-store").json(Map.of("sessions", sessions));
    }

    private static String token(Context context) {
        String token = context.cookie(Gatekeeper.COOKIE);
        return token == null ? "" : token;
    }

    private static Map<String, Object> describe(OwnStore.Own session) {
        return Map.of(
                "id", session.id(),
                "begunAt", session.begunAt(),
                "seenAt", session.seenAt(),
                "isThis", session.isThis());
    }

    private void end(Context context) {
        Account account = gatekeeper.requireOwn(context);
        UUID id = Changes.uuid(context.pathParam("sessionId")).orElse(null);
        if (id == null || !own.end(account, id)) {
            throw ProblemException.notFound("There is no such session of yours.");
        }
        context.status(204);
    }

    private void change(Context context) {
        Account account = gatekeeper.requireOwn(context);
        Change given = JsonBody.read(context, Change.class);
        String old = given.password();
        String password = given.newPassword();
        if (old == null || old.isEmpty() || password == null || password.isEmpty()) {
            List<Problem.FieldError> errors = new ArrayList<>();
            if (old == null || old.isEmpty()) {
                errors.add(new Problem.FieldError("password", "is missing: the one that is to be changed"));
            }
            if (password == null || password.isEmpty()) {
                errors.add(new Problem.FieldError("newPassword", "is missing"));
            }
            throw ProblemException.invalid(errors);
        }
        SessionStore.Started started = changed(account, old, password, SessionRoutes.typed(given.code()));
        SessionRoutes.keep(context, started);
        context.header("Cache-Control", "no-store")
                .json(Map.of("formToken", started.session().formToken()));
    }

    private SessionStore.Started changed(Account account, String old, String password, @Nullable String code) {
        try {
            return own.changePassword(account, old, password, code);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    List.of(new Problem.FieldError("newPassword", "is refused: " + e.getMessage())));
        }
    }
}
