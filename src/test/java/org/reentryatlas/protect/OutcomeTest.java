package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the protection says of what it has done, and that it is what the verifier finds. */
class OutcomeTest {
    private static final Policy EXACT = new Policy(11, 1, 3);

    @Test
    void saysWhatItHasHiddenAndProved() {
        CellSystem system = Cities.of(List.of(List.of(5, 400, 80), List.of(100, 90)), 0);
        List<String> told = new ArrayList<>();
        Protection.Outcome outcome = new Protection(EXACT, told::add).protect(system);
        assertThat(outcome.primary()).isEqualTo(1);
        assertThat(outcome.complementary()).isEqualTo(1);
        assertThat(outcome.left()).isZero();
        assertThat(outcome.demands()).isGreaterThanOrEqualTo(6);
        assertThat(outcome.worlds()).extracting(World::attack).contains(Attack.values());
        assertThat(new Verifier(system, EXACT).verify(outcome.cells(), outcome.worlds()))
                .isEqualTo(new Verifier.Result(6, 0, outcome.worlds().size()));
        assertThat(told)
                .contains("rule-blind attack: 0 of 2 demands", "checking every proof by adding up")
                .noneMatch(step -> step.contains("bounds hold against"));
    }

    /** Forty people at two addresses: the truth alone does not show that they might be more, or fewer. */
    @Test
    void makesTheWorldsThatACellHiddenForItsAddressesNeeds() {
        CellSystem.Builder system = CellSystem.builder();
        int atom = system.atom(40);
        system.cell(new Cell("two", List.of(atom), new Facts(40, 2, 20, 0, OptionalInt.empty()), false, 1));
        CellSystem built = system.build();
        Protection.Outcome outcome = new Protection(Policy.DEFAULT).protect(built);
        assertThat(outcome.demands())
                .as("one of the rule, and that of its width")
                .isEqualTo(2);
        assertThat(outcome.worlds()).anyMatch(world -> world.value(built.count(0)) >= 50);
    }

    @Test
    void hidesFurtherWhereACellHiddenForItsAddressesWouldBeBoundedTooClosely() {
        CellSystem.Builder system = CellSystem.builder();
        int two = system.atom(100);
        int other = system.atom(300);
        Facts facts = new Facts(100, 2, 50, 0, OptionalInt.empty());
        system.cell(new Cell("two", List.of(two), facts, false, 5));
        system.cell(new Cell("other", List.of(other), new Facts(300, 300, 1, 0, OptionalInt.empty()), false, 5));
        system.cell(new Cell("both", List.of(two, other), new Facts(400, 302, 50, 0, OptionalInt.empty()), false, 50));
        Protection.Outcome outcome = new Protection(EXACT).protect(system.build());
        assertThat(outcome.cells()).containsExactly(Published.HIDDEN, Published.HIDDEN, new Published.Shown(400));
    }
}
