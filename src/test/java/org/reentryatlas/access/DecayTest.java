package org.reentryatlas.access;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DecayTest {
    @Test
    void aCutOffIncludesItsCost() {
        Decay decay = new Decay.Within(30);
        assertThat(decay.weight(0)).isEqualTo(1);
        assertThat(decay.weight(30)).isEqualTo(1);
        assertThat(decay.weight(31)).isZero();
        assertThat(new Decay.Within(0).weight(0)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} seconds: {1} in bands that include their ends, {2} in those that do not")
    @CsvSource({
        "0, 1, 1",
        "599, 1, 1",
        "600, 1, 0.68",
        "601, 0.68, 0.68",
        "1200, 0.68, 0.22",
        "1201, 0.22, 0.22",
        "1800, 0.22, 0",
        "1801, 0, 0"
    })
    void bandsIncludeTheirEndsOrDoNot(int cost, double included, double excluded) {
        Decay.Steps steps = Decay.Steps.enhanced(60);
        assertThat(steps.weight(cost)).isEqualTo(included);
        assertThat(new Decay.StepsBefore(steps.bands()).weight(cost)).isEqualTo(excluded);
    }

    @Test
    void curvesHaveTheirKnownValues() {
        assertThat(new Decay.Exponential(0.1).weight(10)).isCloseTo(Math.exp(-1), within(1e-15));
        assertThat(new Decay.Gaussian(1).weight(1)).isCloseTo(0.6065306597, within(1e-10));
        assertThat(new Decay.Gaussian(2).weight(1)).isCloseTo(0.8824969, within(1e-7));
        assertThat(new Decay.Gaussian(50).weight(1)).isCloseTo(0.99980001, within(1e-8));
        assertThat(new Decay.Power(1, 2).weight(4)).isEqualTo(1.0 / 16);
        assertThat(new Decay.Power(10, 1).weight(40)).isEqualTo(0.25);
    }

    @Test
    void nothingWeighsMoreThanWhatCostsNothing() {
        assertThat(new Decay.Exponential(0.1).weight(0)).isEqualTo(1);
        assertThat(new Decay.Gaussian(9).weight(0)).isEqualTo(1);
        assertThat(new Decay.Power(5, 2).weight(0)).isEqualTo(1);
        assertThat(new Decay.Power(5, 2).weight(5)).isEqualTo(1);
    }

    @Property
    void noneRises(@ForAll @IntRange(max = 100_000) int cost, @ForAll @IntRange(max = 4) int which) {
        Decay decay = Town.DECAYS[which];
        assertThat(decay.weight(cost + 1)).isBetween(0.0, decay.weight(cost));
    }

    @Test
    void anyCanEndSomewhere() {
        Decay decay = new Decay.Power(1, 1).upTo(61);
        assertThat(decay.weight(61)).isEqualTo(1.0 / 61);
        assertThat(decay.weight(62)).isZero();
    }

    @Test
    void whatIsHardlyAnythingIsNothing() {
        CostTable table = CostTable.builder(1, 2).add(0, 0, 60).add(0, 1, 70).build();
        Weights weights = Weights.of(table, new Decay.Exponential(1));
        assertThat(weights.weight(0)).isEqualTo(Math.exp(-60));
        assertThat(weights.weight(1)).as("e^-70 < 1e-30").isZero();
    }

    @Test
    void refusesWhatIsWrong() {
        assertRefused(() -> new Decay.Within(-1), "cut-off is -1");
        assertRefused(() -> new Decay.Within(9).upTo(-1), "cut-off is -1");
        assertRefused(() -> new Decay.Steps(List.of()), "no bands");
        assertRefused(() -> new Decay.Band(-1, 1), "end of a band is -1");
        assertRefused(() -> new Decay.Band(1, Double.NaN), "weight of a band is NaN");
        assertRefused(() -> new Decay.Band(1, -0.5), "weight of a band is -0.5");
        assertRefused(() -> new Decay.Band(1, Double.POSITIVE_INFINITY), "weight of a band is Infinity");
        assertRefused(
                () -> new Decay.StepsBefore(List.of(new Decay.Band(5, 1), new Decay.Band(5, 0.5))), "5 follows 5");
        assertRefused(
                () -> new Decay.Steps(List.of(new Decay.Band(5, 0.5), new Decay.Band(6, 0.6))), "0.6 follows 0.5");
        assertRefused(() -> Decay.Steps.enhanced(0), "0 units");
        assertRefused(() -> new Decay.Exponential(0), "rate is 0.0");
        assertRefused(() -> new Decay.Gaussian(Double.NaN), "bandwidth is NaN");
        assertRefused(() -> new Decay.Power(0, 1), "least cost is 0");
        assertRefused(() -> new Decay.Power(1, -1), "exponent is -1.0");
        CostTable table = CostTable.builder(1, 1).add(0, 0, 7).build();
        assertRefused(() -> Weights.of(table, cost -> Double.NaN), "weight at cost 7 is NaN");
        assertRefused(() -> Weights.of(table, cost -> -cost), "weight at cost 7 is -7.0");
        assertRefused(() -> Weights.of(table, cost -> 1e31), "weight at cost 7 is 1.0E31");
        Weights large = Weights.of(table, cost -> 1e20);
        assertRefused(() -> large.times(large), "give more than");
        assertRefused(() -> large.times(Weights.of(table.transposed(), new Decay.Within(9))), "different tables");
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
