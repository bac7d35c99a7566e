package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The linear programme of a block of atoms, or of the wholes and a block: worlds that agree with what is known of the block, pushed towards as many
 * goals at once as possible. Its unknowns are deviations from a base world, {@code x = base + d}, because GLOP reports
 * false infeasibility on the absolute form.
 *
 * <p>For a block of parts the wholes are given from outside. They may leave no world; so the rows are elastic, and what they
 * had to give is reported together with its slope by the wholes, from which a cut for the wholes can be made (Benders
 * decomposition). Not safe for several threads; close it to free the solver's memory.
 */
final class BlockProgram implements AutoCloseable {
    /** What a unit of elasticity costs against goals, of which each is worth about one. */
    private static final double PENALTY = 1_000;

    /** The best world found; it may split people. */
    static final class Solution {
        private final double[] values;
        private final double excess;
        private final Map<Integer, Double> slope;

        private Solution(double[] values, double excess, Map<Integer, Double> slope) {
            this.values = values;
            this.excess = excess;
            this.slope = slope;
        }

        /** People of the block's atoms, in their order. */
        double[] values() {
            return values;
        }

        /** By how much the rows had to give; 0 where the given wholes leave a world. */
        double excess() {
            return excess;
        }

        /** What the given wholes break and every world must keep. */
        Knowledge.Row cut(double[] world) {
            int[] atoms =
                    slope.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
            double[] factors = new double[atoms.length];
            double there = 0;
            for (int i = 0; i < atoms.length; i++) {
                factors[i] = slope.getOrDefault(atoms[i], 0.0);
                there += factors[i] * world[atoms[i]];
            }
            return new Knowledge.Row(
                    Sum.of(atoms, factors), Double.NEGATIVE_INFINITY, there - excess, Knowledge.ALWAYS);
        }
    }

    private final CellSystem system;
    private final int[] atoms;
    private final int[] base;
    private final Map<Integer, Integer> indexOf = new HashMap<>();
    private final MPSolver solver = Solvers.linear();
    private final MPVariable[] deviation;
    private final List<MPVariable> slacks = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();

    /** Rows that also sum wholes: with them given, only their bounds change. */
    private final List<Placed> mixed = new ArrayList<>();

    private final double cap;

    private record Placed(MPConstraint row, Knowledge.Row known) {}

    /**
     * A programme.
     *
     * @param atoms its unknowns
     * @param elastic whether the rows may give, since wholes will be given from outside
     * @param base a world that agrees with the rows
     * @param rows those that sum the atoms
     * @param cap how far above the base an atom may go
     */
    BlockProgram(CellSystem system, int[] atoms, boolean elastic, int[] base, List<Knowledge.Row> rows, double cap) {
        this.system = system;
        this.atoms = atoms.clone();
        this.base = base;
        this.cap = cap;
        this.deviation = new MPVariable[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            indexOf.put(atoms[i], i);
            deviation[i] = solver.makeNumVar(system.known(atoms[i]) - base[atoms[i]], cap, "");
        }
        for (Knowledge.Row known : rows) {
            addRow(known, elastic);
        }
    }

    private void addRow(Knowledge.Row known, boolean elastic) {
        double there = known.sum().in(base);
        MPConstraint row = solver.makeConstraint(known.low() - there, known.high() - there);
        boolean hasWholes = false;
        for (int term = 0; term < known.sum().size(); term++) {
            Integer index = indexOf.get(known.sum().atom(term));
            if (index == null) {
                hasWholes = true;
            } else {
                row.setCoefficient(deviation[index], known.sum().factor(term));
            }
        }
        if (elastic) {
            give(row, 1, known.low() > Double.NEGATIVE_INFINITY);
            give(row, -1, known.high() < Double.POSITIVE_INFINITY);
        }
        placed.add(new Placed(row, known));
        if (hasWholes) {
            mixed.add(new Placed(row, known));
        }
    }

    /** Rows that hold the last solution back: what it would pay to be without them is not zero. */
    List<Knowledge.Row> binding() {
        return placed.stream()
                .filter(row -> Math.abs(row.row().dualValue()) > Solvers.TOLERANCE)
                .map(Placed::known)
                .toList();
    }

    private void give(MPConstraint row, double direction, boolean isBounded) {
        if (isBounded) {
            MPVariable slack = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
            row.setCoefficient(slack, direction);
            slacks.add(slack);
        }
    }

    /** Adds a row for good, such as a cut. */
    void add(Knowledge.Row row) {
        addRow(row, false);
    }

    /** The variable of an atom of the block, to be pushed up or down. */
    MPVariable deviation(int atom) {
        Integer index = indexOf.get(atom);
        if (index == null) {
            throw new IllegalArgumentException("atom " + atom + " is of another block");
        }
        return deviation[index];
    }

    /** Gives the wholes that bound the parts of this block, perhaps split, by atom. */
    void give(double[] world) {
        for (int i = 0; i < atoms.length; i++) {
            double most = Math.min(cap, world[system.wholeOf(atoms[i])] - (double) base[atoms[i]]);
            deviation[i].setUb(most);
        }
        for (Placed row : mixed) {
            double there = 0;
            Sum sum = row.known().sum();
            for (int term = 0; term < sum.size(); term++) {
                int atom = sum.atom(term);
                there += sum.factor(term) * (indexOf.containsKey(atom) ? base[atom] : world[atom]);
            }
            row.row().setBounds(row.known().low() - there, row.known().high() - there);
        }
    }

    /**
     * Solves for the most of the weighted variables.
     *
     * @throws ProtectionException if the solver ends in any way but with an optimum
     */
    Solution solve(Map<MPVariable, Double> weights) {
        MPObjective objective = solver.objective();
        objective.clear();
        slacks.forEach(slack -> objective.setCoefficient(slack, -PENALTY));
        weights.forEach(
                (variable, weight) -> objective.setCoefficient(variable, objective.getCoefficient(variable) + weight));
        objective.setMaximization();
        solve();
        double excess = slacks.stream().mapToDouble(MPVariable::solutionValue).sum();
        if (excess <= Solvers.TOLERANCE) {
            return new Solution(values(), 0, Map.of());
        }
        return excess();
    }

    private void solve() {
        MPSolver.ResultStatus status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new ProtectionException("the attacking solver ended with " + status + " instead of a proof");
        }
    }

    /** The least excess alone, with its slope: what the rows and bounds would pay for one more of each whole. */
    private Solution excess() {
        MPObjective objective = solver.objective();
        objective.clear();
        slacks.forEach(slack -> objective.setCoefficient(slack, 1));
        objective.setMinimization();
        solve();
        Map<Integer, Double> slope = new HashMap<>();
        for (int i = 0; i < atoms.length; i++) {
            double price = deviation[i].reducedCost();
            if (price < -Solvers.TOLERANCE) {
                slope.merge(system.wholeOf(atoms[i]), price, Double::sum);
            }
        }
        for (Placed row : mixed) {
            double price = row.row().dualValue();
            Sum sum = row.known().sum();
            for (int term = 0; term < sum.size() && Math.abs(price) > Solvers.TOLERANCE; term++) {
                if (!indexOf.containsKey(sum.atom(term))) {
                    slope.merge(sum.atom(term), -price * sum.factor(term), Double::sum);
                }
            }
        }
        return new Solution(values(), objective.value(), slope);
    }

    private double[] values() {
        double[] values = new double[atoms.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = base[atoms[i]] + deviation[i].solutionValue();
        }
        return values;
    }

    @Override
    public void close() {
        solver.delete();
    }
}
