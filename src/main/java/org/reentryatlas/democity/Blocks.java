package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** All blocks of the city, who borders on whom, and which block a point lies in. */
final class Blocks {
    /** A straight piece of a line, the same in both directions. */
    private record Piece(Coordinate first, Coordinate second) {
        static Piece of(Coordinate a, Coordinate b) {
            return a.compareTo(b) < 0 ? new Piece(a, b) : new Piece(b, a);
        }
    }

    private final List<Block> all = new ArrayList<>();
    private final List<IndexedPointInAreaLocator> locators = new ArrayList<>();
    private final STRtree index = new STRtree();

    private Blocks() {}

    static Blocks of(List<Edge> edges) {
        Polygonizer polygonizer = new Polygonizer();
        Map<Piece, Line> lines = new HashMap<>();
        for (Edge edge : edges) {
            polygonizer.add(edge.course());
            Coordinate[] points = edge.points();
            for (int i = 1; i < points.length; i++) {
                lines.put(Piece.of(points[i - 1], points[i]), edge.line());
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : polygonizer.getPolygons()) {
            polygons.add((Polygon) ((Polygon) polygon).norm());
        }
        // The polygonizer promises no order; the files need one.
        polygons.sort(Comparator.comparing(Polygon::getCoordinate)
                .thenComparing(p -> p.getInteriorPoint().getCoordinate()));
        Blocks blocks = new Blocks();
        blocks.fill(polygons, lines);
        return blocks;
    }

    private void fill(List<Polygon> polygons, Map<Piece, Line> lines) {
        List<Map<Integer, double[]>> borders = new ArrayList<>();
        Map<Piece, Integer> owners = new LinkedHashMap<>();
        for (int id = 0; id < polygons.size(); id++) {
            borders.add(new TreeMap<>());
            for (Piece piece : pieces(polygons.get(id))) {
                Integer other = owners.putIfAbsent(piece, id);
                if (other != null && other != id) {
                    double length = piece.first().distance(piece.second());
                    double barrier = barrier(lines.get(piece));
                    addBorder(borders.get(id), other, length, barrier);
                    addBorder(borders.get(other), id, length, barrier);
                }
            }
        }
        for (int id = 0; id < polygons.size(); id++) {
            Polygon polygon = polygons.get(id);
            List<Block.Border> list = new ArrayList<>();
            borders.get(id).forEach((other, sums) -> list.add(new Block.Border(other, sums[0], sums[1] / sums[0])));
            Coordinate centre = polygon.getCentroid().getCoordinate();
            all.add(new Block(id, polygon, centre, list));
            locators.add(new IndexedPointInAreaLocator(polygon));
            index.insert(polygon.getEnvelopeInternal(), id);
        }
        index.build();
    }

    private static void addBorder(Map<Integer, double[]> to, int other, double length, double barrier) {
        double[] sums = to.computeIfAbsent(other, o -> new double[2]);
        sums[0] += length;
        sums[1] += length * barrier;
    }

    private static double barrier(@Nullable Line line) {
        if (line instanceof Line.Street street) {
            return switch (street.kind()) {
                case ARTERIAL -> 4;
                case COLLECTOR -> 2;
                case LOCAL -> 1;
            };
        }
        return 8;
    }

    private static List<Piece> pieces(Polygon polygon) {
        List<Piece> pieces = new ArrayList<>();
        addPieces(polygon.getExteriorRing().getCoordinates(), pieces);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            addPieces(polygon.getInteriorRingN(i).getCoordinates(), pieces);
        }
        return pieces;
    }

    private static void addPieces(Coordinate[] ring, List<Piece> into) {
        for (int i = 1; i < ring.length; i++) {
            into.add(Piece.of(ring[i - 1], ring[i]));
        }
    }

    List<Block> all() {
        return all;
    }

    /** The block that holds the point in its interior, or -1. */
    int at(Coordinate point) {
        for (Object found : index.query(new Envelope(point))) {
            int id = (Integer) found;
            if (locators.get(id).locate(point) == Location.INTERIOR) {
                return id;
            }
        }
        return -1;
    }

    /** The union of blocks, with every corner of every block on its outline kept, so that neighbours match exactly. */
    Geometry union(List<Integer> ids) {
        return CoverageUnion.union(ids.stream().map(id -> all.get(id).polygon()).toArray(Geometry[]::new));
    }
}
