package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * What a person drew by hand: river, city limits, main streets, parks. Metres east and north of the centre of downtown's
 * river bank. Only {@link Projector} knows where on earth that is.
 */
final class Plan {
    /** Downtown's streets follow the river bank, which leaves the compass by this many degrees. */
    static final double DOWNTOWN_TURN = 15;

    static final double DOWNTOWN_X = -100;
    static final double DOWNTOWN_Y = -110;
    /** Metres from the river's middle to the drives on both banks. */
    private static final double DRIVE_OFFSET = 135;
    /** Metres from the track to the avenues on both sides. */
    private static final double RAIL_OFFSET = 60;
    /** Metres of an arterial for one hundred house numbers. */
    private static final double HUNDRED = 125;

    private final Coordinate[] river = Shapes.smooth(
            Shapes.points(
                    -9000, 1900, -7600, 1250, -6300, 1900, -5000, 1500, -3800, 300, -2400, -480, -1000, -350, 900, 150,
                    1900, 750, 3000, 1250, 4200, 900, 4900, -200, 5900, -900, 7200, -600, 9000, -1300),
            false,
            60);
    private final Coordinate[] rail = Shapes.smooth(
            Shapes.points(-9000, -3000, -5000, -2300, -2500, -1750, 0, -1550, 2200, -1950, 4500, -3200, 9000, -4600),
            false,
            150);
    // Every lot asks how far the river and the track are, hence the index.
    private final IndexedFacetDistance fromRiver = new IndexedFacetDistance(Shapes.line(river));
    private final IndexedFacetDistance fromRail = new IndexedFacetDistance(Shapes.line(rail));
    private final Coordinate[] ring = Shapes.smooth(
            Shapes.points(
                    4300, 800, 3700, 2500, 2000, 3400, 0, 3650, -1900, 3300, -3200, 2100, -3500, 300, -3300, -1700,
                    -1900, -3000, 0, -3400, 2200, -3300, 3800, -2200, 4400, -700),
            true,
            90);
    private final Polygon limits = Shapes.FACTORY.createPolygon(Shapes.points(
            -6880, -1230, -6850, 560, -7230, 610, -7190, 2920, -6010, 2890, -5980, 4310, -4290, 4280, -4310, 5090,
            -1890, 5060, -1900, 5480, 1220, 5510, 1200, 4930, 3560, 5240, 5120, 4280, 5080, 3490, 6310, 3460, 6290,
            1490, 6980, 1480, 7020, -1720, 6480, -2590, 6910, -3880, 5640, -4890, 3130, -4880, 3100, -5420, -390, -5380,
            -420, -4790, -2720, -4810, -2690, -5230, -4680, -5180, -4710, -3900, -5890, -3880, -5910, -2420, -6900,
            -1930, -6880, -1230));
    private final Polygon downtown = Shapes.FACTORY.createPolygon(new Coordinate[] {
        downtown(-1150, -640), downtown(1250, -640), downtown(1250, 1400), downtown(-1150, 1400), downtown(-1150, -640)
    });
    private final Polygon insideRing = Shapes.FACTORY.createPolygon(ring);

    /** Downtown's own coordinates, along the bank and away from it, as plan coordinates. */
    static Coordinate downtown(double along, double away) {
        return Shapes.turned(new Coordinate(along, away), DOWNTOWN_TURN, DOWNTOWN_X, DOWNTOWN_Y);
    }

    Polygon limits() {
        return limits;
    }

    Polygon downtown() {
        return downtown;
    }

    Polygon insideRing() {
        return insideRing;
    }

    Coordinate[] river() {
        return river;
    }

    /** The water between the banks: 80 to 150 metres wide. */
    Polygon riverWater() {
        double[] half = new double[river.length];
        for (int i = 0; i < half.length; i++) {
            half[i] = 57 + 11 * StrictMath.sin(i * 0.11) + 6 * StrictMath.sin(i * 0.37);
        }
        List<Coordinate> ringPoints = new ArrayList<>(Arrays.asList(Shapes.offset(river, half)));
        for (int i = 0; i < half.length; i++) {
            half[i] = -half[i] + 3 * StrictMath.sin(i * 0.23);
        }
        List<Coordinate> other = Arrays.asList(Shapes.offset(river, half));
        for (int i = other.size() - 1; i >= 0; i--) {
            ringPoints.add(other.get(i));
        }
        ringPoints.add(ringPoints.get(0).copy());
        return Shapes.FACTORY.createPolygon(ringPoints.toArray(Coordinate[]::new));
    }

    boolean northOfRiver(Coordinate p) {
        return p.y > heightOf(river, p.x);
    }

    boolean northOfRail(Coordinate p) {
        return p.y > heightOf(rail, p.x);
    }

    /** The ground between the avenues along the track. */
    Geometry trackStrip() {
        return Shapes.line(rail).buffer(RAIL_OFFSET);
    }

    /** The ground between the drives along the river. */
    Geometry riverStrip() {
        return Shapes.line(river).buffer(DRIVE_OFFSET);
    }

    /** Whether the point lies between the avenues along the track. */
    boolean besideTrack(Coordinate p) {
        return fromRail.distance(Shapes.FACTORY.createPoint(p)) < RAIL_OFFSET * 0.9;
    }

    /** Whether the point lies between the drives along the river. */
    boolean besideRiver(Coordinate p) {
        return fromRiver.distance(Shapes.FACTORY.createPoint(p)) < DRIVE_OFFSET * 0.95;
    }

    private static double heightOf(Coordinate[] line, double x) {
        for (int i = 1; i < line.length; i++) {
            if (line[i].x >= x) {
                double share = (x - line[i - 1].x) / (line[i].x - line[i - 1].x);
                return line[i - 1].y + share * (line[i].y - line[i - 1].y);
            }
        }
        return line[line.length - 1].y;
    }

    Land landAt(Coordinate p) {
        if (Places.OPEN_GROUND.stream().anyMatch(place -> Shapes.covers(place.shape(), p))) {
            return Land.OPEN;
        }
        if (Shapes.covers(downtown, p)) {
            return Land.DOWNTOWN;
        }
        boolean inside = Shapes.covers(insideRing, p);
        double fromTrack = fromRail.distance(Shapes.FACTORY.createPoint(p));
        if ((fromTrack < 330 && p.x > -600) || fromTrack < 190 || Shapes.covers(Places.RAIL_YARDS, p)) {
            return Land.INDUSTRY;
        }
        if (inside) {
            return Land.INNER;
        }
        return suburbAt(p) ? Land.SUBURB : Land.OUTER;
    }

    /** Whether the point, taken to be outside the ring, lies in one of the three neighbourhoods of winding streets. */
    boolean suburbAt(Coordinate p) {
        boolean northWest = p.x < -450 && p.y > 2000 && northOfRiver(p);
        boolean east = p.x > 3000 && p.y > 900 && northOfRiver(p);
        boolean south = p.x > 350 && !northOfRail(p);
        return northWest || east || south;
    }

    /** The streets that were there first: everything else is fitted between them. */
    List<Line.Street> mainStreets() {
        List<Line.Street> streets = new ArrayList<>();
        streets.add(main("S River Drive", StreetClass.COLLECTOR, 1, Shapes.offset(river, -DRIVE_OFFSET)));
        streets.add(main("N River Drive", StreetClass.COLLECTOR, 1, Shapes.offset(river, DRIVE_OFFSET)));
        streets.add(main("N Railroad Avenue", StreetClass.COLLECTOR, 1, Shapes.offset(rail, RAIL_OFFSET)));
        streets.add(main("S Railroad Avenue", StreetClass.COLLECTOR, 1, Shapes.offset(rail, -RAIL_OFFSET)));
        streets.add(main("Harlow Parkway", StreetClass.ARTERIAL, 1, ring));
        streets.add(arterial("W Capitol Boulevard", 1, downtown(0, 1400), downtown(-1150, 1400)));
        streets.add(arterial("E Capitol Boulevard", 1, downtown(0, 1400), downtown(1250, 1400)));
        streets.add(arterial("W Union Boulevard", 1, downtown(0, -640), downtown(-1150, -640)));
        streets.add(arterial("E Union Boulevard", 1, downtown(0, -640), downtown(1250, -640)));
        streets.add(arterial("N Mill Street", 1, downtown(-1150, 0), downtown(-1150, 1400)));
        streets.add(arterial("S Mill Street", 1, downtown(-1150, 0), downtown(-1150, -640)));
        streets.add(arterial("N Depot Street", 1, downtown(1250, 0), downtown(1250, 1400)));
        streets.add(arterial("S Depot Street", 1, downtown(1250, 0), downtown(1250, -640)));
        Coordinate north = downtown(0, 1400);
        streets.add(curved("N Ferry Avenue", 1, downtown(0, 0), north, xy(-420, 2300), xy(-380, 4000), xy(-380, 6500)));
        streets.add(curved("S Ferry Avenue", 1, downtown(0, 0), downtown(0, -640), xy(210, -1700), xy(330, -6500)));
        streets.add(arterial("Pioneer Avenue", 14, downtown(1250, 1400), xy(2900, 3350), xy(4900, 5500)));
        streets.add(arterial("Stockyard Road", 12, downtown(-1150, -640), xy(-5600, -6000)));
        streets.add(curved(
                "E Prairie Avenue",
                11,
                downtown(1250, -250),
                xy(2600, 0),
                xy(4850, -130),
                xy(6300, 320),
                xy(7900, 380)));
        streets.add(curved(
                "W Fort Road",
                10,
                downtown(-1150, 620),
                xy(-2600, 330),
                xy(-3700, 820),
                xy(-5000, 620),
                xy(-8000, -250)));
        streets.add(curved(
                "W Sheridan Avenue", 12, downtown(-1150, 1400), xy(-3000, 2250), xy(-5300, 2420), xy(-8000, 2300)));
        streets.add(curved("E Bluff Avenue", 38, xy(4160, 1600), xy(5200, 1350), xy(7600, 900)));
        return streets;
    }

    private static Coordinate xy(double x, double y) {
        return new Coordinate(x, y);
    }

    private static Line.Street arterial(String name, double firstHundred, Coordinate... points) {
        return main(name, StreetClass.ARTERIAL, firstHundred, points);
    }

    private static Line.Street curved(String name, double firstHundred, Coordinate... through) {
        return main(name, StreetClass.ARTERIAL, firstHundred, Shapes.smooth(through, false, 90));
    }

    private static Line.Street main(String name, StreetClass kind, double firstHundred, Coordinate... points) {
        List<Double> hundreds = new ArrayList<>(List.of(firstHundred));
        for (int i = 1; i < points.length; i++) {
            hundreds.add(hundreds.get(i - 1) + points[i - 1].distance(points[i]) / HUNDRED);
        }
        return new Line.Street(name, kind, true, Shapes.line(points), hundreds);
    }
}
