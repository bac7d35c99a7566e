package org.reentryatlas.roster;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.function.BooleanSupplier;

/** A minimum for OR-Tools' solvers, which ends when nobody waits for it any more. Close it to free the solver's memory. */
final class Programme implements AutoCloseable {
    static {
        // The library is copied out of its archive first, which an interrupted thread cannot do, and nobody tries
        // twice.
        boolean wasInterrupted = Thread.interrupted();
        Loader.loadNativeLibraries();
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of objectives and rows, relative to 1. */
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
        UNKNOWN;

        boolean isSolved() {
            return this == OPTIMAL || this == FEASIBLE;
        }
    }

    private final MPSolver solver;
    private final BooleanSupplier isOver;
    private final Object lock = new Object();
    private boolean isSolving;

    private Programme(String name, String parameters, BooleanSupplier isOver) {
        MPSolver created = MPSolver.createSolver(name);
        if (created == null) {
            throw new IllegalStateException("the solver " + name + " is missing from OR-Tools");
        }
        if (!parameters.isEmpty() && !created.setSolverSpecificParametersAsString(parameters)) {
            throw new IllegalStateException("the solver " + name + " does not take its parameters");
        }
        solver = created;
        this.isOver = isOver;
    }

    /** With parts of tours: GLOP. */
    static Programme linear(BooleanSupplier isOver) {
        return new Programme("GLOP", "", isOver);
    }

    /**
     * With whole tours: SCIP, deterministic on one thread; at its limit of nodes it ends without a proof. All aims are whole numbers, so
     * that less than one apart is not apart. By itself SCIP takes Ctrl-C for itself, and goes on to the next programme.
     */
    static Programme whole(Effort effort, BooleanSupplier isOver) {
        String parameters = "limits/nodes = " + effort.nodes() + "\nlimits/absgap = 0.99\nmisc/catchctrlc = FALSE\n";
        return new Programme("SCIP", parameters, isOver);
    }

    MPVariable choice(boolean isWhole) {
        return isWhole ? solver.makeBoolVar("") : solver.makeNumVar(0, 1, "");
    }

    MPVariable amount(double most) {
        return solver.makeNumVar(0, most, "");
    }

    MPConstraint row(double low, double high) {
        return solver.makeConstraint(low, high);
    }

    /** Nothing costs anything any more. */
    void forget() {
        solver.objective().clear();
        solver.objective().setMinimization();
    }

    void cost(MPVariable variable, double cost) {
        solver.objective().setCoefficient(variable, cost);
    }

    void hint(MPVariable[] variables, double[] values) {
        solver.setHint(variables, values);
    }

    /** Solves it, or ends early when nobody waits. */
    End solve() {
        synchronized (lock) {
            isSolving = true;
        }
        Thread caller = Thread.currentThread();
        Thread guard = new Thread(() -> guard(caller), "roster-guard");
        guard.setDaemon(true);
        guard.start();
        MPSolverParameters exactly = new MPSolverParameters();
        try {
            // By itself it is content with a ten-thousandth.
            exactly.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            return switch (solver.solve(exactly)) {
                case OPTIMAL -> End.OPTIMAL;
                case FEASIBLE -> End.FEASIBLE;
                case INFEASIBLE -> End.INFEASIBLE;
                default -> End.UNKNOWN;
            };
        } finally {
            exactly.delete();
            synchronized (lock) {
                isSolving = false;
                lock.notifyAll();
            }
        }
    }

    /** A solver asks nobody; so another thread asks, and may end it. */
    private void guard(Thread caller) {
        synchronized (lock) {
            while (isSolving) {
                if (isOver.getAsBoolean() || caller.isInterrupted()) {
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

    @Override
    public void close() {
        solver.delete();
    }
}
