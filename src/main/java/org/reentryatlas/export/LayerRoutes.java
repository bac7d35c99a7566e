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
    private final Catalogue catalogue;
    private final Answers answers;
    private final DownloadStore store;
    private final CurrentRoutes current;
    private final KeyedRoutes keyed;
    private final Pages pages = new Pages(LayerRoutes.class);

    public LayerRoutes(
            Catalogue catalogue, Answers answers, DownloadStore store, Publisher publisher, KeyedRoutes keyed) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.store = store;
        this.current = new CurrentRoutes(publisher);
        this.keyed = keyed;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/layers", answers.by(this::layers));
        routes.get("/layers/{file}", this::file);
    }

    /** Where the file of a layer is as it is now, below the server's URL. */
    public static String path(String layerId, Format format) {
        return "/layers/" + format.fileName(layerId);
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
        Layer providers = snapshot.layer(Layer.PROVIDERS);
        if (snapshot.holds(providers)) {
            body.put("directory", Contents.ofCurrent(providers, base));
        }
        body.put("services", ofKind(Layer.Kind.SERVICES, snapshot, base));
        body.put("gaps", ofKind(Layer.Kind.GAPS, snapshot, base));
        body.put("planned", ofKind(Layer.Kind.PLANNED, snapshot, base));
        if (form == Form.JSON) {
            return Answer.of("application/json", Json.write(body));
        }
        return pages.answer("layers", body, base + "/layers?f=json");
    }

    private static List<Map<String, Object>> ofKind(Layer.Kind kind, Snapshot snapshot, String base) {
        return snapshot.layers().stream()
                .filter(layer -> layer.kind() == kind && snapshot.holds(layer))
                .map(layer -> Contents.ofCurrent(layer, base))
                .toList();
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
        LayerFile wanted = named(name, snapshot);
        Format format = wanted.format();
        Optional<Layer> layer = snapshot.layers().stream()
                .filter(each -> !each.isOfReleases() && each.id().equals(wanted.layer()))
                .findFirst();
        if (format == null || layer.isEmpty()) {
            sendOfRelease(context, snapshot, name, wanted, release);
        } else if (release.isPresent()) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID", "This layer belongs to no release.", "Leave 'release' out.");
        } else {
            describe(context, wanted, "");
            sendCurrent(context, snapshot, layer.get(), wanted, format);
        }
    }

    private void sendCurrent(Context context, Snapshot snapshot, Layer layer, LayerFile wanted, Format format)
            throws IOException {
        Optional<Keys.Holder> holder = keyed.holder(context);
        if (holder.isEmpty()) {
            current.send(context, snapshot, layer, format, "no-cache");
            return;
        }
        holder.get().requireScope(layer.kind());
        if (layer.kind().isMadeOfPublished()) {
            String releaseId = newest(new LayerFile(LayerFile.WHOLE, null), snapshot);
            keyed.sendCurrent(context, holder.get(), releaseId, current.export(snapshot, layer), wanted, format);
        } else {
            // Open reference data, of which nothing is disclosed.
            current.send(context, snapshot, layer, format, KeyedRoutes.NO_STORE);
        }
    }

    private void sendOfRelease(
            Context context, Snapshot snapshot, String name, LayerFile wanted, Optional<String> release) {
        String releaseId = release.orElseGet(() -> newest(wanted, snapshot));
        PublishedFile file = store.find(releaseId, name).orElseThrow(() -> missing(releaseId, snapshot));
        context.header("Link", "<" + DownloadRoutes.path(releaseId, file) + ">; rel=\"canonical\"");
        describe(context, wanted, release.map(id -> "?release=" + releaseId).orElse(""));
        Optional<Keys.Holder> holder = keyed.holder(context);
        if (holder.isPresent()) {
            holder.get().requireScope(Layer.Kind.PEOPLE);
            keyed.sendOfRelease(context, holder.get(), releaseId, file, wanted);
        } else {
            DownloadRoutes.send(context, store, releaseId, file, "no-cache");
        }
    }

    /** Names the dictionary of a layer beside what is not the dictionary itself. */
    private static void describe(Context context, LayerFile file, String query) {
        if (!file.isWhole() && file.format() != Format.CSV_METADATA) {
            context.res()
                    .addHeader(
                            "Link",
                            "<%s%s>; rel=\"describedby\"; type=\"%s\""
                                    .formatted(
                                            path(file.layer(), Format.CSV_METADATA),
                                            query,
                                            Format.CSV_METADATA.mediaType()));
        }
    }

    private static Format format(String parameter) {
        return Format.of(parameter)
                .orElseThrow(
                        () -> ProblemException.formatUnknown("The formats are: " + formats(Format::parameter) + "."));
    }

    private static String formats(Function<Format, String> word) {
        return Stream.of(Format.values()).map(word).collect(Collectors.joining(", "));
    }

    /** The file of a layer that is served, or of the whole release. */
    private static LayerFile named(String name, Snapshot snapshot) {
        List<String> ids = new ArrayList<>(List.of(LayerFile.WHOLE));
        snapshot.layers().forEach(layer -> ids.add(layer.id()));
        return LayerFile.of(name)
                .filter(file -> ids.contains(file.layer()))
                .orElseThrow(() -> ProblemException.notFound(whyNot(name, ids)));
    }

    private static String whyNot(String name, List<String> ids) {
        String id = name.split("[.]", 2)[0];
        if (!ids.contains(id)) {
            return "There is no layer of this name; the layers are: " + String.join(", ", ids) + ".";
        }
        return id.equals(LayerFile.WHOLE)
                ? "The whole release is served as %s, %s and %s alone."
                        .formatted(Format.GEOPACKAGE.fileName(id), Format.XLSX.fileName(id), LayerFile.ZIP)
                : "This layer is not served in a format of this name; names end with: "
                        + formats(format -> format.fileName("")) + ". Or name a format by the parameter f: "
                        + formats(Format::parameter) + ".";
    }

    private static String newest(LayerFile file, Snapshot snapshot) {
        List<PublishedRelease> releases = file.isWhole()
                ? snapshot.releases()
                : snapshot.layer(file.layer()).releases();
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
