package org.reentryatlas.layer;

/**
 * Which features of a collection are asked for.
 *
 * @param crs in which their coordinates are written
 */
record Page(Region region, int limit, int offset, ServedCrs crs) {
    /** The first feature, wherever it is. */
    static Page ofOne(ServedCrs crs) {
        return new Page(Region.EVERYWHERE, 1, 0, crs);
    }
}
