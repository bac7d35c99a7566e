package org.reentryatlas.siting;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is done at the edges, and with what nobody would ask for. */
class SitingTest {
    private static final Siting SITING = new Siting(Effort.DEFAULT);
    private static final double NO_WAY = Double.POSITIVE_INFINITY;

    /** Three places in a row, 10 apart, with 3, 1 and 2 people; a site could be at each. */
    private static final SitingProblem ROW =
            SitingProblem.of(new double[] {3, 1, 2}, new double[][] {{0, 10, 20}, {10, 0, 10}, {20, 10, 0}}, 3);

    static List<Goal> goals() {
        return List.of(
                new Goal.PMedian(1), new Goal.PCenter(1), new Goal.MaximalCovering(10, 1), new Goal.SetCovering(10));
    }

    static List<Goal> goalsWithoutNewSites() {
        return List.of(
                new Goal.PMedian(0), new Goal.PCenter(0), new Goal.MaximalCovering(10, 0), new Goal.SetCovering(10));
    }

    private static Solution solve(SitingProblem problem, Goal goal) {
        return (Solution) SITING.solve(problem, goal);
    }

    private static Infeasible refuse(SitingProblem problem, Goal goal) {
        return (Infeasible) SITING.solve(problem, goal);
    }

    @Test
    void aCostOfExactlyTheRadiusIsCovered() {
        assertThat(solve(ROW, new Goal.MaximalCovering(10, 1)).objective()).isEqualTo(6);
        Solution justLess = solve(ROW, new Goal.MaximalCovering(9.999, 1));
        assertThat(justLess.objective()).isEqualTo(3);
        assertThat(justLess.added()).containsExactly(0);
        assertThat(solve(ROW, new Goal.SetCovering(10)).added()).containsExactly(1);
        assertThat(solve(ROW, new Goal.SetCovering(9.999)).added()).containsExactly(0, 1, 2);
    }

    /** Where a share is asked for, so little is an error of addition. */
    @Test
    void everybodyIsEverybodyHoweverLittleTheyWeigh() {
        SitingProblem uneven = SitingProblem.of(new double[] {1e6, 1e-6}, new double[][] {{0, NO_WAY}, {NO_WAY, 0}}, 2);
        assertThat(solve(uneven, new Goal.SetCovering(1)).added()).containsExactly(0, 1);
        assertThat(solve(uneven, new Goal.SetCovering(1, 0.999_999_999_999_9)).added())
                .containsExactly(0);
    }

    @Test
    void aRadiusOfNothingCoversWhatCostsNothing() {
        assertThat(solve(ROW, new Goal.MaximalCovering(0, 2)).objective()).isEqualTo(5);
    }

    @Test
    void whoIsLeftOutIsNamedWithTheReason() {
        SitingProblem problem = SitingProblem.of(
                new double[] {4, 3, 2, 1},
                new double[][] {{0, 9, NO_WAY}, {9, 0, NO_WAY}, {9, 9, NO_WAY}, {NO_WAY, NO_WAY, NO_WAY}},
                3);
        Solution solution = solve(problem, new Goal.MaximalCovering(5, 1));
        assertThat(solution.allocations()).containsExactly(new Allocation(0, 0, 4));
        assertThat(solution.unserved())
                .containsExactly(
                        new Unserved(1, 3, Unserved.Reason.LEFT_OUT),
                        new Unserved(2, 2, Unserved.Reason.NO_CANDIDATE_WITHIN_RADIUS),
                        new Unserved(3, 1, Unserved.Reason.UNREACHABLE));
    }

    @Test
    void whoFindsAFullSiteIsNamedWithTheReason() {
        Solution solution = solve(ROW.withCapacities(4, 4, 4), new Goal.MaximalCovering(10, 1));
        assertThat(solution.objective()).isEqualTo(4);
        assertThat(solution.unserved())
                .isNotEmpty()
                .allMatch(left -> left.reason() == Unserved.Reason.NO_CAPACITY_LEFT);
        assertThat(solution.unserved().stream().mapToDouble(Unserved::amount).sum())
                .isEqualTo(2);
    }

    /** All three would go to the last site, which is small; the first serves the heavy one, the second the two light ones. */
    @Test
    void capacitiesServeTheMostWeightAndNotTheMostDemands() {
        SitingProblem problem = SitingProblem.of(
                        new double[] {5, 1, 1}, new double[][] {{1, 9, 1}, {9, 1, 1}, {9, 1, 1}}, 3)
                .withCapacities(5, 5, 1);
        Solution solution = solve(problem, new Goal.MaximalCovering(1, 1));
        assertThat(solution.added()).containsExactly(0);
        assertThat(solution.objective()).isEqualTo(5);
        assertThat(solution.upper()).isEqualTo(5);
    }

    @Test
    void aDemandIsDividedWhereOneSiteIsNotEnough() {
        SitingProblem problem =
                SitingProblem.of(new double[] {5}, new double[][] {{1, 2}}, 2).withCapacities(3, 3);
        Solution solution = solve(problem, new Goal.PMedian(2));
        assertThat(solution.allocations()).containsExactly(new Allocation(0, 0, 3), new Allocation(0, 1, 2));
        assertThat(solution.objective()).isEqualTo(7);
    }

    @Test
    void aSiteOfNoCapacityServesNobody() {
        SitingProblem problem = ROW.withCapacities(0, 0, 6);
        assertThat(solve(problem, new Goal.PMedian(1)).added()).containsExactly(2);
        assertThat(solve(problem, new Goal.PCenter(1)).objective()).isEqualTo(20);
        assertThat(solve(problem, new Goal.SetCovering(20)).added()).containsExactly(2);
        Infeasible none = refuse(ROW.withCapacities(0, 0, 0), new Goal.PMedian(1));
        assertThat(none.cause()).isEqualTo(Infeasible.Cause.TOO_LITTLE_CAPACITY);
        assertThat(none.unserved()).extracting(Unserved::demand).containsExactly(0, 1, 2);
    }

    @Test
    void fixedSitesAreOpenAndFree() {
        Solution solution = solve(ROW.withFixed(1), new Goal.PMedian(1));
        assertThat(solution.open()).containsExactly(0, 1);
        assertThat(solution.added()).containsExactly(0);
        assertThat(solution.objective()).isEqualTo(20);
        assertThat(solve(ROW.withFixed(1), new Goal.SetCovering(10)).objective())
                .isZero();
        assertThat(solve(ROW.withFixed(1), new Goal.PCenter(0)).objective()).isEqualTo(10);
        assertThat(solve(ROW.withFixed(1).withCapacities(9, 1, 9), new Goal.SetCovering(20))
                        .open())
                .containsExactly(0, 1);
    }

    @Test
    void ofTwoSitesAtOnePlaceTheLowerIsTaken() {
        SitingProblem twins = SitingProblem.of(new double[] {1, 2}, new double[][] {{7, 3, 3}, {9, 1, 1}}, 3);
        for (Goal goal : goals()) {
            assertThat(solve(twins, goal).added())
                    .as(goal.toString())
                    .containsExactly(
                            goal instanceof Goal.ByNumber by && by instanceof Goal.MaximalCovering
                                    ? 0
                                    : goal instanceof Goal.SetCovering ? 0 : 1);
        }
        assertThat(solve(twins.withFixed(1, 2), new Goal.PMedian(0)).allocations())
                .extracting(Allocation::site)
                .containsOnly(1);
        assertThat(solve(twins.withCapacities(3, 3, 3), new Goal.PMedian(1)).added())
                .containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("goals")
    void whereEverythingCostsNothingTheLowestSiteIsTaken(Goal goal) {
        SitingProblem flat = SitingProblem.of(new double[] {1, 2}, new double[2][3], 3);
        Solution solution = solve(flat, goal);
        assertThat(solution.added()).containsExactly(0);
        assertThat(solution.unserved()).isEmpty();
        assertThat(solution.isProven()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("goals")
    void whereNobodyAsksTheLowestSiteIsTakenOrNone(Goal goal) {
        SitingProblem idle = SitingProblem.of(new double[2], new double[][] {{NO_WAY, 1}, {1, NO_WAY}}, 2);
        for (SitingProblem problem :
                List.of(idle, idle.withCapacities(1, 0), SitingProblem.of(new double[0], new double[0][], 2))) {
            Solution solution = solve(problem, goal);
            assertThat(solution.added()).isEqualTo(goal instanceof Goal.ByNumber ? List.of(0) : List.of());
            assertThat(solution.objective()).isZero();
            assertThat(solution.gap()).isZero();
            assertThat(solution.allocations()).isEmpty();
            assertThat(solution.unserved()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("goalsWithoutNewSites")
    void withoutCandidatesNobodyIsServed(Goal goal) {
        SitingProblem bare = SitingProblem.of(new double[] {2, 0}, new double[2][0], 0);
        Outcome outcome = SITING.solve(bare, goal);
        Unserved left = new Unserved(0, 2, Unserved.Reason.UNREACHABLE);
        if (goal instanceof Goal.MaximalCovering) {
            assertThat(((Solution) outcome).objective()).isZero();
            assertThat(((Solution) outcome).unserved()).containsExactly(left);
        } else {
            assertThat(outcome).isEqualTo(new Infeasible(Infeasible.Cause.OUT_OF_REACH, List.of(left)));
        }
    }

    @Test
    void moreSitesThanCandidatesAreInfeasibleAndNobodyIsToBlame() {
        Infeasible infeasible = new Infeasible(Infeasible.Cause.TOO_FEW_CANDIDATES, List.of());
        for (IntFunction<Goal> goal : List.<IntFunction<Goal>>of(
                Goal.PMedian::new, Goal.PCenter::new, number -> new Goal.MaximalCovering(10, number))) {
            assertThat(SITING.solve(ROW, goal.apply(4))).isEqualTo(infeasible);
            assertThat(SITING.solve(ROW.withFixed(0), goal.apply(3))).isEqualTo(infeasible);
            assertThat(solve(ROW, goal.apply(3)).added()).containsExactly(0, 1, 2);
        }
    }

    @Test
    void whomNobodyReachesMakesItInfeasibleAndCanBeSetAside() {
        SitingProblem island = SitingProblem.of(new double[] {3, 5}, new double[][] {{0, 4}, {NO_WAY, NO_WAY}}, 2);
        Unserved left = new Unserved(1, 5, Unserved.Reason.UNREACHABLE);
        for (Goal goal : List.of(new Goal.PMedian(1), new Goal.PCenter(1), new Goal.SetCovering(4))) {
            assertThat(SITING.solve(island, goal))
                    .isEqualTo(new Infeasible(Infeasible.Cause.OUT_OF_REACH, List.of(left)));
            assertThat(solve(island.setAside(List.of(1)), goal).unserved()).isEmpty();
        }
        assertThat(solve(island, new Goal.SetCovering(4, 0.375)).unserved()).containsExactly(left);
        assertThat(SITING.solve(island, new Goal.SetCovering(4, 0.376))).isInstanceOf(Infeasible.class);
    }

    /** Two towns without a road between them: one site reaches the larger, and the people of the other are named. */
    @Test
    void tooFewSitesAreInfeasibleAndWhomTheyLeaveIsNamed() {
        SitingProblem towns =
                SitingProblem.of(new double[] {3, 5, 1}, new double[][] {{1, NO_WAY}, {NO_WAY, 1}, {NO_WAY, 2}}, 2);
        Infeasible infeasible =
                new Infeasible(Infeasible.Cause.TOO_FEW_SITES, List.of(new Unserved(0, 3, Unserved.Reason.LEFT_OUT)));
        for (SitingProblem problem : List.of(towns, towns.withCapacities(9, 9))) {
            assertThat(SITING.solve(problem, new Goal.PMedian(1))).isEqualTo(infeasible);
            assertThat(SITING.solve(problem, new Goal.PCenter(1))).isEqualTo(infeasible);
            assertThat(solve(problem, new Goal.PMedian(2)).objective()).isEqualTo(10);
        }
    }

    @Test
    void whatWouldBeTooLittleEffortIsSaid() {
        SitingProblem square = SitingBench.square(60, 30, 3);
        Siting lazy = new Siting(new Effort(0, 1, 1, 0, 1));
        for (Goal goal : List.of(new Goal.PMedian(4), new Goal.PCenter(6))) {
            Solution solution = (Solution) lazy.solve(square, goal);
            assertThat(solution.end()).isEqualTo(Solution.End.LIMIT);
            assertThat(solution.gap()).isBetween(1e-6, 1.0);
            assertThat(solution.upper()).isEqualTo(solution.objective());
            assertThat(solve(square, goal).objective()).isBetween(solution.lower(), solution.objective());
        }
    }

    @Test
    void theBestChoicesOfSeveralNumbersLieSideBySide() {
        List<Siting.Option> options = SITING.sideBySide(ROW.withFixed(1), new Goal.PMedian(3), Watch.NONE);
        assertThat(options).extracting(Siting.Option::newSites).containsExactly(1, 2, 3);
        assertThat(((Solution) options.get(0).outcome()).objective()).isEqualTo(20);
        assertThat(options.get(0).comparison().saved()).isEqualTo(30);
        assertThat(((Solution) options.get(1).outcome()).objective()).isZero();
        assertThat(options.get(2).outcome()).isInstanceOf(Infeasible.class);
        assertThat(options.get(2).comparison().saved()).isZero();
    }

    @Test
    void wrongInputIsRefusedWithWhatIsWrong() {
        double[] one = {1};
        assertRefused(() -> SitingProblem.of(one, new double[0][], 0), "1 weights but 0 rows");
        assertRefused(() -> SitingProblem.of(one, new double[][] {{1, 2}}, 1), "row of demand 0 has 2 costs for 1");
        assertRefused(() -> SitingProblem.of(one, new double[][] {{-1}}, 1), "cost of demand 0 to candidate 0: -1.0");
        assertRefused(() -> SitingProblem.of(one, new double[][] {{Double.NaN}}, 1), "candidate 0: NaN");
        assertRefused(() -> SitingProblem.of(new double[] {-1}, new double[1][1], 1), "weight of demand 0: -1.0");
        assertRefused(() -> SitingProblem.of(new double[] {NO_WAY}, new double[1][1], 1), "demand 0: Infinity");
        assertRefused(() -> SitingProblem.of(new double[] {1e300}, new double[][] {{1e300}}, 1), "too large");
        assertRefused(() -> SitingProblem.of(one, new double[1][0], -1), "below 0: -1");
        assertRefused(() -> ROW.withFixed(3), "fixed site 3 is none of 3");
        assertRefused(() -> ROW.withFixed(1, 1), "fixed site 1 is named twice");
        assertRefused(() -> ROW.withCapacities(1, 2), "2 capacities for 3");
        assertRefused(() -> ROW.withCapacities(1, 2, Double.NaN), "capacity of candidate 2: NaN");
        assertRefused(() -> ROW.setAside(List.of(7)), "demand 7 is none of 3");
        assertRefused(() -> new Goal.MaximalCovering(-1, 1), "not -1.0");
        assertRefused(() -> new Goal.MaximalCovering(NO_WAY, 1), "not Infinity");
        assertRefused(() -> new Goal.PMedian(-1), "not -1");
        assertRefused(() -> new Goal.SetCovering(1, 1.5), "not 1.5");
        assertRefused(() -> new Goal.SetCovering(1, Double.NaN), "not NaN");
        assertRefused(() -> new Effort(1, 0, 1, 1, 1), "nodes >= 1");
    }

    private static void assertRefused(Runnable wrong, String message) {
        assertThatThrownBy(wrong::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aProblemDoesNotChangeWithItsArrays() {
        double[] weights = {1};
        double[][] costs = {{1}};
        SitingProblem problem = SitingProblem.of(weights, costs, 1);
        weights[0] = 5;
        costs[0][0] = 5;
        assertThat(solve(problem, new Goal.PMedian(1)).objective()).isEqualTo(1);
        assertThat(IntStream.range(0, 1).mapToDouble(problem::weight)).containsExactly(1.0);
    }
}
