package org.reentryatlas.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What p-median and maximal covering have in common (Hillsman, Environment and Planning A 16, 1984): choose so many of some sites that
 * the sum over all demands of the cheapest chosen site, or of what the demand costs without one, is least. For coverings a site costs
 * nothing within the radius, and a demand costs its weight without one. Fixed sites are folded into what a demand costs without new
 * ones, so that here all sites are new; what no site improves is only a constant. Immutable.
 */
final class Median {
    /** What a demand costs at a site, weight included; infinite if the site does not serve it. */
    @FunctionalInterface
    interface PairCost {
        double of(int demand, int candidate);
    }

    /** The candidates by the numbers of the sites here; ascending, so that the lower number is the lower in both. */
    final int[] ids;

    /** How many sites to choose. */
    final int choose;

    /** By demand, what it costs without any of its sites: more than at each of them. */
    final double[] base;

    /** By demand, whether its base is only a penalty, because it must be served. */
    final boolean[] mustBeServed;

    /** By demand, its sites from the cheapest to the dearest, of the same cost by number. */
    final int[][] sites;

    /** By demand, what it costs at these sites, ascending. */
    final double[][] costs;

    /** What the demands cost that no site here improves. */
    final double constant;

    private Median(int[] ids, int choose, List<Row> rows, double constant) {
        this.ids = ids;
        this.choose = choose;
        this.constant = constant;
        this.base = rows.stream().mapToDouble(row -> row.base).toArray();
        this.sites = rows.stream().map(row -> row.sites).toArray(int[][]::new);
        this.costs = rows.stream().map(row -> row.costs).toArray(double[][]::new);
        this.mustBeServed = new boolean[base.length];
        for (int i = 0; i < mustBeServed.length; i++) {
            mustBeServed[i] = rows.get(i).mustBeServed;
        }
    }

    private static final class Row {
        private final double base;
        private final boolean mustBeServed;
        private final int[] sites;
        private final double[] costs;

        Row(double base, boolean mustBeServed, int[] sites, double[] costs) {
            this.base = base;
            this.mustBeServed = mustBeServed;
            this.sites = sites;
            this.costs = costs;
        }
    }

    /**
     * The p-median problem.
     *
     * @param choose at most the free candidates
     */
    static Median ofMedian(SitingProblem problem, int choose) {
        PairCost cost = (i, j) -> problem.isWithin(i, j, Double.POSITIVE_INFINITY)
                ? problem.weight(i) * problem.cost(i, j)
                : Double.POSITIVE_INFINITY;
        return of(problem, choose, cost, false);
    }

    /** The maximal covering problem; the objective is the weight that is not covered. An infinite radius is everything that can be reached. */
    static Median ofCovering(SitingProblem problem, int choose, double radius) {
        return of(problem, choose, (i, j) -> problem.isWithin(i, j, radius) ? 0 : Double.POSITIVE_INFINITY, true);
    }

    private static Median of(SitingProblem problem, int choose, PairCost cost, boolean mayBeLeft) {
        int[] ids = new int[problem.free()];
        int free = 0;
        for (int j = 0; j < problem.candidates(); j++) {
            if (!problem.isFixed(j)) {
                ids[free++] = j;
            }
        }
        double penalty = mayBeLeft ? 0 : penalty(problem, cost);
        List<Row> rows = new ArrayList<>();
        double constant = 0;
        for (int i = 0; i < problem.demands(); i++) {
            if (!problem.asks(i)) {
                continue;
            }
            double base = mayBeLeft ? problem.weight(i) : Double.POSITIVE_INFINITY;
            for (int j : problem.fixed()) {
                base = Math.min(base, cost.of(i, j));
            }
            boolean must = base == Double.POSITIVE_INFINITY;
            Row row = row(i, ids, must ? penalty : base, must, cost);
            if (row.sites.length == 0) {
                constant += row.base;
            } else {
                rows.add(row);
            }
        }
        return new Median(ids, choose, rows, constant);
    }

    /** More than serving everybody can cost, so that no choice that leaves somebody is better than one that leaves nobody. */
    private static double penalty(SitingProblem problem, PairCost cost) {
        double sum = 0;
        for (int i = 0; i < problem.demands(); i++) {
            double worst = 0;
            for (int j = 0; j < problem.candidates() && problem.asks(i); j++) {
                double there = cost.of(i, j);
                worst = there < Double.POSITIVE_INFINITY ? Math.max(worst, there) : worst;
            }
            sum += worst;
        }
        return sum > 0 ? 2 * sum : 1;
    }

    private static Row row(int demand, int[] ids, double base, boolean must, PairCost cost) {
        double[] there = new double[ids.length];
        List<Integer> better = new ArrayList<>();
        for (int k = 0; k < ids.length; k++) {
            there[k] = cost.of(demand, ids[k]);
            if (there[k] < base) {
                better.add(k);
            }
        }
        // A stable sort: of the same cost the lower number stays first.
        better.sort(Comparator.comparingDouble(k -> there[k]));
        int[] sites = better.stream().mapToInt(Integer::intValue).toArray();
        return new Row(
                base,
                must,
                sites,
                Arrays.stream(sites).mapToDouble(k -> there[k]).toArray());
    }

    /**
     * What is left when some sites are given up and others are chosen for good, or null if no choice is left.
     *
     * @param out sites that are not chosen
     * @param in sites that are; the rest has fewer to choose
     */
    @Nullable
    Median reduced(BitSet out, BitSet in) {
        int left = choose - in.cardinality();
        int[] renumbered = new int[ids.length];
        int kept = 0;
        for (int k = 0; k < ids.length; k++) {
            renumbered[k] = out.get(k) || in.get(k) ? -1 : kept++;
        }
        if (left < 0 || left > kept || out.intersects(in)) {
            return null;
        }
        int[] rest = new int[kept];
        for (int k = 0; k < ids.length; k++) {
            if (renumbered[k] >= 0) {
                rest[renumbered[k]] = ids[k];
            }
        }
        List<Row> rows = new ArrayList<>();
        double fixedCost = constant;
        for (int i = 0; i < base.length; i++) {
            Row row = reducedRow(i, in, renumbered);
            if (row.sites.length > 0) {
                rows.add(row);
            } else if (row.mustBeServed) {
                return null;
            } else {
                fixedCost += row.base;
            }
        }
        return new Median(rest, left, rows, fixedCost);
    }

    private Row reducedRow(int demand, BitSet in, int[] renumbered) {
        int[] there = sites[demand];
        int[] left = new int[there.length];
        double[] cost = new double[there.length];
        int size = 0;
        for (int k = 0; k < there.length; k++) {
            if (in.get(there[k])) {
                // Whatever is dearer than a site that is open serves nobody here; what costs the same neither.
                int cheaper = size;
                while (cheaper > 0 && cost[cheaper - 1] >= costs[demand][k]) {
                    cheaper--;
                }
                return new Row(costs[demand][k], false, Arrays.copyOf(left, cheaper), Arrays.copyOf(cost, cheaper));
            }
            if (renumbered[there[k]] >= 0) {
                left[size] = renumbered[there[k]];
                cost[size++] = costs[demand][k];
            }
        }
        return new Row(base[demand], mustBeServed[demand], Arrays.copyOf(left, size), Arrays.copyOf(cost, size));
    }

    /** What a choice of sites costs. */
    double value(int[] chosen) {
        BitSet open = bits(chosen);
        double value = constant;
        for (int i = 0; i < base.length; i++) {
            value += cost(i, open);
        }
        return value;
    }

    private double cost(int demand, BitSet open) {
        for (int k = 0; k < sites[demand].length; k++) {
            if (open.get(sites[demand][k])) {
                return costs[demand][k];
            }
        }
        return base[demand];
    }

    /** Whether the choice serves everybody who must be. */
    boolean servesAll(int[] chosen) {
        BitSet open = bits(chosen);
        for (int i = 0; i < base.length; i++) {
            if (mustBeServed[i] && Arrays.stream(sites[i]).noneMatch(open::get)) {
                return false;
            }
        }
        return true;
    }

    /** Of each demand the costs that differ, all together: the rows of a programme. */
    int rows() {
        return Arrays.stream(costs)
                .mapToInt(there -> (int) Arrays.stream(there).distinct().count())
                .sum();
    }

    /** The candidates of some sites. */
    BitSet idsOf(BitSet chosen) {
        BitSet candidates = new BitSet();
        chosen.stream().forEach(k -> candidates.set(ids[k]));
        return candidates;
    }

    /** The sites of some candidates, all of which are free. */
    int[] sitesOf(BitSet candidates) {
        return candidates.stream().map(id -> Arrays.binarySearch(ids, id)).toArray();
    }

    /**
     * By how much two choices that serve everybody differ at least, if they differ: the greatest common divisor where all costs are whole
     * numbers, otherwise 0, which says nothing.
     */
    double step() {
        long divisor = 0;
        for (int i = 0; i < base.length; i++) {
            for (int k = -1; k < costs[i].length; k++) {
                double cost = k < 0 ? (mustBeServed[i] ? 0 : base[i]) : costs[i][k];
                if (cost != Math.rint(cost) || cost > 1L << 50) {
                    return 0;
                }
                divisor = gcd(divisor, (long) cost);
            }
        }
        return divisor;
    }

    private static long gcd(long a, long b) {
        long larger = a;
        long smaller = b;
        while (smaller != 0) {
            long rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return larger;
    }

    static BitSet bits(int[] members) {
        BitSet bits = new BitSet();
        for (int member : members) {
            bits.set(member);
        }
        return bits;
    }
}
