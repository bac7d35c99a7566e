package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the cheapest further cells to hide so that one demand is met: a whole-number programme that looks for a world in
 * which the protected sum is as large as demanded, and pays the weight of every shown cell that this world contradicts
 * (single-target complementary suppression; Fischetti and Salazar 2000).
 */
final class ComplementarySuppression {
    private static final long TIME_LIMIT_MILLIS = 60_000;

    private final CellSystem system;
    private final Policy policy;
    private final Rounding rounding;
    private final PrimaryRule rule;

    ComplementarySuppression(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
        this.rounding = new Rounding(policy);
        this.rule = new PrimaryRule(policy);
    }

    /**
     * Indices of cells that are shown now and must be hidden for the demand.
     *
     * @throws ProtectionException if no set of cells can meet it, or time runs out
     */
    List<Integer> cellsToHide(Demand demand, List<Published> published) {
        MPSolver solver = Solvers.integer();
        try {
            solver.setTimeLimit(TIME_LIMIT_MILLIS);
            return new Model(solver, demand, published).solve();
        } finally {
            solver.delete();
        }
    }

    /** The programme of one demand. */
    private final class Model {
        private final MPSolver solver;
        private final Demand demand;
        private final List<Published> published;
        private final MPVariable[] deviation;
        private final MPVariable[] hides;
        /** How far the world may stray from the truth in any cell: enough for the demand, and small for the solver. */
        private final double reach;

        Model(MPSolver solver, Demand demand, List<Published> published) {
            this.solver = solver;
            this.demand = demand;
            this.published = published;
            this.reach = 2 * (Math.abs(demand.atLeast() - truth(demand)) + policy.k() + policy.roundingBase());
            this.deviation = new MPVariable[system.atoms()];
            this.hides = new MPVariable[published.size()];
        }

        List<Integer> solve() {
            for (int atom = 0; atom < deviation.length; atom++) {
                deviation[atom] = solver.makeIntVar(-Math.min(reach, system.truth(atom)), reach, "");
            }
            for (CellSystem.AtMost bound : system.bounds()) {
                MPConstraint row = solver.makeConstraint(
                        Double.NEGATIVE_INFINITY, (double) system.truth(bound.whole()) - system.truth(bound.part()));
                row.setCoefficient(deviation[bound.part()], 1);
                row.setCoefficient(deviation[bound.whole()], -1);
            }
            for (int i = 0; i < published.size(); i++) {
                constrain(i);
            }
            MPConstraint target = solver.makeConstraint(demand.atLeast() - truth(demand), Double.POSITIVE_INFINITY);
            demand.coefficients().forEach((atom, factor) -> target.setCoefficient(deviation[atom], factor));
            solver.objective().setMinimization();
            MPSolver.ResultStatus status = solver.solve();
            if (status != MPSolver.ResultStatus.OPTIMAL) {
                throw new ProtectionException("no set of cells was found that protects cell "
                        + system.cells().get(demand.cell()).id() + ": the solver ended with " + status);
            }
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < hides.length; i++) {
                if (hides[i] != null && hides[i].solutionValue() > 0.5) {
                    chosen.add(i);
                }
            }
            return chosen;
        }

        private void constrain(int index) {
            Cell cell = system.cells().get(index);
            int truth = cell.facts().count();
            if (published.get(index) instanceof Published.Shown shown) {
                Interval interval = rounding.interval(shown.value());
                MPVariable hidden = solver.makeBoolVar("");
                hides[index] = hidden;
                // A tiny extra cost by place makes the cheapest set unique, hence the same on every run.
                solver.objective().setCoefficient(hidden, cell.weight() * (1 + 1e-6 * index));
                MPConstraint above = row(cell, Double.NEGATIVE_INFINITY, interval.high() - truth);
                above.setCoefficient(hidden, -reach);
                MPConstraint below = row(cell, interval.low() - truth, Double.POSITIVE_INFINITY);
                below.setCoefficient(hidden, reach);
            } else if (published.get(index) instanceof Published.Zero) {
                row(cell, 0, 0);
            } else if (demand.attack() == Attack.RULE_AWARE && rule.isBelowK(cell)) {
                row(cell, -truth, policy.k() - 1.0 - truth);
            }
        }

        private MPConstraint row(Cell cell, double low, double high) {
            MPConstraint row = solver.makeConstraint(low, high);
            cell.atoms().forEach(atom -> row.setCoefficient(deviation[atom], 1));
            return row;
        }

        private double truth(Demand demand) {
            double sum = 0;
            for (Map.Entry<Integer, Integer> term : demand.coefficients().entrySet()) {
                sum += (double) term.getValue() * system.truth(term.getKey());
            }
            return sum;
        }
    }
}
