package org.reentryatlas.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reentryatlas.support.CtrlC;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever waits for a search can end it, in each of its phases. */
@Timeout(60)
class WatchTest {
    /** Costs without any order: no bound is near, and a proof would take hours. */
    static final SitingProblem HARD = hard();

    static final Siting ENDLESS = new Siting(new Effort(1_000_000, 1_000_000_000, 200, 2, 1));

    private static SitingProblem hard() {
        Random random = new Random(5);
        double[] weights = random.doubles(120, 1, 2).toArray();
        double[][] costs = new double[120][];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = random.doubles(120, 1, 100).toArray();
        }
        return SitingProblem.of(weights, costs, 120);
    }

    private static void assertIsEnded(Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Solution.class, solution -> {
            assertThat(solution.end()).isEqualTo(Solution.End.INTERRUPTED);
            assertThat(solution.isProven()).isFalse();
            assertThat(solution.lower()).isLessThan(solution.upper());
        });
    }

    @Test
    void isToldOfAllPhasesInTheirOrderAndCanEndTheLast() {
        List<Watch.Phase> phases = new ArrayList<>();
        AtomicBoolean isOver = new AtomicBoolean();
        Consumer<Watch.Progress> progress = told -> {
            assertThat(told.round()).isBetween(1, told.rounds());
            phases.add(told.phase());
            isOver.set(told.phase() == Watch.Phase.PROGRAMME);
        };
        assertIsEnded(ENDLESS.solve(HARD, new Goal.PMedian(8), new Watch(isOver::get, progress)));
        assertThat(phases.stream().distinct())
                .containsExactly(Watch.Phase.INTERCHANGE, Watch.Phase.BOUND, Watch.Phase.PROGRAMME);
    }

    @Test
    void canEndItBeforeItBegins() {
        assertIsEnded(ENDLESS.solve(HARD, new Goal.PMedian(8), new Watch(() -> true, told -> {})));
    }

    @Test
    void anInterruptionOfTheThreadEndsASolverAndTheThreadStaysInterrupted() {
        Consumer<Watch.Progress> progress = told -> {
            if (told.phase() == Watch.Phase.PROGRAMME) {
                Thread.currentThread().interrupt();
            }
        };
        Outcome outcome = ENDLESS.solve(HARD, new Goal.PMedian(8), new Watch(() -> false, progress));
        assertThat(Thread.interrupted()).isTrue();
        assertIsEnded(outcome);
    }

    @Test
    void aSearchWithCapacitiesCanBeEndedToo() {
        SitingProblem limited =
                HARD.withCapacities(new Random(3).doubles(120, 20, 40).toArray());
        for (Goal goal : List.of(
                new Goal.PMedian(10), new Goal.MaximalCovering(5, 8), new Goal.SetCovering(9), new Goal.PCenter(10))) {
            Outcome outcome = ENDLESS.solve(limited, goal, endsAtTheProgramme(() -> {}));
            if (outcome instanceof Undecided undecided) {
                assertThat(undecided.wasInterrupted()).isTrue();
                assertThat(undecided.unserved()).isNotEmpty();
            } else {
                assertIsEnded(outcome);
            }
        }
    }

    /** What was found must be told all the same, though dividing demand is a programme too. */
    @Test
    void anInterruptionDoesNotStopDemandFromBeingDivided() {
        SitingProblem limited =
                HARD.withCapacities(new Random(3).doubles(120, 20, 40).toArray());
        Thread caller = Thread.currentThread();
        Outcome outcome = ENDLESS.solve(limited, new Goal.MaximalCovering(5, 8), endsAtTheProgramme(caller::interrupt));
        assertThat(Thread.interrupted()).isTrue();
        assertIsEnded(outcome);
    }

    private static Watch endsAtTheProgramme(Runnable atTheProgramme) {
        AtomicBoolean isOver = new AtomicBoolean();
        return new Watch(isOver::get, told -> {
            if (told.phase() == Watch.Phase.PROGRAMME) {
                isOver.set(true);
                atTheProgramme.run();
            }
        });
    }

    /** Else a planner could not end a search from the keyboard. */
    @Test
    void ctrlCEndsTheProgramAndNotOnlyAProgramme() throws Exception {
        CtrlC.assertEnds(EndlessSiting.class);
    }
}
