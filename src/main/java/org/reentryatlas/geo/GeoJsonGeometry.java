package org.reentryatlas.geo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Makes a geometry of its GeoJSON tree. JTS's own reader wants text, so that each coordinate would be parsed twice. */
final class GeoJsonGeometry {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final String WRONG_NESTING = "its coordinates are not nested as its type demands";

    private GeoJsonGeometry() {}

    /**
     * The shape, or none if it is empty.
     *
     * @throws GeoJsonException if the tree is not a geometry
     */
    static Optional<Shape> of(JsonNode node) {
        try {
            return Shape.of(geometry(node));
        } catch (IllegalArgumentException e) {
            // What JTS says of an open ring or a line of one point.
            throw new GeoJsonException(String.valueOf(e.getMessage()).replaceFirst(" - .*| \\(found.*", ""));
        }
    }

    private static Geometry geometry(JsonNode node) {
        JsonNode coordinates = node.path("coordinates");
        String type = node.path("type").asText();
        return switch (type) {
            case "Point" ->
                coordinates.isEmpty() && coordinates.isArray() ? GEOMETRIES.createPoint() : point(coordinates);
            case "MultiPoint" ->
                GEOMETRIES.createMultiPoint(
                        list(coordinates, GeoJsonGeometry::point).toArray(Point[]::new));
            case "LineString" -> GEOMETRIES.createLineString(line(coordinates));
            case "MultiLineString" ->
                GEOMETRIES.createMultiLineString(list(coordinates, part -> GEOMETRIES.createLineString(line(part)))
                        .toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                GEOMETRIES.createMultiPolygon(
                        list(coordinates, GeoJsonGeometry::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" ->
                GEOMETRIES.createGeometryCollection(
                        list(node.path("geometries"), GeoJsonGeometry::geometry).toArray(Geometry[]::new));
            default -> throw new GeoJsonException("its type is none of GeoJSON's");
        };
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> part) {
        if (!array.isArray()) {
            throw new GeoJsonException(WRONG_NESTING);
        }
        List<T> parts = new ArrayList<>(array.size());
        array.forEach(node -> parts.add(part.apply(node)));
        return parts;
    }

    private static Point point(JsonNode node) {
        return GEOMETRIES.createPoint(coordinate(node));
    }

    private static Polygon polygon(JsonNode node) {
        List<LinearRing> rings = list(node, ring -> GEOMETRIES.createLinearRing(line(ring)));
        return rings.isEmpty()
                ? GEOMETRIES.createPolygon()
                : GEOMETRIES.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] line(JsonNode node) {
        return list(node, GeoJsonGeometry::coordinate).toArray(Coordinate[]::new);
    }

    /** A third number, a height, is left out. */
    private static Coordinate coordinate(JsonNode node) {
        if (!node.isArray()
                || node.size() < 2
                || !node.get(0).isNumber()
                || !node.get(1).isNumber()) {
            throw new GeoJsonException(WRONG_NESTING);
        }
        double x = node.get(0).doubleValue();
        double y = node.get(1).doubleValue();
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new GeoJsonException("one of its coordinates is not a finite number");
        }
        return new Coordinate(x, y);
    }
}
