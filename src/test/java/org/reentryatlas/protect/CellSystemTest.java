package org.reentryatlas.protect;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CellSystemTest {
    private static final int NEED = 3;

    /** Three pieces of ground; one need in all of them, another in the first and the last, which no cell joins. */
    private static CellSystem town() {
        Town town = new Town();
        int first = town.piece(40, 5);
        int second = town.piece(20);
        int third = town.piece(7);
        int need = town.need(30, 2, first);
        int needOfSecond = town.need(12, second);
        int needOfThird = town.need(3, third);
        int other = town.need(9, first);
        int otherOfThird = town.need(1, third);
        town.cell(1, first, second, third);
        town.cell(1, need, needOfSecond);
        town.cell(1, needOfThird, needOfSecond);
        town.cell(1, other);
        town.cell(1, otherOfThird);
        return town.build();
    }

    private static Facts apart(int count) {
        return new Facts(count, count, Math.min(1, count), 0, OptionalInt.empty());
    }

    @Test
    void partsThatACellJoinsShareABlockAndWholesHaveOneOfTheirOwn() {
        CellSystem town = town();
        assertThat(town.blocks()).isEqualTo(4);
        assertThat(town.atomsOf(CellSystem.WHOLES)).containsExactly(0, 1, 2);
        assertThat(town.atomsOf(1)).containsExactly(3, 4, 5);
        assertThat(town.atomsOf(2)).containsExactly(6);
        assertThat(town.atomsOf(3)).containsExactly(7);
        assertThat(town.blockOf(4)).isEqualTo(1);
        assertThat(town.blockOf(town.count(0))).isEqualTo(CellSystem.WHOLES);
        assertThat(town.blockOf(town.count(2))).isEqualTo(1);
        assertThat(town.blockOf(town.others(3))).as("what a need leaves out").isEqualTo(2);
        assertThat(town.hasWholes(town.others(3))).isTrue();
        assertThat(town.hasWholes(town.count(3))).isFalse();
    }

    @Test
    void aWholeKnowsItsParts() {
        CellSystem town = town();
        assertThat(town.partsOf(0)).containsExactly(3, 6);
        assertThat(town.wholeOf(5)).isEqualTo(2);
        assertThat(town.isPart(2)).isFalse();
        assertThat(town.isPart(3)).isTrue();
    }

    @Test
    void aWholeHoldsAtLeastThosePartsThatStayAndThoseAtGroupQuarters() {
        CellSystem town = town();
        assertThat(town.least(0, town.truth(), part -> true)).isEqualTo(30);
        assertThat(town.least(0, town.truth(), part -> part == 6)).isEqualTo(9);
        assertThat(town.least(0, town.truth(), part -> false)).isEqualTo(5);
        assertThat(town.least(2, town.truth(), part -> false)).isZero();
    }

    @Test
    void saysHowManyAreLeftOutOfACellAndThatNoPartExceedsItsWhole() {
        CellSystem town = town();
        assertThat(town.others(1).in(town.truth())).isEqualTo(60 - 42);
        Knowledge.Row bound = town.bound(NEED);
        int[] world = town.truth();
        world[NEED] = world[0];
        assertThat(bound.holdsIn(world)).isTrue();
        world[NEED]++;
        assertThat(bound.holdsIn(world)).isFalse();
        assertThatThrownBy(() -> town.others(0)).hasMessageContaining("cell 0 leaves people out of no whole");
    }

    @Test
    void knowsTheTruthAndWhoIsAtGroupQuartersAndLetsNobodyChangeThem() {
        CellSystem town = town();
        assertThat(town.truth()).containsExactly(40, 20, 7, 30, 12, 3, 9, 1);
        assertThat(town.atGroupQuarters()).containsExactly(5, 0, 0, 2, 0, 0, 0, 0);
        town.truth()[0] = 99;
        town.atGroupQuarters()[0] = 99;
        assertThat(town.truth(0)).isEqualTo(40);
        assertThat(town.known(0)).isEqualTo(5);
        assertThat(town.atoms()).isEqualTo(8);
    }

    /** Somebody who has no truth sees the same cells over any world that comes to mind. */
    @Test
    void theSameCellsStandOverAnotherWorldWithFactsThatFitIt() {
        CellSystem other = town().over(new int[] {50, 0, 8, 20, 0, 4, 3, 2});
        assertThat(other.truth()).containsExactly(50, 0, 8, 20, 0, 4, 3, 2);
        assertThat(other.atGroupQuarters()).containsOnly(0);
        assertThat(other.partsOf(0)).containsExactly(3, 6);
        assertThat(other.cells().stream().map(Cell::facts))
                .containsExactly(
                        apart(58),
                        new Facts(20, 20, 1, 0, OptionalInt.of(30)),
                        new Facts(4, 4, 1, 0, OptionalInt.of(4)),
                        new Facts(3, 3, 1, 0, OptionalInt.of(47)),
                        new Facts(2, 2, 1, 0, OptionalInt.of(6)));
        assertThat(other.cells().get(1).id()).isEqualTo("cell 1");
    }

    @Test
    void refusesAnAtomOfWhichMoreAreKnownThanThereAre() {
        CellSystem.Builder builder = CellSystem.builder();
        assertThatThrownBy(() -> builder.atom(5, 6)).hasMessageContaining("of 5 people 6 cannot be known");
        assertThatThrownBy(() -> builder.atom(5, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(builder.atom(5, 5)).isZero();
        assertThat(builder.atom(5, 0)).isEqualTo(1);
    }

    @Test
    void refusesAPartThatExceedsItsWholeOrIsOneOfAPart() {
        CellSystem.Builder builder = CellSystem.builder();
        int whole = builder.atom(5, 2);
        int all = builder.atom(5, 2);
        int more = builder.atom(6);
        int known = builder.atom(4, 3);
        builder.atMost(all, whole);
        assertThatThrownBy(() -> builder.atMost(more, whole)).hasMessageContaining("exceeds");
        assertThatThrownBy(() -> builder.atMost(known, whole)).hasMessageContaining("exceeds");
        assertThatThrownBy(() -> builder.atMost(builder.atom(1), all)).hasMessageContaining("is a part itself");
    }

    @Test
    void refusesACellThatDoesNotAddUpOrMixesWholesAndParts() {
        CellSystem.Builder builder = CellSystem.builder();
        int whole = builder.atom(5);
        int part = builder.atom(3);
        builder.atMost(part, whole);
        assertThatThrownBy(() -> builder.cell(new Cell("wrong", List.of(whole), apart(6), false, 1)))
                .hasMessageContaining("cell wrong counts 6, and its atoms sum to 5");
        assertThatThrownBy(() -> builder.cell(new Cell("both", List.of(whole, part), apart(8), false, 1)))
                .hasMessageContaining("cell both mixes wholes and parts");
    }
}
