package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPVariable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two pieces of ground that hold 45 together, 4 of the first and 20 of the second with a need. */
class LocalProgramTest {
    private static final double CAP = 88;
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int NEED = 2;
    private static final int OTHERS_NEED = 3;
    private static final int[] NOBODY = {0, 0};
    private static final Map<MPVariable, Double> NOTHING = Map.of();

    private final CellSystem town = town();
    private final int[] world = town.truth();

    private static CellSystem town() {
        Town town = new Town();
        int first = town.piece(5);
        int second = town.piece(40);
        town.cell(1, first, second);
        town.cell(1, town.need(4, first), town.need(20, second));
        return town.build();
    }

    private static Knowledge.Row exactly(int number, Sum sum) {
        return new Knowledge.Row(sum, number, number, 0);
    }

    private LocalProgram wholes(double cap) {
        return new LocalProgram(
                town, town.truth(), town.atomsOf(CellSystem.WHOLES), List.of(exactly(45, town.count(0))), cap);
    }

    private LocalProgram parts() {
        return new LocalProgram(town, town.truth(), town.atomsOf(1), List.of(exactly(24, town.count(1))), CAP);
    }

    @Test
    void aGoalIsReachedAndTheRowsHold() {
        try (LocalProgram program = wholes(CAP)) {
            MPVariable goal = program.addGoal(Town.sum(FIRST), 13);
            assertThat(program.solve(NOBODY, NOBODY, Map.of(goal, 1.0), world)).isTrue();
            assertThat(world[FIRST]).isGreaterThanOrEqualTo(13);
            assertThat(world[FIRST] + world[SECOND]).isEqualTo(45);
            assertThat(program.holds(world)).isTrue();
            world[SECOND]++;
            assertThat(program.holds(world)).isFalse();
        }
    }

    @Test
    void ofTwoGoalsThatCannotBothBeReachedTheWeightierOneIs() {
        try (LocalProgram program = wholes(CAP)) {
            MPVariable first = program.addGoal(Town.sum(FIRST), 40);
            MPVariable second = program.addGoal(Town.sum(SECOND), 40);
            program.solve(NOBODY, NOBODY, Map.of(first, 1.2, second, 1.0), world);
            assertThat(world).startsWith(40, 5);
            program.solve(NOBODY, NOBODY, Map.of(first, 1.0, second, 1.2), world);
            assertThat(world).startsWith(5, 40);
        }
    }

    @Test
    void nobodyGoesAboveTheCapOrBelowTheLeast() {
        try (LocalProgram program = wholes(10)) {
            MPVariable goal = program.addGoal(Town.sum(FIRST), 40);
            assertThat(program.solve(NOBODY, NOBODY, Map.of(goal, 1.0), world)).isTrue();
            assertThat(world).startsWith(15, 30);
            Map<MPVariable, Double> few = new HashMap<>();
            program.weigh(Town.sum(FIRST).negated(), 0.1, few);
            assertThat(program.solve(new int[] {3, 0}, new int[] {3, 0}, few, world))
                    .isTrue();
            assertThat(world).startsWith(3, 42);
            assertThat(program.solve(new int[] {16, 0}, new int[] {16, 0}, few, world))
                    .as("more than the cap allows")
                    .isFalse();
            assertThat(program.solve(new int[] {15, 30}, new int[] {15, 30}, few, world))
                    .isTrue();
            assertThat(program.solve(new int[] {15, 31}, new int[] {15, 31}, few, world))
                    .as("more than both hold")
                    .isFalse();
        }
    }

    /** A whole had better hold its parts; for a demand they make way. */
    @Test
    void aWholeFallsShortOfItsPartsOnlyForADemand() {
        try (LocalProgram program = wholes(CAP)) {
            int[] better = {4, 20};
            MPVariable goal = program.addGoal(Town.sum(SECOND), 45);
            assertThat(program.solve(NOBODY, better, Map.of(program.addGoal(Town.sum(FIRST), 20), 0.01), world))
                    .isTrue();
            assertThat(world[SECOND]).isGreaterThanOrEqualTo(20);
            assertThat(program.solve(NOBODY, better, NOTHING, world)).isTrue();
            assertThat(world[FIRST]).isGreaterThanOrEqualTo(4);
            assertThat(program.solve(NOBODY, better, Map.of(goal, 4.0), world)).isTrue();
            assertThat(world).startsWith(0, 45);
            Map<MPVariable, Double> few = new HashMap<>();
            program.weigh(Town.sum(FIRST).negated(), 0.1, few);
            assertThat(program.solve(new int[] {1, 0}, better, few, world)).isTrue();
            assertThat(world).as("no further than is left to it").startsWith(1, 44);
        }
    }

    @Test
    void partsStayWithinTheirWholes() {
        try (LocalProgram program = parts()) {
            world[FIRST] = 13;
            MPVariable goal = program.addGoal(Town.sum(NEED), 20);
            assertThat(program.solve(NOBODY, NOBODY, Map.of(goal, 1.0), world)).isTrue();
            assertThat(world).containsExactly(13, 40, 13, 11);
            world[FIRST] = 2;
            assertThat(program.solve(NOBODY, NOBODY, Map.of(goal, 1.0), world)).isTrue();
            assertThat(world).containsExactly(2, 40, 2, 22);
            assertThat(program.solve(new int[] {3, 0}, NOBODY, NOTHING, world))
                    .as("a whole of two has no room for three")
                    .isFalse();
            world[SECOND] = 21;
            assertThat(program.solve(NOBODY, NOBODY, NOTHING, world))
                    .as("24 of 23")
                    .isFalse();
        }
    }

    private Piece piece(List<Knowledge.Row> rows) {
        BitSet all = new BitSet();
        all.set(0, town.atoms());
        return new Piece(town, town.truth(), rows, all, CAP);
    }

    private List<Knowledge.Row> rows() {
        return List.of(exactly(45, town.count(0)), exactly(24, town.count(1)));
    }

    private static BitSet none() {
        return new BitSet();
    }

    private static BitSet block(int block) {
        BitSet blocks = new BitSet();
        blocks.set(block);
        return blocks;
    }

    @Test
    void whatIsNotAskedForStaysAsItIs() {
        try (Piece piece = piece(rows())) {
            assertThat(piece.placeWholes(NOTHING, none(), world)).isTrue();
            assertThat(piece.placeParts(1, NOTHING, world)).isTrue();
            assertThat(world).isEqualTo(town.truth());
        }
    }

    @Test
    void wholesThatDoNotAddUpAreMoved() {
        try (Piece piece = piece(List.of(exactly(50, town.count(0))))) {
            assertThat(piece.placeWholes(NOTHING, none(), world)).isTrue();
            assertThat(world[FIRST] + world[SECOND]).isEqualTo(50);
        }
    }

    @Test
    void aWholeKeepsRoomForThePartsThatStay() {
        try (Piece piece = piece(rows())) {
            Map<MPVariable, Double> few = new HashMap<>();
            piece.program(CellSystem.WHOLES).weigh(Town.sum(FIRST).negated(), 0.1, few);
            assertThat(piece.placeWholes(few, block(1), world)).isTrue();
            assertThat(world).startsWith(4, 41);
            assertThat(piece.placeWholes(few, none(), world)).isTrue();
            assertThat(world).startsWith(0, 45);
        }
    }

    @Test
    void partsFollowTheirWholes() {
        try (Piece piece = piece(rows())) {
            world[FIRST] = 1;
            world[SECOND] = 44;
            assertThat(piece.placeParts(1, NOTHING, world)).isTrue();
            assertThat(world[NEED]).isLessThanOrEqualTo(1);
            assertThat(world[NEED] + world[OTHERS_NEED]).isEqualTo(24);
        }
    }

    @Test
    void partsThatFindNoPlaceGoBack() {
        try (Piece piece = piece(rows())) {
            world[FIRST] = 22;
            world[SECOND] = 1;
            assertThat(piece.placeParts(1, NOTHING, world)).as("24 of 23").isFalse();
            assertThat(world[NEED]).isEqualTo(4);
            assertThat(world[OTHERS_NEED]).isEqualTo(20);
        }
    }

    /** How many of an area must have no need is known of the wholes too, as long as those who have it stay. */
    @Test
    void aRowOfThoseWithoutANeedHoldsTheWholesToo() {
        Knowledge.Row thirtyWithout = exactly(30, town.others(1));
        try (Piece piece = piece(List.of(thirtyWithout))) {
            assertThat(piece.placeWholes(NOTHING, none(), world)).isTrue();
            assertThat(world[FIRST] + world[SECOND]).as("30 beside the 24").isEqualTo(54);
            assertThat(piece.placeParts(1, NOTHING, world)).isTrue();
            assertThat(IntStream.of(world).limit(2).sum() - world[NEED] - world[OTHERS_NEED])
                    .isEqualTo(30);
        }
    }

    @Test
    void noWorldIsMadeUpWhereThereIsNone() {
        try (Piece piece = piece(List.of(exactly(500, town.count(0))))) {
            assertThat(piece.placeWholes(NOTHING, none(), world))
                    .as("out of reach")
                    .isFalse();
        }
        try (Piece piece = piece(List.of(exactly(13, Sum.of(new int[] {FIRST}, 2))))) {
            assertThat(piece.placeWholes(NOTHING, none(), world))
                    .as("six and a half people")
                    .isFalse();
        }
    }

    @Test
    void rowsElsewhereHoldNothingHere() {
        BitSet first = new BitSet();
        first.set(FIRST);
        Knowledge.Row elsewhere = exactly(7, Town.sum(SECOND));
        try (Piece piece = new Piece(town, town.truth(), List.of(elsewhere), first, CAP)) {
            assertThat(piece.placeWholes(NOTHING, none(), world)).isTrue();
            assertThat(piece.program(CellSystem.WHOLES).atoms()).containsExactly(FIRST);
        }
        Knowledge.Row both = exactly(47, Town.sum(FIRST, SECOND));
        try (Piece piece = new Piece(town, town.truth(), List.of(both), first, CAP)) {
            assertThat(piece.placeWholes(NOTHING, none(), world)).isTrue();
            assertThat(world).as("the second is not free").startsWith(7, 40);
        }
    }
}
