package org.reentryatlas.release;

/**
 * What the join counted in one base area for one measure.
 *
 * @param people people
 * @param addresses distinct addresses
 * @param largestAddress people at the fullest address, group quarters left aside
 * @param groupQuarters people at halfway houses and shelters
 */
record Tally(long areaId, String measure, int people, int addresses, int largestAddress, int groupQuarters) {
    static Tally none(long areaId, String measure) {
        return new Tally(areaId, measure, 0, 0, 0, 0);
    }

    /** The two together: addresses lie in one area only, so they add up. */
    Tally plus(Tally other) {
        return new Tally(
                areaId,
                measure,
                people + other.people,
                addresses + other.addresses,
                Math.max(largestAddress, other.largestAddress),
                groupQuarters + other.groupQuarters);
    }
}
