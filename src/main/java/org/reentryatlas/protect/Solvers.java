package org.reentryatlas.protect;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;

/** OR-Tools' solvers, with their native library loaded once. */
final class Solvers {
    static {
        Loader.loadNativeLibraries();
    }

    private Solvers() {}

    /** Linear programmes: GLOP, which restarts from its last solution when only the objective changes. */
    static MPSolver linear() {
        return create("GLOP");
    }

    /** Programmes with whole numbers: SCIP, deterministic on one thread. */
    static MPSolver integer() {
        return create("SCIP");
    }

    private static MPSolver create(String name) {
        MPSolver solver = MPSolver.createSolver(name);
        if (solver == null) {
            throw new ProtectionException("the solver " + name + " is missing from OR-Tools");
        }
        return solver;
    }
}
