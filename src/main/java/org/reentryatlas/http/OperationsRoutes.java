package org.reentryatlas.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What the operator's tools ask: is the process alive, can it serve, how is it doing. */
public final class OperationsRoutes implements Routes {
    private final BooleanSupplier ready;
    private final Metrics metrics;
    private final Networks readers;

    /**
     * The routes.
     *
     * @param ready whether the database answers
     * @param readers who may read the figures; this is finer than what the access matrix says of roles
     */
    public OperationsRoutes(BooleanSupplier ready, Metrics metrics, Networks readers) {
        this.ready = ready;
        this.metrics = metrics;
        this.readers = readers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", context -> {
            Parameters.of(context, Set.of());
            context.header("Cache-Control", "no-store").json(Map.of("status", "live"));
        });
        routes.get("/health/ready", context -> {
            Parameters.of(context, Set.of());
            if (!ready.getAsBoolean()) {
                throw ProblemException.unavailable("The database does not answer.");
            }
            context.header("Cache-Control", "no-store").json(Map.of("status", "ready"));
        });
        routes.get("/metrics", this::figures);
    }

    /** To others there is nothing here: no more is said than of a path that leads nowhere. */
    private void figures(Context context) {
        if (!Requests.isFrom(context, readers)) {
            throw new NotFoundResponse();
        }
        Parameters.of(context, Set.of());
        context.header("Cache-Control", "no-store")
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.scrape());
    }
}
