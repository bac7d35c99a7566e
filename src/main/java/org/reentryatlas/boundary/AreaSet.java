package org.reentryatlas.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One vintage of boundaries.
 *
 * @param validFrom first day on which it holds
 * @param validTo first day on which it no longer holds, or null while it does
 * @param gridOf the set that these hexagons were made to cover, or null for areas that a file brought
 */
public record AreaSet(
        long id,
        Level baseLevel,
        String source,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Long gridOf) {
    /** A set as a list shows it. */
    public record Listed(AreaSet set, long areas, long releases) {}

    /** The days on which it holds: {@code from 2012-01-01 until 2019-01-10}. */
    public String days() {
        return "from " + validFrom + (validTo == null ? "" : " until " + validTo);
    }
}
