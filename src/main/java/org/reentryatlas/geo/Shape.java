package org.reentryatlas.geo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.locationtech.jts.io.kml.KMLWriter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.jts.util.AssertionFailedException;

/**
 * A geometry that is not empty, in the coordinates of its file: what the other rooms see of JTS. The caller must not
 * change it while others read it; nothing here does.
 */
public final class Shape {
    /** Of a closed ring: three corners and the first again. */
    private static final int FEWEST_POINTS = 4;

    private static final int PIECES_OF_A_SIDE = 20;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final GeometryFactory PACKED = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private final Geometry geometry;

    private Shape(Geometry geometry) {
        this.geometry = geometry;
    }

    /** The shape of a geometry, or none if it is empty. */
    static Optional<Shape> of(Geometry geometry) {
        return geometry.isEmpty() ? Optional.empty() : Optional.of(new Shape(geometry));
    }

    /**
     * The shape that a well-known text describes, or none if it is empty; only x and y are taken.
     *
     * @throws WktException if it is not well-known text of a geometry
     */
    public static Optional<Shape> ofWkt(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            Geometry geometry = new WKTReader().read(text);
            for (Coordinate coordinate : geometry.getCoordinates()) {
                if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
                    throw new WktException("one of its coordinates is not a finite number");
                }
            }
            return of(geometry);
        } catch (ParseException | IllegalArgumentException | AssertionFailedException e) {
            // The messages of JTS hold coordinates, or tokens of the text.
            throw new WktException(
                    !(e instanceof IllegalArgumentException)
                            ? "it is not well-known text of a geometry"
                            : String.valueOf(e.getMessage()).replaceFirst(" - .*| \\(found.*", ""));
        }
    }

    /**
     * The shape of two-dimensional well-known binary that we wrote ourselves, or none if it is empty.
     *
     * @throws WktException if it is not well-known binary
     */
    public static Optional<Shape> ofWkb(byte[] wkb) {
        try {
            // Coordinates in one array rather than an object each: a layer may have millions.
            return of(new WKBReader(PACKED).read(wkb));
        } catch (ParseException e) {
            throw new WktException("it is not well-known binary of a geometry");
        }
    }

    /** A point in degrees on WGS 84. */
    public static Shape ofPoint(LonLat place) {
        return new Shape(GEOMETRIES.createPoint(new Coordinate(place.longitude(), place.latitude())));
    }

    /**
     * The shape of a GeoJSON geometry (RFC 7946), or none if it is empty; only x and y are taken.
     *
     * @throws GeoJsonException if the tree is not one
     */
    public static Optional<Shape> ofGeoJson(JsonNode geometry) {
        return GeoJsonGeometry.of(geometry);
    }

    /**
     * Boxes, with corners along their sides where these bend on the way to WGS 84.
     *
     * @param boxes one or more that do not overlap; without a width or a height, one is a line or a point
     * @param crs the system of the boxes and of the shape
     */
    public static Shape ofBoxes(List<Box> boxes, Crs crs) {
        Geometry all = GEOMETRIES.buildGeometry(
                boxes.stream().map(box -> GEOMETRIES.toGeometry(box.envelope())).toList());
        double longest = Math.max(
                all.getEnvelopeInternal().getWidth(), all.getEnvelopeInternal().getHeight());
        boolean bends = !crs.equals(Crs.WGS84) && longest > 0;
        return new Shape(bends ? Densifier.densify(all, longest / PIECES_OF_A_SIDE) : all);
    }

    Geometry geometry() {
        return geometry;
    }

    /**
     * The same place in another system.
     *
     * @param from the system of this shape's coordinates
     * @throws CrsException if a coordinate lies where the transformation is not defined
     */
    public Shape transform(Crs from, Crs to) {
        return from.equals(to) ? this : new Shape(from.transform(geometry, to));
    }

    /** The same shape with y before x. */
    public Shape flipped() {
        return new Shape(new AffineTransformation(0, 1, 0, 1, 0, 0).transform(geometry));
    }

    /**
     * As a GeoJSON geometry (RFC 7946), its rings as they are.
     *
     * @param digits decimals of a coordinate
     */
    public String geoJson(int digits) {
        GeoJsonWriter writer = new GeoJsonWriter(digits);
        writer.setEncodeCRS(false);
        writer.setForceCCW(false);
        return writer.write(geometry);
    }

    /**
     * As well-known text.
     *
     * @param digits decimals of a coordinate
     */
    public String wkt(int digits) {
        WKTWriter writer = new WKTWriter(2);
        writer.setPrecisionModel(new PrecisionModel(Math.pow(10, digits)));
        return writer.write(geometry);
    }

    /**
     * As a geometry of KML.
     *
     * @param digits decimals of a coordinate
     */
    public String kml(int digits) {
        return KMLWriter.writeGeometry(geometry, Double.NaN, digits, false, null);
    }

    /** Its type as GeoJSON calls it, such as {@code LineString}. */
    public String type() {
        return geometry.getGeometryType();
    }

    public boolean isPoint() {
        return geometry instanceof Point;
    }

    public boolean isPolygon() {
        return geometry instanceof Polygon || geometry instanceof MultiPolygon;
    }

    /** The first coordinate's x: of a point, its own. */
    public double x() {
        return geometry.getCoordinate().getX();
    }

    /** The first coordinate's y: of a point, its own. */
    public double y() {
        return geometry.getCoordinate().getY();
    }

    /** Its corners in their order, for a line in degrees on WGS 84. */
    public List<LonLat> corners() {
        return Stream.of(geometry.getCoordinates())
                .map(corner -> new LonLat(corner.getX(), corner.getY()))
                .toList();
    }

    /** A place on it, for a shape in degrees on WGS 84: of an area, well within it, also of one with a hole or an odd shape. */
    public LonLat placeWithin() {
        Coordinate place = geometry.getInteriorPoint().getCoordinate();
        return new LonLat(place.getX(), place.getY());
    }

    /** The number of its positions, the closing one of each ring counted. */
    public int positions() {
        return geometry.getNumPoints();
    }

    public Box box() {
        return Box.of(geometry.getEnvelopeInternal());
    }

    /** Why this cannot be an area whatever its coordinates: another type, or a ring that encloses nothing. */
    public Optional<String> areaFault() {
        if (!isPolygon()) {
            return Optional.of("is a " + type() + ", and an area must be a Polygon or MultiPolygon");
        }
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(part);
            for (int ring = -1; ring < polygon.getNumInteriorRing(); ring++) {
                LinearRing line = ring < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring);
                if (line.isEmpty()) {
                    return Optional.of("has an empty ring");
                }
                if (line.getNumPoints() < FEWEST_POINTS) {
                    return Optional.of("has a ring of fewer than three points");
                }
            }
        }
        return Optional.empty();
    }

    /** Why no relation to it can be trusted, such as a ring that crosses itself. */
    public Optional<String> validityFault() {
        return Optional.ofNullable(new IsValidOp(geometry).getValidationError())
                .map(TopologyValidationError::getMessage);
    }

    /** Whether this shape has the relation to the other; the coordinates of both must be of the same system. */
    public boolean is(SpatialRelation relation, Shape other) {
        return relation.holds(geometry, other.geometry);
    }

    /**
     * The same corners in degrees on WGS 84, longitude first.
     *
     * @param from the system of this shape's coordinates
     * @param isNorthFirst whether these give latitude or northing first
     * @throws CrsException if a coordinate lies where the system does not reach
     */
    public Shape toWgs84(Crs from, boolean isNorthFirst) {
        Shape eastFirst = isNorthFirst ? flipped() : this;
        if (!from.couldHold(eastFirst.geometry.getEnvelopeInternal())) {
            throw new CrsException("coordinates lie where " + from.code() + " does not reach");
        }
        return eastFirst.transform(from, Crs.WGS84);
    }

    /**
     * Two-dimensional well-known binary in hexadecimal, in degrees on WGS 84.
     *
     * @param from the system of this shape's coordinates
     * @throws CrsException if a coordinate lies where the transformation is not defined
     */
    public String wkbHex(Crs from) {
        Geometry placed = transform(from, Crs.WGS84).geometry;
        return HexFormat.of().withUpperCase().formatHex(new WKBWriter(2).write(placed));
    }
}
