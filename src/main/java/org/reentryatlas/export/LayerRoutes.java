package org.reentryatlas.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;

/** Layers as files: what there is at {@code /layers}, and each file by its name or by {@code f}. */
public final class LayerRoutes implements Routes {
    private static final String ZIP = ReleaseExports.WHOLE + ".zip";

    private final Catalogue catalogue;
    private final Answers answers;
    private final DownloadStore store;
    private final CurrentRoutes current;
    private final Pages pages = new Pages(LayerRoutes.class);

    /**
     * Serves the layers of a catalogue.
     *
     * @param files where those of layers that belong to no release are kept
     */
    public LayerRoutes(
            Catalogue catalogue, Answers answers, DownloadStore store, Publisher publisher, CurrentFiles files) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.store = store;
        this.current = new CurrentRoutes(publisher, files);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/layers", answers.by(this::layers));
        routes.get("/layers/{file}", this::file);
    }

    private Answer layers(Context context) {
        Form form = Form.of(context, Parameters.of(context, Set.of("f")).text("f"));
        Snapshot snapshot = catalogue.now();
        String base = Requests.serverUrl(context);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "Downloads");
        body.put(
                "releases",
                store.listEditions().stream()
                        .map(edition -> new Contents(edition, snapshot.layers(), base).describe())
                        .filter(described -> !described.isEmpty())
                        .toList());
        body.put("directory", Contents.ofCurrent(snapshot.layer(Layer.PROVIDERS), base));
        body.put(
                "services",
                CurrentRoutes.layers(snapshot).stream()
                        .filter(layer -> layer.kind() == Layer.Kind.SERVICES)
                        .map(layer -> Contents.ofCurrent(layer, base))
                        .toList());
        if (form == Form.JSON) {
            return Answer.of("application/json", Json.write(body));
        }
        body.put("alternates", List.of(Map.of("href", base + "/layers?f=json", "title", "JSON")));
        return Answer.of("text/html;charset=utf-8", pages.make("layers", body));
    }

    private void file(Context context) throws IOException {
        Parameters parameters = Parameters.of(context, Set.of("f", "release"));
        String given = context.pathParam("file");
        String name = parameters
                .text("f")
                .map(LayerRoutes::format)
                .map(format -> format.fileName(given))
                .orElse(given);
        Optional<String> release = parameters.text("release");
        Snapshot snapshot = catalogue.now();
        Optional<CurrentRoutes.Wanted> wanted = CurrentRoutes.find(name, snapshot);
        if (wanted.isEmpty()) {
            sendOfRelease(context, snapshot, name, release);
        } else if (release.isPresent()) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID", "This layer belongs to no release.", "Leave 'release' out.");
        } else {
            Format format = wanted.get().format();
            describe(
                    context,
                    format,
                    Format.CSV_METADATA.fileName(wanted.get().layer().id()),
                    "");
            current.send(context, snapshot, wanted.get());
        }
    }

    private void sendOfRelease(Context context, Snapshot snapshot, String name, Optional<String> wanted) {
        String layerId = layerOf(name, snapshot);
        String releaseId = wanted.orElseGet(() -> newest(layerId, snapshot));
        PublishedFile file = store.find(releaseId, name).orElseThrow(() -> missing(releaseId, snapshot));
        context.header("Link", "<" + DownloadRoutes.path(releaseId, file) + ">; rel=\"canonical\"");
        Stream.of(Format.values())
                .filter(format -> format.fileName(layerId).equals(name) && !layerId.equals(ReleaseExports.WHOLE))
                .findFirst()
                .ifPresent(format -> describe(
                        context,
                        format,
                        Format.CSV_METADATA.fileName(layerId),
                        wanted.map(id -> "?release=" + releaseId).orElse("")));
        DownloadRoutes.send(context, store, releaseId, file, "no-cache");
    }

    /** Names the dictionary beside what is not the dictionary itself. */
    private static void describe(Context context, Format format, String dictionary, String query) {
        if (format != Format.CSV_METADATA) {
            context.res()
                    .addHeader(
                            "Link",
                            "</layers/%s%s>; rel=\"describedby\"; type=\"%s\""
                                    .formatted(dictionary, query, Format.CSV_METADATA.mediaType()));
        }
    }

    private static Format format(String parameter) {
        return Format.of(parameter)
                .orElseThrow(() -> ProblemException.badRequest(
                        "FORMAT_UNKNOWN",
                        "Parameter 'f' names a format in which layers are not served.",
                        "The formats are: " + formats(Format::parameter) + "."));
    }

    private static String formats(Function<Format, String> word) {
        return Stream.of(Format.values()).map(word).collect(Collectors.joining(", "));
    }

    /** The layer of which there is a file with the name, or the whole release. */
    private static String layerOf(String name, Snapshot snapshot) {
        List<String> ids = new ArrayList<>(List.of(ReleaseExports.WHOLE));
        snapshot.layers().forEach(layer -> ids.add(layer.id()));
        if (name.equals(ZIP)) {
            return ReleaseExports.WHOLE;
        }
        for (String id : ids) {
            if (Stream.of(Format.values())
                    .anyMatch(format -> format.fileName(id).equals(name))) {
                return id;
            }
        }
        throw ids.stream().anyMatch(name::startsWith)
                ? ProblemException.notFound("This layer is not served in a format of this name; names end with: "
                        + formats(format -> format.fileName("")) + ". Or name a format by the parameter f: "
                        + formats(Format::parameter) + ".")
                : ProblemException.notFound(
                        "There is no layer of this name; the layers are: " + String.join(", ", ids) + ".");
    }

    private static String newest(String layerId, Snapshot snapshot) {
        List<PublishedRelease> releases = layerId.equals(ReleaseExports.WHOLE)
                ? snapshot.releases()
                : snapshot.layer(layerId).releases();
        return releases.stream()
                .findFirst()
                .map(PublishedRelease::id)
                .orElseThrow(() -> ProblemException.notFound("Nothing is released yet."));
    }

    private static ProblemException missing(String releaseId, Snapshot snapshot) {
        return snapshot.releases().stream().anyMatch(release -> release.id().equals(releaseId))
                ? ProblemException.notFound(
                        "Release " + releaseId
                                + " has no such file: it has no areas of this kind, or was made before releases had these files.")
                : ProblemException.notFound(
                        "There is no release with the identifier that the parameter 'release' names; /releases lists them.");
    }
}
