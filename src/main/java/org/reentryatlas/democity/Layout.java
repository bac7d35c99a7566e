package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Fits the quarters' streets between the main streets. */
final class Layout {
    /** A side street that stays nearer than this to a main street, in metres, for long would only double it. */
    private static final double DOUBLED_WITHIN = 45;

    private static final double DOUBLED_FOR = 135;
    private static final PrecisionModel DECIMETRE = new PrecisionModel(10);

    private final Plan plan;
    private final Dice dice;
    private final List<Line.Street> mainStreets;

    private Layout(Plan plan, Dice dice) {
        this.plan = plan;
        this.dice = dice;
        this.mainStreets = clippedToLimits(plan);
    }

    /** Every street, the river's middle and the city limits, not yet cut at their crossings. */
    static List<Line> lines(Plan plan, Dice dice) {
        return new Layout(plan, dice).build();
    }

    private static List<Line.Street> clippedToLimits(Plan plan) {
        List<Line.Street> clipped = new ArrayList<>();
        for (Line.Street street : plan.mainStreets()) {
            clipped.addAll(street.cut(plan.limits()::intersection));
        }
        return clipped;
    }

    private List<Line> build() {
        List<Line> lines = new ArrayList<>(mainStreets);
        Map<Quarter, List<Polygon>> zones = new EnumMap<>(Quarter.class);
        Map<Quarter, List<Polygon>> trackZones = new EnumMap<>(Quarter.class);
        for (Polygon zone : zones()) {
            if (!mostlyIn(plan.riverStrip(), zone)) {
                var kind = mostlyIn(plan.trackStrip(), zone) ? trackZones : zones;
                kind.computeIfAbsent(Quarter.of(plan, zone), q -> new ArrayList<>())
                        .add(zone);
            }
        }
        Geometry nearMain = nearMainStreets();
        zones.forEach((quarter, polygons) -> {
            Geometry area = reaching(polygons);
            List<Polygon> withTrack = new ArrayList<>(polygons);
            withTrack.addAll(trackZones.getOrDefault(quarter, List.of()));
            for (Line.Street street : quarter.field().streets(area, reaching(withTrack), dice)) {
                addUndoubled(street, nearMain, lines);
            }
        });
        for (Object part : LineStringExtracter.getLines(plan.limits().intersection(Shapes.line(plan.river())))) {
            lines.add(new Line.Barrier(true, (LineString) part));
        }
        lines.add(new Line.Barrier(false, Shapes.line(plan.limits().getCoordinates())));
        return lines;
    }

    /** The zones together and a little more, so that every side street reaches the main street; the rest is cut off. */
    private static Geometry reaching(List<Polygon> zones) {
        return UnaryUnionOp.union(zones).buffer(0.5, 2);
    }

    private static boolean mostlyIn(Geometry strip, Polygon zone) {
        return strip.intersection(zone).getArea() > 0.5 * zone.getArea();
    }

    /** The pieces of the city between main streets. */
    private List<Polygon> zones() {
        List<Geometry> edges = new ArrayList<>();
        mainStreets.forEach(street -> edges.add(street.course()));
        edges.add(plan.limits().getExteriorRing());
        Polygonizer polygonizer = new Polygonizer();
        // Rounded coordinates, because an end that misses the next street by a hair would leave the zone open.
        polygonizer.add(UnaryUnionNG.union(edges, Shapes.FACTORY, DECIMETRE));
        List<Polygon> zones = new ArrayList<>();
        for (Object polygon : polygonizer.getPolygons()) {
            zones.add((Polygon) polygon);
        }
        return zones;
    }

    private Geometry nearMainStreets() {
        List<Geometry> strips = new ArrayList<>();
        for (Line.Street street : mainStreets) {
            strips.add(street.course().buffer(DOUBLED_WITHIN, 4));
        }
        return UnaryUnionOp.union(strips);
    }

    private static void addUndoubled(Line.Street street, Geometry nearMain, List<Line> into) {
        LineString whole = street.course();
        List<Geometry> doubled = new ArrayList<>();
        for (Object part : LineStringExtracter.getLines(OverlayNG.overlay(whole, nearMain, OverlayNG.INTERSECTION))) {
            if (((LineString) part).getLength() > DOUBLED_FOR) {
                doubled.add((LineString) part);
            }
        }
        if (doubled.isEmpty()) {
            into.add(street);
            return;
        }
        Geometry gap = UnaryUnionOp.union(doubled).buffer(0.5);
        into.addAll(street.cut(line -> line.difference(gap)));
    }
}
