package org.reentryatlas.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vintage as a file brings it; its areas are staged in {@link IncomingStore}.
 *
 * @param named the levels above whose keys the file names
 * @param cityName the name of the area that all others make up
 * @param sourceCrs the coordinate reference system of the file
 * @param fingerprint SHA-256 of the file, hexadecimal
 * @param validTo first day on which it no longer holds; null means until the next set starts
 */
public record NewAreaSet(
        Level baseLevel,
        Set<Level> named,
        String cityName,
        String source,
        String sourceCrs,
        String fingerprint,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    public NewAreaSet {
        named = Set.copyOf(named);
    }

    /** The levels above the base that the set will have, nearest first: those that the file names, and the city. */
    public List<Level> above() {
        return baseLevel.above().stream()
                .filter(level -> level == Level.CITY || named.contains(level))
                .toList();
    }
}
