package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;

/**
 * What a policy demands of a set of published cells:
 *
 * <ul>
 *   <li>blind: an atom that holds 1 to k-1 people besides a few known members, and every cell that is hidden for what it
 *       holds, might hold k people besides those whom an insider knows: a few members, or those at the largest address, and
 *       group quarters;
 *   <li>blind, where a cell leaves few people of its area out: it might leave out k;
 *   <li>aware, for atoms and cells with fewer than k besides group quarters: they might hold any number from 1 to k-1; for
 *       cells even where it is known of every cell whether it is small.
 * </ul>
 *
 * <p>If every atom with 1 to k-1 people might hold k, no union of atoms with 1 to k-1 people can be proved small: some
 * atom in it would be bounded by the same number. So the audit covers every area that can be made of published ones.
 */
final class Demands {
    private final CellSystem system;
    private final Policy policy;
    private final PrimaryRule rule;
    private final List<Demand> demands = new ArrayList<>();

    private Demands(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
        this.rule = new PrimaryRule(policy);
    }

    /** The demands, first of the atoms and then of the cells, in their order. */
    static List<Demand> of(CellSystem system, Policy policy) {
        Demands demands = new Demands(system, policy);
        for (int atom = 0; atom < system.atoms(); atom++) {
            demands.addAtom(atom);
        }
        for (int cell = 0; cell < system.cells().size(); cell++) {
            demands.addCell(cell);
        }
        return demands.demands;
    }

    private void addAtom(int atom) {
        int known = system.known(atom);
        int unknown = system.truth(atom) - known;
        String about = "atom " + atom;
        Sum itself = Sum.of(new int[] {atom}, 1);
        if (unknown == 0 && known > 0) {
            add(Attack.RULE_BLIND, about, itself, policy.leastOfUnknown());
        }
        if (unknown < 1 || unknown >= policy.leastOfUnknown()) {
            return;
        }
        add(Attack.RULE_BLIND, about, itself, policy.leastOfUnknown() + known);
        if (unknown >= policy.k()) {
            return;
        }
        add(Attack.RULE_AWARE, about, itself, known + policy.k() - 1);
        add(Attack.RULE_AWARE, about, itself.negated(), -(known + 1.0));
    }

    private void addCell(int index) {
        Cell cell = system.cells().get(index);
        Facts facts = cell.facts();
        if (!rule.hides(cell)) {
            return;
        }
        Sum count = system.count(index);
        if (facts.count() == facts.groupQuarters()) {
            // Of nobody there is nothing to be learned but that: a true zero is hidden to look like a few, and that is
            // all.
            // How many are at group quarters is taken as known, but who does not know it must not see a small number.
            if (facts.count() > 0) {
                add(Attack.RULE_BLIND, cell.id(), count, policy.leastOfUnknown());
            }
            return;
        }
        add(Attack.RULE_BLIND, cell.id(), count, atLeast(facts, policy));
        if (facts.others().isPresent() && facts.others().getAsInt() < policy.k()) {
            add(Attack.RULE_BLIND, cell.id(), system.others(index), policy.k());
        }
        if (rule.isBelowK(cell)) {
            add(Attack.PATTERN_AWARE, cell.id(), count, facts.groupQuarters() + policy.k() - 1);
            add(Attack.PATTERN_AWARE, cell.id(), count.negated(), -(facts.groupQuarters() + 1.0));
        }
    }

    /** How many people a cell that is hidden for what it holds must seem to be able to hold, whoever looks at it. */
    static double atLeast(Facts facts, Policy policy) {
        int insider = Math.max(facts.largestAddress(), policy.knownMembers());
        return (double) policy.k() + insider + facts.groupQuarters();
    }

    private void add(Attack attack, String about, Sum sum, double atLeast) {
        demands.add(new Demand(attack, about, sum, atLeast));
    }
}
