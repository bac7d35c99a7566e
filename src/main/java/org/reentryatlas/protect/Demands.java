package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;

/**
 * What a policy demands of a set of published cells. Every demand is on a cell that is hidden for what it holds itself:
 *
 * <ul>
 *   <li>blind: it might hold k people besides those at its largest address and at registered group quarters, whom an
 *       insider knows;
 *   <li>blind, where it leaves few people of its area out: it might leave out k;
 *   <li>aware, where it holds fewer than k: it might hold any number from 1 to k-1.
 * </ul>
 *
 * <p>By a lemma, no union of cells with 1 to k-1 people can be proved small when none of its members can.
 */
final class Demands {
    private final CellSystem system;
    private final Policy policy;
    private final PrimaryRule rule;

    Demands(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
        this.rule = new PrimaryRule(policy);
    }

    /** The demands, in the order of the cells. */
    List<Demand> all() {
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < system.cells().size(); i++) {
            Cell cell = system.cells().get(i);
            if (!rule.hides(cell)) {
                continue;
            }
            Facts facts = cell.facts();
            double known = (double) facts.largestAddress() + facts.groupQuarters();
            demands.add(new Demand(Attack.RULE_BLIND, i, CellSystem.count(cell, 1), policy.k() + known));
            if (facts.others().isPresent() && facts.others().getAsInt() < policy.k()) {
                demands.add(new Demand(Attack.RULE_BLIND, i, system.others(cell), policy.k()));
            }
            if (rule.isBelowK(cell)) {
                demands.add(new Demand(Attack.RULE_AWARE, i, CellSystem.count(cell, 1), policy.k() - 1.0));
                demands.add(new Demand(Attack.RULE_AWARE, i, CellSystem.count(cell, -1), -1));
            }
        }
        return demands;
    }
}
