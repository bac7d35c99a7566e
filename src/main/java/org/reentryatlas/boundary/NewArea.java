package org.reentryatlas.boundary;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An area of the base level as a file brings it.
 *
 * @param row its number in the file
 * @param key text, as its agency writes it
 * @param parents key of the area above, by level, for each level above that the file names
 * @param ringFault what was wrong with its rings before they were closed, or null
 * @param wkbHex polygon or multipolygon in longitude and latitude, well-known binary in hexadecimal
 */
public record NewArea(
        long row,
        String key,
        String name,
        Map<Level, String> parents,
        @Nullable Integer population,
        @Nullable String ringFault,
        String wkbHex) {
    public NewArea {
        parents = Map.copyOf(parents);
    }
}
