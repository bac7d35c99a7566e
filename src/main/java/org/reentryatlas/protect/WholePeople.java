package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes worlds of whole people of worlds that split some: atoms that are whole stay as they are, and a small whole-number
 * programme settles the others so that all rows hold.
 */
final class WholePeople {
    /** How far from the split world an atom may be settled. */
    private static final int ROOM = 4;

    /** Rows with more atoms than this are not opened up in the second try. */
    private static final int LOCAL = 60;

    private final CellSystem system;
    private final int[] atoms;
    private final List<Knowledge.Row> rows;
    private final List<List<Knowledge.Row>> rowsOf = new ArrayList<>();
    private final int[] index;

    /**
     * A settler of some atoms, the others being given.
     *
     * @param rows what must hold of them, also that no part exceeds its whole
     */
    WholePeople(CellSystem system, int[] atoms, List<Knowledge.Row> rows) {
        this.system = system;
        this.atoms = atoms.clone();
        this.rows = List.copyOf(rows);
        this.index = new int[system.atoms()];
        Arrays.fill(index, -1);
        for (int i = 0; i < atoms.length; i++) {
            index[atoms[i]] = i;
            rowsOf.add(new ArrayList<>());
        }
        rows.forEach(this::place);
    }

    private void place(Knowledge.Row row) {
        for (int term = 0; term < row.sum().size(); term++) {
            int at = index[row.sum().atom(term)];
            if (at >= 0) {
                rowsOf.get(at).add(row);
            }
        }
    }

    /**
     * Writes whole people for the atoms into {@code world}, which holds the others already.
     *
     * @param values of the atoms, perhaps split
     * @return whether there is one near enough
     */
    boolean settle(double[] values, int[] world) {
        return settle(values, Arrays.stream(atoms).map(system::known).toArray(), world);
    }

    /** The same, with the fewest people that each atom may hold. */
    boolean settle(double[] values, int[] least, int[] world) {
        return settle(values, least, world, 1);
    }

    /** The same, and looks further and further from the split atoms before it gives up. */
    boolean settleAnyhow(double[] values, int[] world) {
        return settle(values, Arrays.stream(atoms).map(system::known).toArray(), world, atoms.length);
    }

    /** @param widenings how often the atoms that may move are joined by their neighbours */
    private boolean settle(double[] values, int[] least, int[] world, int widenings) {
        boolean[] open = new boolean[atoms.length];
        boolean isWhole = true;
        for (int i = 0; i < atoms.length; i++) {
            world[atoms[i]] = (int) Math.rint(values[i]);
            open[i] = Math.abs(values[i] - Math.rint(values[i])) > 1e-5;
            isWhole &= !open[i];
        }
        if (isWhole && holds(world)) {
            return true;
        }
        boolean isSettled = settle(values, least, world, open);
        for (int i = 0; i < widenings && !isSettled; i++) {
            boolean[] wider = widen(open);
            if (Arrays.equals(wider, open)) {
                break;
            }
            open = wider;
            isSettled = settle(values, least, world, open);
        }
        return isSettled;
    }

    /** Whether all rows hold in the world. */
    boolean holds(int[] world) {
        return rows.stream().allMatch(row -> row.holdsIn(world));
    }

    private boolean[] widen(boolean[] open) {
        boolean[] wider = open.clone();
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                for (Knowledge.Row row : rowsOf.get(i)) {
                    for (int term = 0;
                            row.sum().size() <= LOCAL && term < row.sum().size();
                            term++) {
                        int at = index[row.sum().atom(term)];
                        if (at >= 0) {
                            wider[at] = true;
                        }
                    }
                }
            }
        }
        return wider;
    }

    private boolean settle(double[] values, int[] least, int[] world, boolean[] open) {
        MPSolver solver = Solvers.integer();
        try {
            @Nullable MPVariable[] variables = new MPVariable[atoms.length];
            for (int i = 0; i < atoms.length; i++) {
                if (open[i]) {
                    double low = Math.max(least[i], Math.floor(values[i]) - ROOM);
                    variables[i] = solver.makeIntVar(low, Math.ceil(values[i]) + ROOM, "");
                }
            }
            for (Knowledge.Row row : rows) {
                addRow(solver, row, world, variables);
            }
            if (!Solvers.isSolved(solver.solve())) {
                return false;
            }
            for (int i = 0; i < atoms.length; i++) {
                MPVariable variable = variables[i];
                if (variable != null) {
                    world[atoms[i]] = (int) Math.rint(variable.solutionValue());
                }
            }
            return holds(world);
        } finally {
            solver.delete();
        }
    }

    private void addRow(MPSolver solver, Knowledge.Row row, int[] world, @Nullable MPVariable[] variables) {
        double settled = 0;
        MPConstraint constraint = null;
        for (int term = 0; term < row.sum().size(); term++) {
            int atom = row.sum().atom(term);
            MPVariable variable = index[atom] < 0 ? null : variables[index[atom]];
            if (variable == null) {
                settled += row.sum().factor(term) * world[atom];
            } else {
                if (constraint == null) {
                    constraint = solver.makeConstraint();
                }
                constraint.setCoefficient(variable, row.sum().factor(term));
            }
        }
        if (constraint != null) {
            constraint.setBounds(row.low() - settled, row.high() - settled);
        }
    }
}
