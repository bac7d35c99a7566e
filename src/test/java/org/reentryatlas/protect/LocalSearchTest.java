package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Worlds that meet many demands at once, found by linear programmes alone. */
class LocalSearchTest {
    private static final Policy EXACT = new Policy(11, 1, 3);
    private static final double CAP = 88;

    private static BitSet all(CellSystem system) {
        BitSet all = new BitSet();
        all.set(0, system.atoms());
        return all;
    }

    private static LocalSearch search(
            CellSystem system, Attack attack, List<Knowledge.Row> rows, BitSet free, Witnesses witnesses) {
        return new LocalSearch(system, system.truth(), attack, rows, free, witnesses.open(attack), witnesses, CAP);
    }

    /** Everything hidden but the total of each measure. */
    private static List<Published> totalsOnly(CellSystem system) {
        List<Published> published = new ArrayList<>();
        for (Cell cell : system.cells()) {
            boolean isTotal = cell.atoms().size() > 1;
            published.add(isTotal ? new Published.Shown(cell.facts().count()) : Published.HIDDEN);
        }
        return published;
    }

    /** Small pieces beside a large one, and two needs, each small in all of the pieces but one. */
    private static CellSystem town() {
        Town town = new Town();
        int[] pieces = {town.piece(3), town.piece(7), town.piece(150), town.piece(9)};
        town.cellsOf(1, pieces);
        town.cellsOf(1, town.need(2, pieces[0]), town.need(60, pieces[2]), town.need(1, pieces[3]));
        town.cellsOf(1, town.need(6, pieces[1]), town.need(44, pieces[2]));
        return town.build();
    }

    private static Witnesses sweep(CellSystem system, Attack attack) {
        List<Published> published = totalsOnly(system);
        List<Knowledge.Row> rows = Knowledge.of(system, published, EXACT, attack);
        Witnesses witnesses = new Witnesses(Demands.of(system, EXACT));
        try (LocalSearch search = search(system, attack, rows, all(system), witnesses)) {
            search.sweep();
        }
        Verifier verifier = new Verifier(system, EXACT);
        witnesses.worlds().forEach(world -> {
            assertThat(world.attack()).isEqualTo(attack);
            verifier.requirePossible(world.people(), rows, "a world of the sweep");
        });
        return witnesses;
    }

    @Test
    void oneWorldCanMeetAllDemandsForMany() {
        Witnesses witnesses = sweep(town(), Attack.RULE_BLIND);
        assertThat(witnesses.open(Attack.RULE_BLIND).stream().map(witnesses.demands()::get))
                .as("how many are left out by a need is looked for one by one")
                .isNotEmpty()
                .allMatch(demand -> demand.sum().size() > 1 && !demand.asksForMany());
        assertThat(witnesses.worlds()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aSweepLooksForManyAndForFewInTurns() {
        for (Attack attack : List.of(Attack.RULE_AWARE, Attack.PATTERN_AWARE)) {
            Witnesses witnesses = sweep(town(), attack);
            assertThat(witnesses.open(attack)).as(attack.words()).isEmpty();
            assertThat(witnesses.worlds()).as("many, and few").hasSizeBetween(2, 4);
        }
    }

    private static Witnesses run(CellSystem system, List<Knowledge.Row> rows, BitSet free, Demand... demands) {
        Witnesses witnesses = new Witnesses(List.of(demands));
        List<Knowledge.Row> all = new ArrayList<>(rows);
        all.addAll(demands[0].rows(system));
        try (LocalSearch search = search(system, demands[0].attack(), all, free, witnesses)) {
            search.run(0);
        }
        Verifier verifier = new Verifier(system, EXACT);
        witnesses.worlds().forEach(world -> verifier.requirePossible(world.people(), all, "a world of the search"));
        return witnesses;
    }

    private static Demand many(Sum sum, int number) {
        return new Demand(Attack.RULE_BLIND, "it", sum, number);
    }

    private static Demand few(Sum sum, int number) {
        return new Demand(Attack.RULE_BLIND, "it", sum.negated(), -number);
    }

    private static List<Knowledge.Row> rows(CellSystem system) {
        return Knowledge.of(system, totalsOnly(system), EXACT, Attack.RULE_BLIND);
    }

    @Test
    void whileASearchGoesOnItMeetsOtherDemandsToo() {
        CellSystem town = town();
        Witnesses witnesses = run(
                town,
                rows(town),
                all(town),
                many(Town.sum(0), 13),
                many(Town.sum(3), 13),
                few(Town.sum(1), 0),
                few(Town.sum(2), 120));
        assertThat(witnesses.open(Attack.RULE_BLIND)).isEmpty();
    }

    @Test
    void aSearchForFewFindsThemToo() {
        CellSystem town = town();
        Witnesses witnesses =
                run(town, rows(town), all(town), few(Town.sum(1), 0), few(Town.sum(0), 0), many(Town.sum(3), 20));
        assertThat(witnesses.open(Attack.RULE_BLIND)).isEmpty();
    }

    @Test
    void whatCannotBeIsNotFound() {
        CellSystem town = town();
        List<Knowledge.Row> rows = new ArrayList<>(rows(town));
        rows.add(new Knowledge.Row(Town.sum(0), 0, 12, 0));
        Witnesses witnesses = run(town, rows, all(town), many(Town.sum(0), 13), many(Town.sum(1), 13));
        assertThat(witnesses.isOpen(0)).isTrue();
        assertThat(witnesses.worlds()).isEmpty();
    }

    /** Three of four pieces are free: the total that they share with the fourth does not change. */
    @Test
    void onlyWhatIsFreeIsMoved() {
        CellSystem town = town();
        BitSet free =
                new Neighbourhood(town).withParts(IntStream.of(0, 1, 2).collect(BitSet::new, BitSet::set, BitSet::or));
        Witnesses witnesses = run(town, rows(town), free, many(Town.sum(0), 13));
        assertThat(witnesses.isOpen(0)).isFalse();
        assertThat(witnesses.worlds().get(0).people()[3]).isEqualTo(9);
    }

    /** A need of one in a piece of three can be thirteen only where the piece makes room, which nobody asks of it. */
    @Test
    void aWholeMakesRoomForTheNeedThatIsToBeLarge() {
        Town town = new Town();
        int[] pieces = {town.piece(3), town.piece(150)};
        int need = town.need(1, pieces[0]);
        town.cellsOf(1, pieces);
        town.cellsOf(1, need, town.need(70, pieces[1]));
        CellSystem system = town.build();
        Witnesses witnesses = new Witnesses(List.of(many(Town.sum(need), 13)));
        try (LocalSearch search = search(system, Attack.RULE_BLIND, rows(system), all(system), witnesses)) {
            search.sweep();
        }
        assertThat(witnesses.isOpen(0)).isFalse();
    }

    /** Seven of a piece have a shown need, so that the piece cannot be emptied; but another can all the same. */
    @Test
    void aNeedThatFindsNoPlaceStaysAndTheOthersGoOn() {
        Town town = new Town();
        int[] pieces = {town.piece(9), town.piece(8), town.piece(90)};
        int shown = town.need(7, pieces[0]);
        town.cellsOf(1, pieces);
        town.cell(1, shown);
        CellSystem system = town.build();
        List<Knowledge.Row> rows = new ArrayList<>(rows(system));
        rows.add(new Knowledge.Row(Town.sum(shown), 7, 7, 0));
        Witnesses witnesses = new Witnesses(
                List.of(few(Town.sum(pieces[0]), 0), few(Town.sum(pieces[1]), 0), few(Town.sum(pieces[0]), 7)));
        try (LocalSearch search = search(system, Attack.RULE_BLIND, rows, all(system), witnesses)) {
            search.sweep();
        }
        assertThat(witnesses.open(Attack.RULE_BLIND)).containsExactly(0);
    }

    private static final int PIECES = 350;

    /** Much ground: of each piece one person has the first need, and one the second. */
    private static CellSystem muchGround() {
        Town town = new Town();
        int[] pieces =
                IntStream.range(0, PIECES).map(i -> town.piece(2 + i % 9)).toArray();
        for (int need = 0; need < 2; need++) {
            town.cell(1, IntStream.of(pieces).map(piece -> town.need(1, piece)).toArray());
        }
        town.cell(1, pieces);
        return town.build();
    }

    @Test
    void onMuchGroundOneNeedIsPursuedAtATimeAndTheOtherRests() {
        CellSystem system = muchGround();
        int need = system.atomsOf(1)[5];
        int[] others = system.atomsOf(2);
        Demand demand = many(Town.sum(need), 13);
        Demand other = many(Town.sum(others[0]), 13);
        Witnesses witnesses = run(system, rows(system), all(system), demand, other);
        assertThat(witnesses.open(Attack.RULE_BLIND)).containsExactly(1);
        int[] world = witnesses.worlds().get(0).people();
        assertThat(world[need]).isGreaterThanOrEqualTo(13);
        assertThat(IntStream.of(others).map(part -> world[part]).toArray()).containsOnly(1);
        List<Knowledge.Row> rows = new ArrayList<>(rows(system));
        rows.add(new Knowledge.Row(Town.sum(need), 0, 12, 0));
        assertThat(run(system, rows, all(system), demand, other).worlds())
                .as("what cannot be is not found")
                .isEmpty();
    }

    /** A piece is emptied only together with those of its people who have a need, of whom nobody asked. */
    @Test
    void onMuchGroundNeedsMakeWayForWholes() {
        CellSystem system = muchGround();
        assertThat(run(system, rows(system), all(system), many(Town.sum(0), 13)).isOpen(0))
                .isFalse();
        Witnesses empty = run(system, rows(system), all(system), few(Town.sum(0), 0));
        assertThat(empty.isOpen(0)).isFalse();
        assertThat(empty.worlds().get(0).people()[system.atomsOf(1)[0]]).isZero();
    }
}
