package org.reentryatlas.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.layer.Members;

/**
 * A way to cut the earth into tiles, from the registry of OGC's Two Dimensional Tile Matrix Set (OGC 17-083r4): matrix 0 is one
 * row of square tiles, and each matrix after it has twice as many rows and columns.
 *
 * @param crsUri name of the system in the registry
 * @param extent of the earth, in units of the system
 * @param axes in the order in which coordinates are written
 * @param columnsAtTop of matrix 0
 */
record TileMatrixSet(
        String id,
        String title,
        String crsUri,
        Crs crs,
        Box extent,
        List<String> axes,
        int columnsAtTop,
        double metresPerUnit,
        String wellKnownScaleSet) {
    static final TileMatrixSet WEB_MERCATOR_QUAD = new TileMatrixSet(
            "WebMercatorQuad",
            "Google Maps Compatible for the World",
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            Crs.of("EPSG:3857"),
            new Box(-20037508.3427892, -20037508.3427892, 20037508.3427892, 20037508.3427892),
            List.of("X", "Y"),
            1,
            1,
            "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");

    static final TileMatrixSet WORLD_CRS84_QUAD = new TileMatrixSet(
            "WorldCRS84Quad",
            "CRS84 for the World",
            Links.CRS84,
            Crs.WGS84,
            new Box(-180, -90, 180, 90),
            List.of("Lon", "Lat"),
            2,
            // Metres of a degree on the equator of WGS 84, as the standard counts scales.
            6378137 * Math.PI / 180,
            "http://www.opengis.net/def/wkss/OGC/1.0/GoogleCRS84Quad");

    /** All that are served. */
    static final List<TileMatrixSet> ALL = List.of(WEB_MERCATOR_QUAD, WORLD_CRS84_QUAD);

    /** The last matrix with tiles: a tile of about 600 m. */
    static final int MOST_ZOOM = 16;

    private static final int PIXELS = 256;
    /** Metres; what the standard takes for a pixel. */
    private static final double PIXEL_SIZE = 0.00028;

    TileMatrixSet {
        axes = List.copyOf(axes);
    }

    /**
     * The set with an identifier.
     *
     * @throws ProblemException if none is served
     */
    static TileMatrixSet named(String id) {
        return ALL.stream()
                .filter(set -> set.id.equals(id))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.notFound(
                                "There is no tile matrix set with this identifier; /ogc/tileMatrixSets lists those there are."));
    }

    /** Its name in the registry. */
    String uri() {
        return "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + id;
    }

    private double side(int zoom) {
        return (extent.maxY() - extent.minY()) / rows(zoom);
    }

    private static int rows(int zoom) {
        return 1 << zoom;
    }

    /** The box of a tile in the system of the set. */
    Box box(Tile tile) {
        double side = side(tile.zoom());
        double west = extent.minX() + tile.column() * side;
        double north = extent.maxY() - tile.row() * side;
        return new Box(west, north - side, west + side, north);
    }

    /** The tiles of a matrix that a box touches: from the first row and column to the last. */
    Tiles tiles(int zoom, Box box) {
        double side = side(zoom);
        int lastRow = rows(zoom) - 1;
        int lastColumn = columnsAtTop * rows(zoom) - 1;
        return new Tiles(
                zoom,
                within((extent.maxY() - box.maxY()) / side, lastRow),
                within((extent.maxY() - box.minY()) / side, lastRow),
                within((box.minX() - extent.minX()) / side, lastColumn),
                within((box.maxX() - extent.minX()) / side, lastColumn));
    }

    private static int within(double number, int last) {
        return (int) Math.max(0, Math.min(last, Math.floor(number)));
    }

    /** A tile by its place in the set. */
    record Tile(int zoom, int row, int column) {}

    /** A rectangle of tiles, both ends included. */
    record Tiles(int zoom, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        boolean holds(Tile tile) {
            return tile.zoom() == zoom
                    && tile.row() >= firstRow
                    && tile.row() <= lastRow
                    && tile.column() >= firstColumn
                    && tile.column() <= lastColumn;
        }

        /** As the standard's {@code tileMatrixSetLimits} have it. */
        Map<String, Object> describe() {
            return Members.of(
                    "tileMatrix", String.valueOf(zoom),
                    "minTileRow", firstRow,
                    "maxTileRow", lastRow,
                    "minTileCol", firstColumn,
                    "maxTileCol", lastColumn);
        }
    }

    /** As the JSON encoding of the standard has it. */
    Map<String, Object> describe() {
        List<Map<String, Object>> matrices = new ArrayList<>();
        for (int zoom = 0; zoom <= MOST_ZOOM; zoom++) {
            double cell = side(zoom) / PIXELS;
            Map<String, Object> matrix = new LinkedHashMap<>();
            matrix.put("id", String.valueOf(zoom));
            matrix.put("scaleDenominator", cell * metresPerUnit / PIXEL_SIZE);
            matrix.put("cellSize", cell);
            matrix.put("cornerOfOrigin", "topLeft");
            matrix.put("pointOfOrigin", List.of(extent.minX(), extent.maxY()));
            matrix.put("tileWidth", PIXELS);
            matrix.put("tileHeight", PIXELS);
            matrix.put("matrixWidth", columnsAtTop * rows(zoom));
            matrix.put("matrixHeight", rows(zoom));
            matrices.add(matrix);
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", id);
        described.put("title", title);
        described.put("uri", uri());
        described.put("crs", crsUri);
        described.put("orderedAxes", axes);
        described.put("wellKnownScaleSet", wellKnownScaleSet);
        described.put("tileMatrices", matrices);
        return described;
    }
}
