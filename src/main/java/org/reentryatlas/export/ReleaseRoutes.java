package org.reentryatlas.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Form;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Pages;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;
import org.reentryatlas.layer.Catalogue;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;

/** The lasting address of a release, for programs and for people: {@code /releases/{releaseId}}. */
public final class ReleaseRoutes implements Routes {
    private final Catalogue catalogue;
    private final Answers answers;
    private final DownloadStore store;
    private final Publisher publisher;
    private final Pages pages = new Pages(ReleaseRoutes.class);

    public ReleaseRoutes(Catalogue catalogue, Answers answers, DownloadStore store, Publisher publisher) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.store = store;
        this.publisher = publisher;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/releases/{releaseId}", answers.by(this::release));
    }

    private Answer release(Context context) {
        Form form = Form.of(context, Parameters.of(context, Set.of("f")).text("f"));
        Edition edition = store.findEdition(context.pathParam("releaseId"))
                .orElseThrow(() ->
                        ProblemException.notFound("There is no release of this identifier; /releases lists them."));
        // What is in memory follows the database after a moment, so it may lack a release, but never have one more.
        Snapshot snapshot = catalogue.now();
        PublishedRelease release = snapshot.releases().stream()
                .filter(known -> known.id().equals(edition.id()))
                .findFirst()
                .orElseThrow(() -> ProblemException.unavailable("The release was published this moment."));
        Permalink permalink = new Permalink(snapshot, release, edition, publisher, Requests.serverUrl(context));
        if (form == Form.JSON) {
            return Answer.of("application/json", Json.write(permalink.describe()));
        }
        return pages.answer("release", permalink.describe(), permalink.address() + "?f=json");
    }
}
