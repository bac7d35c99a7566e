package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Puts houses along the streets. */
final class Addresses {
    private static final int WANTED = 25_000;
    /** Metres at both ends of a segment that stay free for the crossing. */
    private static final double CORNER = 17;
    /** A house nearer than this to another street, in metres, would stand on its pavement. */
    private static final double CLEAR = 7;

    /** A place where a house may stand. */
    private record Lot(Segment segment, int number, Coordinate place, int block, Land land, double built) {}

    private final Plan plan;
    private final Blocks blocks;
    private final STRtree streets = new STRtree();
    private final Dice dice;

    private Addresses(Plan plan, List<Segment> segments, Blocks blocks, Dice dice) {
        this.plan = plan;
        this.blocks = blocks;
        this.dice = dice;
        segments.forEach(s -> streets.insert(s.course().getEnvelopeInternal(), s));
    }

    static List<Address> of(Plan plan, List<Segment> segments, Blocks blocks, Dice dice) {
        Addresses addresses = new Addresses(plan, segments, blocks, dice);
        List<Lot> lots = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.hasNumbers()) {
                addresses.addLots(segment, lots);
            }
        }
        return addresses.build(lots);
    }

    private void addLots(Segment segment, List<Lot> into) {
        double length = segment.course().getLength();
        Land land = plan.landAt(segment.course().getCentroid().getCoordinate());
        int perSide = (int) Math.min((segment.to() - segment.from()) / 2.0, (length - 2 * CORNER) / land.lot);
        for (boolean left : new boolean[] {true, false}) {
            for (int i = 0; i < perSide; i++) {
                double share = (CORNER + (i + 0.5) * (length - 2 * CORNER) / perSide) / length;
                double setback = segment.kind() == StreetClass.LOCAL ? dice.between(8, 13) : dice.between(11, 15);
                int half = (int) ((segment.to() - segment.from()) / 2.0 * share);
                int number = segment.from() + 2 * half + (left ? 1 : 0);
                lotAt(segment, number, pointBeside(segment, share * length, left ? setback : -setback), into);
            }
        }
    }

    private void lotAt(Segment segment, int number, Coordinate exact, List<Lot> into) {
        Coordinate place = new Coordinate(Math.rint(exact.x * 100) / 100, Math.rint(exact.y * 100) / 100);
        int block = blocks.at(place);
        Land land = plan.landAt(place);
        boolean builtOver = block < 0 || land == Land.OPEN || plan.besideRiver(place) || plan.besideTrack(place);
        if (!builtOver && !nearAnotherStreet(segment, place)) {
            double outward = place.distance(new Coordinate(Plan.DOWNTOWN_X, Plan.DOWNTOWN_Y)) / 1000;
            boolean sparse = Places.SPARSE_BEATS.stream().anyMatch(s -> Shapes.covers(s.shape(), place));
            double built = land.built * (sparse ? 0.15 : 1) * 1.25 / (1 + outward / 12);
            into.add(new Lot(segment, number, place, block, land, built));
        }
    }

    private boolean nearAnotherStreet(Segment own, Coordinate place) {
        Envelope around = new Envelope(place);
        around.expandBy(CLEAR);
        var point = Shapes.FACTORY.createPoint(place);
        for (Object other : streets.query(around)) {
            if (!other.equals(own) && ((Segment) other).course().isWithinDistance(point, CLEAR)) {
                return true;
            }
        }
        return own.course().distance(point) < CLEAR;
    }

    /** The point so many metres along the segment and to its left, or right when negative. */
    private static Coordinate pointBeside(Segment segment, double along, double left) {
        Coordinate[] line = segment.course().getCoordinates();
        double rest = along;
        int i = 1;
        while (i < line.length - 1 && rest > line[i - 1].distance(line[i])) {
            rest -= line[i - 1].distance(line[i]);
            i++;
        }
        double step = line[i - 1].distance(line[i]);
        double dx = (line[i].x - line[i - 1].x) / step;
        double dy = (line[i].y - line[i - 1].y) / step;
        return new Coordinate(line[i - 1].x + dx * rest - dy * left, line[i - 1].y + dy * rest + dx * left);
    }

    private List<Address> build(List<Lot> lots) {
        double expected = lots.stream().mapToDouble(Lot::built).sum();
        Set<String> taken = new HashSet<>();
        List<Address> addresses = new ArrayList<>();
        for (Lot lot : lots) {
            boolean built = dice.chance(lot.built() * WANTED / expected);
            if (built && taken.add(lot.number() + " " + lot.segment().name())) {
                Address.Kind kind = kind(lot);
                int units = kind == Address.Kind.RESIDENTIAL ? units(lot) : 0;
                String postalCode = Quarter.of(plan, lot.place()).postalCode();
                addresses.add(new Address(
                        lot.number(), lot.segment(), units, kind, postalCode, lot.place(), lot.block(), lot.land()));
            }
        }
        return addresses;
    }

    private Address.Kind kind(Lot lot) {
        double commercial = switch (lot.segment().kind()) {
            case ARTERIAL -> 0.34;
            case COLLECTOR -> 0.12;
            case LOCAL -> 0.015;
        };
        if (lot.land() == Land.DOWNTOWN) {
            commercial = 0.46;
        } else if (lot.land() == Land.INDUSTRY) {
            commercial = 0.78;
        }
        if (dice.chance(commercial)) {
            return Address.Kind.COMMERCIAL;
        }
        return dice.chance(0.013) ? Address.Kind.INSTITUTIONAL : Address.Kind.RESIDENTIAL;
    }

    private int units(Lot lot) {
        boolean mainStreet = lot.segment().kind() != StreetClass.LOCAL;
        return switch (lot.land()) {
            case DOWNTOWN -> dice.chance(0.75) ? skewed(6, 110) : dice.whole(1, 4);
            case INNER -> dice.chance(mainStreet ? 0.4 : 0.07) ? skewed(6, 48) : dice.whole(1, 3) == 3 ? 2 : 1;
            case OUTER -> dice.chance(mainStreet ? 0.22 : 0.03) ? skewed(8, 60) : 1;
            case INDUSTRY -> dice.whole(1, 2);
            case SUBURB, OPEN -> 1;
        };
    }

    /** Mostly near the low end, rarely near the high one. */
    private int skewed(int low, int high) {
        double share = dice.between(0, 1);
        return low + (int) ((high - low) * share * share * share);
    }
}
