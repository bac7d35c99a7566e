package org.reentryatlas.access;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class InequalityTest {
    @Test
    void giniOfSmallTowns() {
        assertThat(Inequality.gini(new double[] {3, 3, 3}, new double[] {1, 5, 2})
                        .orElseThrow())
                .as("all the same")
                .isCloseTo(0, within(1e-15));
        assertThat(Inequality.gini(new double[] {0, 0, 0, 8}, new double[] {1, 1, 1, 1}))
                .as("one has everything")
                .hasValue(0.75);
        assertThat(Inequality.gini(new double[] {1, 3}, new double[] {1, 1})).hasValue(0.25);
        assertThat(Inequality.gini(new double[] {8, 0}, new double[] {1, 3}))
                .as("areas count as their people do")
                .hasValue(0.75);
        assertThat(Inequality.gini(new double[] {1, 3, 1e9}, new double[] {1, 1, 0}))
                .as("nobody lives in the third")
                .hasValue(0.25);
    }

    @Test
    void giniOfNothing() {
        assertThat(Inequality.gini(new double[] {0, 0}, new double[] {1, 2})).hasValue(0);
        assertThat(Inequality.gini(new double[] {1, 3}, new double[2])).isEmpty();
        assertThat(Inequality.gini(new double[0], new double[0])).isEmpty();
    }

    /** Half the mean difference of any two people over the mean. */
    @Property
    void giniIsTheMeanDifference(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 1_000) Double> drawn,
            @ForAll @Size(12) List<@DoubleRange(min = 0.5, max = 90) Double> people) {
        double[] values = drawn.stream().mapToDouble(value -> value).toArray();
        double[] weights =
                people.stream().limit(values.length).mapToDouble(value -> value).toArray();
        double all = Arrays.stream(weights).sum();
        double total = 0;
        double differences = 0;
        for (int i = 0; i < values.length; i++) {
            total += weights[i] * values[i];
            for (int j = 0; j < values.length; j++) {
                differences += weights[i] * weights[j] * Math.abs(values[i] - values[j]);
            }
        }
        double expected = total == 0 ? 0 : differences / (2 * all * total);
        assertThat(Inequality.gini(values, weights).orElseThrow()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void palmaIsTheRichestTenthOverThePoorestFour() {
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        double[] incomes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] values = {1, 2, 3, 2, 5, 5, 5, 5, 5, 12};
        assertThat(Inequality.palma(values, ones, incomes)).hasValue(6);
        double[] same = new double[10];
        Arrays.fill(same, 7);
        assertThat(Inequality.palma(values, ones, same))
                .as("nobody is rich where all are alike")
                .isEmpty();
        assertThat(Inequality.palma(new double[10], ones, incomes))
                .as("the poorest have nothing")
                .isEmpty();
        assertThat(Inequality.palma(values, new double[10], incomes)).isEmpty();
        assertThat(Inequality.palma(new double[0], new double[0], new double[0]))
                .isEmpty();
    }

    /** An area of several people is as several areas of one, whatever an area without people says. */
    @Test
    void palmaCountsPeople() {
        double[] values = {1, 2, 9, 1e6};
        double[] people = {6, 3, 1, 0};
        double[] incomes = {10, 20, 30, 1e9};
        assertThat(Inequality.palma(values, people, incomes)).hasValue(9);
        assertThat(Inequality.palma(values, people, incomes))
                .isEqualTo(Inequality.palma(
                        new double[] {1, 1, 1, 1, 1, 1, 2, 2, 2, 9},
                        new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                        new double[] {10, 10, 10, 10, 10, 10, 20, 20, 20, 30}));
    }

    @Test
    void theShareOfTheWorst() {
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        double[] gaps = {0, 5, 0, 20, 0, 5, 0, 10, 0, 0};
        assertThat(Inequality.shareOfWorst(gaps, ones, 0.1)).hasValue(0.5);
        assertThat(Inequality.shareOfWorst(gaps, ones, 0.2)).hasValue(0.75);
        assertThat(Inequality.shareOfWorst(gaps, ones, 0.15).orElseThrow())
                .as("half of the second")
                .isCloseTo(0.625, within(1e-12));
        assertThat(Inequality.shareOfWorst(gaps, ones, 1)).hasValue(1);
        assertThat(Inequality.shareOfWorst(new double[] {30, 10}, new double[] {90, 10}, 0.1))
                .as("a gap of 1 for each of ten before one of a third for each of ninety")
                .hasValue(0.25);
        assertThat(Inequality.shareOfWorst(new double[] {30, 10}, new double[] {40, 60}, 0.2))
                .as("half of the forty")
                .hasValue(0.375);
    }

    @Test
    void theShareOfNothing() {
        assertThat(Inequality.shareOfWorst(new double[3], new double[] {1, 1, 1}, 0.1))
                .isEmpty();
        assertThat(Inequality.shareOfWorst(new double[] {4}, new double[1], 0.1))
                .isEmpty();
        assertThat(Inequality.shareOfWorst(new double[0], new double[0], 0.1)).isEmpty();
    }

    @Test
    void refusesWhatIsWrong() {
        assertRefused(() -> Inequality.gini(new double[1], new double[2]), "values has 1 values and must have 2");
        assertRefused(() -> Inequality.gini(new double[] {-1}, new double[1]), "values of 0 is -1.0");
        assertRefused(() -> Inequality.gini(new double[1], new double[] {Double.NaN}), "weights of 0 is NaN");
        assertRefused(() -> Inequality.palma(new double[1], new double[1], new double[2]), "incomes has 2 values");
        assertRefused(() -> Inequality.shareOfWorst(new double[1], new double[1], 0), "part is 0.0");
        assertRefused(() -> Inequality.shareOfWorst(new double[1], new double[1], Double.NaN), "part is NaN");
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
