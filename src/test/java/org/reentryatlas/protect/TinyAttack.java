package org.reentryatlas.protect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the promises of the documentation against all worlds of a tiny table. */
final class TinyAttack {
    private final CellSystem system;
    private final Policy policy;
    private final List<Published> published;
    private final Map<Attack, AllWorlds> worlds = new EnumMap<>(Attack.class);

    TinyAttack(TinyTable table, List<Published> published) {
        this.system = table.system();
        this.policy = table.policy();
        this.published = published;
        for (Attack attack : Attack.values()) {
            worlds.put(attack, new AllWorlds(system.atoms(), PublicKnowledge.lines(system, published, policy, attack)));
        }
    }

    /**
     * The first atom or cell of which something is given away.
     *
     * @param againstPattern whether small cells must be kept even from somebody who knows of every cell whether it is small
     */
    Optional<String> breach(boolean againstPattern) {
        for (int atom = 0; atom < system.atoms(); atom++) {
            if (!isKept(atom)) {
                return Optional.of("atom " + atom);
            }
        }
        for (int cell = 0; cell < published.size(); cell++) {
            boolean isHidden = published.get(cell) instanceof Published.Hidden;
            if (isHidden && !isKept(cell, againstPattern ? Attack.PATTERN_AWARE : Attack.RULE_AWARE)) {
                return Optional.of(system.cells().get(cell).id());
            }
        }
        return Optional.empty();
    }

    private boolean isKept(int atom) {
        int known = system.known(atom);
        int unknown = system.truth(atom) - known;
        Sum itself = Sum.of(new int[] {atom}, 1);
        int fewest = policy.k() + policy.knownMembers();
        if (unknown < 1) {
            return known < 1 || canReach(Attack.RULE_BLIND, itself, fewest);
        }
        return (unknown >= fewest || canReach(Attack.RULE_BLIND, itself, known + fewest))
                && (unknown >= policy.k() || isAnyOfTheSmall(Attack.RULE_AWARE, itself, known));
    }

    private boolean isKept(int index, Attack aware) {
        Cell cell = system.cells().get(index);
        Facts facts = cell.facts();
        Sum count = system.count(index);
        int fewest = policy.k() + policy.knownMembers();
        if (facts.count() == 0) {
            return true;
        }
        if (!canReach(Attack.RULE_BLIND, count, fewest)) {
            return false;
        }
        if (!PublicKnowledge.isSmall(cell, policy) && !isWide(count)) {
            return false;
        }
        if (!PublicKnowledge.isHiddenByRule(cell, policy) || facts.count() == facts.groupQuarters()) {
            return true;
        }
        int insider = Math.max(facts.largestAddress(), policy.knownMembers());
        boolean leavesFewOut = facts.others().isPresent() && facts.others().getAsInt() < policy.k();
        return canReach(Attack.RULE_BLIND, count, policy.k() + insider + facts.groupQuarters())
                && (!leavesFewOut || canReach(Attack.RULE_BLIND, system.others(index), policy.k()))
                && (!PublicKnowledge.isSmall(cell, policy) || isAnyOfTheSmall(aware, count, facts.groupQuarters()));
    }

    private boolean canReach(Attack attack, Sum sum, int number) {
        return worlds(attack).allow(sum, number, PublicKnowledge.MANY);
    }

    /** Whether it may hold one person beside those who are known, and k-1. */
    private boolean isAnyOfTheSmall(Attack attack, Sum sum, int known) {
        return canReach(attack, sum, known + policy.k() - 1)
                && worlds(attack).allow(sum, -PublicKnowledge.MANY, known + 1);
    }

    /** Whether two worlds differ by k-1 there; mostly the truth is one of them. */
    private boolean isWide(Sum sum) {
        int truth = (int) sum.in(system.truth());
        int width = policy.k() - 1;
        AllWorlds blind = worlds(Attack.RULE_BLIND);
        return blind.allow(sum, truth + width, PublicKnowledge.MANY)
                || blind.allow(sum, -PublicKnowledge.MANY, truth - width)
                || blind.highest(sum) + blind.highest(sum.negated()) >= width;
    }

    private AllWorlds worlds(Attack attack) {
        AllWorlds of = worlds.get(attack);
        if (of == null) {
            throw new IllegalStateException("no worlds for " + attack);
        }
        return of;
    }
}
