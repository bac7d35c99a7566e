package org.reentryatlas.protect;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WitnessesTest {
    private static final Demand FIRST = new Demand(Attack.RULE_BLIND, "first", Town.sum(0), 13);
    private static final Demand SECOND = new Demand(Attack.RULE_BLIND, "second", Town.sum(1), 13);
    private static final Demand AWARE = new Demand(Attack.RULE_AWARE, "first", Town.sum(0), 10);
    private static final int[] FIRST_IS_LARGE = {13, 0};
    private static final int[] BOTH_ARE_LARGE = {13, 13};

    private final Witnesses witnesses = new Witnesses(List.of(FIRST, SECOND, AWARE));

    @Test
    void allDemandsAreOpenAtFirst() {
        assertThat(witnesses.open(Attack.RULE_BLIND)).containsExactly(0, 1);
        assertThat(witnesses.open(Attack.RULE_AWARE)).containsExactly(2);
        assertThat(witnesses.open(Attack.PATTERN_AWARE)).isEmpty();
        assertThat(witnesses.worlds()).isEmpty();
    }

    @Test
    void aWorldMeetsDemandsOfItsAttackerAlone() {
        assertThat(witnesses.offer(FIRST_IS_LARGE, Attack.RULE_BLIND)).isEqualTo(1);
        assertThat(witnesses.isOpen(0)).isFalse();
        assertThat(witnesses.open(Attack.RULE_BLIND)).containsExactly(1);
        assertThat(witnesses.isOpen(2))
                .as("who knows more might rule that world out")
                .isTrue();
    }

    @Test
    void onlyAWorldThatMeetsSomethingNewIsKept() {
        witnesses.offer(FIRST_IS_LARGE, Attack.RULE_BLIND);
        assertThat(witnesses.offer(new int[] {20, 5}, Attack.RULE_BLIND)).isZero();
        assertThat(witnesses.worlds()).containsExactly(new World(Attack.RULE_BLIND, FIRST_IS_LARGE));
    }

    @Test
    void whatIsOfferedForSomeDemandsMeetsNoOthers() {
        assertThat(witnesses.offer(BOTH_ARE_LARGE, Attack.RULE_BLIND, List.of(1)))
                .isEqualTo(1);
        assertThat(witnesses.open(Attack.RULE_BLIND)).containsExactly(0);
    }

    @Test
    void aForkKnowsWhatIsMetAndKeepsItsWorldsUntilItIsJoined() {
        witnesses.offer(FIRST_IS_LARGE, Attack.RULE_BLIND);
        Witnesses fork = witnesses.fork();
        assertThat(fork.open(Attack.RULE_BLIND)).containsExactly(1);
        assertThat(fork.worlds()).isEmpty();
        fork.offer(BOTH_ARE_LARGE, Attack.RULE_BLIND);
        assertThat(witnesses.isOpen(1)).isTrue();
        witnesses.join(fork);
        assertThat(witnesses.isOpen(1)).isFalse();
        assertThat(witnesses.worlds()).hasSize(2);
    }

    @Test
    void aDemandCanBeLeftToAnAttackerWhoKnowsLess() {
        witnesses.leaveTo(Attack.RULE_AWARE, 1);
        assertThat(witnesses.open(Attack.RULE_AWARE)).containsExactly(1, 2);
        assertThat(witnesses.demands().get(1).atLeast()).isEqualTo(13);
        assertThat(witnesses.demands().get(1).about()).isEqualTo("second");
    }

    @Test
    void aDemandThatComesLaterIsOpen() {
        witnesses.offer(BOTH_ARE_LARGE, Attack.RULE_BLIND);
        witnesses.add(new Demand(Attack.RULE_BLIND, "both", Town.sum(0, 1), 30));
        assertThat(witnesses.open(Attack.RULE_BLIND)).containsExactly(3);
    }

    @Test
    void aWorldIsWhatItsPeopleAndItsAttackerAre() {
        World world = new World(Attack.RULE_BLIND, new int[] {13, 4});
        assertThat(world)
                .isEqualTo(new World(Attack.RULE_BLIND, new int[] {13, 4}))
                .hasSameHashCodeAs(new World(Attack.RULE_BLIND, new int[] {13, 4}))
                .isNotEqualTo(new World(Attack.RULE_AWARE, new int[] {13, 4}))
                .isNotEqualTo(new World(Attack.RULE_BLIND, new int[] {13, 5}))
                .isNotEqualTo(FIRST_IS_LARGE);
        assertThat(world.hashCode())
                .isNotEqualTo(new World(Attack.RULE_AWARE, new int[] {13, 4}).hashCode())
                .isNotEqualTo(new World(Attack.RULE_BLIND, new int[] {13, 5}).hashCode());
        assertThat(world.size()).isEqualTo(2);
        assertThat(world.value(Town.sum(0, 1))).isEqualTo(17);
        assertThat(world.meets(FIRST)).isTrue();
        assertThat(world.meets(SECOND)).as("too few").isFalse();
        assertThat(world.meets(AWARE)).as("of another attacker").isFalse();
    }

    @Test
    void aWorldDoesNotChangeWithTheNumbersItIsMadeOf() {
        int[] people = {13, 4};
        World world = new World(Attack.RULE_BLIND, people);
        people[0] = 0;
        world.people()[1] = 0;
        assertThat(world.people()).containsExactly(13, 4);
    }
}
