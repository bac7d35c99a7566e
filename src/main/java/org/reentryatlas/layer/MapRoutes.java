package org.reentryatlas.layer;

import io.javalin.config.RoutesConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;

/** What our own map asks before it draws: levels, measures, categories, releases and base map in one answer. */
public final class MapRoutes implements Routes {
    private final Catalogue catalogue;
    private final Answers answers;
    private final Supplier<Map<String, @Nullable Object>> more;

    /**
     * The route.
     *
     * @param more members of the answer that other rooms know; it changes only with the version of the answers
     */
    public MapRoutes(Catalogue catalogue, Answers answers, Supplier<Map<String, @Nullable Object>> more) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.more = more;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/map", answers.by(context -> {
            Parameters.of(context, Set.of());
            Map<String, @Nullable Object> members = new LinkedHashMap<>(new MapDescription(catalogue.now()).members());
            members.putAll(more.get());
            return Answer.of("application/json", Json.write(members));
        }));
    }
}
