package org.reentryatlas.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.agreement.AgreementStore;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Gatekeeper;

/** Agreements as they stand, for those who answer for what is done under them. */
public final class AgreementRoutes implements Routes {
    private final Database desk;

    public AgreementRoutes(Database desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/desk/agreements", this::list);
    }

    private void list(Context context) {
        Parameters.of(context, Set.of());
        List<Map<String, Object>> all = desk.read(handle -> new AgreementStore(handle)
                .list().stream().map(AgreementRoutes::described).toList());
        Gatekeeper.answer(context, Map.of("agreements", all));
    }

    private static Map<String, Object> described(AgreementStore.Kept kept) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", kept.version());
        body.put("state", kept.state().name().toLowerCase(Locale.ROOT));
        body.put("reason", kept.reason());
        body.put("terms", kept.agreement());
        return body;
    }
}
