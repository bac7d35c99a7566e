package org.reentryatlas.gap;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.gap.RunStore.PublicFile;
import org.reentryatlas.gap.RunStore.PublicRun;
import org.reentryatlas.http.Attachment;
import org.reentryatlas.http.EntityTag;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;

/** The runs with their files: {@code /gaps}. */
public final class GapRoutes implements Routes {
    private final RunStore store;

    public GapRoutes(RunStore store) {
        this.store = store;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/gaps", this::runs);
        routes.get("/gaps/{runId}", this::run);
        routes.get("/gaps/{runId}/{runFile}", this::file);
    }

    private void runs(Context context) {
        Parameters.of(context, Set.of());
        String base = Requests.serverUrl(context);
        context.header("Cache-Control", "no-cache")
                .json(Map.of(
                        "runs",
                        store.list().stream().map(run -> describe(run, base)).toList()));
    }

    private void run(Context context) {
        Parameters.of(context, Set.of());
        PublicRun run = store.find(context.pathParam("runId"))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no run of gaps of this identifier; /gaps lists what there is."));
        context.header("Cache-Control", "no-cache").json(describe(run, Requests.serverUrl(context)));
    }

    private static Map<String, Object> describe(PublicRun run, String base) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", run.id());
        described.put("release", run.releaseId());
        described.put("madeAt", run.madeAt());
        described.put(
                "files",
                run.files().stream().map(file -> describe(run.id(), file, base)).toList());
        return described;
    }

    private static Map<String, Object> describe(String runId, PublicFile file, String base) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", file.name());
        described.put("mediaType", file.mediaType());
        described.put("bytes", file.bytes());
        described.put("sha256", file.sha256());
        described.put("href", base + "/gaps/" + OpenApi.encode(runId) + "/" + file.name());
        return described;
    }

    /** A file of a run never changes, so whoever has it need not ask again. */
    private void file(Context context) {
        Parameters.of(context, Set.of());
        String runId = context.pathParam("runId");
        String name = context.pathParam("runFile");
        PublicFile file = store.find(runId).stream()
                .flatMap(run -> run.files().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no such file of such a run of gaps; /gaps lists what there is."));
        new Attachment(
                        runId + "-" + name,
                        file.mediaType(),
                        "public, max-age=31536000, immutable",
                        EntityTag.of(file.sha256()))
                .send(context, file.bytes(), () -> store.read(runId, name));
    }
}
