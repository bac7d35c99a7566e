package org.reentryatlas.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class HotSpotsTest {
    private static final int SIDE = 8;

    /** A square of cells, each a neighbour of those beside, above and below it. */
    private static Weights square(int side) {
        CostTable.Builder table = CostTable.builder(side * side, side * side);
        for (int cell = 0; cell < side * side; cell++) {
            for (int other = 0; other < side * side; other++) {
                if (Math.abs(cell / side - other / side) + Math.abs(cell % side - other % side) == 1) {
                    table.add(cell, other, 1);
                }
            }
        }
        return Weights.of(table.build(), new Decay.Within(1));
    }

    private static List<OptionalDouble> known(double... values) {
        return DoubleStream.of(values).mapToObj(OptionalDouble::of).toList();
    }

    @Test
    void aHeapIsFoundAndAPitAndNothingElse() {
        double[] values = new double[SIDE * SIDE];
        Random dice = new Random(7);
        Arrays.setAll(values, cell -> 10 + dice.nextDouble());
        for (int cell : new int[] {9, 10, 11, 17, 18, 19, 25, 26, 27}) {
            values[cell] = 20;
        }
        for (int cell : new int[] {36, 37, 38, 44, 45, 46, 52, 53, 54}) {
            values[cell] = 0;
        }
        List<Optional<HotSpots.Spot>> spots = HotSpots.giStar(square(SIDE), 1, known(values));
        assertThat(spots.get(18).orElseThrow().isHot(0.05)).isTrue();
        assertThat(spots.get(18).orElseThrow().isCold(0.05)).isFalse();
        assertThat(spots.get(45).orElseThrow().isCold(0.05)).isTrue();
        assertThat(spots.get(45).orElseThrow().isHot(0.05)).isFalse();
        assertThat(spots.get(7).orElseThrow().isHot(0.05)).isFalse();
        assertThat(spots.get(7).orElseThrow().isCold(0.05)).isFalse();
        assertThat(spots)
                .allSatisfy(spot -> assertThat(spot.orElseThrow().adjusted())
                        .isGreaterThanOrEqualTo(spot.orElseThrow().p()));
    }

    /** Where values lie by chance, hardly ever is anything found: control holds the share of maps on which there is. */
    @Test
    void chanceIsSeldomTakenForAHeap() {
        Weights neighbours = square(SIDE);
        Random dice = new Random(11);
        int maps = 0;
        for (int map = 0; map < 200; map++) {
            double[] values = new double[SIDE * SIDE];
            Arrays.setAll(values, cell -> dice.nextGaussian());
            maps += HotSpots.giStar(neighbours, 1, known(values)).stream()
                            .anyMatch(spot -> spot.orElseThrow().adjusted() <= 0.05)
                    ? 1
                    : 0;
        }
        assertThat(maps).isLessThanOrEqualTo(20);
    }

    @Test
    void aLevelIncludesItselfAndNothingIsNeitherHotNorCold() {
        HotSpots.Spot hot = new HotSpots.Spot(2.5, 0.01, 0.05);
        assertThat(hot.isHot(0.05)).isTrue();
        assertThat(hot.isHot(0.049)).isFalse();
        HotSpots.Spot cold = new HotSpots.Spot(-2.5, 0.01, 0.05);
        assertThat(cold.isCold(0.05)).isTrue();
        assertThat(cold.isCold(0.049)).isFalse();
        HotSpots.Spot neither = new HotSpots.Spot(0, 1, 1);
        assertThat(neither.isHot(1) || neither.isCold(1)).isFalse();
    }

    /** Leaving an area out is the same as a map on which it is not. */
    @Test
    void anAreaWithoutAValueIsNotThere() {
        CostTable.Builder with = CostTable.builder(6, 6);
        CostTable.Builder without = CostTable.builder(5, 5);
        for (int i = 0; i < 6; i++) {
            with.add(i, (i + 1) % 6, 1).add((i + 1) % 6, i, 1);
        }
        for (int i = 0; i < 4; i++) {
            without.add(i, i + 1, 1).add(i + 1, i, 1);
        }
        List<OptionalDouble> values = new ArrayList<>(known(2, 3, 9, 8, 1));
        Weights fewer = Weights.of(without.build(), new Decay.Within(1));
        List<Optional<HotSpots.Spot>> expected = HotSpots.giStar(fewer, 1, values);
        Optional<HotSpots.General> expectedG = HotSpots.general(fewer, values);
        values.add(OptionalDouble.empty());
        Weights more = Weights.of(with.build(), new Decay.Within(1));
        List<Optional<HotSpots.Spot>> found = HotSpots.giStar(more, 1, values);
        assertThat(found.subList(0, 5)).isEqualTo(expected);
        assertThat(found.get(5)).isEmpty();
        assertThat(HotSpots.general(more, values)).isEqualTo(expectedG);
        values.set(5, OptionalDouble.of(0));
        assertThat(HotSpots.giStar(more, 1, values).subList(0, 5))
                .as("0 is a value")
                .isNotEqualTo(expected);
    }

    @Test
    void whereNothingCanBeSaidNothingIsSaid() {
        Weights line =
                Weights.of(CostTable.builder(3, 3).add(0, 1, 1).add(1, 0, 1).build(), new Decay.Within(1));
        assertThat(HotSpots.giStar(line, 1, known(0.1, 0.1, 0.1))).containsOnly(Optional.empty());
        assertThat(HotSpots.gi(line, known(1, 2, 4)).get(2)).as("no neighbours").isEmpty();
        assertThat(HotSpots.giStar(line, 1, known(1, 2, 4)).get(2)).isPresent();
        CostTable.Builder all = CostTable.builder(3, 3);
        IntStream.range(0, 9).filter(i -> i / 3 != i % 3).forEach(i -> all.add(i / 3, i % 3, 1));
        Weights everybody = Weights.of(all.build(), new Decay.Within(1));
        assertThat(HotSpots.giStar(everybody, 1, known(1, 2, 4)))
                .as("the whole map around each")
                .containsOnly(Optional.empty());
        assertThat(HotSpots.gi(everybody, known(1, 2, 4))).containsOnly(Optional.empty());
        List<OptionalDouble> none = Collections.nCopies(3, OptionalDouble.empty());
        assertThat(HotSpots.giStar(line, 1, none)).containsOnly(Optional.empty());
        List<OptionalDouble> one = List.of(OptionalDouble.of(3), OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(HotSpots.giStar(line, 1, one)).containsOnly(Optional.empty());
        assertThat(HotSpots.gi(line, one)).containsOnly(Optional.empty());
        Weights nobody = Weights.of(CostTable.builder(0, 0).build(), new Decay.Within(1));
        assertThat(HotSpots.giStar(nobody, 1, List.of())).isEmpty();
    }

    @Test
    void gOfTooLittleIsNothing() {
        Weights four = square(2);
        assertThat(HotSpots.general(square(3), known(1, 2, 3, 4, 5, 6, 7, 8, 9)))
                .isPresent();
        assertThat(HotSpots.general(four, known(1, 0, 0, 0)))
                .as("no pair has a product")
                .isEmpty();
        assertThat(HotSpots.general(four, known(0, 0, 0, 0))).isEmpty();
        Weights none = Weights.of(CostTable.builder(4, 4).build(), new Decay.Within(1));
        assertThat(HotSpots.general(none, known(1, 2, 3, 4)))
                .as("no neighbours")
                .isEmpty();
        assertThat(HotSpots.general(square(1), known(1))).isEmpty();
        List<OptionalDouble> three =
                List.of(OptionalDouble.of(1), OptionalDouble.of(2), OptionalDouble.of(4), OptionalDouble.empty());
        assertThat(HotSpots.general(four, three)).isEmpty();
    }

    /** The mean and variance that G is said to have are those over all orders of four values. */
    @Test
    void gHasTheMomentsOfAllOrders() {
        double[] values = {1, 2, 5, 11, 3};
        CostTable table = CostTable.builder(5, 5)
                .add(0, 1, 1)
                .add(1, 0, 2)
                .add(2, 3, 1)
                .add(1, 3, 3)
                .add(3, 4, 1)
                .add(4, 3, 90)
                .build();
        Weights weights = Weights.of(table, cost -> cost > 9 ? 0 : cost);
        double sum = 0;
        double squares = 0;
        List<double[]> orders = orders(values);
        for (double[] order : orders) {
            double g = HotSpots.general(weights, known(order)).orElseThrow().g();
            sum += g;
            squares += g * g;
        }
        double mean = sum / orders.size();
        double deviation = Math.sqrt(squares / orders.size() - mean * mean);
        assertThat(orders).hasSize(120);
        HotSpots.General found = HotSpots.general(weights, known(values)).orElseThrow();
        assertThat(found.expected()).isCloseTo(mean, within(1e-12));
        assertThat(found.z()).isCloseTo((found.g() - mean) / deviation, within(1e-9));
    }

    private static List<double[]> orders(double[] values) {
        if (values.length == 1) {
            return List.of(values);
        }
        return IntStream.range(0, values.length)
                .boxed()
                .flatMap(first -> orders(IntStream.range(0, values.length)
                                .filter(i -> i != first)
                                .mapToDouble(i -> values[i])
                                .toArray())
                        .stream()
                        .map(rest -> DoubleStream.concat(DoubleStream.of(values[first]), DoubleStream.of(rest))
                                .toArray()))
                .toList();
    }

    /** The formulas of 1995, with any weights; what a table says of an area and itself is not looked at. */
    @Property(tries = 200)
    void scoresAreThoseOfTheFormulas(@ForAll long seed) {
        Random dice = new Random(seed);
        int areas = 7;
        double[] values = new double[areas];
        Arrays.setAll(values, area -> 10 * dice.nextDouble());
        double[][] weights = new double[areas][areas];
        CostTable.Builder table = CostTable.builder(areas, areas);
        for (int from = 0; from < areas; from++) {
            for (int to = 0; to < areas; to++) {
                int weight = from == to ? 5 : dice.nextInt(4);
                table.add(from, to, weight);
                weights[from][to] = from == to ? 0 : weight;
            }
        }
        Weights neighbours = Weights.of(table.build(), cost -> cost);
        List<Optional<HotSpots.Spot>> without = HotSpots.gi(neighbours, known(values));
        List<Optional<HotSpots.Spot>> with = HotSpots.giStar(neighbours, 1.5, known(values));
        for (int area = 0; area < areas; area++) {
            double[] row = weights[area];
            int one = area;
            int[] others = IntStream.range(0, areas).filter(i -> i != one).toArray();
            assertScore(without.get(area), values, row, others);
            row[area] = 1.5;
            assertScore(with.get(area), values, row, IntStream.range(0, areas).toArray());
        }
    }

    private static void assertScore(Optional<HotSpots.Spot> spot, double[] values, double[] row, int[] areas) {
        double n = areas.length;
        double mean = Arrays.stream(areas).mapToDouble(i -> values[i]).average().orElseThrow();
        double variance = Arrays.stream(areas)
                        .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                        .sum()
                / n;
        double weight = Arrays.stream(areas).mapToDouble(i -> row[i]).sum();
        double squares = Arrays.stream(areas).mapToDouble(i -> row[i] * row[i]).sum();
        double spread = (n * squares - weight * weight) / (n - 1);
        if (spread < 1e-9) {
            assertThat(spot).isEmpty();
            return;
        }
        double above = Arrays.stream(areas).mapToDouble(i -> row[i] * values[i]).sum() - mean * weight;
        assertThat(spot.orElseThrow().z()).isCloseTo(above / Math.sqrt(variance * spread), within(1e-9));
    }

    /** Another unit or origin of values, and weights times a factor, leave z as it is. */
    @Property(tries = 200)
    void unitsDoNotMatter(@ForAll long seed) {
        Random dice = new Random(seed);
        double[] values = new double[16];
        Arrays.setAll(values, cell -> dice.nextDouble());
        double[] others =
                Arrays.stream(values).map(value -> 3e-9 * (13 + value)).toArray();
        Weights neighbours = square(4);
        Weights lighter = Weights.of(neighbours.table(), cost -> 2.5e-12);
        List<Optional<HotSpots.Spot>> spots = HotSpots.giStar(neighbours, 1, known(values));
        List<Optional<HotSpots.Spot>> same = HotSpots.giStar(lighter, 2.5e-12, known(others));
        for (int cell = 0; cell < 16; cell++) {
            assertThat(same.get(cell).orElseThrow().z())
                    .isCloseTo(spots.get(cell).orElseThrow().z(), within(1e-9));
        }
    }

    @Test
    void refusesWhatIsWrong() {
        Weights four = square(2);
        assertRefused(() -> HotSpots.gi(four, known(1, 2)), "values has 2 values and must have 4");
        assertRefused(() -> HotSpots.gi(four, known(1, 2, Double.NaN, 4)), "a value is NaN");
        assertRefused(() -> HotSpots.giStar(four, 0, known(1, 2, 3, 4)), "weight of an area for itself is 0.0");
        assertRefused(() -> HotSpots.general(four, known(1, 2)), "values has 2 values and must have 4");
        assertRefused(() -> HotSpots.general(four, known(1, 2, -3, 4)), "a value is -3.0");
        Weights oblong = Weights.of(CostTable.builder(2, 3).build(), new Decay.Within(1));
        assertRefused(() -> HotSpots.gi(oblong, known(1, 2)), "table of neighbours has 3 values and must have 2");
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
