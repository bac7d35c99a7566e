package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy demands of a set of published cells. Every demand is on a cell that is hidden for what it holds itself:
 *
 * <ul>
 *   <li>blind: it might hold k people, registered group quarters not counted;
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
    private final Map<Integer, Integer> wholeOf;

    Demands(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
        this.rule = new PrimaryRule(policy);
        this.wholeOf = new HashMap<>();
        system.bounds().forEach(bound -> wholeOf.put(bound.part(), bound.whole()));
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
            demands.add(new Demand(Attack.RULE_BLIND, i, sum(cell, 1), (double) policy.k() + facts.groupQuarters()));
            if (facts.others().isPresent() && facts.others().getAsInt() < policy.k()) {
                demands.add(new Demand(Attack.RULE_BLIND, i, others(cell), policy.k()));
            }
            if (rule.isBelowK(cell)) {
                demands.add(new Demand(Attack.RULE_AWARE, i, sum(cell, 1), policy.k() - 1.0));
                demands.add(new Demand(Attack.RULE_AWARE, i, sum(cell, -1), -1));
            }
        }
        return demands;
    }

    /** The cell's own count, or its negative. */
    static Map<Integer, Integer> sum(Cell cell, int sign) {
        Map<Integer, Integer> coefficients = new HashMap<>();
        cell.atoms().forEach(atom -> coefficients.put(atom, sign));
        return coefficients;
    }

    private Map<Integer, Integer> others(Cell cell) {
        Map<Integer, Integer> coefficients = sum(cell, -1);
        for (int atom : cell.atoms()) {
            Integer whole = wholeOf.get(atom);
            if (whole == null) {
                throw new IllegalArgumentException("cell " + cell.id() + " leaves people out of no whole");
            }
            coefficients.merge(whole, 1, Integer::sum);
        }
        return coefficients;
    }
}
