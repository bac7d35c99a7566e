package org.reentryatlas.access;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What it costs to go from origins to sites, for the pairs that have a way; a pair without an entry cannot be reached, at any
 * cost. Costs are whole numbers, at least 0, in a unit that the caller chooses (seconds or metres) and keeps to in every cut-off
 * and decay. They need not be the same in both directions, and this table knows one. Immutable; pairs are numbered 0..size()-1,
 * by origin and then by site, in whatever order they were added.
 */
public final class CostTable {
    private final int sites;
    /** The pairs of an origin are those from its start to before the start of the next. */
    private final int[] starts;

    private final int[] siteOf;
    private final int[] costOf;

    private CostTable(int sites, int[] starts, int[] siteOf, int[] costOf) {
        this.sites = sites;
        this.starts = starts;
        this.siteOf = siteOf;
        this.costOf = costOf;
    }

    /**
     * A table to fill.
     *
     * @param origins how many, at least 0; they are numbered from 0
     * @param sites how many, at least 0; they are numbered from 0
     */
    public static Builder builder(int origins, int sites) {
        if (origins < 0 || sites < 0) {
            throw new IllegalArgumentException(
                    origins + " origins and " + sites + " sites: neither number may be negative");
        }
        return new Builder(origins, sites);
    }

    public int origins() {
        return starts.length - 1;
    }

    public int sites() {
        return sites;
    }

    /** How many pairs have a way. */
    public int size() {
        return siteOf.length;
    }

    /** The first pair of an origin; for the number of origins, {@link #size()}. */
    public int start(int origin) {
        return starts[origin];
    }

    /** The pair after the last one of an origin. */
    public int end(int origin) {
        return starts[origin + 1];
    }

    public int site(int pair) {
        return siteOf[pair];
    }

    public int cost(int pair) {
        return costOf[pair];
    }

    /** The cost from an origin to a site; empty where there is no way. */
    public OptionalInt cost(int origin, int site) {
        int pair = pair(origin, site);
        return pair < 0 ? OptionalInt.empty() : OptionalInt.of(costOf[pair]);
    }

    /** The pair of an origin and a site; negative where there is no way. */
    int pair(int origin, int site) {
        return Arrays.binarySearch(siteOf, start(origin), end(origin), site);
    }

    /**
     * The pairs by site and then by origin, for what is summed over the origins of a site: {@code result[k]} is the number of
     * the pair at place k.
     */
    int[] pairsBySite() {
        int[] places = siteStarts();
        int[] pairs = new int[size()];
        for (int pair = 0; pair < size(); pair++) {
            pairs[places[siteOf[pair]]++] = pair;
        }
        return pairs;
    }

    /** Where the pairs of each site start in {@link #pairsBySite()}; one more than there are sites. */
    int[] siteStarts() {
        return starts(siteOf, size(), sites);
    }

    /** The origin of each pair. */
    int[] originOfPairs() {
        int[] originOf = new int[size()];
        for (int origin = 0; origin < origins(); origin++) {
            Arrays.fill(originOf, start(origin), end(origin), origin);
        }
        return originOf;
    }

    /** The same costs from sites to origins, so that {@code transposed().cost(site, origin)} is {@code cost(origin, site)}. */
    public CostTable transposed() {
        int[] pairs = pairsBySite();
        int[] originOf = originOfPairs();
        int[] origins = new int[size()];
        int[] costs = new int[size()];
        for (int place = 0; place < size(); place++) {
            origins[place] = originOf[pairs[place]];
            costs[place] = costOf[pairs[place]];
        }
        return new CostTable(origins(), siteStarts(), origins, costs);
    }

    /** Where the members of each group start, if they lie by group: running sums of how many a group has. */
    private static int[] starts(int[] groupOf, int size, int groups) {
        int[] starts = new int[groups + 1];
        for (int i = 0; i < size; i++) {
            starts[groupOf[i] + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            starts[group + 1] += starts[group];
        }
        return starts;
    }

    /** Takes pairs in any order. Not for use by several threads. */
    public static final class Builder {
        private static final int FIRST_SIZE = 64;

        private final int origins;
        private final int sites;
        private int[] originOf = new int[FIRST_SIZE];
        private int[] siteOf = new int[FIRST_SIZE];
        private int[] costOf = new int[FIRST_SIZE];
        private int size;

        private Builder(int origins, int sites) {
            this.origins = origins;
            this.sites = sites;
        }

        /**
         * Adds a way.
         *
         * @throws IllegalArgumentException if the origin, the site or the cost is out of range
         */
        public Builder add(int origin, int site, int cost) {
            if (origin < 0 || origin >= origins) {
                throw new IllegalArgumentException("there is no origin " + origin + " among " + origins);
            }
            if (site < 0 || site >= sites) {
                throw new IllegalArgumentException("there is no site " + site + " among " + sites);
            }
            if (cost < 0) {
                throw new IllegalArgumentException("the cost from origin " + origin + " to site " + site + " is " + cost
                        + " and must not be negative");
            }
            if (size == originOf.length) {
                grow();
            }
            originOf[size] = origin;
            siteOf[size] = site;
            costOf[size++] = cost;
            return this;
        }

        private void grow() {
            int larger = 2 * size;
            originOf = Arrays.copyOf(originOf, larger);
            siteOf = Arrays.copyOf(siteOf, larger);
            costOf = Arrays.copyOf(costOf, larger);
        }

        /**
         * The table. A pair that was added twice is refused: which cost is right depends on where they come from (the better of
         * two entrances, the later of two editions), and a table that chose would hide that somebody has to.
         *
         * @throws IllegalArgumentException if a pair was added twice
         */
        public CostTable build() {
            // A counting sort by site, then by origin: a million pairs take milliseconds, and pairs of an origin lie by
            // site.
            CostTable unsorted = new CostTable(origins, starts(siteOf, size, sites), new int[size], new int[size]);
            int[] places = unsorted.starts.clone();
            for (int i = 0; i < size; i++) {
                int place = places[siteOf[i]]++;
                unsorted.siteOf[place] = originOf[i];
                unsorted.costOf[place] = costOf[i];
            }
            CostTable table = unsorted.transposed();
            for (int origin = 0; origin < origins; origin++) {
                for (int pair = table.start(origin) + 1; pair < table.end(origin); pair++) {
                    if (table.site(pair) == table.site(pair - 1)) {
                        throw new IllegalArgumentException(
                                "the way from origin " + origin + " to site " + table.site(pair) + " is there twice");
                    }
                }
            }
            return table;
        }
    }
}
