package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reentryatlas.support.CtrlC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What ends in any way but with an answer is no answer. */
class SolversTest {
    @ParameterizedTest
    @EnumSource(MPSolver.ResultStatus.class)
    void onlyAWorldIsAnAnswer(MPSolver.ResultStatus status) {
        Solvers.linear().delete();
        boolean hasWorld = status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
        assertThat(Solvers.isSolved(status)).isEqualTo(hasWorld);
    }

    /** Two rows that no world can keep: the attacking solver has no bound, and says so instead of a number. */
    @Test
    void aBoundThatASolverDoesNotReachIsNoBound() {
        CellSystem.Builder system = CellSystem.builder();
        int[] atoms = IntStream.range(0, 2).map(i -> system.atom(5)).toArray();
        Sum both = Sum.of(atoms, 1);
        try (BlockProgram program = new BlockProgram(
                system.build(),
                atoms,
                false,
                new int[] {5, 5},
                List.of(
                        new Knowledge.Row(both, 12, 14, Knowledge.ALWAYS),
                        new Knowledge.Row(both, 8, 9, Knowledge.ALWAYS)),
                100)) {
            Map<MPVariable, Double> weights = Map.of(program.deviation(atoms[0]), 1.0);
            assertThatThrownBy(() -> program.solve(weights))
                    .isInstanceOf(ProtectionException.class)
                    .hasMessageContaining("the attacking solver ended with INFEASIBLE instead of a proof");
        }
    }

    /** Else a release could not be interrupted while it looks for worlds, which is most of its time. */
    @Test
    @Timeout(60)
    void ctrlCEndsTheProgramAndNotOnlyAProgramme() throws Exception {
        CtrlC.assertEnds(EndlessSolver.class);
    }

    @Test
    void whoRepeatsAProofIsToldAllSolversWithTheirVersions() {
        assertThat(SolverVersions.list()).hasSize(3);
        assertThat(SolverVersions.list().get(0)).containsIgnoringCase("glop");
        assertThat(SolverVersions.list().get(1)).containsIgnoringCase("scip").containsPattern("\\d");
        assertThat(SolverVersions.list().get(2)).startsWith("ojAlgo ").containsPattern("\\d");
    }
}
