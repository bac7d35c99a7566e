package org.reentryatlas.access;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClosestTest {
    private static final int MINUTE = 60;

    /** Origin 0 reaches three sites, two of them at once; origin 1 one; origin 2 none. */
    private static final CostTable TABLE = CostTable.builder(3, 3)
            .add(0, 0, 9 * MINUTE)
            .add(0, 1, 0)
            .add(0, 2, 9 * MINUTE)
            .add(1, 2, 30 * MINUTE)
            .build();

    @Test
    void theNthNearest() {
        assertThat(Closest.costs(TABLE, 1)).containsExactly(0, 30 * MINUTE, Closest.NONE);
        assertThat(Closest.costs(TABLE, 2)).containsExactly(9 * MINUTE, Closest.NONE, Closest.NONE);
        assertThat(Closest.costs(TABLE, 3)).containsExactly(9 * MINUTE, Closest.NONE, Closest.NONE);
        assertThat(Closest.costs(TABLE, 4)).containsOnly(Closest.NONE);
        assertThat(Closest.costs(CostTable.builder(2, 0).build(), 1)).containsOnly(Closest.NONE);
    }

    @Test
    void twoAtOneSiteAreTwo() {
        assertThat(Closest.costs(TABLE, new int[] {0, 2, 1}, 2)).containsExactly(0, Closest.NONE, Closest.NONE);
        assertThat(Closest.costs(TABLE, new int[] {0, 2, 1}, 3))
                .containsExactly(9 * MINUTE, Closest.NONE, Closest.NONE);
        int[] many = {Integer.MAX_VALUE, 0, Integer.MAX_VALUE};
        assertThat(Closest.costs(TABLE, many, Integer.MAX_VALUE))
                .containsExactly(9 * MINUTE, 30 * MINUTE, Closest.NONE);
    }

    @Test
    void opportunitiesWithinAnInclusiveCutOff() {
        double[] supply = {10, 0, 5};
        assertThat(Closest.opportunities(within(30), supply)).containsExactly(15, 5, 0);
        assertThat(Closest.opportunities(within(9), supply)).containsExactly(15, 0, 0);
        assertThat(Closest.opportunities(within(8), supply)).containsExactly(0, 0, 0);
    }

    @Test
    void potentialDemandIsWhoIsAroundASite() {
        double[] demand = {100, 40, 7};
        assertThat(Closest.potentialDemand(within(30), demand)).containsExactly(100, 100, 140);
        assertThat(Closest.potentialDemand(within(9), demand)).containsExactly(100, 100, 100);
        assertThat(Closest.potentialDemand(within(8), demand)).containsExactly(0, 100, 0);
    }

    private static Weights within(int minutes) {
        return Weights.of(TABLE, new Decay.Within(minutes * MINUTE));
    }

    @Test
    void theShareOfDemandThatHasOneOrSeveralWithinACost() {
        double[] demand = {100, 60, 40};
        assertThat(Closest.shareWithin(TABLE, demand, 0, 1)).hasValue(0.5);
        assertThat(Closest.shareWithin(TABLE, demand, 30 * MINUTE - 1, 1)).hasValue(0.5);
        assertThat(Closest.shareWithin(TABLE, demand, 30 * MINUTE, 1)).hasValue(0.8);
        assertThat(Closest.shareWithin(TABLE, demand, 30 * MINUTE, 3)).hasValue(0.5);
        assertThat(Closest.shareWithin(TABLE, demand, 30 * MINUTE, 4)).hasValue(0);
        assertThat(Closest.shareWithin(TABLE, new double[] {3, 0, 0}, 0, 1)).hasValue(1);
        assertThat(Closest.shareWithin(TABLE, new double[3], 30 * MINUTE, 1))
                .as("a share of nobody")
                .isEmpty();
    }

    @Test
    void refusesWhatIsWrong() {
        assertRefused(() -> Closest.costs(TABLE, 0), "0 are wanted");
        assertRefused(() -> Closest.costs(TABLE, new int[2], 1), "opportunities has 2 values and must have 3");
        assertRefused(() -> Closest.costs(TABLE, new int[] {0, -1, 0}, 1), "opportunities of 1 is -1");
        assertRefused(() -> Closest.opportunities(within(1), new double[2]), "supply has 2 values and must have 3");
        assertRefused(() -> Closest.potentialDemand(within(1), new double[] {0, Double.NaN, 0}), "demand of 1 is NaN");
        assertRefused(() -> Closest.shareWithin(TABLE, new double[] {-1, 0, 0}, 1, 1), "demand of 0 is -1.0");
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
