package org.reentryatlas.table;

import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;

/** One row of a file, whatever its format. Valid only while it is handed over. */
public interface Row {
    /** Its number in the file, from 1, not counting a header. */
    long number();

    /** The column's value without surrounding blanks; empty when it is absent, empty or null. */
    String value(String column);

    /**
     * The geometry in the coordinates of the file, for formats that have one. Beside a {@link #geometryFault}: with its
     * open rings closed, if that is the fault.
     */
    @Nullable
    Shape geometry();

    /** Why the geometry cannot be read, or null. */
    @Nullable
    String geometryFault();

    /** Why the row as a whole cannot be read, or null. */
    @Nullable
    String fault();
}
