package org.reentryatlas.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Form;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;
import org.reentryatlas.layer.Catalogue;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Snapshot;

/**
 * OGC API – Features under {@code /ogc}, as JSON and as pages: Part 1, Core (OGC 17-069r4), and Part 2, Coordinate Reference
 * Systems by Reference (OGC 18-058r1). {@link ItemRoutes} has the features.
 */
public final class OgcRoutes implements Routes {
    static final String ROOT = "/ogc";

    private static final List<String> CONFORMS_TO = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
            "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
            "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
            "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/array-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/property-property",
            "http://www.opengis.net/spec/cql2/1.0/conf/arithmetic",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/core-roles-features",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/dataset-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/tms/2.0/conf/tilematrixset",
            "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset");

    private final Catalogue catalogue;
    private final Answers answers;
    private final OgcPages pages = new OgcPages();
    private final Responsible responsible;
    private final List<ServedCrs> served;
    private final ItemRoutes items;
    private final TileRoutes tiles;

    /**
     * Serves the catalogue.
     *
     * @param working the system in which the jurisdiction works, which is served beside those of the web
     * @param mostFeatures most features in one answer
     */
    public OgcRoutes(Catalogue catalogue, Answers answers, Publisher publisher, Crs working, int mostFeatures) {
        this.responsible = new Responsible(publisher);
        this.catalogue = catalogue;
        this.answers = answers;
        this.served = ServedCrs.with(working);
        this.items = new ItemRoutes(catalogue, answers, pages, served, mostFeatures);
        this.tiles = new TileRoutes(catalogue, answers);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ROOT, answers.by(this::landing));
        routes.get(ROOT + "/conformance", answers.by(this::conformance));
        routes.get(ROOT + "/api", answers.by(this::api));
        routes.get(ROOT + "/collections", answers.by(this::collections));
        routes.get(ROOT + "/collections/{collectionId}", answers.by(this::collection));
        routes.get(ROOT + "/collections/{collectionId}/schema", answers.by(this::schema));
        routes.get(ROOT + "/collections/{collectionId}/queryables", answers.by(this::queryables));
        items.addTo(routes);
        tiles.addTo(routes);
    }

    @Override
    public List<String> laborious() {
        return Stream.of(items, tiles)
                .flatMap(part -> part.laborious().stream())
                .toList();
    }

    private Answer landing(Context context) {
        String server = Requests.serverUrl(context);
        String base = server + ROOT;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "Reentry Atlas: " + catalogue.now().jurisdiction());
        body.put("description", "Aggregated, protected maps for reentry.");
        List<Map<String, Object>> links = new ArrayList<>(List.of(
                Links.link("service-desc", Links.OPENAPI, base + "/api", "The API for programs"),
                Links.link("service-doc", Links.HTML, base + "/api?f=html", "The API for people"),
                Links.link("conformance", Links.JSON, base + "/conformance", "Conformance"),
                Links.link("data", Links.JSON, base + "/collections", "Collections"),
                Links.link(Links.REL + "tilesets-vector", Links.JSON, base + "/tiles", "Vector tiles"),
                Links.link(
                        Links.REL + "tiling-schemes", Links.JSON, base + "/tileMatrixSets", "How the tiles are cut")));
        links.addAll(Responsible.catalogues(server));
        body.put("links", links);
        return pages.answer(form(context), "landing", base, body);
    }

    private Answer conformance(Context context) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "Conformance");
        body.put("conformsTo", CONFORMS_TO);
        return pages.answer(form(context), "conformance", Requests.serverUrl(context) + context.path(), body);
    }

    private Answer api(Context context) {
        Form form = form(context);
        String document = OpenApi.json(Requests.serverUrl(context));
        return form == Form.JSON
                ? Answer.of(Links.OPENAPI, document)
                : pages.page("api", Requests.serverUrl(context) + context.path(), described(Json.read(document)));
    }

    /** What a reader wants to know of an OpenAPI document: the paths with their parameters. */
    private static Map<String, Object> described(JsonNode document) {
        List<Map<String, Object>> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(described(
                                document,
                                operation.getKey().equals("get")
                                        ? path.getKey()
                                        : operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue()))));
        return Map.of(
                "title", document.at("/info/title").asText(),
                "description", document.at("/info/description").asText(),
                "operations", operations);
    }

    private static Map<String, Object> described(JsonNode document, String path, JsonNode operation) {
        List<Map<String, String>> parameters = new ArrayList<>();
        operation.path("parameters").forEach(given -> {
            JsonNode parameter =
                    given.has("$ref") ? document.at(given.get("$ref").asText().substring(1)) : given;
            parameters.add(Map.of(
                    "name", parameter.path("name").asText(),
                    "description", parameter.path("description").asText()));
        });
        return Map.of("path", path, "summary", operation.path("summary").asText(), "parameters", parameters);
    }

    private Answer collections(Context context) {
        Form form = form(context);
        Snapshot snapshot = catalogue.now();
        String base = Requests.serverUrl(context) + ROOT;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "Layers");
        body.put(
                "collections",
                snapshot.layers().stream()
                        .map(layer -> Descriptions.collection(layer, snapshot, responsible, base, served))
                        .toList());
        return pages.answer(form, "collections", base + "/collections", body);
    }

    private Answer collection(Context context) {
        Form form = form(context);
        Snapshot snapshot = catalogue.now();
        String base = Requests.serverUrl(context) + ROOT;
        Layer layer = snapshot.layer(context.pathParam("collectionId"));
        Map<String, Object> body = Descriptions.collection(layer, snapshot, responsible, base, served);
        return form == Form.JSON
                ? Answer.of(Links.JSON, Json.write(body))
                : pages.page("collection", base + "/collections/" + layer.id(), body);
    }

    /** Makes a JSON Schema of a layer. */
    private interface Describing {
        Map<String, Object> describe(Layer layer, FeatureTable table, String self);
    }

    private Answer schema(Context context) {
        return describe(context, Descriptions::schema);
    }

    private Answer queryables(Context context) {
        return describe(context, Descriptions::queryables);
    }

    private Answer describe(Context context, Describing describing) {
        Form form = form(context);
        Snapshot snapshot = catalogue.now();
        Layer layer = snapshot.layer(context.pathParam("collectionId"));
        FeatureTable table = snapshot.newest(layer);
        String self = Requests.serverUrl(context) + context.path();
        Map<String, Object> schema = describing.describe(layer, table, self);
        if (form == Form.JSON) {
            return Answer.of(Links.SCHEMA, Json.write(schema));
        }
        Map<String, Object> body = new LinkedHashMap<>(schema);
        body.put("columns", table.columns());
        return pages.page("schema", self, body);
    }

    private static Form form(Context context) {
        return Form.of(context, Parameters.of(context, Set.of("f")).text("f"));
    }
}
