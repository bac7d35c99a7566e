package org.reentryatlas.layer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;

/**
 * OGC API – Features under {@code /ogc}, as JSON and GeoJSON: Part 1, Core (OGC 17-069r4), and Part 2, Coordinate Reference
 * Systems by Reference (OGC 18-058r1).
 */
public final class OgcRoutes implements Routes {
    private static final String ROOT = "/ogc";
    private static final int USUAL_LIMIT = 1_000;
    private static final List<String> CONFORMS_TO = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");

    private final Catalogue catalogue;
    private final Answers answers;
    private final int mostFeatures;

    /**
     * Serves the catalogue.
     *
     * @param mostFeatures most features in one answer
     */
    public OgcRoutes(Catalogue catalogue, Answers answers, int mostFeatures) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.mostFeatures = mostFeatures;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, "", this::landing);
        get(routes, "/conformance", context -> json(context, Map.of("conformsTo", CONFORMS_TO)));
        get(routes, "/api", this::api);
        get(routes, "/collections", this::collections);
        get(
                routes,
                "/collections/{collectionId}",
                context -> json(
                        context, collection(context).describe(base(context), catalogue.extent(), catalogue.served())));
        get(routes, "/collections/{collectionId}/items", this::items);
        get(routes, "/collections/{collectionId}/items/{featureId}", this::item);
    }

    private void get(RoutesConfig routes, String path, Answers.Maker maker) {
        routes.get(ROOT + path, answers.by(maker));
    }

    private Answer landing(Context context) {
        String base = base(context);
        return json(
                context,
                Map.of(
                        "title",
                        "Reentry Atlas: " + catalogue.jurisdiction(),
                        "description",
                        "Aggregated, protected maps for reentry.",
                        "links",
                        List.of(
                                Links.link("self", Links.JSON, base, "This page"),
                                Links.link("service-desc", Links.OPENAPI, base + "/api", "The API"),
                                Links.link("conformance", Links.JSON, base + "/conformance", "Conformance"),
                                Links.link("data", Links.JSON, base + "/collections", "Collections"))));
    }

    private Answer api(Context context) {
        parameters(context, Set.of("f"));
        return Answer.of(Links.OPENAPI, OpenApi.json(Requests.serverUrl(context)));
    }

    private Answer collections(Context context) {
        String base = base(context);
        Bbox extent = catalogue.extent();
        List<ServedCrs> served = catalogue.served();
        return json(
                context,
                Map.of(
                        "links",
                        List.of(Links.link("self", Links.JSON, base + "/collections", "Collections")),
                        "collections",
                        catalogue.collections().stream()
                                .map(collection -> collection.describe(base, extent, served))
                                .toList()));
    }

    private Answer items(Context context) {
        Collection collection = collection(context);
        Parameters parameters = parameters(context, collection.parameters());
        ServedCrs crs = crs(parameters, "crs");
        ServedCrs boxCrs = crs(parameters, "bbox-crs");
        Page page = new Page(
                parameters.text("bbox").map(bbox -> Region.parse(bbox, boxCrs)).orElse(Region.EVERYWHERE),
                parameters.whole("limit", Math.min(USUAL_LIMIT, mostFeatures), 1, mostFeatures),
                parameters.whole("offset", 0, 0, Integer.MAX_VALUE),
                crs);
        Days days = parameters.text("datetime").map(Days::parse).orElse(Days.ALL);
        Features features;
        if (collection.level() == null) {
            features = catalogue.store().sites(category(parameters), page);
        } else {
            Optional<PublishedRelease> release = collection.release(days);
            features = release.isPresent()
                    ? catalogue.store().areas(release.get(), collection.level(), page)
                    : new Features(0, List.of());
        }
        return geoJson(featureCollection(context, features, page), crs);
    }

    private ServedCrs crs(Parameters parameters, String parameter) {
        return parameters
                .text(parameter)
                .map(uri -> ServedCrs.named(uri, parameter, catalogue.served()))
                .orElse(ServedCrs.CRS84);
    }

    private Answer item(Context context) {
        Collection collection = collection(context);
        ServedCrs crs = crs(parameters(context, Set.of("crs", "f")), "crs");
        String featureId = context.pathParam("featureId");
        String level = collection.level();
        Features found = level == null
                ? catalogue.store().site(featureId, crs)
                : collection
                        .release(Days.ALL)
                        .map(release -> catalogue.store().area(release, level, featureId, crs))
                        .orElse(new Features(0, List.of()));
        if (found.features().isEmpty()) {
            throw ProblemException.notFound("The collection has no feature with this identifier.");
        }
        String self = base(context) + "/collections/" + collection.id();
        String links = Json.write(List.of(
                Links.link("self", Links.GEOJSON, self + "/items/" + OpenApi.encode(featureId), "This feature"),
                Links.link("collection", Links.JSON, self, collection.title())));
        String feature = found.features().get(0);
        return geoJson(feature.substring(0, feature.length() - 1) + ",\"links\":" + links + "}", crs);
    }

    /** The members in front of the features, and the features as PostGIS wrote them. */
    private static String featureCollection(Context context, Features features, Page page) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", "FeatureCollection");
        frame.put("numberMatched", features.matched());
        frame.put("numberReturned", features.features().size());
        frame.put("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        frame.put("links", pageLinks(context, features, page));
        String head = Json.write(frame);
        return head.substring(0, head.length() - 1) + ",\"features\":[" + String.join(",", features.features()) + "]}";
    }

    private static List<Map<String, String>> pageLinks(Context context, Features features, Page page) {
        List<Map<String, String>> links = new ArrayList<>();
        links.add(Links.link("self", Links.GEOJSON, pageUrl(context, page.offset()), "This page"));
        if (page.offset() + (long) features.features().size() < features.matched()
                && !features.features().isEmpty()) {
            links.add(Links.link("next", Links.GEOJSON, pageUrl(context, page.offset() + page.limit()), "Next page"));
        }
        if (page.offset() > 0) {
            links.add(Links.link(
                    "prev",
                    Links.GEOJSON,
                    pageUrl(context, Math.max(0, page.offset() - page.limit())),
                    "Previous page"));
        }
        return links;
    }

    private static String pageUrl(Context context, int offset) {
        StringBuilder url = new StringBuilder(Requests.serverUrl(context) + context.path());
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : new TreeMap<>(context.queryParamMap()).entrySet()) {
            if (!parameter.getKey().equals("offset")) {
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

    private String category(Parameters parameters) {
        String category = parameters.text("category").orElse("");
        List<String> codes = catalogue.store().listCategories().stream()
                .map(ServiceCategory::code)
                .toList();
        if (!category.isEmpty() && !codes.contains(category)) {
            throw ProblemException.badRequest(
                    "CATEGORY_UNKNOWN",
                    "Parameter 'category' names no category.",
                    "The categories are: " + String.join(", ", codes) + ".");
        }
        return category;
    }

    private Collection collection(Context context) {
        return catalogue
                .find(context.pathParam("collectionId"))
                .orElseThrow(() -> ProblemException.notFound("There is no collection with this identifier."));
    }

    /** Reads the parameters; {@code f} may only name the format that there is. */
    private static Parameters parameters(Context context, Set<String> allowed) {
        Parameters parameters = Parameters.of(context, allowed);
        parameters.text("f").ifPresent(format -> {
            if (!format.equals("json")) {
                throw ProblemException.badRequest(
                        "FORMAT_UNKNOWN",
                        "Parameter 'f' names a format that is not served.",
                        "Leave it out, or f=json.");
            }
        });
        return parameters;
    }

    private static Answer json(Context context, Map<String, ?> body) {
        parameters(context, Set.of("f"));
        return Answer.of(Links.JSON, Json.write(body));
    }

    private static Answer geoJson(String body, ServedCrs crs) {
        return Answer.of(Links.GEOJSON, Map.of("Content-Crs", "<" + crs.uri() + ">"), body);
    }

    private static String base(Context context) {
        return Requests.serverUrl(context) + ROOT;
    }
}
