package org.reentryatlas.gap;

import java.util.List;
import org.reentryatlas.geo.LonLat;

/**
 * A place that people set out from: the middle of the homes in a cell of a thousandth of a degree that lie in the same areas.
 *
 * @param areas keys of the areas that it lies in, one for each base level of the run, in their order; empty where it lies in none
 * @param homes how many public addresses lie there; 0 in an area that has none, which is then a place somewhere within
 */
record Origin(List<String> areas, LonLat place, int homes) {
    Origin {
        if (homes < 0) {
            throw new IllegalArgumentException("a place with %d homes".formatted(homes));
        }
        areas = List.copyOf(areas);
    }

    /** The key of its area of the first base level; empty where it lies in none. */
    String area() {
        return areas.get(0);
    }
}
