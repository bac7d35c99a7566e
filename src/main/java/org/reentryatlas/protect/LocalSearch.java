package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Looks on a small piece of ground for worlds that meet many demands at once, everything else being as in the base world. A
 * linear programme pushes towards all open demands of the ground together; what it splits is settled into whole people.
 */
final class LocalSearch implements AutoCloseable {
    private static final int MOST_ROUNDS = 30;

    /** After so many rounds in a row that met nothing, one by one is faster. */
    private static final int POOR_ROUNDS = 2;

    /** What a person less is worth, beside a demand for many, where a demand asks for few. */
    private static final double FEWER = 0.1;

    /** Fixes the order in which equally good worlds are looked at, so that a run can be repeated. */
    private static final long SEED = 11;

    private final int[] base;
    private final Attack attack;
    private final Witnesses witnesses;
    private final int[] atoms;
    private final List<Integer> here;
    private final Map<Integer, MPVariable> deviation = new HashMap<>();
    private final Map<Integer, MPVariable> goals = new HashMap<>();
    private final MPSolver solver = Solvers.linear();
    private final WholePeople settler;
    private final Random random = new Random(SEED);

    /**
     * A search.
     *
     * @param base a world of whole people that agrees with the rows
     * @param rows what the attacker knows
     * @param free atoms that may differ from the base
     * @param here demands of the attack that are about free atoms only
     * @param cap how far above the base an atom may go
     */
    LocalSearch(
            CellSystem system,
            int[] base,
            Attack attack,
            List<Knowledge.Row> rows,
            BitSet free,
            List<Integer> here,
            Witnesses witnesses,
            double cap) {
        this.base = base;
        this.attack = attack;
        this.witnesses = witnesses;
        this.here = here;
        this.atoms = free.stream().toArray();
        List<Knowledge.Row> own = new ArrayList<>();
        for (int atom : atoms) {
            deviation.put(atom, solver.makeNumVar(system.known(atom) - (double) base[atom], cap, ""));
            if (system.isPart(atom)) {
                own.add(system.bound(atom));
            }
        }
        rows.stream().filter(row -> row.sum().touches(free)).forEach(own::add);
        own.forEach(this::addRow);
        this.settler = new WholePeople(system, atoms, own);
        for (int demand : here) {
            Demand wanted = witnesses.demands().get(demand);
            if (wanted.asksForMany()) {
                goals.put(demand, addGoal(wanted));
            }
        }
    }

    private void addRow(Knowledge.Row known) {
        double there = known.sum().in(base);
        addTerms(known.sum(), solver.makeConstraint(known.low() - there, known.high() - there));
    }

    private MPVariable addGoal(Demand wanted) {
        MPVariable reached = solver.makeNumVar(0, 1, "");
        MPConstraint row = solver.makeConstraint(-wanted.sum().in(base), Double.POSITIVE_INFINITY);
        addTerms(wanted.sum(), row);
        row.setCoefficient(reached, -wanted.atLeast());
        return reached;
    }

    private void addTerms(Sum sum, MPConstraint row) {
        for (int term = 0; term < sum.size(); term++) {
            MPVariable variable = deviation.get(sum.atom(term));
            if (variable != null) {
                row.setCoefficient(variable, sum.factor(term));
            }
        }
    }

    /** Searches until nothing new is found, for many and for few in turn. */
    void run() {
        int poor = 0;
        for (int round = 0; round < MOST_ROUNDS && poor < POOR_ROUNDS; round++) {
            if (!setObjective(round % 2 == 0)) {
                poor++;
                continue;
            }
            if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
                return;
            }
            double[] values = new double[atoms.length];
            for (int i = 0; i < atoms.length; i++) {
                MPVariable variable = deviation.get(atoms[i]);
                values[i] = base[atoms[i]] + (variable == null ? 0 : variable.solutionValue());
            }
            int[] world = base.clone();
            boolean isNew = settler.settle(values, world) && witnesses.offer(world, attack, here) > 0;
            poor = isNew ? 0 : poor + 1;
        }
    }

    /** Open demands for many, or for few, with weights that differ a little each time; false if there are none. */
    private boolean setObjective(boolean many) {
        Map<MPVariable, Double> weights = new HashMap<>();
        for (int demand : here) {
            Demand wanted = witnesses.demands().get(demand);
            if (!witnesses.isOpen(demand) || wanted.asksForMany() != many) {
                continue;
            }
            double weight = 1 + 0.2 * random.nextDouble();
            MPVariable goal = goals.get(demand);
            if (goal != null) {
                weights.put(goal, weight);
            } else {
                Sum sum = wanted.sum();
                for (int term = 0; term < sum.size(); term++) {
                    MPVariable variable = deviation.get(sum.atom(term));
                    if (variable != null) {
                        weights.merge(variable, FEWER * weight * sum.factor(term), Double::sum);
                    }
                }
            }
        }
        solver.objective().clear();
        weights.forEach(solver.objective()::setCoefficient);
        solver.objective().setMaximization();
        return !weights.isEmpty();
    }

    @Override
    public void close() {
        solver.delete();
    }
}
