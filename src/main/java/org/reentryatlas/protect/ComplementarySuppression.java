package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the cheapest further cells to hide so that one demand is met: a whole-number programme that looks for a world in
 * which the protected sum is as large as demanded, and pays the weight of every shown cell that this world contradicts
 * (single-target complementary suppression; Fischetti and Salazar 2000).
 */
final class ComplementarySuppression {
    private final CellSystem system;
    private final Policy policy;

    ComplementarySuppression(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
    }

    /**
     * Indices of cells that are shown now and must be hidden for the demand.
     *
     * @throws ProtectionException if no set of cells can meet it, or time runs out
     */
    List<Integer> cellsToHide(Demand demand, List<Published> published) {
        MPSolver solver = Solvers.integer();
        try {
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
            this.reach = 2
                    * (Math.abs(demand.atLeast() - system.truth(demand.coefficients()))
                            + policy.k()
                            + policy.roundingBase());
            this.deviation = new MPVariable[system.atoms()];
            this.hides = new MPVariable[published.size()];
        }

        List<Integer> solve() {
            for (int atom = 0; atom < deviation.length; atom++) {
                deviation[atom] = solver.makeIntVar(-Math.min(reach, system.truth(atom)), reach, "");
            }
            for (Knowledge.Row known : Knowledge.of(system, published, policy, demand.attack())) {
                constrain(known);
            }
            MPConstraint target = solver.makeConstraint(
                    demand.atLeast() - system.truth(demand.coefficients()), Double.POSITIVE_INFINITY);
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

        /** The world must agree with what is known, except with what a cell says that is bought to be hidden. */
        private void constrain(Knowledge.Row known) {
            double truth = system.truth(known.coefficients());
            MPConstraint below = row(known, known.low() - truth, Double.POSITIVE_INFINITY);
            MPConstraint above = row(known, Double.NEGATIVE_INFINITY, known.high() - truth);
            if (known.source() != Knowledge.ALWAYS) {
                MPVariable hidden = hides(known.source());
                below.setCoefficient(hidden, 2 * reach);
                above.setCoefficient(hidden, -2 * reach);
            }
        }

        private MPVariable hides(int cell) {
            if (hides[cell] == null) {
                hides[cell] = solver.makeBoolVar("");
                // A tiny extra cost by place makes the cheapest set unique, hence the same on every run.
                solver.objective()
                        .setCoefficient(hides[cell], system.cells().get(cell).weight() * (1 + 1e-6 * cell));
            }
            return hides[cell];
        }

        private MPConstraint row(Knowledge.Row known, double low, double high) {
            MPConstraint row = solver.makeConstraint(low, high);
            known.coefficients().forEach((atom, factor) -> row.setCoefficient(deviation[atom], factor));
            return row;
        }
    }
}
