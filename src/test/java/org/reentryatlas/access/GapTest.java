package org.reentryatlas.access;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class GapTest {
    private static final double MILLION = 1e6;

    /** One site, which origin 0 reaches alone, or shares with origin 1. */
    private static final CatchmentWeights ALONE =
            two(CostTable.builder(2, 1).add(0, 0, 5).build(), new Decay.Within(10));

    private static final CatchmentWeights SHARED =
            two(CostTable.builder(2, 1).add(0, 0, 5).add(1, 0, 5).build(), new Decay.Within(10));

    private static CatchmentWeights two(CostTable table, Decay decay) {
        return CatchmentWeights.twoStep(Weights.of(table, decay));
    }

    @Test
    void whoeverReachesNothingIsWithout() {
        assertThat(Gap.of(ALONE, new double[] {60, 40}, new double[] {10})).containsExactly(0, 40);
        assertThat(Gap.of(SHARED, new double[] {60, 40}, new double[] {10})).containsExactly(0, 0);
    }

    @Test
    void aGapIsWhatAccessLacksOfTheMean() {
        CostTable table = CostTable.builder(2, 2).add(0, 0, 0).add(1, 1, 0).build();
        double[] gaps = Gap.of(two(table, new Decay.Within(0)), new double[] {60, 40}, new double[] {2, 8});
        // Of 10 places for 100 people, 2 for 60: access 1/30 where 1/10 is fair, so two thirds of them lack it.
        assertThat(gaps[0]).isCloseTo(40, within(1e-12));
        assertThat(gaps[1]).isZero();
    }

    @Test
    void withoutSupplyTheGapIsTheDemand() {
        double[] demand = {60, 40};
        assertThat(Gap.of(SHARED, demand, new double[1])).containsExactly(60, 40);
        assertThat(Gap.within(SHARED, DemandBox.of(new double[] {50, 0}, demand), new double[1]))
                .containsExactly(new Range(50, 60), new Range(0, 40));
        CatchmentWeights none = two(CostTable.builder(2, 1).build(), new Decay.Within(9));
        assertThat(Gap.of(none, demand, new double[] {7}))
                .as("nobody reaches it")
                .containsExactly(60, 40);
        assertThat(Gap.within(none, DemandBox.exactly(demand), new double[] {7}))
                .containsExactly(new Range(60, 60), new Range(40, 40));
    }

    @Test
    void withoutDemandThereIsNoGap() {
        assertThat(Gap.of(SHARED, new double[2], new double[] {5})).containsExactly(0, 0);
        assertThat(Gap.within(SHARED, DemandBox.exactly(new double[2]), new double[] {5}))
                .containsOnly(new Range(0, 0));
        CatchmentWeights empty = two(CostTable.builder(0, 0).build(), new Decay.Within(9));
        assertThat(Gap.within(empty, DemandBox.exactly(new double[0]), new double[0]))
                .isEmpty();
    }

    /** Where one site serves all alike, no demand within any bounds makes a gap: the bounds do not lose that. */
    @Test
    void boundsKnowThatDemandIsAboveAndBelowTheLine() {
        DemandBox box = DemandBox.of(new double[] {10, 0}, new double[] {100, 90});
        assertThat(Gap.within(SHARED, box, new double[] {5})).containsOnly(new Range(0, 0));
        assertThat(Gap.within(ALONE, box, new double[] {5}))
                .as("for the one, all there is; the other, nothing")
                .containsExactly(new Range(0, 0), new Range(0, 90));
    }

    @Test
    void boundsAreThoseOfTheWorstDemandWhereThereIsOneSite() {
        CostTable table = CostTable.builder(2, 1).add(0, 0, 15).add(1, 0, 5).build();
        CatchmentWeights weights = two(table, Decay.Steps.enhanced(1));
        DemandBox box = DemandBox.of(new double[] {10, 20}, new double[] {10, 40});
        List<Range> gaps = Gap.within(weights, box, new double[] {5});
        double[] few = Gap.of(weights, new double[] {10, 20}, new double[] {5});
        double[] many = Gap.of(weights, new double[] {10, 40}, new double[] {5});
        assertThat(gaps.get(0).low()).isCloseTo(few[0], within(1e-10));
        assertThat(gaps.get(0).high()).isCloseTo(many[0], within(1e-10));
        assertThat(few[0]).isLessThan(many[0]);
    }

    /** Thousands of demands within the bounds, many of them at corners: the gap and the access lie within theirs. */
    @Property(tries = 500)
    void whateverTheDemandItsGapAndAccessLieWithinTheBounds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int origins,
            @ForAll @IntRange(min = 1, max = 5) int sites,
            @ForAll @IntRange(max = 4) int decay,
            @ForAll @IntRange(max = 2) int measure) {
        Town town = Town.of(seed, origins, sites);
        Random dice = new Random(seed);
        double[] low = Arrays.stream(town.demand())
                .map(demand -> dice.nextInt(3) == 0 ? demand : dice.nextInt(3) == 0 ? 0 : demand * dice.nextDouble())
                .toArray();
        DemandBox box = DemandBox.of(low, town.demand());
        CatchmentWeights weights = town.measure(decay, measure);
        List<Range> gaps = Gap.within(weights, box, town.supply());
        List<RankRange> ranks = RankRange.of(gaps.stream()
                .map(gap -> new Range(Math.floor(gap.low() * MILLION), Math.ceil(gap.high() * MILLION)))
                .toList());
        List<AccessRange> ranges = AccessRange.of(weights, box, town.supply());
        for (int i = 0; i < 40; i++) {
            boolean isCorner = dice.nextBoolean();
            double[] truth = new double[origins];
            Arrays.setAll(
                    truth,
                    origin -> low[origin]
                            + (isCorner ? dice.nextInt(2) : dice.nextDouble()) * (town.demand()[origin] - low[origin]));
            double[] trueGaps = Gap.of(weights, truth, town.supply());
            assertWithin(gaps, trueGaps);
            assertRanksWithin(ranks, trueGaps);
            assertAccessWithin(
                    ranges,
                    Catchment.of(weights.from(), weights.to(), truth, town.supply())
                            .access());
        }
    }

    private static void assertWithin(List<Range> ranges, double[] truth) {
        for (int origin = 0; origin < truth.length; origin++) {
            assertThat(truth[origin])
                    .isBetween(
                            ranges.get(origin).low() - 1e-9, ranges.get(origin).high() + 1e-9);
        }
    }

    /** Of gaps in millionths, in which rounding is not seen. */
    private static void assertRanksWithin(List<RankRange> ranks, double[] gaps) {
        double[] rounded =
                Arrays.stream(gaps).map(gap -> Math.rint(gap * MILLION)).toArray();
        for (int origin = 0; origin < gaps.length; origin++) {
            double own = rounded[origin];
            int rank = 1 + (int) Arrays.stream(rounded).filter(gap -> gap > own).count();
            assertThat(rank)
                    .isBetween(ranks.get(origin).best(), ranks.get(origin).worst());
        }
    }

    private static void assertAccessWithin(List<AccessRange> ranges, double[] truth) {
        for (int origin = 0; origin < truth.length; origin++) {
            double rounding = 1e-9 * Math.max(1, truth[origin]);
            AccessRange range = ranges.get(origin);
            assertThat(truth[origin])
                    .isBetween(range.low() - rounding, range.high().orElse(truth[origin]) + rounding);
        }
    }

    @Property(tries = 500)
    void demandThatIsKnownHasOneGapAndOneAccess(
            @ForAll long seed,
            @ForAll @IntRange(max = 9) int origins,
            @ForAll @IntRange(max = 6) int sites,
            @ForAll @IntRange(max = 4) int decay,
            @ForAll @IntRange(max = 2) int measure) {
        Town town = Town.of(seed, origins, sites);
        CatchmentWeights weights = town.measure(decay, measure);
        DemandBox box = DemandBox.exactly(town.demand());
        double[] gaps = Gap.of(weights, town.demand(), town.supply());
        Gap.within(weights, box, town.supply())
                .forEach(gap -> assertThat(gap.low()).isEqualTo(gap.high()));
        assertWithin(Gap.within(weights, box, town.supply()), gaps);
        double[] access = Catchment.of(weights.from(), weights.to(), town.demand(), town.supply())
                .access();
        List<AccessRange> ranges = AccessRange.of(weights, box, town.supply());
        for (int origin = 0; origin < origins; origin++) {
            assertThat(ranges.get(origin).high()).hasValue(ranges.get(origin).low());
            assertThat(ranges.get(origin).low()).isCloseTo(access[origin], within(1e-12 * Math.max(1, access[origin])));
        }
    }

    @Test
    void accessHasNoUpperEndWhereNearlyNobodyCouldBe() {
        DemandBox box = DemandBox.of(new double[] {0, 10}, new double[] {50, 30});
        AccessRange alone = AccessRange.of(ALONE, box, new double[] {6}).get(0);
        assertThat(alone.low()).as("nobody there: nothing").isZero();
        assertThat(alone.high()).isEmpty();
        assertThat(AccessRange.of(ALONE, box, new double[1]).get(0).high()).hasValue(0);
        AccessRange shared = AccessRange.of(SHARED, box, new double[] {6}).get(0);
        assertThat(shared.low()).isCloseTo(6.0 / 80, within(1e-15));
        assertThat(shared.high()).hasValue(0.6);
        assertThat(AccessRange.of(ALONE, box, new double[] {6}).get(1).high())
                .as("reaches nothing")
                .hasValue(0);
    }

    /** One site for the half of the homes and one for the other: balanced catchments say what two steps say. */
    @Test
    void balancedCatchmentsThatDoNotMeetAreThoseOfTwoSteps() {
        CostTable table = CostTable.builder(2, 2).add(0, 0, 0).add(1, 1, 0).build();
        Weights weights = Weights.of(table, new Decay.Within(0));
        CatchmentWeights balanced = CatchmentWeights.balanced(weights, new double[] {7, 7}, 2);
        DemandBox box = DemandBox.of(new double[] {30, 0}, new double[] {60, 40});
        assertThat(Gap.within(balanced, box, new double[] {2, 8}))
                .isEqualTo(Gap.within(CatchmentWeights.twoStep(weights), box, new double[] {2, 8}));
        // A third of the homes at the first site: each has a larger part of it, three halves of an even one.
        assertThat(CatchmentWeights.balanced(weights, new double[] {5, 10}, 2)
                        .to()
                        .weight(0))
                .isCloseTo(1.5, within(1e-12));
    }

    @Test
    void refusesWhatIsWrong() {
        Weights half = Weights.of(ALONE.from().table(), new Decay.Within(4));
        assertRefused(() -> new CatchmentWeights(ALONE.from(), half), "pair 0 weighs 1.0 and 0.0");
        assertRefused(() -> new CatchmentWeights(ALONE.from(), SHARED.to()), "different tables");
        assertRefused(
                () -> CatchmentWeights.balanced(ALONE.from(), new double[] {1, 0}, 1), "homes of an origin is 0.0");
        assertRefused(() -> DemandBox.of(new double[] {2}, new double[] {1}), "at least 2.0 and at most 1.0");
        assertRefused(() -> DemandBox.of(new double[] {2}, new double[2]), "most demand has 2 values and must have 1");
        assertRefused(() -> DemandBox.of(new double[] {-2}, new double[] {1}), "least demand of 0 is -2.0");
        DemandBox box = DemandBox.exactly(new double[] {1});
        assertRefused(() -> Gap.within(SHARED, box, new double[1]), "demand has 1 values and must have 2");
        assertRefused(() -> AccessRange.of(SHARED, box, new double[1]), "demand has 1 values and must have 2");
        assertRefused(() -> Gap.of(SHARED, new double[] {1, 1}, new double[2]), "supply has 2 values and must have 1");
        assertRefused(() -> new AccessRange(Double.NaN, OptionalDouble.empty()), "least access is NaN");
        assertRefused(() -> new AccessRange(2, OptionalDouble.of(1)), "from 2.0 to 1.0");
        assertRefused(() -> new Range(2, 1), "from 2.0 to 1.0");
        assertRefused(() -> new Range(Double.NaN, 1), "low end of a range is NaN");
        assertRefused(() -> new Range(0, Double.POSITIVE_INFINITY), "high end of a range is Infinity");
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
