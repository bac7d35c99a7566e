package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How the defence meets a demand: with a world, with hiding, by leaving it to an attacker who knows less, or not at all. */
class DefenceTest {
    private static final Policy EXACT = new Policy(11, 1, 3);

    private static Defence defence(CellSystem system, List<Published> published, Witnesses witnesses) {
        return new Defence(system, EXACT, published, witnesses, step -> {});
    }

    private static Demand few(Attack attack, Sum sum, int number) {
        return new Demand(attack, "it", sum.negated(), -number);
    }

    /** Of two tracts of eight, eleven live in the west: who knows which areas are small knows that neither tract is empty. */
    @Test
    void whatNoHidingKeepsIsLeftToTheRuleAwareAttackerAndKeptFromHim() {
        Town town = new Town();
        int first = town.piece(8);
        int west = town.piece(3);
        int east = town.piece(5);
        town.cell(1, first);
        town.cell(1, west, east);
        town.cell(1, first, west);
        CellSystem system = town.build();
        Witnesses witnesses = new Witnesses(List.of(few(Attack.PATTERN_AWARE, Town.sum(first), 0)));
        List<Published> published = new ArrayList<>(List.of(Published.HIDDEN, Published.HIDDEN, Published.HIDDEN));
        Defence defence = defence(system, published, witnesses);
        defence.meet(Attack.PATTERN_AWARE);
        assertThat(defence.left()).isEqualTo(1);
        assertThat(witnesses.open(Attack.RULE_AWARE)).containsExactly(0);
        defence.meet(Attack.RULE_AWARE);
        assertThat(witnesses.isOpen(0)).isFalse();
        assertThat(witnesses.worlds().get(0).attack()).isEqualTo(Attack.RULE_AWARE);
        assertThat(defence.left()).isEqualTo(1);
    }

    @Test
    void whatTheTruthShowsTakesNothing() {
        Town town = new Town();
        int large = town.piece(40);
        town.cell(1, large);
        CellSystem system = town.build();
        Witnesses witnesses = new Witnesses(List.of(new Demand(Attack.RULE_BLIND, "it", Town.sum(large), 13)));
        List<Published> published = new ArrayList<>(List.of(new Published.Shown(40)));
        defence(system, published, witnesses).meet(Attack.RULE_BLIND);
        assertThat(witnesses.worlds()).containsExactly(new World(Attack.RULE_BLIND, new int[] {40}));
        assertThat(published).containsExactly(new Published.Shown(40));
    }

    @Test
    void whatNoWorldMeetsIsHiddenFor() {
        Town town = new Town();
        int large = town.piece(40);
        town.cell(1, large);
        CellSystem system = town.build();
        Witnesses witnesses = new Witnesses(List.of(few(Attack.RULE_BLIND, Town.sum(large), 30)));
        List<Published> published = new ArrayList<>(List.of(new Published.Shown(40)));
        Defence defence = defence(system, published, witnesses);
        defence.meet(Attack.RULE_BLIND);
        assertThat(published).containsExactly(Published.HIDDEN);
        assertThat(witnesses.isOpen(0)).isFalse();
        assertThat(defence.left()).isZero();
    }

    @Test
    void whatCannotBeMetAtAllIsNotLetGo() {
        Town town = new Town();
        int house = town.piece(20, 8);
        town.cell(1, house);
        Witnesses witnesses = new Witnesses(List.of(few(Attack.RULE_BLIND, Town.sum(house), 7)));
        Defence defence = defence(town.build(), new ArrayList<>(List.of(Published.HIDDEN)), witnesses);
        assertThatThrownBy(() -> defence.meet(Attack.RULE_BLIND))
                .isInstanceOf(ProtectionException.class)
                .hasMessage("no set of cells was found that protects it");
    }
}
