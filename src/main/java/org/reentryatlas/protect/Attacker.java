package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;
import java.util.Map;

/**
 * Somebody with all that is published and a solver. It bounds any sum of atoms over every world that the published cells
 * leave possible.
 *
 * <p>The unknowns are deviations from the truth, {@code x = truth + d}: GLOP reports false infeasibility on the absolute
 * form. Deviations are capped, which can only narrow a bound, so the cap errs on the side of protection. Not safe for
 * several threads; close it to free the solver's memory.
 */
final class Attacker implements AutoCloseable {
    static final double TOLERANCE = 1e-6;

    private final CellSystem system;
    private final MPSolver solver;
    private final MPVariable[] deviation;

    private Attacker(MPSolver solver, CellSystem system, double cap) {
        this.system = system;
        this.solver = solver;
        this.deviation = new MPVariable[system.atoms()];
        for (int atom = 0; atom < deviation.length; atom++) {
            deviation[atom] = solver.makeVar(-system.truth(atom), cap, solver.isMip(), "");
        }
    }

    /**
     * An attacker who looks at the cells.
     *
     * @param published what stands in each cell of the system, in its order
     * @param wholePeople whether to use that people come in whole numbers, which is slower and narrows bounds
     */
    static Attacker of(
            CellSystem system, List<Published> published, Policy policy, Attack attack, boolean wholePeople) {
        MPSolver solver = wholePeople ? Solvers.integer() : Solvers.linear();
        int largest = system.cells().stream()
                .mapToInt(cell -> cell.facts().count())
                .max()
                .orElse(0);
        Attacker attacker = new Attacker(solver, system, 10.0 * (largest + policy.k()));
        Knowledge.of(system, published, policy, attack).forEach(attacker::learn);
        return attacker;
    }

    /**
     * A bound and whether the world that reaches it holds whole people, which makes it exact.
     */
    record Bound(double value, boolean wholePeople) {}

    /**
     * The most that the weighted sum can be.
     *
     * @throws ProtectionException if the solver ends in any way but with an optimum: then nothing is proved
     */
    Bound upperBound(Map<Integer, Integer> coefficients) {
        MPObjective objective = solver.objective();
        objective.clear();
        coefficients.forEach((atom, factor) -> objective.setCoefficient(deviation[atom], factor));
        objective.setMaximization();
        MPSolver.ResultStatus status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new ProtectionException("the attacking solver ended with " + status + " instead of a proof");
        }
        return new Bound(system.truth(coefficients) + objective.value(), isWhole());
    }

    private boolean isWhole() {
        for (MPVariable atom : deviation) {
            if (Math.abs(atom.solutionValue() - Math.rint(atom.solutionValue())) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        solver.delete();
    }

    private void learn(Knowledge.Row known) {
        double truth = system.truth(known.coefficients());
        MPConstraint row = solver.makeConstraint(known.low() - truth, known.high() - truth);
        known.coefficients().forEach((atom, factor) -> row.setCoefficient(deviation[atom], factor));
    }
}
