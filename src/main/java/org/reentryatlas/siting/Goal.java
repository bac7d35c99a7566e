package org.reentryatlas.siting;

/**
 * What makes a choice of sites good. Fixed sites of the problem are open in every choice and do not count. Where sites have capacities,
 * each goal is meant with them, and demand may be divided.
 */
public sealed interface Goal {
    /** Goals that are given the number of new sites. */
    sealed interface ByNumber extends Goal {
        /** How many sites are added; exactly so many, though the last may bring nothing. */
        int newSites();

        /** The same goal with another number of new sites. */
        ByNumber withNewSites(int number);
    }

    /**
     * The maximal covering location problem, MCLP (Church and ReVelle, Papers of the Regional Science Association 32, 1974): with so
     * many new sites, the most weight at a cost of the radius or less. Objective: the weight covered. With capacities: Current and
     * Storbeck, Environment and Planning B 15, 1988.
     *
     * @param radius in the unit of costs; a cost of exactly the radius is covered, and a radius of 0 covers what costs 0
     */
    record MaximalCovering(double radius, int newSites) implements ByNumber {
        public MaximalCovering {
            requireRadius(radius);
            requireNumber(newSites);
        }

        @Override
        public MaximalCovering withNewSites(int number) {
            return new MaximalCovering(radius, number);
        }
    }

    /**
     * The p-median problem (Hakimi, Operations Research 12, 1964): with so many new sites, the least sum of weight times cost, everybody
     * being served. Objective: that sum.
     */
    record PMedian(int newSites) implements ByNumber {
        public PMedian {
            requireNumber(newSites);
        }

        @Override
        public PMedian withNewSites(int number) {
            return new PMedian(number);
        }
    }

    /**
     * The p-center problem (Hakimi, Operations Research 12, 1964): with so many new sites, the least cost of whoever has the largest,
     * everybody being served. Weights count only by being 0 or not. Objective: that cost; 0 where nobody asks for anything.
     */
    record PCenter(int newSites) implements ByNumber {
        public PCenter {
            requireNumber(newSites);
        }

        @Override
        public PCenter withNewSites(int number) {
            return new PCenter(number);
        }
    }

    /**
     * The location set covering problem, LSCP (Toregas, Swain, ReVelle and Bergman, Operations Research 19, 1971): the fewest new
     * sites so that a share of all weight is at a cost of the radius or less. Objective: the number of new sites.
     *
     * @param radius in the unit of costs, inclusive as above
     * @param share of all weight, 0 to 1; 1 means every demand
     */
    record SetCovering(double radius, double share) implements Goal {
        public SetCovering {
            requireRadius(radius);
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share of demand must be 0 to 1, not " + share);
            }
        }

        /** Everybody is to be covered. */
        public SetCovering(double radius) {
            this(radius, 1);
        }
    }

    private static void requireRadius(double radius) {
        if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a radius must be a finite cost of 0 or more, not " + radius);
        }
    }

    private static void requireNumber(int newSites) {
        if (newSites < 0) {
            throw new IllegalArgumentException("a number of new sites must be 0 or more, not " + newSites);
        }
    }
}
