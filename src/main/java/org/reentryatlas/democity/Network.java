package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/** Cuts lines at their crossings and thins the result out to what a city looks like. */
final class Network {
    /** Coordinates are kept to the decimetre, which six decimals of a degree can tell apart. */
    private static final PrecisionModel DECIMETRE = new PrecisionModel(10);

    private final Plan plan;
    private final Dice dice;
    private List<Edge> edges;

    private Network(Plan plan, Dice dice, List<Edge> edges) {
        this.plan = plan;
        this.dice = dice;
        this.edges = edges;
    }

    static List<Edge> of(Plan plan, List<Line> lines, Dice dice) {
        Network network = new Network(plan, dice, cutAtCrossings(lines));
        network.leaveOut();
        network.dropLooseEnds();
        network.dropIslands();
        network.makeDeadEnds();
        network.joinThroughStreets();
        return network.edges;
    }

    private static List<Edge> cutAtCrossings(List<Line> lines) {
        List<NodedSegmentString> strings = new ArrayList<>();
        for (Line line : lines) {
            Coordinate[] points = Arrays.stream(line.points())
                    .map(p -> new Coordinate(DECIMETRE.makePrecise(p.x), DECIMETRE.makePrecise(p.y)))
                    .toArray(Coordinate[]::new);
            strings.add(new NodedSegmentString(points, line));
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(DECIMETRE);
        noder.computeNodes(strings);
        Map<List<Coordinate>, Edge> unique = new LinkedHashMap<>();
        for (Object piece : noder.getNodedSubstrings()) {
            NodedSegmentString string = (NodedSegmentString) piece;
            Edge edge = Edge.of((Line) string.getData(), string.getCoordinates(), false);
            unique.merge(
                    directionless(edge),
                    edge,
                    (a, b) -> a.line().rank() <= b.line().rank() ? a : b);
        }
        return new ArrayList<>(unique.values());
    }

    /** The edge's points from the end that comes first, so that both directions make the same key. */
    private static List<Coordinate> directionless(Edge edge) {
        List<Coordinate> points = new ArrayList<>(Arrays.asList(edge.points()));
        if (edge.start().compareTo(edge.end()) > 0) {
            Collections.reverse(points);
        }
        return points;
    }

    private void leaveOut() {
        List<Edge> kept = new ArrayList<>();
        for (Edge edge : edges) {
            boolean missing = edge.isLocalStreet() && dice.chance(plan.landAt(edge.middle()).missing);
            boolean onOpenGround = edge.line() instanceof Line.Street street
                    && street.kind() == StreetClass.COLLECTOR
                    && !street.drawnByHand()
                    && plan.landAt(edge.middle()) == Land.OPEN;
            if (!missing && !onOpenGround) {
                kept.add(edge);
            }
        }
        edges = kept;
    }

    private void dropLooseEnds() {
        int before;
        do {
            before = edges.size();
            Map<Coordinate, Integer> degrees = degrees();
            edges = new ArrayList<>(edges.stream()
                    .filter(e -> !(e.line() instanceof Line.Street)
                            || (degrees.getOrDefault(e.start(), 0) > 1 && degrees.getOrDefault(e.end(), 0) > 1))
                    .toList());
        } while (edges.size() < before);
    }

    private Map<Coordinate, Integer> degrees() {
        Map<Coordinate, Integer> degrees = new LinkedHashMap<>();
        for (Edge edge : edges) {
            degrees.merge(edge.start(), 1, Integer::sum);
            degrees.merge(edge.end(), 1, Integer::sum);
        }
        return degrees;
    }

    /** Keeps only what hangs together with the city limits. */
    private void dropIslands() {
        Map<Coordinate, List<Edge>> at = edgesAt();
        Set<Edge> reached = new HashSet<>();
        List<Edge> open = new ArrayList<>(edges.stream()
                .filter(e -> e.line() instanceof Line.Barrier barrier && !barrier.water())
                .limit(1)
                .toList());
        reached.addAll(open);
        while (!open.isEmpty()) {
            Edge edge = open.remove(open.size() - 1);
            for (Coordinate node : List.of(edge.start(), edge.end())) {
                for (Edge next : at.getOrDefault(node, List.of())) {
                    if (reached.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        edges = new ArrayList<>(edges.stream().filter(reached::contains).toList());
    }

    private Map<Coordinate, List<Edge>> edgesAt() {
        Map<Coordinate, List<Edge>> at = new LinkedHashMap<>();
        for (Edge edge : edges) {
            at.computeIfAbsent(edge.start(), c -> new ArrayList<>()).add(edge);
            at.computeIfAbsent(edge.end(), c -> new ArrayList<>()).add(edge);
        }
        return at;
    }

    /** Turns some local streets into culs-de-sac, each at a crossing that keeps two other streets. */
    private void makeDeadEnds() {
        Map<Coordinate, Integer> degrees = degrees();
        List<Edge> result = new ArrayList<>();
        for (Edge edge : edges) {
            boolean wanted = edge.isLocalStreet()
                    && dice.chance(plan.landAt(edge.middle()).deadEnd)
                    && Shapes.length(edge.points()) > 90
                    && degrees.getOrDefault(edge.start(), 0) > 2
                    && degrees.getOrDefault(edge.end(), 0) > 2;
            if (wanted) {
                degrees.merge(edge.end(), -1, Integer::sum);
                result.add(Edge.of(edge.line(), shortened(edge.points(), dice.between(0.5, 0.72)), true));
            } else {
                result.add(edge);
            }
        }
        edges = result;
    }

    private static Coordinate[] shortened(Coordinate[] points, double share) {
        double left = Shapes.length(points) * share;
        List<Coordinate> kept = new ArrayList<>(List.of(points[0]));
        for (int i = 1; i < points.length; i++) {
            double step = points[i - 1].distance(points[i]);
            if (step >= left) {
                double part = left / step;
                kept.add(new Coordinate(
                        DECIMETRE.makePrecise(points[i - 1].x + part * (points[i].x - points[i - 1].x)),
                        DECIMETRE.makePrecise(points[i - 1].y + part * (points[i].y - points[i - 1].y))));
                break;
            }
            kept.add(points[i]);
            left -= step;
        }
        return kept.toArray(Coordinate[]::new);
    }

    /** Makes one edge of two where a street goes on and nothing else begins. */
    private void joinThroughStreets() {
        Map<Coordinate, List<Edge>> at = edgesAt();
        Set<Edge> gone = new HashSet<>();
        List<Coordinate> nodes = new ArrayList<>(at.keySet());
        nodes.sort(Comparator.naturalOrder());
        for (Coordinate node : nodes) {
            List<Edge> here = at.getOrDefault(node, List.of());
            if (here.size() == 2 && !here.get(0).equals(here.get(1)) && sameStreet(here.get(0), here.get(1))) {
                Edge joined = join(here.get(0), here.get(1), node);
                for (Edge old : List.copyOf(here)) {
                    gone.add(old);
                    for (Coordinate end : List.of(old.start(), old.end())) {
                        at.getOrDefault(end, new ArrayList<>()).replaceAll(e -> e.equals(old) ? joined : e);
                    }
                }
                edges.add(joined);
            }
        }
        edges = new ArrayList<>(edges.stream().filter(e -> !gone.contains(e)).toList());
    }

    private static boolean sameStreet(Edge a, Edge b) {
        boolean sameName = a.line() instanceof Line.Street one
                && b.line() instanceof Line.Street other
                && one.name().equals(other.name());
        // A street that comes back to where it began would lose its ends.
        return sameName && !a.deadEnd() && !b.deadEnd() && !directionless(a).equals(directionless(b)) && !isLoop(a, b);
    }

    private static boolean isLoop(Edge a, Edge b) {
        return (a.start().equals(b.start()) && a.end().equals(b.end()))
                || (a.start().equals(b.end()) && a.end().equals(b.start()));
    }

    private static Edge join(Edge a, Edge b, Coordinate node) {
        List<Coordinate> points = new ArrayList<>(Arrays.asList(a.points()));
        if (!a.end().equals(node)) {
            Collections.reverse(points);
        }
        List<Coordinate> rest = new ArrayList<>(Arrays.asList(b.points()));
        if (!b.start().equals(node)) {
            Collections.reverse(rest);
        }
        points.addAll(rest.subList(1, rest.size()));
        return Edge.of(a.line(), points.toArray(Coordinate[]::new), false);
    }
}
