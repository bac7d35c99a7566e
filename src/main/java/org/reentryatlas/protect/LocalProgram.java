package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The linear programme of some atoms of one block, everybody else being given: which worlds agree with what is known, and
 * which of them comes nearest to some goals. Its unknowns are deviations from a base world, because GLOP reports false
 * infeasibility on the absolute form. Close it to free the solver's memory.
 */
final class LocalProgram implements AutoCloseable {
    private final CellSystem system;
    private final int[] base;
    private final int[] atoms;
    private final List<Knowledge.Row> rows;
    private final double cap;
    private final MPSolver solver = Solvers.linear();
    private final MPVariable[] deviation;
    private final Map<Integer, Integer> index = new HashMap<>();
    private final List<MPConstraint> constraints = new ArrayList<>();
    private final WholePeople settler;

    /**
     * A programme.
     *
     * @param base a world of whole people that agrees with the rows
     * @param atoms of one block
     * @param rows what is known of them
     * @param cap how far above the base an atom may go
     */
    LocalProgram(CellSystem system, int[] base, int[] atoms, List<Knowledge.Row> rows, double cap) {
        this.system = system;
        this.base = base;
        this.atoms = atoms;
        this.rows = rows;
        this.cap = cap;
        this.deviation = new MPVariable[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            deviation[i] = solver.makeNumVar(0, 0, "");
            index.put(atoms[i], i);
        }
        for (Knowledge.Row row : rows) {
            MPConstraint constraint = solver.makeConstraint();
            addTerms(row.sum(), constraint);
            constraints.add(constraint);
        }
        List<Knowledge.Row> own = new ArrayList<>(rows);
        Arrays.stream(atoms).filter(system::isPart).mapToObj(system::bound).forEach(own::add);
        this.settler = new WholePeople(system, atoms, own);
    }

    /** A goal for a sum of the programme's atoms: 1 where it is reached, and less in proportion. */
    MPVariable addGoal(Sum sum, double atLeast) {
        MPVariable reached = solver.makeNumVar(0, 1, "");
        MPConstraint row = solver.makeConstraint(-sum.in(base), Double.POSITIVE_INFINITY);
        addTerms(sum, row);
        row.setCoefficient(reached, -atLeast);
        return reached;
    }

    /** How far an atom stays below some number of people. */
    MPVariable addShortage(int atom, int people) {
        MPVariable shortage = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
        MPConstraint row = solver.makeConstraint(people - (double) base[atom], Double.POSITIVE_INFINITY);
        row.setCoefficient(deviation(atom), 1);
        row.setCoefficient(shortage, 1);
        return shortage;
    }

    /** The unknown of an atom. */
    MPVariable deviation(int atom) {
        Integer at = index.get(atom);
        if (at == null) {
            throw new IllegalArgumentException("atom " + atom + " is not in the programme");
        }
        return deviation[at];
    }

    private void addTerms(Sum sum, MPConstraint row) {
        for (int term = 0; term < sum.size(); term++) {
            Integer at = index.get(sum.atom(term));
            if (at != null) {
                row.setCoefficient(deviation[at], sum.factor(term));
            }
        }
    }

    /**
     * Writes the people of the programme's atoms into {@code world}, which gives all the others.
     *
     * @param least the fewest people that each atom may hold
     * @param weights of the unknowns; the more of them the better
     * @return whether there is a world of whole people
     */
    boolean solve(int[] least, Map<MPVariable, Double> weights, int[] world) {
        for (int i = 0; i < atoms.length; i++) {
            double there = base[atoms[i]];
            double most = there + cap;
            if (system.isPart(atoms[i])) {
                most = Math.min(most, world[system.wholeOf(atoms[i])]);
            }
            if (most < least[i]) {
                return false;
            }
            deviation[i].setBounds(least[i] - there, most - there);
            world[atoms[i]] = base[atoms[i]];
        }
        for (int row = 0; row < rows.size(); row++) {
            double there = rows.get(row).sum().in(world);
            constraints
                    .get(row)
                    .setBounds(rows.get(row).low() - there, rows.get(row).high() - there);
        }
        solver.objective().clear();
        weights.forEach(solver.objective()::setCoefficient);
        solver.objective().setMaximization();
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            return false;
        }
        double[] values = new double[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            values[i] = base[atoms[i]] + deviation[i].solutionValue();
        }
        return settler.settle(values, least, world);
    }

    int[] atoms() {
        return atoms;
    }

    /** Whether the world keeps all rows, and no part exceeds its whole. */
    boolean holds(int[] world) {
        return settler.holds(world);
    }

    @Override
    public void close() {
        solver.delete();
    }
}
