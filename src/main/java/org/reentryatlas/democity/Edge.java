package org.reentryatlas.democity;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * A piece of a line between two crossings; it touches other edges at its ends only.
 *
 * @param deadEnd whether the last point is the turning place of a cul-de-sac
 */
record Edge(Line line, LineString course, boolean deadEnd) {
    static Edge of(Line line, Coordinate[] points, boolean deadEnd) {
        return new Edge(line, Shapes.line(points), deadEnd);
    }

    Coordinate[] points() {
        return course.getCoordinates();
    }

    Coordinate start() {
        return course.getCoordinateN(0);
    }

    Coordinate end() {
        return course.getCoordinateN(course.getNumPoints() - 1);
    }

    boolean isLocalStreet() {
        return line instanceof Line.Street street && street.kind() == StreetClass.LOCAL;
    }

    Coordinate middle() {
        Coordinate[] points = points();
        double half = Shapes.length(points) / 2;
        for (int i = 1; i < points.length; i++) {
            double step = points[i - 1].distance(points[i]);
            if (step >= half) {
                double share = half / step;
                return new Coordinate(
                        points[i - 1].x + share * (points[i].x - points[i - 1].x),
                        points[i - 1].y + share * (points[i].y - points[i - 1].y));
            }
            half -= step;
        }
        return end();
    }
}
