package org.reentryatlas.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.export.Format;
import org.reentryatlas.export.LayerRoutes;
import org.reentryatlas.geo.Box;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Members;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;

/** How a collection describes itself: its metadata, its schema, and what may be asked about. */
final class Descriptions {
    private static final String JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private Descriptions() {}

    /** As {@code /collections/{id}} has it, with links below the base. */
    static Map<String, Object> collection(
            Layer layer, Snapshot snapshot, Responsible responsible, String base, List<ServedCrs> served) {
        String self = base + "/collections/" + layer.id();
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("id", layer.id());
        description.put("title", layer.title());
        description.put("description", layer.description());
        description.put("itemType", "feature");
        description.put("crs", served.stream().map(ServedCrs::uri).toList());
        description.put("storageCrs", ServedCrs.CRS84.uri());
        description.put("extent", extent(layer, snapshot.newest(layer).box()));
        description.putAll(responsible.of(layer, snapshot));
        List<Map<String, Object>> links = new ArrayList<>(List.of(
                Links.link("self", Links.JSON, self, "This collection"),
                Links.link("alternate", Links.HTML, Links.in(self, "html"), "This collection for people"),
                Links.link("items", Links.GEOJSON, self + "/items", layer.title()),
                Links.link("items", Links.HTML, Links.in(self + "/items", "html"), layer.title() + ", as a table"),
                Links.link(Links.REL + "schema", Links.SCHEMA, self + "/schema", "Its properties"),
                Links.link(
                        Links.REL + "queryables",
                        Links.SCHEMA,
                        self + "/queryables",
                        "The properties that filters may ask about"),
                Links.link(Links.REL + "tilesets-vector", Links.JSON, self + "/tiles", "Vector tiles")));
        String server = base.substring(0, base.length() - OgcRoutes.ROOT.length());
        links.addAll(responsible.links(server));
        if (snapshot.holds(layer)) {
            for (Format format : Format.values()) {
                links.add(Links.link(
                        "enclosure",
                        format.mediaType(),
                        server + LayerRoutes.path(layer.id(), format),
                        format.title()));
            }
        }
        description.put("links", links);
        return description;
    }

    private static Map<String, Object> extent(Layer layer, Box box) {
        List<Double> corners = box.orEarth().corners();
        Map<String, Object> spatial = Members.of("bbox", List.of(corners), "crs", Links.CRS84);
        List<PublishedRelease> releases = layer.releases();
        if (releases.isEmpty()) {
            return Map.of("spatial", spatial);
        }
        List<String> interval = List.of(
                releases.get(releases.size() - 1).referenceDate() + "T00:00:00Z",
                releases.get(0).referenceDate() + "T00:00:00Z");
        return Members.of("spatial", spatial, "temporal", Map.of("interval", List.of(interval)));
    }

    /** The properties of a feature as a JSON Schema (OGC API – Features, Part 5). */
    static Map<String, Object> schema(Layer layer, FeatureTable table, String self) {
        Map<String, Object> schema = queryables(layer, table, self);
        schema.put("description", "The properties of a feature. Each may be null unless it is the identifier.");
        return schema;
    }

    /** What filters may ask about: every published property, and nothing else (OGC API – Features, Part 3). */
    static Map<String, Object> queryables(Layer layer, FeatureTable table, String self) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            properties.put(column.name(), property(column, i));
        }
        properties.put(
                ItemFilter.GEOMETRY,
                Members.of(
                        "title",
                        "Geometry",
                        "x-ogc-role",
                        "primary-geometry",
                        "x-ogc-propertySeq",
                        table.columns().size() + 1,
                        "format",
                        layer.isOfAreas() ? "geometry-multipolygon" : "geometry-point"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", JSON_SCHEMA);
        schema.put("$id", self);
        schema.put("type", "object");
        schema.put("title", layer.title());
        schema.put("description", "A property that is hidden for privacy is null, to filters too.");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(Column column, int position) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", column.title());
        property.put("description", column.description());
        switch (column.type()) {
            case TEXT -> property.put("type", "string");
            case INTEGER -> property.put("type", "integer");
            case NUMBER -> property.put("type", "number");
            case BOOLEAN -> property.put("type", "boolean");
            case DATE -> {
                property.put("type", "string");
                property.put("format", "date");
            }
            case TEXTS -> {
                property.put("type", "array");
                property.put("items", allowed(column, new LinkedHashMap<>(Map.of("type", "string"))));
            }
        }
        if (column.type() != Column.Type.TEXTS) {
            allowed(column, property);
        }
        property.put("x-ogc-propertySeq", position + 1);
        if (position == 0) {
            property.put("x-ogc-role", "id");
        }
        return property;
    }

    private static Map<String, Object> allowed(Column column, Map<String, Object> property) {
        if (!column.values().isEmpty()) {
            property.put("enum", column.values());
        }
        return property;
    }
}
