package org.reentryatlas.siting;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The bound alone, from any choice and without interchange, which would find the best before a wrong bound could do harm. */
class LagrangianBoundTest {
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void neverPassesTheBestAndGivesUpNothingThatIsBetter(@ForAll long seed) {
        Random random = new Random(seed);
        int number = 1 + random.nextInt(4);
        for (Median median : List.of(
                Median.ofMedian(whole(seed), number),
                Median.ofCovering(whole(seed), number, 30),
                Median.ofMedian(SitingBench.square(15, 8, seed), number))) {
            int[] start = new Interchange(median, Watch.NONE).random(random);
            double best = best(median);
            double[] prices = new Interchange(median, Watch.NONE).prices(start);
            LagrangianBound bound =
                    new LagrangianBound(median, Effort.DEFAULT, Watch.NONE, start, prices, chosen -> chosen);
            bound.run();
            assertThat(bound.lower()).isLessThanOrEqualTo(best + 1e-6);
            Median left = median.reduced(bound.out(), bound.in());
            double rest = left == null ? Double.POSITIVE_INFINITY : best(left);
            assertThat(Math.min(rest, median.value(bound.best()))).isCloseTo(best, within(1e-6));
        }
    }

    /** Distances and weights in whole numbers, so that the bound counts on their units. */
    private static SitingProblem whole(long seed) {
        SitingProblem square = SitingBench.square(15, 8, seed);
        double[][] costs = new double[15][8];
        double[] weights = new double[15];
        for (int i = 0; i < 15; i++) {
            weights[i] = Math.ceil(square.weight(i) / 5);
            for (int j = 0; j < 8; j++) {
                costs[i][j] = Math.rint(square.cost(i, j));
            }
        }
        return SitingProblem.of(weights, costs, 8);
    }

    private static double best(Median median) {
        return IntStream.range(0, 1 << median.ids.length)
                .filter(mask -> Integer.bitCount(mask) == median.choose)
                .mapToDouble(mask -> median.value(IntStream.range(0, median.ids.length)
                        .filter(k -> (mask >> k & 1) == 1)
                        .toArray()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
