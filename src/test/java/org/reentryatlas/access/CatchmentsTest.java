package org.reentryatlas.access;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CatchmentsTest {
    /** Origins 0 and 1 share site 0; origin 1 alone reaches site 1; origin 2 reaches nothing, and nobody site 2. */
    private static final CostTable TABLE =
            CostTable.builder(3, 3).add(0, 0, 5).add(1, 0, 15).add(1, 1, 0).build();

    private static final double[] DEMAND = {100, 50, 20};
    private static final double[] SUPPLY = {30, 10, 8};

    private static Weights upTo(int cutoff) {
        return Weights.of(TABLE, new Decay.Within(cutoff));
    }

    @Test
    void twoSteps() {
        Catchment catchment = Catchments.twoStep(upTo(15), DEMAND, SUPPLY);
        assertThat(catchment.demand(0)).isEqualTo(150);
        assertThat(catchment.ratio(0)).isEqualTo(0.2);
        assertThat(catchment.ratio(1)).isEqualTo(0.2);
        assertThat(catchment.demand(2)).isZero();
        assertThat(catchment.ratio(2)).as("a site with nobody around it").isZero();
        assertThat(catchment.access()).containsExactly(0.2, 0.4, 0);
        assertThat(catchment.access(1)).isEqualTo(0.4);
        assertThat(catchment.reachedSupply()).isEqualTo(40);
        assertThat(catchment.served()).isEqualTo(40);
    }

    @Test
    void bandsWeighInBothSteps() {
        Catchment catchment = Catchments.twoStep(Weights.of(TABLE, Decay.Steps.enhanced(1)), DEMAND, SUPPLY);
        double ratio = 30 / (100 + 0.68 * 50);
        assertThat(catchment.access(0)).isCloseTo(ratio, within(1e-15));
        assertThat(catchment.access(1)).isCloseTo(0.68 * ratio + 0.2, within(1e-15));
    }

    @Test
    void withThreeStepsWhoHasAChoiceAsksForLess() {
        Weights weights = upTo(15);
        Catchment catchment = Catchments.threeStep(weights, weights, DEMAND, SUPPLY);
        assertThat(catchment.demand(0)).isEqualTo(125);
        assertThat(catchment.demand(1)).isEqualTo(25);
        assertThat(catchment.access(0)).isCloseTo(30.0 / 125, within(1e-15));
        assertThat(catchment.access(1)).isCloseTo(0.5 * 30 / 125 + 0.5 * 10 / 25, within(1e-15));
        assertThat(catchment.access(2)).isZero();
    }

    @Test
    void balancedNobodyCountsTwice() {
        Catchment catchment = Catchments.balanced(upTo(15), DEMAND, SUPPLY);
        assertThat(catchment.demand(0)).isEqualTo(125);
        assertThat(catchment.demand(1)).isEqualTo(25);
        assertThat(catchment.access(0)).isCloseTo(0.5 * 30 / 125, within(1e-15));
        assertThat(catchment.access(1)).isCloseTo(0.5 * 30 / 125 + 10.0 / 25, within(1e-15));
        assertThat(catchment.access(2)).isZero();
    }

    @Test
    void availabilityIsInUnitsOfSupply() {
        assertThat(Catchments.spatialAvailability(upTo(15), DEMAND, SUPPLY)).containsExactly(20, 20, 0);
        assertThat(Catchments.spatialAvailability(upTo(15), new double[] {100, 0, 20}, SUPPLY))
                .as("nobody there: nothing, not no number")
                .containsExactly(30, 0, 0);
    }

    @Test
    void theRatioCountsWhoIsNearTheOrigin() {
        CostTable among = CostTable.builder(3, 3)
                .add(0, 0, 0)
                .add(1, 1, 0)
                .add(0, 1, 15)
                .add(1, 0, 16)
                .build();
        assertThat(Catchments.ratio(among, TABLE, 15, DEMAND, SUPPLY))
                .as("origin 2 is not even near itself")
                .containsExactly(30.0 / 150, 40.0 / 50, 0);
    }

    @Test
    void nothingAnywhereIsNothing() {
        Catchment noDemand = Catchments.twoStep(upTo(15), new double[3], SUPPLY);
        assertThat(noDemand.access()).containsOnly(0);
        assertThat(noDemand.reachedSupply()).isZero();
        Catchment noSupply = Catchments.twoStep(upTo(15), DEMAND, new double[3]);
        assertThat(noSupply.access()).containsOnly(0);
        assertThat(noSupply.served()).isZero();
        Weights empty = Weights.of(CostTable.builder(0, 0).build(), new Decay.Within(1));
        assertThat(Catchments.twoStep(empty, new double[0], new double[0]).access())
                .isEmpty();
        Weights noSites = Weights.of(CostTable.builder(1, 0).build(), new Decay.Within(1));
        assertThat(Catchments.balanced(noSites, new double[] {5}, new double[0]).access())
                .containsExactly(0);
    }

    /** Two sites at one point and ways that cost nothing are nothing special. */
    @Test
    void waysMayCostNothing() {
        CostTable table = CostTable.builder(1, 2).add(0, 0, 0).add(0, 1, 0).build();
        for (Decay decay : Town.DECAYS) {
            Weights weights = Weights.of(table, decay);
            assertThat(Catchments.twoStep(weights, new double[] {4}, new double[] {1, 1})
                            .access())
                    .containsExactly(0.5);
        }
    }

    /** The largest and smallest amounts and weights together stay numbers. */
    @Test
    void extremesStayNumbers() {
        CostTable table = CostTable.builder(2, 2)
                .add(0, 0, 0)
                .add(1, 0, 1)
                .add(1, 1, 1)
                .add(0, 1, 2)
                .build();
        Weights weights = Weights.of(table, cost -> cost == 0 ? 1e30 : cost == 1 ? 1e-30 : 1);
        double[] demand = {1e-9, 1e15};
        double[] supply = {1e15, 1e-9};
        for (Catchment catchment : new Catchment[] {
            Catchments.twoStep(weights, demand, supply),
            Catchments.threeStep(weights, Weights.of(table, new Decay.Within(9)), demand, supply),
            Catchments.balanced(weights, demand, supply)
        }) {
            assertThat(catchment.access(0)).isFinite().isNotNegative();
            assertThat(catchment.access(1)).isFinite().isNotNegative();
            assertThat(catchment.served()).isFinite();
        }
        Gap.within(CatchmentWeights.twoStep(weights), DemandBox.of(new double[2], demand), supply)
                .forEach(gap -> assertThat(gap.high()).isFinite());
        double[] hardlyAny = {9e-10, 0};
        assertThat(Catchments.twoStep(weights, hardlyAny, supply).reachedSupply())
                .as("less than 1e-9 people are nobody")
                .isZero();
    }

    @Test
    void refusesWhatIsWrong() {
        assertRefused(() -> Catchments.twoStep(upTo(1), new double[2], SUPPLY), "demand has 2 values and must have 3");
        assertRefused(() -> Catchments.balanced(upTo(1), DEMAND, new double[4]), "supply has 4 values");
        assertRefused(() -> Catchments.twoStep(upTo(1), DEMAND, new double[] {1, -1, 1}), "supply of 1 is -1.0");
        assertRefused(
                () -> Catchments.twoStep(upTo(1), new double[] {1, 1, Double.POSITIVE_INFINITY}, SUPPLY),
                "demand of 2 is Infinity");
        assertRefused(
                () -> Catchments.spatialAvailability(upTo(1), new double[] {Double.NaN, 1, 1}, SUPPLY),
                "demand of 0 is NaN");
        CostTable other = CostTable.builder(2, 2).build();
        assertRefused(() -> Catchments.ratio(other, TABLE, 1, DEMAND, SUPPLY), "among origins has 2 values");
        CostTable oblong = CostTable.builder(3, 2).build();
        assertRefused(() -> Catchments.ratio(oblong, TABLE, 1, DEMAND, SUPPLY), "on its other side, has 2 values");
        Weights elsewhere = Weights.of(other, new Decay.Within(1));
        assertRefused(() -> Catchments.threeStep(upTo(1), elsewhere, DEMAND, SUPPLY), "different tables");
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
