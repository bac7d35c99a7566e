package org.reentryatlas.protect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Numbers that are public already are kept, and what is new is hidden for their sake. */
class StandingCellsTest {
    /** Without rounding, which otherwise often protects a lone small cell by itself. */
    private static final Policy EXACT = new Policy(11, 1, 3);

    private final CellSystem.Builder system = CellSystem.builder();

    private void cell(String id, List<Integer> atoms, int count, Optional<Published> standing) {
        system.cell(new Cell(
                id,
                atoms,
                new Facts(count, count, Math.min(count, 1), 0, OptionalInt.empty()),
                false,
                1,
                OptionalInt.empty(),
                standing,
                OptionalInt.empty()));
    }

    /** A hidden number of twenty people at two addresses. */
    private void hiddenForItsAddresses(String id, int atom) {
        system.cell(new Cell(
                id,
                List.of(atom),
                new Facts(20, 2, 5, 0, OptionalInt.empty()),
                false,
                1,
                OptionalInt.empty(),
                Optional.of(Published.HIDDEN),
                OptionalInt.empty()));
    }

    private static Optional<Published> shown(int value) {
        return Optional.of(new Published.Shown(value));
    }

    private List<Published> protect() {
        CellSystem built = system.build();
        Protection.Outcome outcome = new Protection(EXACT).protect(built);
        assertThat(new Outsider(built, outcome.cells(), EXACT, step -> {})
                        .attack(EXACT.knownMembers())
                        .isSafe())
                .isTrue();
        return outcome.cells();
    }

    /** Forty, and thirty-five of them: the five are in a strip that no cell shows. */
    @Test
    void theNewNumberThatCouldBeSubtractedIsHidden() {
        int strip = system.atom(5);
        int rest = system.atom(35);
        int next = system.atom(50);
        cell("old beat", List.of(strip, rest), 40, shown(40));
        cell("old next beat", List.of(next), 50, shown(50));
        cell("new beat", List.of(rest), 35, Optional.empty());
        cell("new next beat", List.of(strip, next), 55, Optional.empty());
        assertThat(protect())
                .containsExactly(new Published.Shown(40), new Published.Shown(50), Published.HIDDEN, Published.HIDDEN);
    }

    /** What was hidden for the sake of others is not small, and would be read from the same people in a new area. */
    @Test
    void aNumberThatWasHiddenForOthersIsNotShownInAnotherArea() {
        int small = system.atom(5);
        int large = system.atom(40);
        cell("old small", List.of(small), 5, Optional.of(Published.HIDDEN));
        cell("old large", List.of(large), 40, Optional.of(Published.HIDDEN));
        cell("old both", List.of(small, large), 45, shown(45));
        cell("new large", List.of(large), 40, Optional.empty());
        assertThat(protect().get(3)).isEqualTo(Published.HIDDEN);
    }

    /** What was hidden for others' sake has nothing to hide itself. */
    @Test
    void aNumberThatIsNotSmallMayBeShownInAnotherArea() {
        int one = system.atom(40);
        int other = system.atom(45);
        cell("old one", List.of(one), 40, Optional.of(Published.HIDDEN));
        cell("old other", List.of(other), 45, Optional.of(Published.HIDDEN));
        cell("old both", List.of(one, other), 85, shown(85));
        cell("new one", List.of(one), 40, Optional.empty());
        assertThat(protect()).last().isEqualTo(new Published.Shown(40));
    }

    /** Of twenty people at two addresses nothing else may tell how many they are. */
    @Test
    void aNumberThatIsHiddenForItsAddressesStaysWide() {
        int two = system.atom(20);
        int rest = system.atom(50);
        hiddenForItsAddresses("old two", two);
        cell("new rest", List.of(rest), 50, Optional.empty());
        cell("new both", List.of(two, rest), 70, Optional.empty());
        assertThat(protect().subList(1, 3)).contains(Published.HIDDEN);
    }

    /** It can hold 3 more at most, as what stands says, and so it must be able to hold fewer. */
    @Test
    void whereItCannotBeLargerItMayBeSmaller() {
        int two = system.atom(20);
        int other = system.atom(3);
        int third = system.atom(50);
        hiddenForItsAddresses("old two", two);
        cell("old both", List.of(two, other), 23, shown(23));
        cell("new third", List.of(third), 50, Optional.empty());
        cell("new two and third", List.of(two, third), 70, Optional.empty());
        assertThat(protect().subList(2, 4)).contains(Published.HIDDEN);
    }

    /** Two of twelve people know each other, and must not learn that there are ten others. */
    @Test
    void whatIsHiddenMayHoldElevenBesideTwo() {
        int one = system.atom(12);
        int rest = system.atom(40);
        int other = system.atom(45);
        cell("old one", List.of(one), 12, Optional.of(Published.HIDDEN));
        cell("old other", List.of(rest, other), 85, Optional.of(Published.HIDDEN));
        cell("new one", List.of(one, rest), 52, Optional.empty());
        cell("new rest", List.of(rest), 40, Optional.empty());
        assertThat(protect().subList(2, 4)).contains(Published.HIDDEN);
    }

    @Test
    void whatStandsAndGivesSomethingAwayCannotBeMended() {
        int small = system.atom(5);
        int large = system.atom(40);
        cell("old small", List.of(small), 5, Optional.of(Published.HIDDEN));
        cell("old large", List.of(large), 40, shown(40));
        cell("old both", List.of(small, large), 45, shown(45));
        assertThatThrownBy(() -> new Protection(EXACT).protect(system.build()))
                .isInstanceOf(ProtectionException.class)
                .hasMessageContaining("no set of cells was found");
    }

    /** A number stays although it would be rounded otherwise now. */
    @Test
    void whatStandsIsNotRoundedAnew() {
        int people = system.atom(42);
        system.cell(new Cell(
                "old",
                List.of(people),
                new Facts(42, 42, 1, 0, OptionalInt.empty()),
                false,
                1,
                OptionalInt.of(45),
                shown(45),
                OptionalInt.empty()));
        assertThat(new Protection(Policy.DEFAULT).protect(system.build()).cells())
                .containsExactly(new Published.Shown(45));
    }
}
