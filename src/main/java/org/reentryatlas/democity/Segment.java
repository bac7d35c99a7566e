package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.LineString;

/**
 * A street between two crossings. The line runs the way the house numbers rise: odd numbers on its left, even ones on
 * its right.
 *
 * @param from the even number at the beginning, such as 1200
 * @param to the even number at the end, itself not part of the range; equal to {@code from} where nobody can live
 */
record Segment(String name, StreetClass kind, LineString course, int from, int to) {
    /** Nearer than this to a round block number, in hundreds, a crossing takes the round number. */
    private static final double ROUND_WITHIN = 0.16;

    static List<Segment> of(Plan plan, List<Edge> edges) {
        List<Segment> segments = new ArrayList<>();
        for (Edge edge : edges) {
            if (edge.line() instanceof Line.Street street) {
                segments.add(of(plan, edge, street));
            }
        }
        return segments;
    }

    private static Segment of(Plan plan, Edge edge, Line.Street street) {
        int start = numberAt(street.hundredAt(edge.start()));
        int end = numberAt(street.hundredAt(edge.end()));
        LineString course = start <= end ? edge.course() : edge.course().reverse();
        boolean empty = plan.landAt(edge.middle()) == Land.OPEN
                || plan.besideRiver(edge.middle())
                || plan.besideTrack(edge.middle());
        int from = Math.min(start, end);
        return new Segment(street.name(), street.kind(), course, from, empty ? from : Math.max(start, end));
    }

    private static int numberAt(double hundred) {
        double round = Math.rint(hundred);
        double kept = Math.abs(hundred - round) < ROUND_WITHIN ? round : hundred;
        return (int) Math.rint(kept * 50) * 2;
    }

    boolean hasNumbers() {
        return to > from;
    }

    /** Such as {@code 1200 block of W Juniper Street}. */
    String blockName() {
        return from / 100 * 100 + " block of " + name;
    }
}
