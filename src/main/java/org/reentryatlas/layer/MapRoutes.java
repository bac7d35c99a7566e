package org.reentryatlas.layer;

import io.javalin.config.RoutesConfig;
import java.util.Set;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;

/** What our own map asks before it draws: levels, measures, categories and releases in one answer. */
public final class MapRoutes implements Routes {
    private final Catalogue catalogue;

    public MapRoutes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/map", context -> {
            Parameters.of(context, Set.of());
            context.header("Cache-Control", "no-cache").json(catalogue.forMap());
        });
    }
}
