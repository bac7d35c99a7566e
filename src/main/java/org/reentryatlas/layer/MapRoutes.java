package org.reentryatlas.layer;

import io.javalin.config.RoutesConfig;
import java.util.Set;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;

/** What our own map asks before it draws: levels, measures, categories and releases in one answer. */
public final class MapRoutes implements Routes {
    private final Catalogue catalogue;
    private final Answers answers;

    public MapRoutes(Catalogue catalogue, Answers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/map", answers.by(context -> {
            Parameters.of(context, Set.of());
            return Answer.of("application/json", Json.write(catalogue.now().forMap()));
        }));
    }
}
