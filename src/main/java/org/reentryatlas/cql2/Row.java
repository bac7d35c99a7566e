package org.reentryatlas.cql2;

import org.jspecify.annotations.Nullable;

/** A row of a layer. */
public interface Row {
    /**
     * The value, or null if it is missing or hidden: String, any Number, Boolean, LocalDate, Instant, a collection of
     * Strings, or {@link org.reentryatlas.geo.Shape} in degrees on WGS 84, as the {@link Type} of the column says.
     */
    @Nullable
    Object value(int column);
}
