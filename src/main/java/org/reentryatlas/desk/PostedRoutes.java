package org.reentryatlas.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.approval.RecheckStore;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Problem;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;

/** What is public, to be looked at again each quarter. */
public final class PostedRoutes implements Routes {
    private static final String PATH = "/desk/releases";

    private final Database desk;
    private final Gatekeeper gatekeeper;

    public PostedRoutes(Database desk, Gatekeeper gatekeeper) {
        this.desk = desk;
        this.gatekeeper = gatekeeper;
    }

    /** What is sent: whether it should stay public, and why not. */
    record Recheck(@Nullable Boolean stands, @Nullable String remark) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH + "/{releaseId}/recheck", this::recheck);
    }

    private void list(Context context) {
        Parameters.of(context, Set.of());
        Gatekeeper.answer(context, Map.of("releases", desk.read(handle -> new RecheckStore(handle).list())));
    }

    private void recheck(Context context) {
        Account account = gatekeeper.requireWriter(context);
        Recheck given = JsonBody.read(context, Recheck.class);
        Boolean stands = given.stands();
        if (stands == null) {
            throw ProblemException.invalid(
                    List.of(new Problem.FieldError("stands", "is missing: true if it stays public, else false")));
        }
        String remark = Remarks.of(given.remark(), !stands);
        String release = context.pathParam("releaseId");
        desk.useTransaction(handle -> {
            if (!new RecheckStore(handle).note(release, stands, remark, account.id())) {
                throw ProblemException.notFound("No release of this name is public.");
            }
            Audit.on(handle).done(account.by(), Action.RELEASE_RECHECKED, release);
        });
        list(context);
    }
}
