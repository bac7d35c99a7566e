package org.reentryatlas.siting;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A programme for OR-Tools' solvers that ends when nobody waits for it any more. Always a minimum. Close it to free the solver's memory.
 */
final class Programme implements AutoCloseable {
    static {
        Loader.loadNativeLibraries();
    }

    static final double TOLERANCE = 1e-6;

    /** How often it is asked whether somebody still waits. */
    private static final long ASK_MILLIS = 50;

    /** How a programme ended. */
    enum End {
        OPTIMAL,
        /** With a solution that need not be the best. */
        FEASIBLE,
        INFEASIBLE,
        /** Without a solution or a proof that there is none. */
        UNKNOWN
    }

    private final MPSolver solver;
    private final @Nullable Watch watch;
    private final Object lock = new Object();
    private boolean isSolving;

    private Programme(MPSolver solver, @Nullable Watch watch) {
        this.solver = solver;
        this.watch = watch;
    }

    /** Without whole numbers. */
    static Programme linear(Watch watch) {
        return new Programme(create("GLOP"), watch);
    }

    /** Without whole numbers, and small enough to be brought to its end even when nobody waits: what was found must be told. */
    static Programme small() {
        return new Programme(create("GLOP"), null);
    }

    /** With whole numbers: SCIP, deterministic on one thread; at its limit of nodes it ends without a proof. */
    static Programme integer(Effort effort, Watch watch) {
        MPSolver solver = create("SCIP");
        // By itself SCIP takes Ctrl-C for itself, and goes on to the next programme.
        if (!solver.setSolverSpecificParametersAsString(
                "limits/nodes = " + effort.nodes() + "\nmisc/catchctrlc = FALSE\n")) {
            throw new IllegalStateException("the solver SCIP does not take its limit");
        }
        return new Programme(solver, watch);
    }

    private static MPSolver create(String name) {
        MPSolver solver = MPSolver.createSolver(name);
        if (solver == null) {
            throw new IllegalStateException("the solver " + name + " is missing from OR-Tools");
        }
        return solver;
    }

    /** A decision, or where whole numbers do not matter a part of one. */
    MPVariable choice(double cost, boolean isWhole) {
        MPVariable variable = isWhole ? solver.makeBoolVar("") : solver.makeNumVar(0, 1, "");
        solver.objective().setCoefficient(variable, cost);
        return variable;
    }

    MPVariable amount(double most, double cost) {
        MPVariable variable = solver.makeNumVar(0, most, "");
        solver.objective().setCoefficient(variable, cost);
        return variable;
    }

    MPConstraint row(double low, double high) {
        return solver.makeConstraint(low, high);
    }

    /** A solution to begin with. */
    void hint(MPVariable[] variables, double[] values) {
        solver.setHint(variables, values);
    }

    /** Solves it, or ends early when nobody waits. */
    End solve() {
        synchronized (lock) {
            isSolving = true;
        }
        if (watch != null) {
            startGuard(watch, Thread.currentThread());
        }
        MPSolver.ResultStatus status;
        MPSolverParameters exactly = new MPSolverParameters();
        try {
            // By itself it is content with a ten-thousandth.
            exactly.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            status = solver.solve(exactly);
        } finally {
            exactly.delete();
            synchronized (lock) {
                isSolving = false;
                lock.notifyAll();
            }
        }
        return switch (status) {
            case OPTIMAL -> End.OPTIMAL;
            case FEASIBLE -> End.FEASIBLE;
            case INFEASIBLE -> End.INFEASIBLE;
            default -> End.UNKNOWN;
        };
    }

    /** A solver asks nobody; so another thread asks, and may end it. */
    private void startGuard(Watch asked, Thread caller) {
        Thread guard = new Thread(() -> guard(asked, caller), "siting-guard");
        guard.setDaemon(true);
        guard.start();
    }

    private void guard(Watch asked, Thread caller) {
        synchronized (lock) {
            while (isSolving) {
                if (asked.isCancelled().getAsBoolean() || caller.isInterrupted()) {
                    solver.interruptSolve();
                }
                try {
                    lock.wait(ASK_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    double value() {
        return solver.objective().value();
    }

    /** What no solution is below. */
    double bound() {
        return solver.objective().bestBound();
    }

    /** Which of the decisions were taken. */
    static int[] taken(@Nullable MPVariable[] choices) {
        return IntStream.range(0, choices.length)
                .filter(k -> {
                    MPVariable choice = choices[k];
                    return choice != null && choice.solutionValue() > 0.5;
                })
                .toArray();
    }

    @Override
    public void close() {
        solver.delete();
    }
}
