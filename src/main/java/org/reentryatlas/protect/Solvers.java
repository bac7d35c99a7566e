package org.reentryatlas.protect;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;

/** OR-Tools' solvers, with their native library loaded once. */
final class Solvers {
    static {
        Loader.loadNativeLibraries();
    }

    static final double TOLERANCE = 1e-6;

    /** Of whole-number programmes; GLOP, asked for a limit, takes a fifth longer for what ends long before it. */
    private static final long TIME_LIMIT_MILLIS = 60_000;

    /**
     * A cell less to hide is worth a node or two, and a third of the smallest cell's weight is worth none. By itself SCIP takes
     * Ctrl-C for itself and goes on to the next programme.
     */
    private static final String SCIP_PARAMETERS = "limits/nodes = 200\nlimits/absgap = 0.3\nmisc/catchctrlc = FALSE\n";

    private Solvers() {}

    /** Linear programmes: GLOP, which restarts from its last solution when only the objective or bounds change. */
    static MPSolver linear() {
        return create("GLOP");
    }

    /**
     * Linear programmes that are solved many times: without preprocessing, which would throw the last solution away. Finding out
     * that there is no solution takes longer so.
     */
    static MPSolver repeated() {
        MPSolver solver = linear();
        if (!solver.setSolverSpecificParametersAsString("use_preprocessing: false")) {
            throw new ProtectionException("the solver GLOP cannot do without preprocessing");
        }
        return solver;
    }

    /** Programmes with whole numbers: SCIP, deterministic on one thread; out of time, it ends without a proof. */
    static MPSolver integer() {
        MPSolver solver = create("SCIP");
        solver.setTimeLimit(TIME_LIMIT_MILLIS);
        // A limit by nodes ends every run at the same place, as one by time would not.
        if (!solver.setSolverSpecificParametersAsString(SCIP_PARAMETERS)) {
            throw new ProtectionException("the solver SCIP does not take its limit");
        }
        return solver;
    }

    /** Whether a programme ended with a solution, the best or a good one. */
    static boolean isSolved(MPSolver.ResultStatus status) {
        return status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
    }

    private static MPSolver create(String name) {
        MPSolver solver = MPSolver.createSolver(name);
        if (solver == null) {
            throw new ProtectionException("the solver " + name + " is missing from OR-Tools");
        }
        return solver;
    }
}
