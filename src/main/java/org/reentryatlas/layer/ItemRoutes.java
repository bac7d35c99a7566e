package org.reentryatlas.layer;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.reentryatlas.http.Form;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;

/** The features of the collections, as GeoJSON and as pages. */
final class ItemRoutes implements Routes {
    private static final int USUAL_LIMIT = 1_000;

    private final Catalogue catalogue;
    private final Answers answers;
    private final OgcPages pages;
    private final int mostFeatures;

    /**
     * Serves the features of a catalogue.
     *
     * @param mostFeatures most features in one answer
     */
    ItemRoutes(Catalogue catalogue, Answers answers, OgcPages pages, int mostFeatures) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.pages = pages;
        this.mostFeatures = mostFeatures;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        String items = OgcRoutes.ROOT + "/collections/{collectionId}/items";
        routes.get(items, answers.by(this::items));
        routes.get(items + "/{featureId}", answers.by(this::item));
    }

    private Answer items(Context context) {
        Collection collection = catalogue.get(context.pathParam("collectionId"));
        Parameters parameters = Parameters.of(context, collection.parameters());
        Form form = Form.of(context, parameters.text("f"));
        ServedCrs boxCrs = crs(parameters, "bbox-crs");
        Page page = new Page(
                parameters.text("bbox").map(bbox -> Region.parse(bbox, boxCrs)).orElse(Region.EVERYWHERE),
                parameters.whole("limit", Math.min(USUAL_LIMIT, mostFeatures), 1, mostFeatures),
                parameters.whole("offset", 0, 0, Integer.MAX_VALUE),
                crs(parameters, "crs"));
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
        return form == Form.JSON
                ? geoJson(featureCollection(context, features, page), page.crs())
                : itemsPage(context, collection, features, page);
    }

    private Answer item(Context context) {
        Collection collection = catalogue.get(context.pathParam("collectionId"));
        Parameters parameters = Parameters.of(context, Set.of("crs", "f"));
        Form form = Form.of(context, parameters.text("f"));
        ServedCrs crs = crs(parameters, "crs");
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
        String feature = found.features().get(0);
        String parent = Requests.serverUrl(context) + OgcRoutes.ROOT + "/collections/" + collection.id();
        String self = parent + "/items/" + OpenApi.encode(featureId);
        if (form == Form.HTML) {
            return itemPage(feature, collection, self);
        }
        String links = Json.write(List.of(
                Links.link("self", Links.GEOJSON, self, "This feature"),
                Links.link("alternate", Links.HTML, Links.in(self, "html"), "This feature for people"),
                Links.link("collection", Links.JSON, parent, collection.title())));
        return geoJson(feature.substring(0, feature.length() - 1) + ",\"links\":" + links + "}", crs);
    }

    private ServedCrs crs(Parameters parameters, String parameter) {
        return parameters
                .text(parameter)
                .map(uri -> ServedCrs.named(uri, parameter, catalogue.served()))
                .orElse(ServedCrs.CRS84);
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

    /** The members in front of the features, and the features as PostGIS wrote them. */
    private static String featureCollection(Context context, Features features, Page page) {
        List<Map<String, String>> links = new ArrayList<>();
        String self = url(context, page.offset());
        links.add(Links.link("self", Links.GEOJSON, self, "This page"));
        links.add(Links.link("alternate", Links.HTML, Links.in(self, "html"), "This page for people"));
        next(features, page)
                .map(offset -> Links.link("next", Links.GEOJSON, url(context, offset), "Next page"))
                .ifPresent(links::add);
        previous(page)
                .map(offset -> Links.link("prev", Links.GEOJSON, url(context, offset), "Previous page"))
                .ifPresent(links::add);
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", "FeatureCollection");
        frame.put("numberMatched", features.matched());
        frame.put("numberReturned", features.features().size());
        frame.put("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        frame.put("links", links);
        String head = Json.write(frame);
        return head.substring(0, head.length() - 1) + ",\"features\":[" + String.join(",", features.features()) + "]}";
    }

    private static Optional<Integer> next(Features features, Page page) {
        boolean isMore = !features.features().isEmpty()
                && page.offset() + (long) features.features().size() < features.matched();
        return isMore ? Optional.of(page.offset() + page.limit()) : Optional.empty();
    }

    private static Optional<Integer> previous(Page page) {
        return page.offset() > 0 ? Optional.of(Math.max(0, page.offset() - page.limit())) : Optional.empty();
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

    private Answer itemsPage(Context context, Collection collection, Features features, Page page) {
        List<String> columns = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String text : features.features()) {
            JsonNode feature = Json.read(text);
            JsonNode properties = feature.get("properties");
            if (columns.isEmpty()) {
                columns.add("id");
                properties.fieldNames().forEachRemaining(columns::add);
            }
            List<String> cells = new ArrayList<>();
            columns.stream().skip(1).forEach(column -> cells.add(text(properties.path(column))));
            String id = feature.get("id").asText();
            String href = context.path() + "/" + OpenApi.encode(id) + "?f=html";
            rows.add(Map.of("first", Map.of("href", href, "text", id), "cells", cells));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", collection.title());
        body.put("numberMatched", features.matched());
        body.put("numberReturned", rows.size());
        body.put(
                "next",
                next(features, page).map(offset -> Links.in(url(context, offset), "html")).stream()
                        .toList());
        body.put(
                "previous",
                previous(page).map(offset -> Links.in(url(context, offset), "html")).stream()
                        .toList());
        body.put("columns", columns);
        body.put("rows", rows);
        return pages.page("items", url(context, page.offset()), body);
    }

    private Answer itemPage(String text, Collection collection, String self) {
        JsonNode feature = Json.read(text);
        List<Map<String, String>> properties = new ArrayList<>();
        feature.get("properties")
                .properties()
                .forEach(member -> properties.add(Map.of("name", member.getKey(), "value", text(member.getValue()))));
        return pages.page(
                "item",
                self,
                Map.of(
                        "title",
                        feature.at("/properties/name").asText(feature.get("id").asText()),
                        "collection",
                        OgcRoutes.ROOT + "/collections/" + collection.id() + "/items?f=html",
                        "collectionTitle",
                        collection.title(),
                        "properties",
                        properties));
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "–" : value.isValueNode() ? value.asText() : value.toString();
    }

    private static Answer geoJson(String body, ServedCrs crs) {
        return Answer.of(Links.GEOJSON, Map.of("Content-Crs", "<" + crs.uri() + ">"), body);
    }
}
