package org.reentryatlas.democity;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Open ground that was drawn by hand, and the three places that make a beat of their own although few live there. */
final class Places {
    /**
     * Ground without streets.
     *
     * @param kind {@code park}, {@code cemetery}, {@code golf_course} or {@code airport}
     */
    record Open(String name, String kind, Polygon shape) {}

    /** A beat that is large and nearly empty. */
    record Sparse(String name, Polygon shape) {}

    static final Polygon RAIL_YARDS = Shapes.box(4650, -3420, 2500, 1050, -28);

    static final List<Open> OPEN_GROUND = List.of(
            new Open("Riverside Park", "park", Shapes.blob(-2350, 230, 720, 400, 0.05)),
            new Open("Antelope Lake Park", "park", Shapes.blob(-4900, 3330, 900, 640, 0.06)),
            new Open("Founders Park", "park", Shapes.box(2450, 2250, 560, 420, 5)),
            new Open("Pine Rest Cemetery", "cemetery", Shapes.box(-750, -2480, 540, 380, 14)),
            new Open("Willow Bend Golf Course", "golf_course", Shapes.blob(1650, -4350, 640, 430, 0.12)),
            new Open("Stockmen's Fairgrounds", "park", Shapes.box(-4700, -2950, 620, 420, 12)),
            new Open("Harlow Ferry Municipal Airport", "airport", Shapes.box(5270, 2560, 1500, 1050, -18)));

    static final List<Sparse> SPARSE_BEATS = List.of(
            new Sparse("Airport", Shapes.box(5350, 2600, 1950, 1500, -18)),
            new Sparse("Rail Yards", Shapes.box(4750, -3420, 2700, 1150, -28)),
            new Sparse("Antelope Lake", Shapes.blob(-4930, 3400, 1000, 700, 0.03)));

    static final Polygon LAKE = Shapes.blob(-4980, 3350, 450, 270, 0.14);
    static final Polygon GOLF_POND = Shapes.blob(1780, -4300, 110, 70, 0.15);

    /** Where a single block became a neighbourhood square. */
    static final List<Coordinate> SQUARES = List.of(
            Plan.downtown(330, 680),
            Plan.downtown(-620, 880),
            new Coordinate(900, 2600),
            new Coordinate(-1500, 2350),
            new Coordinate(-900, 4300),
            new Coordinate(-3900, 1700),
            new Coordinate(-4500, -700),
            new Coordinate(-1400, -1300),
            new Coordinate(1600, -900),
            new Coordinate(3100, -800),
            new Coordinate(900, -2700),
            new Coordinate(-900, -3900),
            new Coordinate(2500, 4300),
            new Coordinate(5800, -1700));

    private Places() {}
}
