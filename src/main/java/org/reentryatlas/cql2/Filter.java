package org.reentryatlas.cql2;

import java.util.Optional;
import org.reentryatlas.geo.Box;

/** A filter that is ready for rows. Immutable and safe for many threads. */
public final class Filter {
    private final Condition condition;

    Filter(Condition condition) {
        this.condition = condition;
    }

    /** Whether the filter is true of the row; what is unknown, because a value is missing or hidden, is not true. */
    public boolean keeps(Row row) {
        return condition.test(row) == Truth.TRUE;
    }

    /**
     * A box in degrees, longitude first, that the geometry of every kept row meets, inside or at its edge; none if the
     * filter gives no such box. A row without a geometry is not kept by a filter that gives one.
     */
    public Optional<Box> box() {
        return condition.box();
    }
}
