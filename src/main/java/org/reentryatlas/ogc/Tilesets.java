package org.reentryatlas.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Members;

/**
 * How tilesets describe themselves.
 *
 * @param version stands for the state of the data in the URLs of tiles
 */
record Tilesets(TileSource source, String version) {
    private static final String TEMPLATE = "/{tileMatrix}/{tileRow}/{tileCol}";

    /** The tiles of a matrix in which something may be. */
    TileMatrixSet.Tiles limits(TileMatrixSet set, int zoom) {
        return set.tiles(zoom, source.box(set.crs()));
    }

    /** A tileset as the standard's metadata have it (OGC 17-083r4). */
    Map<String, Object> describe(TileMatrixSet set, String self) {
        Box box = source.box(Crs.WGS84);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("title", source.title());
        described.put("dataType", "vector");
        described.put("crs", set.crsUri());
        described.put("tileMatrixSetId", set.id());
        described.put("tileMatrixSetURI", set.uri());
        described.put(
                "tileMatrixSetLimits",
                IntStream.rangeClosed(0, TileMatrixSet.MOST_ZOOM)
                        .mapToObj(zoom -> limits(set, zoom).describe())
                        .toList());
        if (!box.isEmpty()) {
            described.put(
                    "boundingBox",
                    Members.of(
                            "lowerLeft", List.of(box.minX(), box.minY()),
                            "upperRight", List.of(box.maxX(), box.maxY()),
                            "crs", Links.CRS84));
        }
        described.put("layers", layers());
        described.put("links", links(set, self));
        return described;
    }

    private List<Map<String, Object>> layers() {
        List<Map<String, Object>> layers = new ArrayList<>();
        source.tables().forEach((layer, table) -> {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("id", layer.id());
            described.put("title", layer.title());
            described.put("dataType", "vector");
            described.put("geometryDimension", layer.isOfAreas() ? 2 : 0);
            layers.add(described);
        });
        return layers;
    }

    private List<Map<String, Object>> links(TileMatrixSet set, String self) {
        String base = self.substring(0, self.indexOf(OgcRoutes.ROOT + "/")) + OgcRoutes.ROOT;
        List<Map<String, Object>> links = new ArrayList<>();
        links.add(Links.link("self", Links.JSON, self, "This tileset"));
        links.add(Members.of(
                "rel",
                "item",
                "type",
                Links.MVT,
                "href",
                self + TEMPLATE + "?v=" + version,
                "templated",
                true,
                "title",
                "Its tiles"));
        links.add(
                Links.link(Links.REL + "tiling-scheme", Links.JSON, base + "/tileMatrixSets/" + set.id(), set.title()));
        if (set.equals(TileMatrixSet.WEB_MERCATOR_QUAD)) {
            links.add(Links.link("describedby", Links.JSON, self + "?f=tilejson", "This tileset as TileJSON"));
        }
        return links;
    }

    /** As TileJSON 3.0.0 has it, which is of web Mercator alone. */
    Map<String, Object> tileJson(String self) {
        Box box = source.box(Crs.WGS84);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("tilejson", "3.0.0");
        described.put("name", source.title());
        described.put("scheme", "xyz");
        described.put("tiles", List.of(self + "/{z}/{y}/{x}?v=" + version));
        described.put("minzoom", 0);
        described.put("maxzoom", TileMatrixSet.MOST_ZOOM);
        if (!box.isEmpty()) {
            described.put("bounds", box.corners());
        }
        described.put(
                "vector_layers",
                source.tables().entrySet().stream()
                        .map(entry -> Members.of(
                                "id", entry.getKey().id(),
                                "description", entry.getKey().title(),
                                "fields", fields(entry.getValue())))
                        .toList());
        return described;
    }

    private static Map<String, String> fields(FeatureTable table) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            fields.put(
                    column.name(),
                    switch (column.type()) {
                        case INTEGER, NUMBER -> "Number";
                        case BOOLEAN -> "Boolean";
                        case TEXT, TEXTS, DATE -> "String";
                    });
        }
        return fields;
    }
}
