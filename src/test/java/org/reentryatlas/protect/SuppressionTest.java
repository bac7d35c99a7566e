package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which further cells are hidden for a demand: the cheapest that do, none where none need be, and none where none help. */
class SuppressionTest {
    private static final Policy EXACT = new Policy(11, 1, 3);

    private static Optional<ComplementarySuppression.Remedy> remedy(
            CellSystem system, List<Published> published, Demand demand) {
        List<Knowledge.Row> rows = Knowledge.of(system, published, EXACT, demand.attack());
        Optional<ComplementarySuppression.Remedy> remedy =
                new ComplementarySuppression(system, EXACT, new Neighbourhood(system)).remedy(demand, rows);
        remedy.ifPresent(found -> assertIsOne(system, published, demand, found));
        return remedy;
    }

    /** A remedy's world meets the demand and agrees with all that stays; and what it hides it would contradict. */
    private static void assertIsOne(
            CellSystem system, List<Published> published, Demand demand, ComplementarySuppression.Remedy remedy) {
        assertThat(demand.isMetBy(remedy.world())).isTrue();
        List<Published> left = new ArrayList<>(published);
        remedy.cells().forEach(cell -> left.set(cell, Published.HIDDEN));
        new Verifier(system, EXACT)
                .requirePossible(
                        remedy.world(), Knowledge.of(system, left, EXACT, demand.attack()), "the remedy's world");
        double cost = remedy.cells().stream()
                .mapToDouble(cell -> system.cells().get(cell).weight())
                .sum();
        assertThat(remedy.cost()).isEqualTo(cost);
    }

    private static List<Published> shown(CellSystem system, Set<Integer> hidden) {
        List<Published> published = new ArrayList<>();
        for (int cell = 0; cell < system.cells().size(); cell++) {
            int count = system.cells().get(cell).facts().count();
            published.add(hidden.contains(cell) ? Published.HIDDEN : new Published.Shown(count));
        }
        return published;
    }

    private static Demand atLeast(Sum sum, int number) {
        return new Demand(Attack.RULE_BLIND, "it", sum, number);
    }

    @Test
    void aSquareOfCellsProtectsOneInATable() {
        int[][] numbers = {{5, 40, 30}, {20, 14, 60}, {50, 70, 12}};
        SumTable table = SumTable.ofTwo(List.of("1", "2", "3"), List.of("a", "b", "c"), numbers, number -> number);
        assertThat(table.protect(Set.of("1|a"), cell -> 3))
                .as("14 costs less than 12 with what else its rows and columns take")
                .containsExactlyInAnyOrder("1|b", "2|a", "2|b");
        assertThat(table.interval("1|a", Set.of("1|a", "1|b", "2|a", "2|b"))).containsExactly(0, 25);
        assertThat(table.interval("1|a", Set.of("1|a"))).containsExactly(5, 5);
    }

    @Test
    void asMuchIsHiddenAsTheDemandTakes() {
        Town town = new Town();
        int small = town.piece(5);
        int next = town.piece(13);
        int large = town.piece(40);
        town.cell(1, small);
        town.cell(4, next);
        town.cell(5, large);
        town.cell(100, small, next, large);
        CellSystem system = town.build();
        List<Published> published = shown(system, Set.of(0));
        assertThat(remedy(system, published, atLeast(Town.sum(small), 13))
                        .orElseThrow()
                        .cells())
                .as("the cheapest that has eight people to spare")
                .containsExactly(1);
        assertThat(remedy(system, published, atLeast(Town.sum(small), 20))
                        .orElseThrow()
                        .cells())
                .containsExactly(2);
        assertThat(remedy(system, published, atLeast(Town.sum(small), 50))
                        .orElseThrow()
                        .cells())
                .containsExactly(1, 2);
        assertThat(remedy(system, published, atLeast(Town.sum(small), 90))
                        .orElseThrow()
                        .cells())
                .as("more than all hold")
                .contains(3);
    }

    @Test
    void nothingIsHiddenWhereAWorldIsThereAlready() {
        Town town = new Town();
        int small = town.piece(5);
        int large = town.piece(40);
        town.cellsOf(1, small, large);
        CellSystem system = town.build();
        ComplementarySuppression.Remedy remedy = remedy(
                        system, shown(system, Set.of(0, 1)), atLeast(Town.sum(small), 13))
                .orElseThrow();
        assertThat(remedy.cells()).isEmpty();
        assertThat(remedy.cost()).isZero();
        assertThat(remedy(
                                system,
                                shown(system, Set.of(0, 1)),
                                new Demand(
                                        Attack.RULE_BLIND, "it", Town.sum(small).negated(), 0))
                        .orElseThrow()
                        .world())
                .containsExactly(0, 45);
    }

    @Test
    void thereIsNoRemedyForWhatNobodyPublishes() {
        Town town = new Town();
        int house = town.piece(20, 8);
        town.cell(1, house);
        CellSystem system = town.build();
        Demand fewerThanAreKnown =
                new Demand(Attack.RULE_BLIND, "it", Town.sum(house).negated(), -7);
        assertThat(remedy(system, shown(system, Set.of()), fewerThanAreKnown)).isEmpty();
        Demand noFewer = new Demand(Attack.RULE_BLIND, "it", Town.sum(house).negated(), -8);
        assertThat(remedy(system, shown(system, Set.of()), noFewer)
                        .orElseThrow()
                        .cells())
                .containsExactly(0);
    }

    @Test
    void aWitnessHidesNothing() {
        Town town = new Town();
        int small = town.piece(5);
        int large = town.piece(40);
        town.cellsOf(1, small, large);
        CellSystem system = town.build();
        ComplementarySuppression suppression = new ComplementarySuppression(system, EXACT, new Neighbourhood(system));
        Demand demand = atLeast(Town.sum(small), 13);
        List<Knowledge.Row> open = Knowledge.of(system, shown(system, Set.of(0, 1)), EXACT, Attack.RULE_BLIND);
        int[] world = suppression.witness(demand, open).orElseThrow();
        assertThat(world[small]).isGreaterThanOrEqualTo(13);
        assertThat(world[small] + world[large]).isEqualTo(45);
        List<Knowledge.Row> closed = Knowledge.of(system, shown(system, Set.of(0)), EXACT, Attack.RULE_BLIND);
        assertThat(suppression.witness(demand, closed)).isEmpty();
    }

    /** A need can only be as large as its ground, whose cell must go too, or rather those that let its people move. */
    @Test
    void aNeedTakesItsGroundWithIt() {
        Town town = new Town();
        int piece = town.piece(20);
        int other = town.piece(30);
        int need = town.need(4, piece);
        town.cell(3, piece);
        town.cell(3, other);
        town.cell(30, piece, other);
        town.cell(1, need);
        CellSystem system = town.build();
        assertThat(remedy(system, shown(system, Set.of(3)), atLeast(Town.sum(need), 20))
                        .orElseThrow()
                        .cells())
                .isEmpty();
        assertThat(remedy(system, shown(system, Set.of(3)), atLeast(Town.sum(need), 26))
                        .orElseThrow()
                        .cells())
                .containsExactly(0, 1);
    }

    /** To empty a piece of ground, the people with another need must leave it: their cells are weighed as well. */
    @Test
    void otherNeedsMakeWayOrAreHidden() {
        Town town = new Town();
        int piece = town.piece(9);
        int other = town.piece(50);
        int need = town.need(5, piece);
        int needOfOther = town.need(20, other);
        town.cell(5, piece);
        town.cell(5, other);
        town.cell(50, piece, other);
        town.cell(1, need);
        town.cell(1, needOfOther);
        town.cell(10, need, needOfOther);
        CellSystem system = town.build();
        Demand empty = new Demand(Attack.RULE_AWARE, "it", Town.sum(piece).negated(), -1);
        ComplementarySuppression.Remedy free =
                remedy(system, shown(system, Set.of(0, 1, 3, 4)), empty).orElseThrow();
        assertThat(free.cells()).isEmpty();
        assertThat(free.world()[need]).isLessThanOrEqualTo(1);
        assertThat(free.world()[need] + free.world()[needOfOther]).isEqualTo(25);
        ComplementarySuppression.Remedy bought =
                remedy(system, shown(system, Set.of(0, 1, 3)), empty).orElseThrow();
        assertThat(bought.cells()).as("the cheapest cell of the need").containsExactly(4);
    }

    @Test
    void aCellThatLeavesFewOutIsProtectedByTheCellOfItsGround() {
        Town town = new Town();
        int piece = town.piece(60);
        int other = town.piece(80);
        int need = town.need(55, piece);
        town.cellsOf(3, piece, other);
        town.cell(1, need);
        CellSystem system = town.build();
        Demand others = atLeast(system.others(3), 30);
        assertThat(remedy(system, shown(system, Set.of(3)), others)
                        .orElseThrow()
                        .cells())
                .as("fewer have the need")
                .isEmpty();
        assertThat(new TreeSet<>(remedy(system, shown(system, Set.of()), others)
                        .orElseThrow()
                        .cells()))
                .isSubsetOf(0, 1, 3)
                .contains(3);
    }

    @Test
    void groupQuartersStayWhereTheyAre() {
        Town town = new Town();
        int small = town.piece(5);
        int house = town.piece(40, 30);
        int large = town.piece(60);
        town.cell(1, small);
        town.cell(1, new Facts(40, 11, 1, 0, OptionalInt.empty()), house);
        town.cell(2, large);
        town.cell(100, small, house, large);
        CellSystem system = town.build();
        assertThat(remedy(system, shown(system, Set.of(0)), atLeast(Town.sum(small), 15))
                        .orElseThrow()
                        .cells())
                .as("the house has ten to spare")
                .containsExactly(1);
        assertThat(remedy(system, shown(system, Set.of(0)), atLeast(Town.sum(small), 16))
                        .orElseThrow()
                        .cells())
                .containsExactly(2);
    }
}
