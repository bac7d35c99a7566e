package org.reentryatlas.address;

import java.util.Map;

/**
 * How many addresses became a place. An address that has no place in the jurisdiction by its own words (a PO box, no fixed
 * address) counts as a miss, because the person is missing on the map; only who lives elsewhere is left out.
 *
 * @param located addresses with one place: matched, or at a known facility that is group quarters
 * @param elsewhere addresses out of the jurisdiction
 * @param all addresses of every class
 */
public record HitRate(long located, long elsewhere, long all) {
    /** The rate of addresses counted by class. */
    public static HitRate of(Map<AddressClass, Long> counts) {
        return new HitRate(
                counts.getOrDefault(AddressClass.MATCHED, 0L) + counts.getOrDefault(AddressClass.GROUP_QUARTERS, 0L),
                counts.getOrDefault(AddressClass.OUT_OF_JURISDICTION, 0L),
                counts.values().stream().mapToLong(Long::longValue).sum());
    }

    /** The share of those who may live in the jurisdiction, 0 to 1; 1 where there is nobody to locate. */
    public double value() {
        return share(all - elsewhere);
    }

    /** The share of all. */
    public double ofAll() {
        return share(all);
    }

    private double share(long whole) {
        return whole == 0 ? 1 : (double) located / whole;
    }
}
