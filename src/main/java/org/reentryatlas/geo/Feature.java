package org.reentryatlas.geo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a file.
 *
 * @param number its place in the file, from 1
 * @param properties scalar properties as text; null and nested values are left out
 * @param geometry in the coordinates of the file; null when there is none, it is empty or it cannot be read
 * @param geometryFault why the geometry cannot be read, or null
 * @param mended the geometry with its open rings closed, when those are all that is wrong with it; else null
 */
public record Feature(
        long number,
        Map<String, String> properties,
        @Nullable Shape geometry,
        @Nullable String geometryFault,
        @Nullable Shape mended) {
    public Feature {
        properties = Map.copyOf(properties);
    }
}
