package org.reentryatlas.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Changes;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.AccountStore;
import org.reentryatlas.identity.Gatekeeper;
import org.reentryatlas.identity.ReviewStore;

/** Accounts, each to be looked at once a year: it stays, is ended, or is let in again. */
public final class AccountRoutes implements Routes {
    private static final String PATH = "/desk/accounts";
    private static final String ONE = PATH + "/{accountId}";

    private final ReviewStore reviews;
    private final Gatekeeper gatekeeper;

    public AccountRoutes(Database desk, Gatekeeper gatekeeper) {
        this.reviews = new ReviewStore(desk);
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(ONE + "/review", this::keep);
        routes.post(ONE + "/release", this::release);
        routes.post(ONE + "/end", this::end);
    }

    private void list(Context context) {
        Parameters.of(context, Set.of());
        Gatekeeper.answer(
                context,
                Map.of(
                        "accounts",
                        reviews.list().stream().map(AccountRoutes::described).toList()));
    }

    private static Map<String, @Nullable Object> described(ReviewStore.Reviewed reviewed) {
        AccountStore.Kept kept = reviewed.kept();
        Account account = kept.account();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", account.id());
        body.put("name", account.name());
        body.put("role", account.role().code());
        body.put("agency", account.isOfAgency() ? account.agency().code() : "");
        body.put("areas", account.areas());
        body.put("post", account.post());
        body.put("expiresAt", account.expiresAt());
        body.put("trainedOn", account.trainedOn());
        body.put("usedOn", kept.usedOn());
        body.put("isIdle", kept.isIdle());
        body.put("isLocked", kept.isLocked());
        body.put("reviewedAt", reviewed.reviewedAt());
        body.put("reviewedBy", reviewed.reviewedBy());
        body.put("dueOn", reviewed.dueOn());
        return body;
    }

    private void keep(Context context) {
        Account by = gatekeeper.requireWriter(context);
        UUID id = id(context);
        reviews.keep(id, name(id), by);
        list(context);
    }

    private void release(Context context) {
        Account by = gatekeeper.requireWriter(context);
        reviews.release(name(id(context)), by);
        list(context);
    }

    /** Nobody ends their own: then nobody might be left who can make one. */
    private void end(Context context) {
        Account by = gatekeeper.requireWriter(context);
        UUID id = id(context);
        if (id.equals(by.id())) {
            throw ProblemException.conflict(
                    "OWN_ACCOUNT",
                    "Nobody ends the account that they are signed in with.",
                    "Ask another administrator.");
        }
        reviews.end(name(id), by);
        list(context);
    }

    private String name(UUID id) {
        return reviews.findName(id).orElseThrow(AccountRoutes::notThere);
    }

    private static UUID id(Context context) {
        return Changes.uuid(context.pathParam("accountId")).orElseThrow(AccountRoutes::notThere);
    }

    private static ProblemException notThere() {
        return ProblemException.notFound("There is no account with this identifier.");
    }
}
