package org.reentryatlas.protect;

/**
 * The rules of protection.
 *
 * @param k the smallest count that may be shown. The floor of 11 is the strictest common rule in the United States
 *     (CMS cell-size policy: no count of 1 to 10, nor anything from which one can be derived)
 * @param roundingBase shown counts are rounded to its multiples; at least 1, which leaves them exact
 * @param minAddresses the fewest distinct addresses behind a shown count
 * @param knownMembers how many people of any area an attacker may know of, so that a hidden number must seem to be able
 *     to reach k without them
 */
public record Policy(int k, int roundingBase, int minAddresses, int knownMembers) {
    public static final int SMALLEST_K = 11;
    public static final int KNOWN_MEMBERS = 2;
    public static final Policy DEFAULT = new Policy(SMALLEST_K, 5, 3);

    public Policy {
        if (k < SMALLEST_K) {
            throw new IllegalArgumentException("k is " + k + " and must be at least " + SMALLEST_K);
        }
        if (roundingBase < 1 || roundingBase > k) {
            throw new IllegalArgumentException("the rounding base is " + roundingBase + " and must lie in 1.." + k);
        }
        if (minAddresses < 3) {
            throw new IllegalArgumentException("fewest addresses is " + minAddresses + " and must be at least 3");
        }
        if (knownMembers < 0) {
            throw new IllegalArgumentException("known members is " + knownMembers + " and must not be negative");
        }
    }

    /** What a hidden number must seem to be able to reach, for somebody who knows a few members of the area. */
    int leastOfUnknown() {
        return k + knownMembers;
    }

    public Policy(int k, int roundingBase, int minAddresses) {
        this(k, roundingBase, minAddresses, KNOWN_MEMBERS);
    }
}
