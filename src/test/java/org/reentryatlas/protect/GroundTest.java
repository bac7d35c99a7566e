package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Five small pieces beside two large ones, of which nothing is shown but their total; searched demand by demand. */
class GroundTest {
    private static final Policy EXACT = new Policy(11, 1, 3);
    private static final int SMALL = 5;

    private final List<String> told = new ArrayList<>();
    private final List<Integer> unmet = new ArrayList<>();
    private CellSystem system = new Town().build();

    @BeforeEach
    void build() {
        Town town = new Town();
        int[] pieces = new int[SMALL + 2];
        for (int i = 0; i < SMALL; i++) {
            pieces[i] = town.piece(i + 1);
        }
        pieces[SMALL] = town.piece(60);
        pieces[SMALL + 1] = town.piece(80);
        town.cellsOf(1, pieces);
        system = town.build();
    }

    private List<Knowledge.Row> rows() {
        return List.of(new Knowledge.Row(system.count(SMALL + 2), 155, 155, SMALL + 2));
    }

    private Ground ground(Witnesses witnesses) {
        return new Ground(system, EXACT, witnesses, told::add);
    }

    private static Demand many(int atom, int number) {
        return new Demand(Attack.RULE_BLIND, "atom " + atom, Town.sum(atom), number);
    }

    private Witnesses searchAll(Demand... demands) {
        Witnesses witnesses = new Witnesses(List.of(demands));
        ground(witnesses).searchAll(Attack.RULE_BLIND, witnesses.open(Attack.RULE_BLIND), this::rows, unmet::add);
        witnesses
                .worlds()
                .forEach(world -> new Verifier(system, EXACT).requirePossible(world.people(), rows(), "a world"));
        return witnesses;
    }

    @Test
    void everyDemandIsLookedAt() {
        Witnesses witnesses =
                searchAll(Stream.of(0, 1, 2, 3, 4).map(atom -> many(atom, 80)).toArray(Demand[]::new));
        assertThat(witnesses.open(Attack.RULE_BLIND))
                .as("only one can have 80 at a time")
                .isEmpty();
        assertThat(witnesses.worlds()).hasSize(5);
        assertThat(unmet).isEmpty();
        assertThat(told).containsExactly("rule-blind attack: 0 of 5 demands");
    }

    @Test
    void whatNoWorldMeetsIsTold() {
        Witnesses witnesses = searchAll(many(0, 200), many(1, 13), many(2, 13), many(3, 200), many(4, 200));
        assertThat(unmet).containsExactlyInAnyOrder(0, 3, 4);
        assertThat(witnesses.open(Attack.RULE_BLIND)).containsExactly(0, 3, 4);
    }

    @Test
    void aDemandThatIsTheOnlyOneIsLookedAt() {
        assertThat(searchAll(many(2, 90)).isOpen(0)).isFalse();
        searchAll(many(2, 200));
        assertThat(unmet).containsExactly(0);
    }

    @Test
    void nothingIsThereToBeLookedAt() {
        assertThat(searchAll().worlds()).isEmpty();
        assertThat(unmet).isEmpty();
    }

    @Test
    void whatIsMetOnTheWayIsNotLookedAtAgain() {
        Witnesses witnesses = new Witnesses(List.of(many(0, 13), many(1, 13), many(2, 13)));
        List<Integer> all = witnesses.open(Attack.RULE_BLIND);
        witnesses.offer(new int[] {20, 20, 20, 20, 20, 20, 35}, Attack.RULE_BLIND);
        ground(witnesses).searchAll(Attack.RULE_BLIND, all, () -> List.of(), unmet::add);
        assertThat(witnesses.worlds()).hasSize(1);
        assertThat(unmet).isEmpty();
    }

    /** What hides a cell for one demand is known to those that follow. */
    @Test
    void whatIsKnownIsAskedForAnew() {
        Witnesses witnesses = new Witnesses(IntStream.range(0, 10)
                .mapToObj(number -> many(number % SMALL, 60 + number))
                .toList());
        List<Knowledge.Row> rows = new ArrayList<>(rows());
        rows.add(new Knowledge.Row(Town.sum(0, 1, 2, 3, 4), 0, 50, 0));
        ground(witnesses).searchAll(Attack.RULE_BLIND, witnesses.open(Attack.RULE_BLIND), () -> rows, demand -> {
            unmet.add(demand);
            rows.clear();
        });
        assertThat(unmet).as("those beside it were searched before").containsExactly(0, 2, 4, 6, 8, 1, 3, 5);
        assertThat(witnesses.open(Attack.RULE_BLIND)).doesNotContain(7, 9);
    }

    @Test
    void aSweepGoesOverAllGround() {
        Witnesses witnesses = new Witnesses(List.of(many(0, 13), many(4, 13)));
        ground(witnesses).sweep(Attack.RULE_BLIND, rows());
        assertThat(witnesses.open(Attack.RULE_BLIND)).isEmpty();
        assertThat(witnesses.worlds()).hasSize(1);
    }

    /** No atom is thought to go further than eight times k above the truth: that only narrows what is granted. */
    @Test
    void nobodyIsThoughtToGoOutOfReach() {
        Witnesses witnesses = new Witnesses(List.of(many(0, 89), many(1, 91)));
        ground(witnesses).sweep(Attack.RULE_BLIND, rows());
        assertThat(witnesses.open(Attack.RULE_BLIND)).containsExactly(1);
    }

    @Test
    void aSearchForOneDemandLooksAroundIt() {
        Witnesses witnesses = new Witnesses(List.of(many(0, 13), many(1, 150), many(2, 13)));
        ground(witnesses).search(0, rows());
        assertThat(witnesses.isOpen(0)).isFalse();
        assertThat(witnesses.isOpen(2)).as("what is met on the way").isFalse();
        ground(witnesses).search(1, rows());
        assertThat(witnesses.isOpen(1)).isTrue();
    }

    @Test
    void aWitnessContradictsNothingAndARemedyHidesWhatItMust() {
        Witnesses witnesses = new Witnesses(List.of(many(0, 200)));
        Ground ground = ground(witnesses);
        assertThat(ground.witness(many(0, 155), rows()).orElseThrow()[0]).isEqualTo(155);
        assertThat(ground.witness(many(0, 156), rows())).isEmpty();
        ComplementarySuppression.Remedy remedy = ground.remedy(0, rows()).orElseThrow();
        assertThat(remedy.cells()).containsExactly(SMALL + 2);
        assertThat(remedy.world()[0]).isGreaterThanOrEqualTo(200);
    }
}
