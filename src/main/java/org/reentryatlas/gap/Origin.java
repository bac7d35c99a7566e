package org.reentryatlas.gap;

import org.reentryatlas.geo.LonLat;

/**
 * A place that people set out from: the middle of the homes of an area in a cell of a thousandth of a degree.
 *
 * @param area key of its area of the base level
 * @param homes how many public addresses lie there; 0 in an area that has none, which is then a place somewhere within
 */
record Origin(String area, LonLat place, int homes) {
    Origin {
        if (homes < 0) {
            throw new IllegalArgumentException("a place with %d homes".formatted(homes));
        }
    }
}
