package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The attack's exact bounds, held against another solver in another form, and against what can be worked out by hand. */
class BoundsTest {
    private static final Policy POLICY = Policy.DEFAULT;
    private static final Policy EXACT = new Policy(11, 1, 3);
    private static final double CAP = 10_000;

    static Stream<CellSystem> cities() {
        return Stream.of(
                Cities.of(List.of(List.of(5, 40, 17), List.of(100, 33)), 2),
                Cities.of(List.of(List.of(60, 12, 80), List.of(25, 90, 3), List.of(200)), 3));
    }

    @ParameterizedTest
    @MethodSource("cities")
    void anotherSolverReachesTheSameBounds(CellSystem city) {
        List<Published> published = Town.byRule(city, POLICY);
        List<Knowledge.Row> rows = Knowledge.of(city, published, POLICY, Attack.RULE_BLIND);
        try (Bounds bounds = new Bounds(city, city.truth(), rows, CAP)) {
            for (int cell = 0; cell < city.cells().size(); cell++) {
                for (Sum sum : List.of(city.count(cell), city.count(cell).negated())) {
                    double expected = SecondSolver.upperBound(city, published, POLICY, Attack.RULE_BLIND, sum);
                    if (expected < CAP) {
                        assertThat(bounds.highest(sum).value())
                                .as(city.cells().get(cell).id())
                                .isCloseTo(expected, within(1e-4));
                    }
                }
            }
        }
    }

    private static double highest(CellSystem system, List<Published> published, Policy policy, Sum sum) {
        List<Knowledge.Row> rows = Knowledge.of(system, published, policy, Attack.RULE_BLIND);
        try (Bounds bounds = new Bounds(system, system.truth(), rows, CAP)) {
            return bounds.highest(sum).value();
        }
    }

    /** Two needs, each of which takes people of the same piece of ground. */
    private static CellSystem needs() {
        Town town = new Town();
        int first = town.piece(30);
        int second = town.piece(30);
        int need = town.need(16, first);
        int needOfSecond = town.need(16, second);
        int other = town.need(19, first);
        town.cell(1, first, second);
        town.cell(1, need, needOfSecond);
        town.cell(1, need);
        town.cell(1, other);
        return town.build();
    }

    @Test
    void aHiddenWholeIsNoLargerThanWhatOtherNeedsLeave() {
        CellSystem town = needs();
        List<Published> published =
                List.of(new Published.Shown(60), new Published.Shown(32), new Published.Shown(16), Published.HIDDEN);
        assertThat(highest(town, published, EXACT, Town.sum(0)))
                .as("sixteen of the second have a need")
                .isEqualTo(44, within(1e-6));
        assertThat(-highest(town, published, EXACT, Town.sum(0).negated()))
                .as("sixteen of the first have one, and eleven have not")
                .isEqualTo(27, within(1e-6));
        assertThat(highest(town, published, EXACT, Town.sum(4))).isEqualTo(44, within(1e-6));
    }

    @Test
    void oneNeedIsNoLargerThanAnotherLetsItsPeopleBe() {
        CellSystem town = needs();
        List<Published> published =
                List.of(new Published.Shown(60), Published.HIDDEN, Published.HIDDEN, new Published.Shown(19));
        assertThat(highest(town, published, EXACT, Town.sum(3)))
                .as("all of the second, but for the nineteen and eleven of the first")
                .isEqualTo(30, within(1e-6));
        assertThat(highest(town, published, EXACT, Town.sum(2))).isEqualTo(60, within(1e-6));
    }

    @Test
    void namesTheCellsThatHoldABoundDown() {
        Town town = new Town();
        int first = town.piece(5);
        int second = town.piece(40);
        int apart = town.piece(50);
        town.cellsOf(1, first, second);
        town.cell(1, apart);
        CellSystem system = town.build();
        List<Published> published =
                List.of(Published.HIDDEN, new Published.Shown(40), new Published.Shown(45), new Published.Shown(50));
        List<Knowledge.Row> rows = Knowledge.of(system, published, EXACT, Attack.RULE_BLIND);
        try (Bounds bounds = new Bounds(system, system.truth(), rows, CAP)) {
            Bounds.Bound bound = bounds.highest(Town.sum(first));
            assertThat(bound.value()).isEqualTo(5, within(1e-6));
            assertThat(bound.blame()).containsExactly(1, 2);
            assertThat(bounds.highest(Town.sum(apart)).blame()).containsExactly(3);
        }
    }

    @Test
    void aBoundBeyondWhatAnyoneCountsEndsAtTheCap() {
        Town town = new Town();
        int piece = town.piece(5);
        town.cell(1, piece);
        CellSystem system = town.build();
        assertThat(highest(system, List.of(Published.HIDDEN), EXACT, Town.sum(piece)))
                .isEqualTo(5 + CAP);
        assertThat(highest(
                        system,
                        List.of(Published.HIDDEN),
                        EXACT,
                        Town.sum(piece).negated()))
                .isZero();
    }

    @Test
    void nobodyWhoIsKnownCanBeAbsent() {
        Town town = new Town();
        int house = town.piece(20, 8);
        town.cell(1, house);
        assertThat(highest(
                        town.build(),
                        List.of(Published.HIDDEN),
                        EXACT,
                        Town.sum(house).negated()))
                .isEqualTo(-8);
    }

    /** What a block answers where the wholes leave it no world: how much is missing, and what every world must keep. */
    @Test
    void aBlockSaysWhatTheWholesMustKeep() {
        CellSystem town = needs();
        List<Knowledge.Row> rows = List.of(new Knowledge.Row(town.count(1), 32, 32, 1));
        int[] block = town.atomsOf(town.blockOf(town.count(1)));
        try (BlockProgram program = new BlockProgram(town, block, true, town.truth(), rows, CAP)) {
            double[] given = Arrays.stream(town.truth()).asDoubleStream().toArray();
            program.give(given);
            BlockProgram.Solution truth = program.solve(Map.of());
            assertThat(truth.excess()).isZero();
            assertThat(truth.values()[0] + truth.values()[1]).isEqualTo(32, within(1e-6));
            given[0] = 10;
            given[1] = 15;
            program.give(given);
            BlockProgram.Solution none = program.solve(Map.of());
            assertThat(none.excess()).as("of 32 there is room for 25").isEqualTo(7, within(1e-6));
            Knowledge.Row cut = none.cut(given);
            assertThat(cut.holdsIn(new int[] {10, 15, 0, 0, 0})).isFalse();
            assertThat(cut.holdsIn(new int[] {16, 15, 0, 0, 0})).isFalse();
            assertThat(cut.holdsIn(new int[] {17, 15, 0, 0, 0})).isTrue();
            assertThat(cut.holdsIn(town.truth())).isTrue();
            given[0] = 40;
            program.give(given);
            assertThat(program.solve(Map.of()).excess()).isZero();
        }
    }

    /** A row that counts those who have no need gives as the wholes do. */
    @Test
    void aBlockSaysHowManyWholesLeaveTooFewOut() {
        CellSystem town = needs();
        List<Knowledge.Row> rows = List.of(
                new Knowledge.Row(town.others(2), 11, Double.POSITIVE_INFINITY, 2),
                new Knowledge.Row(town.count(2), 16, 16, 2));
        int[] block = town.atomsOf(town.blockOf(town.count(1)));
        try (BlockProgram program = new BlockProgram(town, block, true, town.truth(), rows, CAP)) {
            double[] given = Arrays.stream(town.truth()).asDoubleStream().toArray();
            given[0] = 24;
            program.give(given);
            BlockProgram.Solution few = program.solve(Map.of());
            assertThat(few.excess()).as("27 would do").isEqualTo(3, within(1e-6));
            Knowledge.Row cut = few.cut(given);
            assertThat(cut.holdsIn(new int[] {26, 30, 0, 0, 0})).isFalse();
            assertThat(cut.holdsIn(new int[] {27, 30, 0, 0, 0})).isTrue();
            given[0] = 27;
            program.give(given);
            assertThat(program.solve(Map.of()).excess()).isZero();
        }
    }

    @Test
    void aBlockSaysHowManyWholesLeaveTooManyOut() {
        CellSystem town = needs();
        List<Knowledge.Row> rows =
                List.of(new Knowledge.Row(town.others(2), 11, 14, 2), new Knowledge.Row(town.count(2), 16, 16, 2));
        int[] block = town.atomsOf(town.blockOf(town.count(1)));
        try (BlockProgram program = new BlockProgram(town, block, true, town.truth(), rows, CAP)) {
            double[] given = Arrays.stream(town.truth()).asDoubleStream().toArray();
            program.give(given);
            assertThat(program.solve(Map.of()).excess()).isZero();
            given[0] = 35;
            program.give(given);
            BlockProgram.Solution many = program.solve(Map.of());
            assertThat(many.excess()).as("30 would do").isEqualTo(5, within(1e-6));
            assertThat(many.cut(given).holdsIn(new int[] {31, 30, 0, 0, 0})).isFalse();
            assertThat(many.cut(given).holdsIn(new int[] {30, 30, 0, 0, 0})).isTrue();
        }
    }

    @Test
    void aBlockIsPushedWhereItIsAskedTo() {
        CellSystem town = needs();
        List<Knowledge.Row> rows = List.of(new Knowledge.Row(Town.sum(0, 1), 58, 62, 0));
        try (BlockProgram wholes =
                new BlockProgram(town, town.atomsOf(CellSystem.WHOLES), false, town.truth(), rows, CAP)) {
            Map<MPVariable, Double> weights = new HashMap<>();
            weights.put(wholes.deviation(0), 1.0);
            assertThat(wholes.solve(weights).values()).containsExactly(new double[] {62, 0}, within(1e-6));
            weights.put(wholes.deviation(0), -2.0);
            weights.put(wholes.deviation(1), -1.0);
            assertThat(wholes.solve(weights).values()).containsExactly(new double[] {0, 58}, within(1e-6));
            wholes.add(new Knowledge.Row(Town.sum(0), 9, 20, Knowledge.ALWAYS));
            assertThat(wholes.solve(weights).values()).containsExactly(new double[] {9, 49}, within(1e-6));
            assertThat(wholes.binding().stream().map(Knowledge.Row::source)).contains(0);
            assertThatThrownBy(() -> wholes.deviation(2)).hasMessageContaining("of another block");
        }
    }

    @Test
    void aProgrammeWithoutAWorldProvesNothing() {
        CellSystem town = needs();
        List<Knowledge.Row> rows = List.of(new Knowledge.Row(Town.sum(0), 5, 4, 0));
        try (BlockProgram wholes =
                new BlockProgram(town, town.atomsOf(CellSystem.WHOLES), false, town.truth(), rows, CAP)) {
            assertThatThrownBy(() -> wholes.solve(Map.of())).hasMessageContaining("instead of a proof");
        }
    }
}
