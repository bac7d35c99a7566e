package org.reentryatlas.geo;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Puts shapes on a picture: the north-west corner of a box is the pixel (0, 0), and rows go down.
 *
 * @param box in the system of the shapes
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
public record Drawing(Box box, int width, int height) {
    /** Corners nearer to each other than this are drawn as one, in pixels. */
    private static final double FINEST = 0.25;

    /** The middle of an area is found to this part of its size. */
    private static final double TOLERANCE = 0.02;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** Where a place is on the picture, which it may lie outside of. */
    public Point2D.Double at(double x, double y) {
        return new Point2D.Double(
                (x - box.minX()) / (box.maxX() - box.minX()) * width,
                (box.maxY() - y) / (box.maxY() - box.minY()) * height);
    }

    /** The outline of a shape on the picture, in pixels; of an area what lies inside is to be filled by even and odd. */
    public java.awt.Shape path(Shape shape) {
        ShapeWriter writer = new ShapeWriter((from, to) -> to.setLocation(at(from.x, from.y)));
        writer.setRemoveDuplicatePoints(true);
        writer.setDecimation(FINEST * (box.maxX() - box.minX()) / width);
        return writer.toShape(shape.geometry());
    }

    /** Lines that meet end to end, where no third one ends, as one; what is no line is left out. */
    public static List<Shape> joined(List<Shape> lines) {
        LineMerger merger = new LineMerger();
        lines.forEach(line -> merger.add(line.geometry()));
        List<Shape> joined = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) {
            Shape.of((LineString) line).ifPresent(joined::add);
        }
        return joined;
    }

    /**
     * Where the name of an area has most room, with the distance from there to its edge; none for what is not an area.
     * Of several parts it is in the largest.
     */
    public static Optional<Middle> middle(Shape shape) {
        Polygon largest = null;
        for (int part = 0; part < shape.geometry().getNumGeometries(); part++) {
            Geometry one = shape.geometry().getGeometryN(part);
            if (one instanceof Polygon polygon && (largest == null || polygon.getArea() > largest.getArea())) {
                largest = polygon;
            }
        }
        // The search needs an inside and an outside that cannot be mistaken.
        if (largest == null || largest.getArea() == 0 || !new IsValidOp(largest).isValid()) {
            return Optional.empty();
        }
        double size = Math.sqrt(largest.getArea());
        MaximumInscribedCircle circle = new MaximumInscribedCircle(largest, size * TOLERANCE);
        Point centre = circle.getCenter();
        return Optional.of(
                new Middle(centre.getX(), centre.getY(), circle.getRadiusLine().getLength()));
    }

    /**
     * A place inside an area.
     *
     * @param room distance to the nearest edge, in units of the system
     */
    public record Middle(double x, double y, double room) {}

    /**
     * The box of a box in another system.
     *
     * @throws CrsException if a corner lies where the transformation is not defined
     */
    public static Box box(Box box, Crs from, Crs to) {
        return Shape.ofBoxes(List.of(box), from).transform(from, to).box();
    }

    /** A point as a shape, in the system of its coordinates. */
    public static Shape point(double x, double y) {
        return Shape.of(GEOMETRIES.createPoint(new Coordinate(x, y))).orElseThrow();
    }

    /** The corners of a line from end to end, in the system of the shape; x and y in turn. */
    public static double[] corners(Shape line) {
        Coordinate[] coordinates = line.geometry().getCoordinates();
        double[] corners = new double[2 * coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            corners[2 * i] = coordinates[i].x;
            corners[2 * i + 1] = coordinates[i].y;
        }
        return corners;
    }
}
