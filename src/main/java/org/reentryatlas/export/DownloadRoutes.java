package org.reentryatlas.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.reentryatlas.http.Attachment;
import org.reentryatlas.http.EntityTag;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;
import org.reentryatlas.layer.Members;

/** The files of releases and the ledger: {@code /releases} and {@code /ledger}. */
public final class DownloadRoutes implements Routes {
    private static final String BEFORE_THE_LEDGER =
            "Made before releases had files and an entry in the ledger: it has neither.";

    private final DownloadStore store;

    public DownloadRoutes(DownloadStore store) {
        this.store = store;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/releases", this::releases);
        routes.get("/releases/{releaseId}/{name}", this::file);
        routes.get("/ledger", this::ledger);
        routes.get("/ledger/{seq}", this::hashed);
    }

    private void releases(Context context) {
        Parameters.of(context, Set.of());
        String base = Requests.serverUrl(context);
        context.header("Cache-Control", "no-cache")
                .json(Members.of(
                        "releases",
                        store.listEditions().stream()
                                .map(edition -> describe(edition, base))
                                .toList(),
                        "links",
                        List.of(
                                link("self", base + "/releases", "application/json"),
                                link("ledger", base + "/ledger", "application/json"))));
    }

    private static Map<String, Object> describe(Edition edition, String base) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", edition.id());
        described.put("referenceDate", edition.referenceDate());
        described.put("publishedAt", edition.publishedAt());
        Edition.Place place = edition.place();
        if (place == null) {
            described.put("note", BEFORE_THE_LEDGER);
        } else {
            described.put("ledgerSeq", place.seq());
            described.put("ledgerHash", place.hash());
        }
        described.put(
                "files",
                edition.files().stream()
                        .map(file -> describe(edition.id(), file, base))
                        .toList());
        return described;
    }

    /** A file as a list of files has it. */
    static Map<String, Object> describe(String releaseId, PublishedFile file, String base) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", file.name());
        described.put("mediaType", file.mediaType());
        described.put("bytes", file.bytes());
        described.put("sha256", file.sha256());
        described.put("href", base + path(releaseId, file));
        return described;
    }

    /** A file of a release never changes, so whoever has it need not ask again. */
    private void file(Context context) {
        Parameters.of(context, Set.of());
        String releaseId = context.pathParam("releaseId");
        PublishedFile file = store.find(releaseId, context.pathParam("name"))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no such file of such a release; /releases lists what there is."));
        send(context, store, releaseId, file, "public, max-age=31536000, immutable");
    }

    /** Sends a file of a release as it is, or says that the client has it. */
    static void send(Context context, DownloadStore store, String releaseId, PublishedFile file, String cacheControl) {
        new Attachment(releaseId + "-" + file.name(), file.mediaType(), cacheControl, EntityTag.of(file.sha256()))
                .send(context, file.bytes(), () -> store.read(releaseId, file.name()));
    }

    /** Where a release is, below the server's URL. */
    public static String path(String releaseId) {
        return "/releases/" + OpenApi.encode(releaseId);
    }

    /** Where a file of a release is, below the server's URL. */
    public static String path(String releaseId, PublishedFile file) {
        return path(releaseId) + "/" + file.name();
    }

    private void ledger(Context context) {
        Parameters.of(context, Set.of());
        context.header("Cache-Control", "no-cache").json(Map.of("entries", store.listLedger()));
    }

    private void hashed(Context context) {
        Parameters.of(context, Set.of());
        String hashed = seq(context.pathParam("seq"))
                .flatMap(seq -> store.findHashed(seq).stream())
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("The ledger has no entry of this number."));
        context.header("Cache-Control", "no-cache")
                .contentType("text/plain; charset=utf-8")
                .result(hashed);
    }

    private static Stream<Long> seq(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Stream.of(Long.valueOf(text)) : Stream.empty();
    }

    static Map<String, Object> link(String rel, String href, String type) {
        return Members.of("rel", rel, "href", href, "type", type);
    }
}
