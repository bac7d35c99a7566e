package org.reentryatlas.siting;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import java.util.BitSet;

/**
 * A {@link Median} as a programme with whole numbers, in the form of Elloumi (Journal of Combinatorial Optimization 19, 2010). A demand pays
 * the cheapest of its costs, and for each further one the difference, if no site up to there is open. Sites that cost the same
 * share a row, so that of a covering only the classical rows remain.
 */
final class MedianProgramme {
    private MedianProgramme() {}

    /**
     * What came out.
     *
     * @param chosen a choice, perhaps not the best; empty if there is none
     * @param lower what no choice is below
     */
    record Result(Programme.End end, BitSet chosen, double lower) {}

    static Result solve(Median median, Effort effort, Watch watch) {
        watch.tell(Watch.Phase.PROGRAMME, 1, 1);
        try (Programme programme = Programme.integer(effort, watch)) {
            MPVariable[] open = new MPVariable[median.ids.length];
            MPConstraint number = programme.row(median.choose, median.choose);
            for (int j = 0; j < open.length; j++) {
                open[j] = programme.choice(0, true);
                number.setCoefficient(open[j], 1);
            }
            double paid = median.constant;
            for (int i = 0; i < median.base.length; i++) {
                paid += median.costs[i][0];
                addLevels(programme, median, i, open);
            }
            Programme.End end = programme.solve();
            return switch (end) {
                case OPTIMAL, FEASIBLE -> {
                    int[] chosen = Programme.taken(open);
                    double lower = end == Programme.End.OPTIMAL ? median.value(chosen) : paid + programme.bound();
                    yield new Result(end, Median.bits(chosen), lower);
                }
                case INFEASIBLE -> new Result(end, new BitSet(), Double.POSITIVE_INFINITY);
                case UNKNOWN -> new Result(end, new BitSet(), Double.NEGATIVE_INFINITY);
            };
        }
    }

    private static void addLevels(Programme programme, Median median, int demand, MPVariable[] open) {
        int[] sites = median.sites[demand];
        double[] costs = median.costs[demand];
        MPVariable missed = null;
        for (int from = 0; from < sites.length; ) {
            int to = from;
            // Missed on this level: missed on the one before, and no site of this one open.
            MPConstraint row = programme.row(missed == null ? 1 : 0, Double.POSITIVE_INFINITY);
            while (to < sites.length && costs[to] == costs[from]) {
                row.setCoefficient(open[sites[to++]], 1);
            }
            if (missed != null) {
                row.setCoefficient(missed, -1);
            }
            boolean isLast = to == sites.length;
            if (!isLast || !median.mustBeServed[demand]) {
                double next = isLast ? median.base[demand] : costs[to];
                missed = programme.amount(1, next - costs[from]);
                row.setCoefficient(missed, 1);
            }
            from = to;
        }
    }
}
