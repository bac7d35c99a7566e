package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LineStringExtracter;

/** A line that can bound a block: a street, or a barrier that no one drives on. Metres around the city centre. */
sealed interface Line permits Line.Street, Line.Barrier {
    LineString course();

    default Coordinate[] points() {
        return course().getCoordinates();
    }

    /** Smaller wins where two lines lie on each other; a barrier always does, because it is never left out. */
    int rank();

    /** The river's middle or the city limits. */
    record Barrier(boolean water, LineString course) implements Line {
        @Override
        public int rank() {
            return 0;
        }
    }

    /**
     * A street from end to end before it is cut at its crossings.
     *
     * @param name with prefix and suffix, such as {@code W Juniper Street}
     * @param drawnByHand whether it is one of the plan's main streets; those are never left out
     * @param hundreds for every vertex the block number there, in hundreds: 12 where the 1200 block begins
     */
    record Street(String name, StreetClass kind, boolean drawnByHand, LineString course, List<Double> hundreds)
            implements Line {
        @Override
        public int rank() {
            return kind.rank();
        }

        /** The block number, in hundreds, at the place on this street that is nearest to the point. */
        double hundredAt(Coordinate place) {
            double nearest = Double.MAX_VALUE;
            double hundred = hundreds.get(0);
            Coordinate[] points = points();
            for (int i = 1; i < points.length; i++) {
                double distance = Distance.pointToSegment(place, points[i - 1], points[i]);
                if (distance < nearest) {
                    nearest = distance;
                    double before = hundreds.get(i - 1);
                    hundred = before
                            + (hundreds.get(i) - before)
                                    * new LineSegment(points[i - 1], points[i]).segmentFraction(place);
                }
            }
            return hundred;
        }

        /** The same street along a part of its line, block numbers kept. */
        Street along(LineString part) {
            List<Double> there =
                    Arrays.stream(part.getCoordinates()).map(this::hundredAt).toList();
            return new Street(name, kind, drawnByHand, part, there);
        }

        /** The parts of the street that are left when its line becomes what the change makes of it. */
        List<Street> cut(UnaryOperator<Geometry> change) {
            List<Street> parts = new ArrayList<>();
            for (Object part : LineStringExtracter.getLines(change.apply(course))) {
                LineString left = (LineString) part;
                if (left.getLength() > 1) {
                    parts.add(along(left));
                }
            }
            return parts;
        }
    }
}
