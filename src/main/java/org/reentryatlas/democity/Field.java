package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The street pattern of one quarter: a grid that was turned about its own corner and, in a suburb, bent.
 *
 * <p>The grid has two axes. Streets of the first keep the same place on the along axis and run across; streets of the
 * second do the reverse. Block numbers and street names count outward from the corner.
 *
 * @param turn degrees counter-clockwise from east
 * @param outX 1 when the along axis counts to the east, -1 to the west; outY alike for north
 * @param spacingAlong metres between streets that run across, spacingAcross metres between streets that run along
 * @param bend metres by which a street leaves its straight line; 0 for a plain grid
 * @param mainEvery every so-many-th street is a collector
 */
record Field(
        double turn,
        int outX,
        int outY,
        double spacingAlong,
        double spacingAcross,
        double bend,
        int mainEvery,
        Naming across,
        Naming along) {
    /** Streets drawn per axis before clipping: enough to cross the whole city from any corner. */
    private static final int COUNT = 130;

    /**
     * How the streets of one axis are named.
     *
     * @param ahead the prefix of the part that counts outward; behind that of the part on the other side of the corner
     * @param suffixes the second one is used when the bases are used up, and so on
     */
    record Naming(String ahead, String behind, List<String> bases, List<String> suffixes) {
        String of(int index, boolean isAhead) {
            String base = bases.get(Math.floorMod(index, bases.size()));
            String suffix = suffixes.get(Math.floorMod(Math.floorDiv(index, bases.size()), suffixes.size()));
            return (isAhead ? ahead : behind) + " " + base + " " + suffix;
        }
    }

    /** A street of the grid before it is clipped to the quarter. */
    private record GridLine(boolean runsAcross, int index) {}

    /**
     * The streets of the quarter, clipped to it.
     *
     * @param area where all streets may run
     * @param mainArea where collectors may run as well, such as over the track
     */
    List<Line.Street> streets(Geometry area, Geometry mainArea, Dice dice) {
        double[] alongPlaces = places(spacingAlong, dice);
        double[] acrossPlaces = places(spacingAcross, dice);
        int[] origin = split() ? new int[] {COUNT / 2, COUNT / 2} : firstLines(area, alongPlaces, acrossPlaces);
        List<Line.Street> streets = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            for (boolean runsAcross : new boolean[] {true, false}) {
                int index = i - origin[runsAcross ? 0 : 1];
                boolean isMain = Math.floorMod(index, mainEvery) == mainEvery / 2;
                GridLine line = new GridLine(runsAcross, i);
                for (Line.Street piece : pieces(line, index, isMain, alongPlaces, acrossPlaces, origin)) {
                    streets.addAll(piece.cut((isMain ? mainArea : area)::intersection));
                }
            }
        }
        return streets;
    }

    /** Whether the grid counts in both directions from its middle, as downtown does. */
    private boolean split() {
        return !across.ahead().equals(across.behind());
    }

    private double[] places(double spacing, Dice dice) {
        double[] places = new double[COUNT];
        double at = 0;
        for (int i = 0; i < COUNT; i++) {
            places[i] = at;
            at += spacing * dice.between(0.9, 1.1);
        }
        double middle = places[COUNT / 2];
        for (int i = 0; i < COUNT; i++) {
            places[i] -= middle;
        }
        return places;
    }

    /** The index of the innermost street of either axis that touches the quarter; it becomes number 1. */
    private int[] firstLines(Geometry area, double[] alongPlaces, double[] acrossPlaces) {
        double minAlong = Double.MAX_VALUE;
        double minAcross = Double.MAX_VALUE;
        for (Coordinate c : area.getCoordinates()) {
            Coordinate grid = Shapes.turned(new Coordinate(c.x - Plan.DOWNTOWN_X, c.y - Plan.DOWNTOWN_Y), -turn, 0, 0);
            minAlong = Math.min(minAlong, grid.x * outX);
            minAcross = Math.min(minAcross, grid.y * outY);
        }
        return new int[] {firstAbove(alongPlaces, minAlong - 2 * bend), firstAbove(acrossPlaces, minAcross - 2 * bend)};
    }

    private static int firstAbove(double[] places, double least) {
        int i = 0;
        while (i < places.length - 1 && places[i] < least) {
            i++;
        }
        return Math.max(0, i - 1);
    }

    private List<Line.Street> pieces(
            GridLine line, int index, boolean isMain, double[] alongPlaces, double[] acrossPlaces, int[] origin) {
        double[] crossing = line.runsAcross() ? acrossPlaces : alongPlaces;
        double fixed = (line.runsAcross() ? alongPlaces : acrossPlaces)[line.index()];
        int zero = origin[line.runsAcross() ? 1 : 0];
        int steps = bend > 0 ? 6 : 1;
        List<Line.Street> pieces = new ArrayList<>();
        for (boolean ahead : new boolean[] {true, false}) {
            List<Coordinate> points = new ArrayList<>();
            List<Double> hundreds = new ArrayList<>();
            int last = ahead ? COUNT - 1 - zero : zero;
            for (int k = 0; k <= last * steps; k++) {
                int at = zero + (ahead ? 1 : -1) * (k / steps);
                double share = (double) (k % steps) / steps;
                double next = share > 0 ? crossing[at + (ahead ? 1 : -1)] : crossing[at];
                double moving = crossing[at] + share * (next - crossing[at]);
                points.add(line.runsAcross() ? place(fixed, moving) : place(moving, fixed));
                hundreds.add(1 + (double) k / steps);
            }
            if (points.size() > 1) {
                String name = (line.runsAcross() ? across : along).of(index, ahead);
                pieces.add(new Line.Street(
                        name,
                        isMain ? StreetClass.COLLECTOR : StreetClass.LOCAL,
                        false,
                        Shapes.line(points.toArray(Coordinate[]::new)),
                        hundreds));
            }
        }
        return pieces;
    }

    private Coordinate place(double along, double away) {
        double x = along * outX;
        double y = away * outY;
        double bentX = x + bend * StrictMath.sin(y / 310 + x / 900);
        double bentY = y + bend * StrictMath.sin(x / 370 + 1.3) + 0.5 * bend * StrictMath.sin(x / 150);
        return Shapes.turned(new Coordinate(bentX, bentY), turn, Plan.DOWNTOWN_X, Plan.DOWNTOWN_Y);
    }
}
