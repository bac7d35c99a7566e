package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Random;

/** Solves one programme after the other until somebody ends it. */
final class EndlessSolver {
    private static final int SIZE = 60;

    private EndlessSolver() {}

    public static void main(String[] args) {
        solve(new Random(0));
        // Not before: until its library is there, no solver can be in the way.
        System.out.println("solving");
        for (int seed = 1; true; seed++) {
            solve(new Random(seed));
        }
    }

    /** Bags of which each holds some of the things: no bound finds the best at once. */
    private static void solve(Random random) {
        MPSolver solver = Solvers.integer();
        MPObjective objective = solver.objective();
        objective.setMaximization();
        MPVariable[] things = solver.makeBoolVarArray(SIZE);
        for (MPVariable thing : things) {
            objective.setCoefficient(thing, 50 + random.nextInt(50));
        }
        for (int bag = 0; bag < SIZE / 4; bag++) {
            MPConstraint room = solver.makeConstraint(0, 25.0 * SIZE);
            for (MPVariable thing : things) {
                room.setCoefficient(thing, 50 + random.nextInt(50));
            }
        }
        solver.solve();
        solver.delete();
    }
}
