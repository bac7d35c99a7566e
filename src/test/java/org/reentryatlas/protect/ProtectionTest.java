package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProtectionTest {
    private static final Policy POLICY = Policy.DEFAULT;

    /** Without rounding, which otherwise often protects a lone small cell by itself. */
    private static final Policy EXACT = new Policy(11, 1, 3);

    private static Facts apart(int count) {
        return new Facts(count, count, Math.min(count, 1), 0, OptionalInt.empty());
    }

    private static Protection.Outcome protect(CellSystem system) {
        return new Protection(POLICY).protect(system);
    }

    @Test
    void showsEverythingWhereNothingIsSmall() {
        Protection.Outcome outcome = protect(Cities.of(List.of(List.of(40, 50, 60), List.of(100, 33)), 0));
        assertThat(outcome.cells())
                .containsExactly(
                        new Published.Shown(40),
                        new Published.Shown(50),
                        new Published.Shown(60),
                        new Published.Shown(150),
                        new Published.Shown(100),
                        new Published.Shown(35),
                        new Published.Shown(135),
                        new Published.Shown(285));
    }

    @Test
    void hidesASecondBeatWhereOneAloneCouldBeSubtracted() {
        Protection.Outcome outcome =
                new Protection(EXACT).protect(Cities.of(List.of(List.of(5, 400, 80), List.of(100, 90)), 0));
        assertThat(outcome.primary()).isEqualTo(1);
        assertThat(outcome.complementary()).isEqualTo(1);
        assertThat(outcome.cells().get(0)).isEqualTo(Published.HIDDEN);
        assertThat(outcome.cells().get(3)).as("the district, which costs more").isInstanceOf(Published.Shown.class);
    }

    @Test
    void theSameInputGivesTheSameAnswer() {
        CellSystem city = Cities.of(List.of(List.of(5, 40, 40, 40), List.of(7, 30, 30), List.of(3, 2, 90)), 3);
        assertThat(protect(city)).isEqualTo(protect(city));
    }

    @Test
    void hidesATrueZeroLikeASmallCountAndShowsAStructuralOne() {
        CellSystem.Builder system = CellSystem.builder();
        int empty = system.atom(0);
        int full = system.atom(80);
        system.cell(new Cell("empty", List.of(empty), apart(0), false, 1));
        system.cell(new Cell("full", List.of(full), apart(80), false, 1));
        system.cell(new Cell("park", List.of(), apart(0), true, 1));
        assertThat(protect(system.build()).cells())
                .containsExactly(Published.HIDDEN, new Published.Shown(80), Published.ZERO);
    }

    @Test
    void hidesFortyPeopleOfWhomThirtySixLiveInAHalfwayHouse() {
        CellSystem.Builder system = CellSystem.builder();
        int house = system.atom(40);
        int others = system.atom(300);
        system.cell(new Cell("house", List.of(house), new Facts(40, 5, 1, 36, OptionalInt.empty()), false, 5));
        system.cell(new Cell("others", List.of(others), apart(300), false, 5));
        system.cell(
                new Cell("both", List.of(house, others), new Facts(340, 305, 1, 36, OptionalInt.empty()), false, 50));
        List<Published> cells = protect(system.build()).cells();
        assertThat(cells.get(0)).isEqualTo(Published.HIDDEN);
        assertThat(cells.get(1)).as("or the house could be subtracted").isEqualTo(Published.HIDDEN);
        assertThat(cells.get(2)).isInstanceOf(Published.Shown.class);
    }

    /** Who does not know how many beds a house has must not see a small number either, even where nobody else lives. */
    @Test
    void keepsAHouseOfFiveWhereNobodyElseLives() {
        CellSystem.Builder system = CellSystem.builder();
        int house = system.atom(5, 5);
        int others = system.atom(40);
        system.cell(new Cell("house", List.of(house), new Facts(5, 1, 0, 5, OptionalInt.empty()), false, 5));
        system.cell(new Cell("others", List.of(others), apart(40), false, 5));
        system.cell(new Cell("both", List.of(house, others), new Facts(45, 41, 1, 5, OptionalInt.empty()), false, 50));
        assertNothingIsProved(system.build(), POLICY);
    }

    /** Eleven people in a piece of ground that no cell shows: two of them know that there are nine others. */
    @Test
    void keepsAnAtomThatIsSmallForItsOwnMembers() {
        CellSystem.Builder system = CellSystem.builder();
        int piece = system.atom(11);
        int rest = system.atom(60);
        int other = system.atom(50);
        system.cell(new Cell("beat", List.of(piece, rest), apart(71), false, 20));
        system.cell(new Cell("tract", List.of(rest), apart(60), false, 5));
        system.cell(new Cell("next tract", List.of(piece, other), apart(61), false, 5));
        system.cell(new Cell("city", List.of(piece, rest, other), apart(121), false, 100));
        assertNothingIsProved(system.build(), EXACT);
    }

    private static void assertNothingIsProved(CellSystem system, Policy policy) {
        Protection.Outcome outcome = new Protection(policy).protect(system);
        assertThat(outcome.cells()).hasAtLeastOneElementOfType(Published.Shown.class);
        Outsider.Report report = Outsider.within(system, outcome.cells(), policy, step -> {})
                .attack(policy.knownMembers(), outcome.worlds());
        assertThat(report.bounded()).as("what adding up leaves to a solver").isEmpty();
        assertThat(new Outsider(system, outcome.cells(), policy, step -> {})
                        .attack(policy.knownMembers())
                        .isSafe())
                .isTrue();
    }

    @Test
    void hidesThirtyPeopleAtTwoAddresses() {
        CellSystem.Builder system = CellSystem.builder();
        int atom = system.atom(30);
        system.cell(new Cell("two", List.of(atom), new Facts(30, 2, 15, 0, OptionalInt.empty()), false, 1));
        assertThat(protect(system.build()).cells()).containsExactly(Published.HIDDEN);
    }

    @Test
    void hidesANeedThatNearlyEverybodyHas() {
        CellSystem.Builder system = CellSystem.builder();
        int whole = system.atom(60);
        int part = system.atom(55);
        system.atMost(part, whole);
        system.cell(new Cell("people", List.of(whole), apart(60), false, 4));
        system.cell(new Cell("need", List.of(part), new Facts(55, 55, 1, 0, OptionalInt.of(5)), false, 1));
        assertThat(protect(system.build()).cells()).containsExactly(new Published.Shown(60), Published.HIDDEN);
    }

    @Provide
    Arbitrary<List<List<Integer>>> cities() {
        Arbitrary<Integer> beat = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(0, 14)),
                Tuple.of(3, Arbitraries.integers().between(15, 120)));
        return beat.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(3);
    }

    /** The acceptance test of the specification, with a solver that the protection has never met. */
    @Property(tries = 60)
    void anotherSolverCannotWorkOutAHiddenNumber(@ForAll("cities") List<List<Integer>> people) {
        CellSystem system = Cities.of(people, 2);
        List<Published> cells = protect(system).cells();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = system.cells().get(i);
            if (!(cells.get(i) instanceof Published.Hidden)) {
                assertThat(cell.facts().count()).isGreaterThanOrEqualTo(POLICY.k());
                continue;
            }
            int truth = cell.facts().count();
            double blind = bound(system, cells, Attack.RULE_BLIND, system.count(i));
            if (truth == 0) {
                continue;
            }
            assertThat(blind).as("upper bound of %s", cell.id()).isGreaterThanOrEqualTo(POLICY.k() - 1e-6);
            if (truth < POLICY.k()) {
                assertThat(bound(system, cells, Attack.PATTERN_AWARE, system.count(i)))
                        .as("aware upper bound of %s", cell.id())
                        .isGreaterThanOrEqualTo(POLICY.k() - 1 - 1e-6);
                assertThat(-bound(
                                system,
                                cells,
                                Attack.PATTERN_AWARE,
                                system.count(i).negated()))
                        .as("aware lower bound of %s", cell.id())
                        .isLessThanOrEqualTo(1 + 1e-6);
            }
        }
    }

    @Property(tries = 30)
    void bothSolversReachTheSameBound(@ForAll("cities") List<List<Integer>> people) {
        CellSystem system = Cities.of(people, 1);
        List<Published> cells = protect(system).cells();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Published.Shown) {
                Sum sum = system.count(i);
                List<Knowledge.Row> rows = Knowledge.of(system, cells, POLICY, Attack.RULE_BLIND);
                try (Bounds bounds = new Bounds(system, system.truth(), rows, 10_000)) {
                    assertThat(bounds.highest(sum).value())
                            .isCloseTo(bound(system, cells, Attack.RULE_BLIND, sum), within(1e-6));
                }
            }
        }
    }

    /** Shown as 15, a beat of 17 holds at least 12, since its largest household is taken off before the threshold. */
    @Test
    void aShownCellSaysMoreThanItsRoundedValue() {
        CellSystem.Builder system = CellSystem.builder();
        int small = system.atom(5);
        int other = system.atom(17);
        system.cell(new Cell("small", List.of(small), apart(5), false, 5));
        system.cell(new Cell("other", List.of(other), apart(17), false, 5));
        system.cell(new Cell("both", List.of(small, other), apart(22), false, 50));
        CellSystem built = system.build();
        List<Published> cells = protect(built).cells();
        assertThat(bound(built, cells, Attack.RULE_BLIND, Sum.of(new int[] {small}, 1)))
                .isGreaterThanOrEqualTo(11);
        assertThat(cells.get(1)).as("or the small one is at most 22 - 12").isEqualTo(Published.HIDDEN);
    }

    /** Shown, a need leaves at least 11 people out, so that the total of its area is larger than it seems. */
    @Test
    void aShownNeedTellsOfThoseWithoutIt() {
        CellSystem.Builder system = CellSystem.builder();
        int first = system.atom(40);
        int second = system.atom(22);
        int third = system.atom(5);
        int need = system.atom(28);
        system.atMost(need, first);
        system.cell(new Cell("first", List.of(first), apart(40), false, 20));
        system.cell(new Cell("second", List.of(second), apart(22), false, 20));
        system.cell(new Cell("third", List.of(third), apart(5), false, 20));
        system.cell(new Cell("all", List.of(first, second, third), apart(67), false, 200));
        system.cell(new Cell("need", List.of(need), new Facts(28, 28, 1, 0, OptionalInt.of(12)), false, 5));
        CellSystem built = system.build();
        assertThat(bound(built, protect(built).cells(), Attack.RULE_BLIND, Sum.of(new int[] {third}, 1)))
                .isGreaterThanOrEqualTo(11);
    }

    @Test
    void aHiddenHouseholdCannotBeTakenOffTheRest() {
        CellSystem.Builder system = CellSystem.builder();
        int shared = system.atom(20);
        int other = system.atom(30);
        system.cell(new Cell("shared", List.of(shared), new Facts(20, 6, 15, 0, OptionalInt.empty()), false, 5));
        system.cell(new Cell("other", List.of(other), apart(30), false, 5));
        system.cell(new Cell("both", List.of(shared, other), new Facts(50, 36, 15, 0, OptionalInt.empty()), false, 50));
        CellSystem built = system.build();
        assertThat(bound(built, protect(built).cells(), Attack.RULE_BLIND, Sum.of(new int[] {shared}, 1)))
                .as("whoever knows the 15 must still think 11 others possible")
                .isGreaterThanOrEqualTo(26);
    }

    @Test
    void whatIsHiddenForItsAddressesIsReallyHidden() {
        CellSystem.Builder system = CellSystem.builder();
        int two = system.atom(100);
        int other = system.atom(300);
        system.cell(new Cell("two", List.of(two), new Facts(100, 2, 50, 0, OptionalInt.empty()), false, 5));
        system.cell(new Cell("other", List.of(other), apart(300), false, 5));
        system.cell(new Cell("both", List.of(two, other), new Facts(400, 302, 50, 0, OptionalInt.empty()), false, 50));
        CellSystem built = system.build();
        List<Published> cells = protect(built).cells();
        double high = bound(built, cells, Attack.RULE_BLIND, Sum.of(new int[] {two}, 1));
        double low = -bound(built, cells, Attack.RULE_BLIND, Sum.of(new int[] {two}, -1));
        assertThat(high - low).isGreaterThanOrEqualTo(10);
    }

    @Test
    void whoKnowsWhichCellsAreSmallAlsoKnowsWhichAreNot() {
        CellSystem.Builder system = CellSystem.builder();
        int small = system.atom(1);
        int second = system.atom(12);
        int third = system.atom(12);
        Facts twoAddresses = new Facts(12, 2, 6, 0, OptionalInt.empty());
        system.cell(new Cell("small", List.of(small), apart(1), false, 5));
        system.cell(new Cell("second", List.of(second), twoAddresses, false, 5));
        system.cell(new Cell("third", List.of(third), twoAddresses, false, 5));
        system.cell(
                new Cell("all", List.of(small, second, third), new Facts(25, 5, 6, 0, OptionalInt.empty()), false, 50));
        CellSystem built = system.build();
        assertThat(bound(built, protect(built).cells(), Attack.PATTERN_AWARE, Sum.of(new int[] {small}, 1)))
                .isGreaterThanOrEqualTo(10);
    }

    /**
     * Eleven people of two tracts that hold 8 each, another eleven of the second and a third: who is told of each area whether it is
     * small knows that the first tract is not empty, whatever is hidden. The others are still kept from him.
     */
    @Test
    void whatThePatternAloneGivesAwayIsLeftToTheAttackerWithoutIt() {
        CellSystem.Builder system = CellSystem.builder();
        int first = system.atom(8);
        int secondWest = system.atom(3);
        int secondEast = system.atom(5);
        int third = system.atom(8);
        system.cell(new Cell("tract 1", List.of(first), apart(8), false, 5));
        system.cell(new Cell("tract 2", List.of(secondWest, secondEast), apart(8), false, 5));
        system.cell(new Cell("tract 3", List.of(third), apart(8), false, 5));
        system.cell(new Cell("west", List.of(first, secondWest), apart(11), false, 1));
        system.cell(new Cell("east", List.of(secondEast, third), apart(13), false, 1));
        CellSystem built = system.build();
        List<String> told = new ArrayList<>();
        Protection.Outcome outcome = new Protection(POLICY, told::add).protect(built);
        assertThat(outcome.left()).isPositive();
        assertThat(told)
                .contains(
                        outcome.left()
                                + " bounds hold against the rule-aware attacker, but not where it is known of every cell whether it is small");
        Sum tract = Sum.of(new int[] {first}, 1);
        assertThat(-bound(built, outcome.cells(), Attack.PATTERN_AWARE, tract.negated()))
                .isGreaterThanOrEqualTo(2 - 1e-6);
        assertThat(bound(built, outcome.cells(), Attack.RULE_AWARE, tract)).isGreaterThanOrEqualTo(10);
        assertThat(-bound(built, outcome.cells(), Attack.RULE_AWARE, tract.negated()))
                .isLessThanOrEqualTo(1);
    }

    /** The audit itself is tested by breaking the protection: without the complementary step it must find violations. */
    @Test
    void theAuditFindsACellThatCanBeSubtracted() {
        CellSystem system = Cities.of(List.of(List.of(5, 400, 80), List.of(100, 90)), 0);
        List<Published> onlyPrimary = system.cells().stream()
                .map(cell -> cell.facts().count() < EXACT.k()
                        ? Published.HIDDEN
                        : new Published.Shown(cell.facts().count()))
                .toList();
        List<Knowledge.Row> rows = Knowledge.of(system, onlyPrimary, EXACT, Attack.RULE_BLIND);
        try (Bounds bounds = new Bounds(system, system.truth(), rows, 1_000)) {
            Bounds.Bound bound = bounds.highest(system.count(0));
            assertThat(bound.value()).isEqualTo(5);
            assertThat(bound.blame().stream()
                            .map(cell -> system.cells().get(cell).id()))
                    .contains("0@beat0.1", "0@beat0.2", "0@district0");
        }
    }

    private static double bound(CellSystem system, List<Published> cells, Attack attack, Sum sum) {
        return SecondSolver.upperBound(system, cells, POLICY, attack, sum);
    }
}
