package org.reentryatlas.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** A shape that is compared with many others: its edges are indexed once. Safe for many threads. */
public final class PreparedShape {
    private final PreparedGeometry prepared;

    private PreparedShape(PreparedGeometry prepared) {
        this.prepared = prepared;
    }

    public static PreparedShape of(Shape shape) {
        return new PreparedShape(PreparedGeometryFactory.prepare(shape.geometry()));
    }

    public Box box() {
        return Box.of(prepared.getGeometry().getEnvelopeInternal());
    }

    /** Whether this shape has the relation to the other; the coordinates of both must be of the same system. */
    public boolean is(SpatialRelation relation, Shape other) {
        Geometry one = prepared.getGeometry();
        Geometry two = other.geometry();
        if (isMixed(one) || isMixed(two)) {
            return relation.holds(one, two);
        }
        return switch (relation) {
            case CONTAINS -> prepared.contains(two);
            case INTERSECTS -> prepared.intersects(two);
            case DISJOINT -> prepared.disjoint(two);
            case CROSSES, EQUALS, OVERLAPS, TOUCHES, WITHIN -> relation.holds(one, two);
        };
    }

    /** Whether it may hold points, lines and areas together, which JTS cannot prepare. */
    private static boolean isMixed(Geometry geometry) {
        return geometry.getClass() == GeometryCollection.class;
    }
}
