package org.reentryatlas.protect;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Worlds that split people are settled into whole ones, near by and so that all rows hold. */
class WholePeopleTest {
    private static final double MANY = Double.POSITIVE_INFINITY;

    private static CellSystem pieces(int... atGroupQuarters) {
        Town town = new Town();
        for (int known : atGroupQuarters) {
            town.piece(20, known);
        }
        return town.build();
    }

    private static Knowledge.Row row(double low, double high, Sum sum) {
        return new Knowledge.Row(sum, low, high, Knowledge.ALWAYS);
    }

    private static WholePeople settler(CellSystem system, int[] atoms, Knowledge.Row... rows) {
        return new WholePeople(system, atoms, List.of(rows));
    }

    @Test
    void wholePeopleStayAsTheyAre() {
        int[] world = new int[2];
        WholePeople settler = settler(pieces(0, 0), new int[] {0, 1}, row(10, 10, Town.sum(0, 1)));
        assertThat(settler.settle(new double[] {2.000001, 7.999999}, world)).isTrue();
        assertThat(world).containsExactly(2, 8);
    }

    @Test
    void wholePeopleThatBreakARowAreRefused() {
        WholePeople settler = settler(pieces(0, 0), new int[] {0, 1}, row(10, 10, Town.sum(0, 1)));
        assertThat(settler.settle(new double[] {2, 9}, new int[2])).isFalse();
    }

    @Test
    void splitPeopleAreSettledSoThatTheRowsHold() {
        CellSystem system = pieces(0, 0, 0);
        int[] world = new int[3];
        WholePeople settler = settler(
                system,
                new int[] {0, 1, 2},
                row(10, 10, Town.sum(0, 1)),
                row(13, 13, Town.sum(1, 2)),
                row(4, MANY, Town.sum(0)));
        assertThat(settler.settle(new double[] {4.5, 5.5, 7.5}, world)).isTrue();
        assertThat(world[0] + world[1]).isEqualTo(10);
        assertThat(world[1] + world[2]).isEqualTo(13);
        assertThat(world[0]).isGreaterThanOrEqualTo(4);
    }

    @Test
    void thoseWhoAreGivenCountInTheRows() {
        int[] world = {0, 0, 30};
        WholePeople settler = settler(
                pieces(0, 0, 0), new int[] {0, 1}, row(10, 10, Town.sum(0, 1, 2).plus(Sum.of(new int[0], 1))));
        assertThat(settler.settle(new double[] {0.5, 0.5}, world))
                .as("30 alone are too many")
                .isFalse();
        world[2] = 3;
        assertThat(settler.settle(new double[] {3.5, 3.5}, world)).isTrue();
        assertThat(world[0] + world[1]).isEqualTo(7);
        assertThat(world[2]).isEqualTo(3);
    }

    @Test
    void noAtomHoldsFewerThanAreKnownOrThanIsAsked() {
        CellSystem system = pieces(6, 0);
        WholePeople settler = settler(system, new int[] {0, 1}, row(9, 9, Town.sum(0, 1)), row(3, 9, Town.sum(1)));
        int[] world = new int[2];
        assertThat(settler.settle(new double[] {5.5, 3.5}, world)).isTrue();
        assertThat(world).containsExactly(6, 3);
        assertThat(settler.settle(new double[] {5.5, 3.5}, new int[] {7, 0}, world))
                .isFalse();
        assertThat(settler.settle(new double[] {5.5, 3.5}, new int[] {0, 5}, world))
                .isTrue();
        assertThat(world[1]).isGreaterThanOrEqualTo(5);
    }

    /** Two and a half people, twice, and two: seven cannot be whole unless the two move as well. */
    @Test
    void whereItTakesThemNeighboursMoveToo() {
        Sum twice = Sum.of(new int[] {1, 0}, new double[] {2, 1});
        int[] world = new int[2];
        assertThat(settler(pieces(0, 0), new int[] {0, 1}, row(7, 7, twice)).settle(new double[] {2, 2.5}, world))
                .isTrue();
        assertThat(world[0] + 2 * world[1]).isEqualTo(7);
    }

    @Test
    void whereThereIsNoneNearEnoughNothingIsFound() {
        Sum twice = Sum.of(new int[] {0}, 2);
        assertThat(settler(pieces(0), new int[] {0}, row(5, 5, twice)).settle(new double[] {2.5}, new int[1]))
                .isFalse();
    }

    @Test
    void allRowsMustHold() {
        WholePeople settler =
                settler(pieces(0, 0), new int[] {0}, row(1, 2, Town.sum(0)), row(5, MANY, Town.sum(0, 1)));
        assertThat(settler.holds(new int[] {2, 3})).isTrue();
        assertThat(settler.holds(new int[] {2, 2})).isFalse();
        assertThat(settler.holds(new int[] {3, 3})).isFalse();
    }
}
