package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The linear programme of some atoms of one block, everybody else being given: which worlds agree with what is known, and
 * which of them comes nearest to some goals. Its unknowns are deviations from a base world, because GLOP reports false
 * infeasibility on the absolute form. Close it to free the solver's memory.
 */
final class LocalProgram implements AutoCloseable {
    /** What a person of a shortage costs, beside a goal; the parts may find no place to go. */
    private static final double SHORTAGE = 0.01;

    private final CellSystem system;
    private final int[] base;
    private final int[] atoms;
    private final List<Knowledge.Row> rows;
    private final double cap;
    private final MPSolver solver;
    private final MPVariable[] deviation;

    /** By how much a whole stays below what it had better not stay below: the people of its parts. Parts have none. */
    private final @Nullable MPVariable[] shortage;

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
        // Parts have room for most of what is asked of them; wholes often have not.
        boolean areParts = atoms.length > 0 && system.isPart(atoms[0]);
        this.solver = areParts ? Solvers.repeated() : Solvers.linear();
        this.deviation = new MPVariable[atoms.length];
        this.shortage = new MPVariable[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            deviation[i] = solver.makeNumVar(0, 0, "");
            shortage[i] = system.isPart(atoms[i]) ? null : solver.makeNumVar(0, 0, "");
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

    /** Asks for a sum of atoms, of which those of the programme can be moved: the more of it the better. */
    void weigh(Sum sum, double weight, Map<MPVariable, Double> weights) {
        for (int term = 0; term < sum.size(); term++) {
            Integer at = index.get(sum.atom(term));
            if (at != null) {
                double worth = weight * sum.factor(term);
                weights.merge(deviation[at], worth, Double::sum);
                MPVariable missing = shortage[at];
                if (missing != null) {
                    weights.merge(missing, -worth, Double::sum);
                }
            }
        }
    }

    private void addTerms(Sum sum, MPConstraint row) {
        for (int term = 0; term < sum.size(); term++) {
            Integer at = index.get(sum.atom(term));
            if (at != null) {
                row.setCoefficient(deviation[at], sum.factor(term));
                MPVariable missing = shortage[at];
                if (missing != null) {
                    row.setCoefficient(missing, -sum.factor(term));
                }
            }
        }
    }

    /**
     * Writes the people of the programme's atoms into {@code world}, which gives all the others.
     *
     * @param least the fewest people that each atom may hold
     * @param better what a whole had better not stay below, at least {@code least}; the same for parts
     * @param weights of goals and of what was {@linkplain #weigh weighed}; the more of them the better
     * @return whether there is a world of whole people
     */
    boolean solve(int[] least, int[] better, Map<MPVariable, Double> weights, int[] world) {
        for (int i = 0; i < atoms.length; i++) {
            double there = base[atoms[i]];
            double most = there + cap;
            if (system.isPart(atoms[i])) {
                most = Math.min(most, world[system.wholeOf(atoms[i])]);
            }
            if (most < least[i]) {
                return false;
            }
            double floor = Math.min(better[i], most);
            deviation[i].setBounds(floor - there, most - there);
            MPVariable missing = shortage[i];
            if (missing != null) {
                missing.setUb(floor - least[i]);
            }
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
        for (MPVariable missing : shortage) {
            if (missing != null) {
                solver.objective().setCoefficient(missing, weights.getOrDefault(missing, 0.0) - SHORTAGE);
            }
        }
        solver.objective().setMaximization();
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            return false;
        }
        double[] values = new double[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            MPVariable missing = shortage[i];
            values[i] = base[atoms[i]] + deviation[i].solutionValue() - (missing == null ? 0 : missing.solutionValue());
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
