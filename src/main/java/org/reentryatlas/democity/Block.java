package org.reentryatlas.democity;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** A piece of the city that no street cuts. The blocks cover the city; every area is a union of them. */
record Block(int id, Polygon polygon, Coordinate centre, List<Border> borders) {
    /**
     * What lies between two blocks.
     *
     * @param length metres
     * @param barrier how strongly it divides: 1 for a local street, more for a wider one or the river
     */
    record Border(int other, double length, double barrier) {}
}
