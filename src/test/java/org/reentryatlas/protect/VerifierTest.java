package org.reentryatlas.protect;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A small piece of ground, one that is hidden for its sake, and both of them shown: what proves it, and what does not. */
class VerifierTest {
    private static final Policy EXACT = new Policy(11, 1, 3);
    private static final int SMALL = 0;
    private static final List<Published> PUBLISHED =
            List.of(Published.HIDDEN, Published.HIDDEN, new Published.Shown(45));

    private static final List<World> BLIND = List.of(world(Attack.RULE_BLIND, 20, 25));
    private static final List<World> AWARE = List.of(world(Attack.RULE_AWARE, 10, 35), world(Attack.RULE_AWARE, 1, 44));
    private static final List<World> PATTERN =
            List.of(world(Attack.PATTERN_AWARE, 10, 35), world(Attack.PATTERN_AWARE, 1, 44));

    private static World world(Attack attack, int... people) {
        return new World(attack, people);
    }

    private static CellSystem town() {
        Town town = new Town();
        town.cellsOf(1, town.piece(5), town.piece(40));
        return town.build();
    }

    private static Verifier.Result verify(List<List<World>> worlds) {
        List<World> all = worlds.stream().flatMap(List::stream).toList();
        return new Verifier(town(), EXACT).verify(PUBLISHED, all);
    }

    @Test
    void acceptsAWorldForEveryDemand() {
        assertThat(verify(List.of(BLIND, AWARE, PATTERN))).isEqualTo(new Verifier.Result(6, 0, 5));
    }

    @Test
    void countsWhatHoldsAgainstTheRuleAwareAttackerOnly() {
        assertThat(verify(List.of(BLIND, AWARE))).isEqualTo(new Verifier.Result(6, 2, 3));
        assertThat(verify(List.of(BLIND, AWARE, PATTERN.subList(0, 1)))).isEqualTo(new Verifier.Result(6, 1, 4));
    }

    @Test
    void rejectsADemandThatNoWorldMeets() {
        assertThatThrownBy(() -> verify(List.of(AWARE, PATTERN))).hasMessage("nothing shows that atom 0 is protected");
        assertThatThrownBy(() -> verify(List.of(BLIND, PATTERN))).hasMessage("nothing shows that atom 0 is protected");
        assertThatThrownBy(() -> verify(List.of(BLIND, AWARE.subList(0, 1))))
                .hasMessage("nothing shows that atom 0 is protected");
    }

    /** The atom is kept from everybody here, and the cell, which others at its address know well, is not. */
    @Test
    void rejectsADemandOfACellThatNoWorldMeets() {
        Town town = new Town();
        Facts household = new Facts(30, 4, 20, 0, OptionalInt.empty());
        int house = town.piece(30);
        town.cell(1, household, house);
        Verifier verifier = new Verifier(town.build(), EXACT);
        List<Published> hidden = List.of(Published.HIDDEN);
        assertThatThrownBy(() -> verifier.verify(hidden, List.of()))
                .hasMessage("nothing shows that cell 0 is protected");
        assertThatThrownBy(() -> verifier.verify(hidden, List.of(world(Attack.RULE_BLIND, 30))))
                .hasMessage("nothing shows that cell 0 is protected");
        assertThat(verifier.verify(hidden, List.of(world(Attack.RULE_BLIND, 41))))
                .isEqualTo(new Verifier.Result(1, 0, 1));
    }

    @Test
    void rejectsAWorldThatContradictsWhatIsShown() {
        List<World> contradicting = List.of(world(Attack.RULE_BLIND, 20, 24));
        assertThatThrownBy(() -> verify(List.of(contradicting, AWARE, PATTERN)))
                .hasMessage("a world of the proof contradicts cell 2");
    }

    @Test
    void rejectsAWorldThatContradictsWhatTheAttackerKnows() {
        List<World> large = List.of(world(Attack.RULE_AWARE, 11, 34));
        assertThatThrownBy(() -> verify(List.of(BLIND, AWARE, large, PATTERN)))
                .hasMessage("a world of the proof contradicts what is known");
    }

    @Test
    void rejectsNumbersThatTheTruthContradicts() {
        Verifier verifier = new Verifier(town(), EXACT);
        List<Published> wrong = List.of(Published.HIDDEN, Published.HIDDEN, new Published.Shown(46));
        assertThatThrownBy(() -> verifier.verify(wrong, List.of())).hasMessage("the truth contradicts cell 2");
        List<Published> zero = List.of(Published.ZERO, Published.HIDDEN, new Published.Shown(45));
        assertThatThrownBy(() -> verifier.verify(zero, List.of())).hasMessage("the truth contradicts what is known");
    }

    @Test
    void rejectsACellHiddenForOthersThatCanBeBoundedTooClosely() {
        assertThatThrownBy(() -> verify(List.of(List.of(world(Attack.RULE_BLIND, 14, 31)), AWARE, PATTERN)))
                .hasMessage("cell 1 can be bounded too closely");
        assertThat(verify(List.of(List.of(world(Attack.RULE_BLIND, 15, 30)), AWARE, PATTERN))
                        .left())
                .as("ten apart")
                .isZero();
    }

    @Test
    void rejectsAWorldWithFewerPeopleThanAreKnownOrMoreWithANeedThanPeople() {
        Town town = new Town();
        int house = town.piece(20, 12);
        town.need(5, 2, house);
        Verifier verifier = new Verifier(town.build(), EXACT);
        verifier.requirePossible(new int[] {12, 12}, List.of(), "a world");
        verifier.requirePossible(new int[] {12, 2}, List.of(), "a world");
        assertThatThrownBy(() -> verifier.requirePossible(new int[] {11, 2}, List.of(), "a world"))
                .hasMessage("a world holds too few people in atom 0");
        assertThatThrownBy(() -> verifier.requirePossible(new int[] {12, 1}, List.of(), "a world"))
                .hasMessage("a world holds too few people in atom 1");
        assertThatThrownBy(() -> verifier.requirePossible(new int[] {12, 13}, List.of(), "a world"))
                .hasMessage("a world holds more people with a need than people in atom 1");
    }

    @Test
    void whatIsHiddenForOthersMustSeemToReachElevenBesidesTwoMembers() {
        Town town = new Town();
        town.cell(1, town.piece(11));
        CellSystem system = town.build();
        List<World> worlds = List.of(world(Attack.RULE_BLIND, 1), world(Attack.RULE_AWARE, 90));
        List<Demand> narrow = demands(new Widths(system, EXACT).narrow(List.of(Published.HIDDEN), worlds));
        assertThat(narrow).hasSize(1);
        assertThat(narrow.get(0).atLeast()).isEqualTo(13);
        assertThat(narrow.get(0).attack()).isEqualTo(Attack.RULE_BLIND);
        assertThat(new Widths(system, EXACT).narrow(List.of(new Published.Shown(11)), worlds))
                .isEmpty();
        List<World> wide = List.of(world(Attack.RULE_BLIND, 1), world(Attack.RULE_BLIND, 13));
        assertThat(new Widths(system, EXACT).narrow(List.of(Published.HIDDEN), wide))
                .isEmpty();
    }

    private static List<Demand> demands(List<Widths.Narrow> narrow) {
        assertThat(narrow).as("where nothing stands, all of it must be").noneMatch(Widths.Narrow::isTry);
        return narrow.stream().map(Widths.Narrow::demand).toList();
    }

    @Test
    void theWidthOfASmallCellIsNotAskedFor() {
        List<Demand> narrow = demands(new Widths(town(), EXACT).narrow(PUBLISHED, List.of()));
        assertThat(narrow.stream().map(Demand::about)).containsExactly("cell 1");
        assertThat(narrow.get(0).sum().atom(0)).isNotEqualTo(SMALL);
        assertThat(narrow.get(0).atLeast()).isEqualTo(50);
    }
}
