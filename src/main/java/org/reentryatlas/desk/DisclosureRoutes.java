package org.reentryatlas.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.agreement.AccountingTable;
import org.reentryatlas.agreement.Disclosure;
import org.reentryatlas.agreement.DisclosureStore;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;

/** The accounting of disclosures (5 U.S.C. 552a(c)): what left, when, what for and to whom. Each look is an entry of the audit log. */
public final class DisclosureRoutes implements Routes {
    private final Database desk;
    private final Gatekeeper gatekeeper;

    public DisclosureRoutes(Database desk, Gatekeeper gatekeeper) {
        this.desk = desk;
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/desk/disclosures", this::list);
        routes.get("/desk/disclosures.csv", this::table);
    }

    private void list(Context context) {
        Gatekeeper.answer(context, Map.of("disclosures", read(context)));
    }

    private void table(Context context) {
        Gatekeeper.answerTable(context, "disclosures.csv", AccountingTable.csv(read(context)));
    }

    private List<Disclosure> read(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("since", "until", "recipient"));
        Search days = Search.of(parameters);
        Account account = gatekeeper.requireAnyone(context).account();
        return desk.inTransaction(handle -> {
            List<Disclosure> found = new DisclosureStore(handle)
                    .list(
                            days.since(),
                            days.until(),
                            parameters.text("recipient").orElse(null));
            Audit.on(handle).done(account.by(), Action.DISCLOSURE_READ, "accounting");
            return found;
        });
    }
}
