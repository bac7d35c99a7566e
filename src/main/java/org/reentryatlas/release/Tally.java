package org.reentryatlas.release;

/**
 * What the join counted for one measure, in an atom or in an area.
 *
 * @param people people
 * @param addresses distinct addresses
 * @param largestAddress people at the fullest address, group quarters left aside
 * @param groupQuarters people at halfway houses and shelters
 */
record Tally(int people, int addresses, int largestAddress, int groupQuarters) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    /** The two together: an address lies in one atom, so they add up. */
    Tally plus(Tally other) {
        return new Tally(
                people + other.people,
                addresses + other.addresses,
                Math.max(largestAddress, other.largestAddress),
                groupQuarters + other.groupQuarters);
    }
}
