package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Curves and outlines in metres. Sines come from {@link StrictMath}, so that every machine draws the same city. */
final class Shapes {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    /** Points from x1, y1, x2, y2, … */
    static Coordinate[] points(double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return points;
    }

    /** A Catmull-Rom curve through the points, with about one vertex per step metres. */
    static Coordinate[] smooth(Coordinate[] through, boolean closed, double step) {
        List<Coordinate> curve = new ArrayList<>();
        int n = through.length;
        int spans = closed ? n : n - 1;
        for (int i = 0; i < spans; i++) {
            Coordinate a = through[closed ? (i + n - 1) % n : Math.max(0, i - 1)];
            Coordinate b = through[i];
            Coordinate c = through[(i + 1) % n];
            Coordinate d = through[closed ? (i + 2) % n : Math.min(n - 1, i + 2)];
            int parts = (int) Math.max(1, Math.round(b.distance(c) / step));
            for (int k = 0; k < parts; k++) {
                double t = (double) k / parts;
                curve.add(new Coordinate(spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t)));
            }
        }
        curve.add((closed ? curve.get(0) : through[n - 1]).copy());
        return curve.toArray(Coordinate[]::new);
    }

    private static double spline(double a, double b, double c, double d, double t) {
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }

    /** The curve moved to its left by one distance per vertex; for bends wider than the distance only. */
    static Coordinate[] offset(Coordinate[] line, double[] left) {
        Coordinate[] moved = new Coordinate[line.length];
        for (int i = 0; i < line.length; i++) {
            Coordinate before = line[Math.max(0, i - 1)];
            Coordinate after = line[Math.min(line.length - 1, i + 1)];
            double length = before.distance(after);
            moved[i] = new Coordinate(
                    line[i].x - (after.y - before.y) / length * left[i],
                    line[i].y + (after.x - before.x) / length * left[i]);
        }
        return moved;
    }

    static Coordinate[] offset(Coordinate[] line, double left) {
        double[] same = new double[line.length];
        Arrays.fill(same, left);
        return offset(line, same);
    }

    /** A box around its centre, turned counter-clockwise. */
    static Polygon box(double x, double y, double width, double height, double degrees) {
        Coordinate[] corners =
                points(-width / 2, -height / 2, width / 2, -height / 2, width / 2, height / 2, -width / 2, height / 2);
        Coordinate[] ring = new Coordinate[5];
        for (int i = 0; i < 5; i++) {
            ring[i] = turned(corners[i % 4], degrees, x, y);
        }
        return FACTORY.createPolygon(ring);
    }

    /** An ellipse whose outline wavers by the given share of its radius, as a lake shore does. */
    static Polygon blob(double x, double y, double rx, double ry, double waver) {
        int parts = 48;
        Coordinate[] ring = new Coordinate[parts + 1];
        for (int i = 0; i < parts; i++) {
            double angle = 2 * Math.PI * i / parts;
            double r = 1 + waver * (StrictMath.sin(3 * angle + x) + 0.6 * StrictMath.sin(5 * angle + y)) / 1.6;
            ring[i] = new Coordinate(x + rx * r * StrictMath.cos(angle), y + ry * r * StrictMath.sin(angle));
        }
        ring[parts] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    /** The point turned about the origin, counter-clockwise, and then moved. */
    static Coordinate turned(Coordinate p, double degrees, double dx, double dy) {
        double angle = StrictMath.toRadians(degrees);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new Coordinate(p.x * cos - p.y * sin + dx, p.x * sin + p.y * cos + dy);
    }

    /** Whether the point lies in or on a polygon without holes; much cheaper than the general question. */
    static boolean covers(Polygon polygon, Coordinate p) {
        return polygon.getEnvelopeInternal().covers(p)
                && PointLocation.isInRing(p, polygon.getExteriorRing().getCoordinates());
    }

    static LineString line(Coordinate... points) {
        return FACTORY.createLineString(points);
    }

    static double length(Coordinate[] line) {
        double sum = 0;
        for (int i = 1; i < line.length; i++) {
            sum += line[i - 1].distance(line[i]);
        }
        return sum;
    }
}
