package org.reentryatlas.democity;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** A part of the city that was laid out at one time, with its own street pattern and its own family of names. */
enum Quarter {
    DOWNTOWN,
    NORTH_WEST,
    NORTH_EAST,
    SOUTH_EAST,
    SOUTH_WEST,
    HILLS,
    MEADOWS,
    BEND;

    /** How the quarter's side streets run. */
    Field field() {
        return switch (this) {
            case DOWNTOWN ->
                new Field(
                        Plan.DOWNTOWN_TURN,
                        1,
                        1,
                        108,
                        102,
                        0,
                        50,
                        naming("N", "S", StreetNames.PRESIDENTS, "Street"),
                        naming("E", "W", StreetNames.BANK, "Street"));
            case NORTH_WEST ->
                new Field(
                        6,
                        -1,
                        1,
                        138,
                        205,
                        0,
                        6,
                        naming("N", StreetNames.PRESIDENTS, "Avenue", "Place"),
                        naming("W", StreetNames.TREES, "Street"));
            case NORTH_EAST ->
                new Field(
                        -3,
                        1,
                        1,
                        132,
                        198,
                        0,
                        6,
                        naming("N", StreetNames.NUMBERED, "Street"),
                        naming("E", StreetNames.TREES, "Avenue"));
            case SOUTH_EAST ->
                new Field(
                        -12,
                        1,
                        -1,
                        205,
                        136,
                        0,
                        6,
                        naming("S", StreetNames.NUMBERED, "Street"),
                        naming("E", StreetNames.HEROES, "Street"));
            case SOUTH_WEST ->
                new Field(
                        14,
                        -1,
                        -1,
                        140,
                        195,
                        0,
                        6,
                        naming("S", StreetNames.STONES, "Avenue"),
                        naming("W", StreetNames.HEROES, "Street", "Place"));
            case HILLS ->
                new Field(
                        22,
                        -1,
                        1,
                        165,
                        245,
                        95,
                        7,
                        naming("NW", StreetNames.BIRDS, "Drive", "Lane"),
                        naming("NW", StreetNames.PLACES, "Way", "Trail"));
            case MEADOWS ->
                new Field(
                        -16,
                        1,
                        1,
                        240,
                        150,
                        80,
                        7,
                        naming("NE", StreetNames.FLOWERS, "Drive", "Lane"),
                        naming("NE", StreetNames.PLACES, "Road", "Trail"));
            case BEND ->
                new Field(
                        -24,
                        1,
                        -1,
                        170,
                        225,
                        105,
                        7,
                        naming("SE", StreetNames.FLOWERS, "Way", "Court"),
                        naming("SE", StreetNames.BIRDS, "Road", "Circle"));
        };
    }

    /** The quarter to which a zone between main streets belongs. */
    static Quarter of(Plan plan, Polygon zone) {
        return of(plan, zone.getInteriorPoint().getCoordinate());
    }

    static Quarter of(Plan plan, Coordinate p) {
        if (Shapes.covers(plan.downtown(), p)) {
            return DOWNTOWN;
        }
        boolean west = p.x < (plan.northOfRiver(p) ? -390 : 250);
        if (!Shapes.covers(plan.insideRing(), p) && plan.suburbAt(p)) {
            if (!plan.northOfRiver(p)) {
                return BEND;
            }
            return west ? HILLS : MEADOWS;
        }
        if (plan.northOfRiver(p)) {
            return west ? NORTH_WEST : NORTH_EAST;
        }
        return west ? SOUTH_WEST : SOUTH_EAST;
    }

    /** The invented ZIP code of the quarter. */
    String postalCode() {
        return switch (this) {
            case DOWNTOWN -> "82990";
            case NORTH_WEST -> "82991";
            case NORTH_EAST -> "82992";
            case SOUTH_EAST -> "82993";
            case SOUTH_WEST -> "82994";
            case HILLS, MEADOWS -> "82995";
            case BEND -> "82996";
        };
    }

    private static Field.Naming naming(String prefix, List<String> bases, String... suffixes) {
        return new Field.Naming(prefix, prefix, bases, List.of(suffixes));
    }

    private static Field.Naming naming(String ahead, String behind, List<String> bases, String suffix) {
        return new Field.Naming(ahead, behind, bases, List.of(suffix));
    }
}
