package org.reentryatlas.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Random problems, held against every choice that there is. */
class SitingPropertyTest {
    private static final Siting SITING = new Siting(Effort.DEFAULT);

    /** So little that hardly anything is proven by the search itself. */
    private static final Effort LITTLE = new Effort(0, 1, 2, 0, 1);

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void withoutCapacitiesTheBestOfAllChoicesIsFoundAndProven(@ForAll long seed) {
        SitingProblem problem = TinyProblem.of(seed, false);
        Goal goal = TinyProblem.goal(seed);
        Outcome outcome = SITING.solve(problem, goal);
        assertIsBest(problem, goal, outcome);
        if (outcome instanceof Solution solution) {
            assertNoLowerSiteDoesAsWell(problem, goal, solution);
        }
        collect(outcome);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void withCapacitiesTheBestOfAllChoicesIsFoundAndProven(@ForAll long seed) {
        SitingProblem problem = TinyProblem.of(seed, true);
        Goal goal = TinyProblem.goal(seed);
        Outcome outcome = SITING.solve(problem, goal);
        assertIsBest(problem, goal, outcome);
        collect(outcome);
    }

    private static void collect(Outcome outcome) {
        Statistics.label("outcome").collect(outcome.getClass().getSimpleName()).coverage(coverage -> {
            coverage.check("Solution").percentage(percent -> percent >= 20);
            coverage.check("Infeasible").percentage(percent -> percent >= 10);
        });
    }

    private static void assertIsBest(SitingProblem problem, Goal goal, Outcome outcome) {
        OptionalDouble best = new BruteForce(problem, goal).best();
        assertThat(outcome).isInstanceOf(best.isPresent() ? Solution.class : Infeasible.class);
        if (outcome instanceof Solution solution) {
            assertThat(solution.objective()).isCloseTo(best.orElseThrow(), within(1e-6));
            assertThat(solution.isProven()).isTrue();
            assertThat(solution.gap()).isZero();
            assertIsWhole(problem, goal, solution);
        } else if (outcome instanceof Infeasible infeasible) {
            assertThat(infeasible.unserved().isEmpty())
                    .isEqualTo(infeasible.cause() == Infeasible.Cause.TOO_FEW_CANDIDATES);
        }
    }

    /** Whatever was chosen, everybody is accounted for, nobody is served beyond the radius, and no site serves more than it can. */
    private static void assertIsWhole(SitingProblem problem, Goal goal, Solution solution) {
        assertThat(solution.lower()).isLessThanOrEqualTo(solution.objective());
        assertThat(solution.upper()).isGreaterThanOrEqualTo(solution.objective());
        assertThat(solution.open()).isSorted().containsAll(problem.fixed()).containsAll(solution.added());
        assertThat(solution.open())
                .hasSize(problem.fixed().size() + solution.added().size());
        if (goal instanceof Goal.ByNumber byNumber) {
            assertThat(solution.added()).hasSize(byNumber.newSites());
        }
        double radius = goal instanceof Goal.MaximalCovering covering
                ? covering.radius()
                : goal instanceof Goal.SetCovering covering ? covering.radius() : 9;
        double[] left = TinyProblem.weights(problem);
        double[] used = new double[problem.candidates()];
        for (Allocation allocation : solution.allocations()) {
            assertThat(solution.open()).contains(allocation.site());
            assertThat(problem.cost(allocation.demand(), allocation.site())).isLessThanOrEqualTo(radius);
            left[allocation.demand()] -= allocation.amount();
            used[allocation.site()] += allocation.amount();
        }
        solution.unserved().forEach(unserved -> left[unserved.demand()] -= unserved.amount());
        for (double rest : left) {
            assertThat(rest).isCloseTo(0, within(1e-6));
        }
        for (int j = 0; j < used.length; j++) {
            assertThat(used[j]).isLessThanOrEqualTo(problem.capacity(j) + 1e-6);
        }
    }

    private static void assertNoLowerSiteDoesAsWell(SitingProblem problem, Goal goal, Solution solution) {
        for (int site : solution.added()) {
            for (int lower = 0; lower < site; lower++) {
                if (!solution.open().contains(lower)) {
                    BitSet other = Median.bits(
                            solution.added().stream().mapToInt(j -> j).toArray());
                    other.clear(site);
                    other.set(lower);
                    new BruteForce(problem, goal)
                            .worth(other)
                            .ifPresent(worth -> assertThat(worth).isNotEqualTo(solution.objective()));
                }
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aBoundNeverPassesTheBestHoweverLittleWorkIsDone(@ForAll long seed) {
        SitingProblem problem = TinyProblem.of(seed, seed % 2 == 0);
        Goal goal = TinyProblem.goal(seed);
        OptionalDouble best = new BruteForce(problem, goal).best();
        Outcome outcome = new Siting(LITTLE).solve(problem, goal);
        if (outcome instanceof Solution solution) {
            assertThat(best.orElseThrow()).isBetween(solution.lower() - 1e-6, solution.upper() + 1e-6);
            assertIsWhole(problem, goal, solution);
        } else {
            assertThat(best.isPresent() && outcome instanceof Infeasible).isFalse();
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void anotherCandidateNeverMakesItWorse(@ForAll long seed) {
        SitingProblem problem = TinyProblem.of(seed, seed % 2 == 0);
        if (problem.candidates() == 0 || problem.isFixed(problem.candidates() - 1)) {
            return;
        }
        Goal goal = TinyProblem.goal(seed);
        assertNotWorse(goal, SITING.solve(TinyProblem.withoutLast(problem), goal), SITING.solve(problem, goal));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void anotherSiteNeverMakesItWorse(@ForAll long seed) {
        SitingProblem problem = TinyProblem.of(seed, seed % 2 == 0);
        if (TinyProblem.goal(seed) instanceof Goal.ByNumber goal && goal.newSites() < problem.free()) {
            Goal more = goal.withNewSites(goal.newSites() + 1);
            assertNotWorse(goal, SITING.solve(problem, goal), SITING.solve(problem, more));
        }
    }

    private static void assertNotWorse(Goal goal, Outcome before, Outcome after) {
        if (before instanceof Solution one) {
            assertThat(after).isInstanceOf(Solution.class);
            double change = ((Solution) after).objective() - one.objective();
            assertThat(goal instanceof Goal.MaximalCovering ? -change : change).isLessThanOrEqualTo(1e-6);
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void otherLabelsChangeNothingButLabels(@ForAll long seed) {
        SitingProblem problem = TinyProblem.of(seed, seed % 2 == 0);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, problem.candidates()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        Goal goal = TinyProblem.goal(seed);
        SitingProblem other = TinyProblem.relabelled(
                problem, order.stream().mapToInt(Integer::intValue).toArray());
        Outcome one = SITING.solve(problem, goal);
        Outcome two = SITING.solve(other, goal);
        assertThat(two.getClass()).isEqualTo(one.getClass());
        if (one instanceof Solution first && two instanceof Solution second) {
            assertThat(second.objective()).isCloseTo(first.objective(), within(1e-6));
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theSameProblemGivesTheSameAnswer(@ForAll long seed) {
        Goal goal = TinyProblem.goal(seed);
        assertThat(SITING.solve(TinyProblem.of(seed, seed % 2 == 0), goal))
                .isEqualTo(new Siting(Effort.DEFAULT).solve(TinyProblem.of(seed, seed % 2 == 0), goal));
    }

    /** Bound and interchange mostly leave nothing to the programme; here it has to find all by itself. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theProgrammeOfAMedianNeedsNoHelp(@ForAll long seed) {
        SitingProblem problem = TinyProblem.of(seed, false);
        int number = new Random(seed).nextInt(problem.free() + 1);
        new BruteForce(problem, new Goal.PMedian(number)).best().ifPresent(best -> {
            Median median = Median.ofMedian(problem, number);
            MedianProgramme.Result result = MedianProgramme.solve(median, Effort.DEFAULT, Watch.NONE);
            assertThat(result.end()).isEqualTo(Programme.End.OPTIMAL);
            assertThat(median.value(result.chosen().stream().toArray())).isCloseTo(best, within(1e-6));
        });
    }

    /** Large enough that bound, interchange and programme all have something to do; with distances, so that hardly anything ties. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void theBestOfAllThreesIsFoundOnASquare(@ForAll long seed) {
        SitingProblem square = SitingBench.square(40, 16, seed).withFixed(5);
        double leastCost = Double.MAX_VALUE;
        double mostCovered = 0;
        double leastRadius = Double.MAX_VALUE;
        for (int a = 0; a < 16; a++) {
            for (int b = a + 1; b < 16; b++) {
                for (int c = b + 1; c < 16; c++) {
                    if (a != 5 && b != 5 && c != 5) {
                        List<Integer> open = List.of(5, a, b, c);
                        Comparison there = Comparison.between(square, List.of(), open);
                        leastCost = Math.min(leastCost, sum(there));
                        mostCovered =
                                Math.max(mostCovered, there.movedWithin(25).weight());
                        leastRadius = Math.min(leastRadius, largest(there));
                    }
                }
            }
        }
        assertThat(objective(square, new Goal.PMedian(3))).isCloseTo(leastCost, within(1e-6));
        assertThat(objective(square, new Goal.MaximalCovering(25, 3))).isCloseTo(mostCovered, within(1e-6));
        assertThat(objective(square, new Goal.PCenter(3))).isCloseTo(leastRadius, within(1e-9));
        assertThat(objective(square, new Goal.SetCovering(leastRadius))).isLessThanOrEqualTo(3);
    }

    private static double sum(Comparison there) {
        return there.changes().stream()
                .mapToDouble(change -> change.weight() * change.after().orElseThrow())
                .sum();
    }

    private static double largest(Comparison there) {
        return there.changes().stream()
                .mapToDouble(change -> change.after().orElseThrow())
                .max()
                .orElseThrow();
    }

    private static double objective(SitingProblem problem, Goal goal) {
        Solution solution = (Solution) SITING.solve(problem, goal);
        assertThat(solution.isProven()).isTrue();
        return solution.objective();
    }
}
