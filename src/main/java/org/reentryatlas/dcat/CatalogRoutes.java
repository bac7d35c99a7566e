package org.reentryatlas.dcat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.reentryatlas.export.DownloadStore;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;
import org.reentryatlas.layer.Catalogue;

/** The catalogues: {@code /data.json} and {@code /catalog/dcat-us.json}. */
public final class CatalogRoutes implements Routes {
    private final Catalogue catalogue;
    private final Answers answers;
    private final DownloadStore store;
    private final Publisher publisher;

    public CatalogRoutes(Catalogue catalogue, Answers answers, DownloadStore store, Publisher publisher) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.store = store;
        this.publisher = publisher;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/data.json", answers.by(context -> answer(context, ProjectOpenData::catalog)));
        routes.get("/catalog/dcat-us.json", answers.by(context -> answer(context, DcatUs::catalog)));
    }

    private Answer answer(Context context, Function<Holdings, Map<String, Object>> writer) {
        Parameters.of(context, Set.of());
        Holdings holdings = Holdings.of(catalogue.now(), store.listEditions(), publisher, Requests.serverUrl(context));
        return Answer.of("application/json", Json.write(writer.apply(holdings)));
    }
}
