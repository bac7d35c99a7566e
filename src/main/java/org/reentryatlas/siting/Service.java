package org.reentryatlas.siting;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is served where by open sites, and who is not.
 *
 * @param allocations sorted by demand and site
 * @param unserved sorted by demand
 */
record Service(List<Allocation> allocations, List<Unserved> unserved) {
    /** Less of a demand than this share is an error of the solver. */
    private static final double NOTHING = 1e-7;

    /** What the second of two programmes may serve less than the first, since both are rounded. */
    private static final double SAME = 1e-9;

    /** Everybody at the cheapest open site, of several the lowest; nobody beyond the radius, which may be infinite. */
    static Service nearest(SitingProblem problem, double radius, List<Integer> open) {
        List<Allocation> allocations = new ArrayList<>();
        List<Unserved> unserved = new ArrayList<>();
        for (int i = 0; i < problem.demands(); i++) {
            if (!problem.asks(i)) {
                continue;
            }
            int nearest = -1;
            for (int j : open) {
                if (problem.isWithin(i, j, radius) && (nearest < 0 || problem.cost(i, j) < problem.cost(i, nearest))) {
                    nearest = j;
                }
            }
            if (nearest >= 0) {
                allocations.add(new Allocation(i, nearest, problem.weight(i)));
            } else {
                unserved.add(new Unserved(i, problem.weight(i), reason(problem, radius, open, i)));
            }
        }
        return new Service(allocations, unserved);
    }

    /**
     * As much weight as the capacities hold, and of all ways to do that one that costs least; nobody beyond the radius. A transportation
     * problem (Hitchcock, Journal of Mathematics and Physics 20, 1941).
     */
    static Service divided(SitingProblem problem, double radius, List<Integer> open) {
        if (open.stream().noneMatch(j -> problem.capacity(j) < Double.POSITIVE_INFINITY)) {
            return nearest(problem, radius, open);
        }
        double[][] most = transport(problem, radius, open, 0);
        double served = 0;
        for (double[] row : most) {
            for (double amount : row) {
                served += amount;
            }
        }
        return of(problem, radius, open, transport(problem, radius, open, served));
    }

    /** Amounts by demand and open site: the most in all, or the cheapest that is at least so much. */
    private static double[][] transport(SitingProblem problem, double radius, List<Integer> open, double atLeast) {
        boolean isWhole = isWhole(problem);
        double unit = problem.total() > 0 ? problem.total() : 1;
        double dearest = dearest(problem, radius, open);
        try (Programme programme = Programme.small()) {
            MPVariable[][] part = new MPVariable[problem.demands()][open.size()];
            MPConstraint sum = programme.row(atLeast / unit * (1 - SAME), Double.POSITIVE_INFINITY);
            MPConstraint[] capacity = new MPConstraint[open.size()];
            for (int k = 0; k < capacity.length; k++) {
                double most = problem.capacity(open.get(k));
                capacity[k] = programme.row(0, most / unit);
            }
            for (int i = 0; i < part.length; i++) {
                MPConstraint all = programme.row(0, problem.weight(i) / unit);
                for (int k = 0; k < capacity.length; k++) {
                    if (problem.asks(i) && problem.isWithin(i, open.get(k), radius)) {
                        double cost = atLeast > 0 ? problem.cost(i, open.get(k)) / dearest : -1;
                        part[i][k] = programme.amount(problem.weight(i) / unit, cost);
                        all.setCoefficient(part[i][k], 1);
                        sum.setCoefficient(part[i][k], 1);
                        capacity[k].setCoefficient(part[i][k], 1);
                    }
                }
            }
            Programme.End end = programme.solve();
            if (end != Programme.End.OPTIMAL) {
                throw new IllegalStateException("the solver found no way to divide demand between sites: " + end);
            }
            double[][] amounts = new double[part.length][capacity.length];
            for (int i = 0; i < part.length; i++) {
                for (int k = 0; k < capacity.length; k++) {
                    MPVariable variable = part[i][k];
                    double amount = variable == null ? 0 : variable.solutionValue() * unit;
                    amounts[i][k] = isWhole ? Math.rint(amount) : amount;
                }
            }
            return amounts;
        }
    }

    private static double dearest(SitingProblem problem, double radius, List<Integer> open) {
        double dearest = Double.MIN_NORMAL;
        for (int i = 0; i < problem.demands(); i++) {
            for (int j : open) {
                if (problem.isWithin(i, j, radius)) {
                    dearest = Math.max(dearest, problem.cost(i, j));
                }
            }
        }
        return dearest;
    }

    /** Whether all weights and capacities are whole numbers; then the corners of a transportation problem are whole too. */
    private static boolean isWhole(SitingProblem problem) {
        boolean isWhole = true;
        for (int i = 0; i < problem.demands(); i++) {
            isWhole &= problem.weight(i) == Math.rint(problem.weight(i));
        }
        for (int j = 0; j < problem.candidates(); j++) {
            double most = problem.capacity(j);
            isWhole &= most == Double.POSITIVE_INFINITY || most == Math.rint(most);
        }
        return isWhole && problem.total() < 1e7;
    }

    private static Service of(SitingProblem problem, double radius, List<Integer> open, double[][] amounts) {
        List<Allocation> allocations = new ArrayList<>();
        List<Unserved> unserved = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            double left = problem.weight(i);
            for (int k = 0; k < open.size(); k++) {
                if (amounts[i][k] > NOTHING * problem.weight(i)) {
                    double amount = Math.min(amounts[i][k], problem.weight(i));
                    allocations.add(new Allocation(i, open.get(k), amount));
                    left -= amount;
                }
            }
            if (left > NOTHING * problem.weight(i) * 10) {
                unserved.add(new Unserved(i, left, reason(problem, radius, open, i)));
            }
        }
        return new Service(allocations, unserved);
    }

    private static Unserved.Reason reason(SitingProblem problem, double radius, List<Integer> open, int demand) {
        boolean isReached = false;
        boolean isWithin = false;
        for (int j = 0; j < problem.candidates(); j++) {
            isReached |= problem.isWithin(demand, j, Double.POSITIVE_INFINITY);
            isWithin |= problem.isWithin(demand, j, radius);
        }
        if (!isReached) {
            return Unserved.Reason.UNREACHABLE;
        }
        if (!isWithin) {
            return Unserved.Reason.NO_CANDIDATE_WITHIN_RADIUS;
        }
        return open.stream().anyMatch(j -> problem.isWithin(demand, j, radius))
                ? Unserved.Reason.NO_CAPACITY_LEFT
                : Unserved.Reason.LEFT_OUT;
    }

    /** Weight that is served. */
    double served() {
        return allocations.stream().mapToDouble(Allocation::amount).sum();
    }

    /** Weight times cost of those who are served. */
    double cost(SitingProblem problem) {
        return allocations.stream()
                .mapToDouble(there -> there.amount() * problem.cost(there.demand(), there.site()))
                .sum();
    }

    /** The largest cost of those who are served; 0 if nobody is. */
    double largestCost(SitingProblem problem) {
        return allocations.stream()
                .mapToDouble(there -> problem.cost(there.demand(), there.site()))
                .max()
                .orElse(0);
    }
}
