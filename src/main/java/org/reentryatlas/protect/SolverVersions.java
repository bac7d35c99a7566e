package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPSolver;
import java.util.List;
import java.util.stream.Stream;
import org.ojalgo.OjAlgoUtils;

/** Which solvers stand behind a proof, for whoever must repeat it. */
public final class SolverVersions {
    private SolverVersions() {}

    /** Their names and versions as they state them, in a fixed order. */
    public static List<String> list() {
        return Stream.concat(
                        Stream.of(Solvers.linear(), Solvers.integer()).map(SolverVersions::version),
                        Stream.of("ojAlgo " + OjAlgoUtils.getVersion()))
                .toList();
    }

    private static String version(MPSolver solver) {
        try {
            return solver.solverVersion();
        } finally {
            solver.delete();
        }
    }
}
