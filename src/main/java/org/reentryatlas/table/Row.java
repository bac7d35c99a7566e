package org.reentryatlas.table;

import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;

/** One row of a file, whatever its format. Valid only while it is handed over. */
public interface Row {
    /** Its number in the file, from 1, not counting a header. */
    long number();

    /** The column's value without surrounding blanks; empty when it is absent, empty or null. */
    String value(String column);

    /** The geometry in the coordinates of the file, for formats that have one; null beside a {@link #geometryFault}. */
    default @Nullable Shape geometry() {
        return null;
    }

    /** Why the geometry cannot be read, or null. */
    default @Nullable String geometryFault() {
        return null;
    }

    /**
     * The geometry with its open rings closed, when those are its {@link #geometryFault} and nothing else is; for a reader
     * who says that it was mended. GeoJSON alone can have them.
     */
    default @Nullable Shape mendedGeometry() {
        return null;
    }

    /** Why the row as a whole cannot be read, or null. */
    @Nullable
    String fault();
}
