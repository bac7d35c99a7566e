package org.reentryatlas.boundary;

import java.time.LocalDate;
import java.util.List;

/**
 * A vintage as a file brings it.
 *
 * @param cityName the name of the area that all others make up
 * @param sourceCrs the coordinate reference system of the file
 * @param fingerprint SHA-256 of the file, hexadecimal
 */
public record NewAreaSet(
        Level baseLevel,
        String cityName,
        String source,
        String sourceCrs,
        String fingerprint,
        LocalDate validFrom,
        List<NewArea> areas) {
    public NewAreaSet {
        areas = List.copyOf(areas);
    }
}
