package org.reentryatlas.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Form;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;
import org.reentryatlas.layer.Catalogue;
import org.reentryatlas.layer.FeatureJson;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;

/** The features of the collections, as GeoJSON and as pages. */
final class ItemRoutes implements Routes {
    private final Catalogue catalogue;
    private final Answers answers;
    private final ItemPages pages;
    private final List<ServedCrs> served;
    private final int mostFeatures;

    /**
     * Serves the features of a catalogue.
     *
     * @param mostFeatures most features in one answer
     */
    ItemRoutes(Catalogue catalogue, Answers answers, OgcPages pages, List<ServedCrs> served, int mostFeatures) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.pages = new ItemPages(pages);
        this.served = served;
        this.mostFeatures = mostFeatures;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        String items = OgcRoutes.ROOT + "/collections/{collectionId}/items";
        routes.get(items, answers.by(this::items));
        routes.get(items + "/{featureId}", answers.by(this::item));
    }

    /** With a filter; a name with an escape in it could be that too. */
    @Override
    public List<String> laborious() {
        return List.of(OgcRoutes.ROOT + "/collections/[^/]+/items\\?(.*&)?(filter=|[^=&]*%).*");
    }

    private Answer items(Context context) {
        Snapshot snapshot = catalogue.now();
        Layer layer = snapshot.layer(context.pathParam("collectionId"));
        FeatureTable newest = snapshot.newest(layer);
        Parameters parameters = Parameters.of(context, ItemQuery.PARAMETERS, ItemQuery.parametersOf(newest));
        Form form = Form.of(context, parameters.text("f"));
        ServedCrs crs = ServedCrs.of(parameters, "crs", served);
        Days days = parameters.text("datetime").map(Days::parse).orElse(Days.ALL);
        Optional<PublishedRelease> release = layer.release(days::contains);
        FeatureTable table = layer.isOfReleases()
                ? release.map(found -> snapshot.table(layer, found)).orElse(newest.withoutFeatures())
                : newest;
        ItemQuery query = ItemQuery.of(table, parameters, served, mostFeatures);
        IntFunction<String> geometry =
                parameters.yes("simplified") ? row -> placed(table.simplified().get(row), crs) : geometry(table, crs);
        return form == Form.JSON
                ? geoJson(crs, out -> writeCollection(out, context, query, geometry))
                : pages.items(layer, query, offset -> url(context, offset), context.path());
    }

    private Answer item(Context context) {
        Snapshot snapshot = catalogue.now();
        Layer layer = snapshot.layer(context.pathParam("collectionId"));
        Parameters parameters = Parameters.of(context, Set.of("crs", "f"));
        Form form = Form.of(context, parameters.text("f"));
        ServedCrs crs = ServedCrs.of(parameters, "crs", served);
        FeatureTable table = snapshot.newest(layer);
        String id = context.pathParam("featureId");
        Integer row = table.row(id);
        if (row == null) {
            throw ProblemException.notFound("The collection has no feature with this identifier.");
        }
        String collection = Requests.serverUrl(context) + OgcRoutes.ROOT + "/collections/" + layer.id();
        String self = collection + "/items/" + OpenApi.encode(id);
        return form == Form.JSON
                ? geoJson(crs, out -> writeFeature(out, table, row, crs, self, collection, layer.title()))
                : pages.item(layer, table, row, self);
    }

    /** Writes JSON into a generator that its caller closes. */
    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static Answer geoJson(ServedCrs crs, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return Answer.of(Links.GEOJSON, Map.of("Content-Crs", "<" + crs.uri() + ">"), bytes.toByteArray());
    }

    private static void writeCollection(
            JsonGenerator out, Context context, ItemQuery query, IntFunction<String> geometry) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "FeatureCollection");
        out.writeNumberField("numberMatched", query.matched());
        out.writeNumberField("numberReturned", query.page().size());
        out.writeStringField(
                "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        out.writeArrayFieldStart("links");
        String self = url(context, query.offset());
        writeLink(out, "self", Links.GEOJSON, self, "This page");
        writeLink(out, "alternate", Links.HTML, Links.in(self, "html"), "This page for people");
        Integer next = query.next();
        if (next != null) {
            writeLink(out, "next", Links.GEOJSON, url(context, next), "Next page");
        }
        Integer previous = query.previous();
        if (previous != null) {
            writeLink(out, "prev", Links.GEOJSON, url(context, previous), "Previous page");
        }
        out.writeEndArray();
        out.writeArrayFieldStart("features");
        FeatureJson features = new FeatureJson(query.table(), query.columns(), geometry);
        for (int row : query.page()) {
            features.write(out, row);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeFeature(
            JsonGenerator out, FeatureTable table, int row, ServedCrs crs, String self, String collection, String title)
            throws IOException {
        List<Integer> columns =
                IntStream.range(0, table.columns().size()).boxed().toList();
        new FeatureJson(table, columns, geometry(table, crs)).begin(out, row);
        out.writeArrayFieldStart("links");
        writeLink(out, "self", Links.GEOJSON, self, "This feature");
        writeLink(out, "alternate", Links.HTML, Links.in(self, "html"), "This feature for people");
        writeLink(out, "collection", Links.JSON, collection, title);
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeLink(JsonGenerator out, String rel, String type, String href, String title)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("rel", rel);
        out.writeStringField("type", type);
        out.writeStringField("href", href);
        out.writeStringField("title", title);
        out.writeEndObject();
    }

    /** How the geometry of a row is written in a system; what is asked for most lies ready. */
    private static IntFunction<String> geometry(FeatureTable table, ServedCrs crs) {
        return crs.equals(ServedCrs.CRS84) ? table::geometry : row -> placed(table.shape(row), crs);
    }

    private static String placed(@Nullable Shape shape, ServedCrs crs) {
        if (shape == null) {
            return "null";
        }
        try {
            return crs.write(shape);
        } catch (CrsException e) {
            throw ProblemException.badRequest(
                    "CRS_OUT_OF_REACH",
                    "Parameter 'crs' names a system that does not reach as far as the features.",
                    "Leave it out, or ask for a part of the features with 'bbox'.");
        }
    }

    /** The request's URL with another offset, in no form that it names. */
    private static String url(Context context, int offset) {
        StringBuilder url = new StringBuilder(Requests.serverUrl(context) + context.path());
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : new TreeMap<>(context.queryParamMap()).entrySet()) {
            if (!Set.of("offset", "f").contains(parameter.getKey())) {
                url.append(separator)
                        .append(parameter.getKey())
                        .append('=')
                        .append(OpenApi.encode(parameter.getValue().get(0)));
                separator = '&';
            }
        }
        return offset == 0
                ? url.toString()
                : url.append(separator).append("offset=").append(offset).toString();
    }
}
