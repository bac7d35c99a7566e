package org.reentryatlas.geo;

import com.uber.h3core.H3Core;
import com.uber.h3core.PolygonToCellsFlags;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/**
 * The hexagons of the H3 grid that cover a shape. A hexagon's parents are those of the grid's own hierarchy: they are made of
 * whole children, and so a count by parent is a sum of counts by child and tells nothing further. Parents drawn as hexagons
 * of their own cut through their children, and each would be another cut through the people.
 */
public final class HexGrid {
    private static final int RESOLUTION = 8;
    private static final int[] RESOLUTIONS_ABOVE = {7, 6};

    /** Wider than the edge of a cell, so that no rounding at the rim of the box loses one. */
    private static final double MARGIN_DEGREES = 0.02;

    /** A tenth of a millimetre: what a platform's arithmetic adds beyond it is cut off. */
    private static final double STEPS_PER_DEGREE = 1e9;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /**
     * A hexagon of resolution 8.
     *
     * @param key its index in hexadecimal, such as {@code 882aa84583fffff}
     * @param above the indices of its parents, nearest first
     * @param wkbHex its polygon in longitude and latitude, well-known binary in hexadecimal
     */
    public record Cell(String key, List<String> above, String wkbHex) {
        public Cell {
            above = List.copyOf(above);
        }
    }

    private HexGrid() {}

    /** All hexagons that touch the shape, which is in longitude and latitude, by key. */
    public static List<Cell> covering(Shape shape) {
        PreparedGeometry ground = PreparedGeometryFactory.prepare(shape.geometry());
        Envelope box = shape.geometry().getEnvelopeInternal();
        box.expandBy(MARGIN_DEGREES);
        List<Cell> cells = new ArrayList<>();
        // The library itself would go through all corners of a fine outline for every cell.
        for (long index : library()
                .polygonToCellsExperimental(
                        corners(box), List.of(), RESOLUTION, PolygonToCellsFlags.containment_overlapping)) {
            Polygon outline = outline(index);
            if (ground.intersects(outline)) {
                cells.add(cell(index, outline));
            }
        }
        cells.sort(Comparator.comparing(Cell::key));
        return cells;
    }

    private static Cell cell(long index, Polygon outline) {
        List<String> above = new ArrayList<>();
        for (int resolution : RESOLUTIONS_ABOVE) {
            above.add(library().h3ToString(library().cellToParent(index, resolution)));
        }
        return new Cell(
                library().h3ToString(index),
                above,
                HexFormat.of().withUpperCase().formatHex(new WKBWriter(2).write(outline)));
    }

    /** Through the grid's corners, which neighbours share: edges that are computed cell by cell differ in the last digit. */
    private static Polygon outline(long index) {
        List<Coordinate> ring = new ArrayList<>();
        for (long corner : library().cellToVertexes(index)) {
            LatLng place = library().vertexToLatLng(corner);
            ring.add(new Coordinate(rounded(place.lng), rounded(place.lat)));
        }
        ring.add(ring.get(0));
        return GEOMETRIES.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
    }

    private static List<LatLng> corners(Envelope box) {
        return List.of(
                new LatLng(box.getMinY(), box.getMinX()),
                new LatLng(box.getMinY(), box.getMaxX()),
                new LatLng(box.getMaxY(), box.getMaxX()),
                new LatLng(box.getMaxY(), box.getMinX()));
    }

    private static H3Core library() {
        return Library.INSTANCE;
    }

    /** Loaded when it is first needed: it unpacks native code. */
    private static final class Library {
        static final H3Core INSTANCE = open();

        private static H3Core open() {
            try {
                return H3Core.newInstance();
            } catch (IOException e) {
                throw new UncheckedIOException("the H3 library cannot be unpacked on this machine", e);
            }
        }
    }
}
