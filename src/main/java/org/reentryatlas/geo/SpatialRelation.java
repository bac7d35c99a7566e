package org.reentryatlas.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How two shapes can lie to each other in the plane (OGC 06-103r4, Simple feature access, 6.1.15). */
public enum SpatialRelation {
    CONTAINS,
    CROSSES,
    DISJOINT,
    EQUALS,
    INTERSECTS,
    OVERLAPS,
    TOUCHES,
    WITHIN;

    /** The relation that the other shape has to the one when the one has this to the other. */
    public SpatialRelation transposed() {
        return switch (this) {
            case CONTAINS -> WITHIN;
            case WITHIN -> CONTAINS;
            case CROSSES, DISJOINT, EQUALS, INTERSECTS, OVERLAPS, TOUCHES -> this;
        };
    }

    boolean holds(Geometry one, Geometry other) {
        return RelateNG.relate(one, other, predicate());
    }

    /** A new one each time, since it keeps what it has found out. */
    private TopologyPredicate predicate() {
        return switch (this) {
            case CONTAINS -> RelatePredicate.contains();
            case CROSSES -> RelatePredicate.crosses();
            case DISJOINT -> RelatePredicate.disjoint();
            case EQUALS -> RelatePredicate.equalsTopo();
            case INTERSECTS -> RelatePredicate.intersects();
            case OVERLAPS -> RelatePredicate.overlaps();
            case TOUCHES -> RelatePredicate.touches();
            case WITHIN -> RelatePredicate.within();
        };
    }
}
