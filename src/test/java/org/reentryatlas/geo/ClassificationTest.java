package org.reentryatlas.geo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.reentryatlas.geo.Classification.Method;
import org.reentryatlas.geo.Classification.Range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClassificationTest {
    /** Counts that are multiples of 5, with many alike. */
    @Provide
    Arbitrary<double[]> counts() {
        return Arbitraries.integers()
                .between(2, 60)
                .map(value -> 5.0 * value)
                .array(double[].class)
                .ofMinSize(0)
                .ofMaxSize(80);
    }

    /** Rates of three significant digits, from none to very many. */
    @Provide
    Arbitrary<double[]> rates() {
        return Arbitraries.doubles()
                .between(0, 1_000)
                .ofScale(2)
                .array(double[].class)
                .ofMinSize(0)
                .ofMaxSize(80);
    }

    @Property(tries = 1_000)
    void countsAreParted(
            @ForAll("counts") double[] values, @ForAll Method method, @ForAll @IntRange(min = 1, max = 9) int most) {
        check(values, method, most);
    }

    @Property(tries = 1_000)
    void ratesAreParted(
            @ForAll("rates") double[] values, @ForAll Method method, @ForAll @IntRange(min = 1, max = 9) int most) {
        check(values, method, most);
    }

    /** Every value is in one class, none is empty, and their ends occur; few values stand for themselves. */
    private static void check(double[] values, Method method, int most) {
        List<Range> classes = Classification.of(values, method, most);
        long distinct = Arrays.stream(values).distinct().count();
        assertThat(classes).hasSizeLessThanOrEqualTo(most);
        for (double value : values) {
            assertThat(classes.stream().filter(range -> range.from() <= value && value <= range.to()))
                    .as("%s by %s in %s", value, method, classes)
                    .hasSize(1);
        }
        for (int i = 0; i < classes.size(); i++) {
            Range range = classes.get(i);
            assertThat(values).contains(range.from(), range.to());
            assertThat(range.from()).isLessThanOrEqualTo(range.to());
            assertThat(i > 0 ? classes.get(i - 1).to() : Double.NEGATIVE_INFINITY)
                    .isLessThan(range.from());
        }
        if (distinct <= most) {
            assertThat(classes).hasSize((int) distinct).allMatch(range -> range.from() == range.to());
        } else {
            assertThat(classes).isNotEmpty();
        }
        if (method == Method.JENKS && distinct > most) {
            assertThat(classes).as("natural breaks leave no class out").hasSize(most);
        }
    }

    /** No other way to part them leaves less within the classes. */
    @Property(tries = 500)
    void naturalBreaksAreTheBest(
            @ForAll @Size(min = 4, max = 9) List<@IntRange(max = 40) Integer> values,
            @ForAll @IntRange(min = 2, max = 4) int most) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length <= most) {
            return;
        }
        double found = spread(sorted, Classification.of(sorted, Method.JENKS, most));
        assertThat(found).isCloseTo(best(sorted, distinct, 0, most), within(1e-6));
    }

    private static double spread(double[] values, List<Range> classes) {
        return classes.stream()
                .mapToDouble(range -> deviation(values, range.from(), range.to()))
                .sum();
    }

    private static double best(double[] values, double[] distinct, int from, int classes) {
        double last = distinct[distinct.length - 1];
        if (classes == 1) {
            return deviation(values, distinct[from], last);
        }
        return IntStream.rangeClosed(from, distinct.length - classes)
                .mapToDouble(end ->
                        deviation(values, distinct[from], distinct[end]) + best(values, distinct, end + 1, classes - 1))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double deviation(double[] values, double from, double to) {
        double[] inside = Arrays.stream(values)
                .filter(value -> from <= value && value <= to)
                .toArray();
        double mean = Arrays.stream(inside).average().orElse(0);
        return Arrays.stream(inside)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }

    @Test
    void theMethodsDoWhatTheirNamesSay() {
        double[] values = {10, 15, 20, 25, 30, 35, 40, 300};
        assertThat(Classification.of(values, Method.JENKS, 2)).containsExactly(new Range(10, 40), new Range(300, 300));
        assertThat(Classification.of(values, Method.QUANTILE, 2))
                .containsExactly(new Range(10, 25), new Range(30, 300));
        assertThat(Classification.of(values, Method.EQUAL, 5)).containsExactly(new Range(10, 40), new Range(300, 300));
    }

    /** Of what most areas have, a quantile makes a class of its own and not one of everything. */
    @Test
    void oneValueThatMostHaveIsAClass() {
        double[] values = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 10, 15, 20, 25};
        assertThat(Classification.of(values, Method.QUANTILE, 3).get(0)).isEqualTo(new Range(5, 5));
    }

    /** So many different values that neighbours are taken together. */
    @Test
    void manyValuesAreParted() {
        double[] values = IntStream.range(0, 20_000).mapToDouble(i -> i * 0.37).toArray();
        check(values, Method.JENKS, 5);
        check(values, Method.QUANTILE, 5);
        check(values, Method.EQUAL, 5);
    }
}
