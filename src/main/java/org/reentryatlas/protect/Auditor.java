package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sends both attackers at a set of published cells and holds what they reach against what the policy demands. Linear
 * programmes do the work; where their best world splits people, whole-number programmes settle the bound.
 */
final class Auditor implements AutoCloseable {
    /** A demand with the bound that the attacker reached. */
    record Finding(Demand demand, double reached) {
        boolean isViolation() {
            return reached < demand.atLeast() - Attacker.TOLERANCE;
        }
    }

    private final CellSystem system;
    private final List<Published> published;
    private final Policy policy;
    private final Map<Attack, Attacker> linear = new EnumMap<>(Attack.class);
    private final Map<Attack, Attacker> integer = new EnumMap<>(Attack.class);

    Auditor(CellSystem system, List<Published> published, Policy policy) {
        this.system = system;
        this.published = published;
        this.policy = policy;
    }

    /** Every demand of the policy, and what the attacker reaches. */
    List<Finding> audit() {
        List<Finding> findings = new ArrayList<>();
        for (Demand demand : new Demands(system, policy).all()) {
            findings.add(examine(demand));
        }
        for (Demand demand : widthDemands()) {
            findings.add(examine(demand));
        }
        return findings;
    }

    Finding examine(Demand demand) {
        return new Finding(demand, upperBound(demand.attack(), demand.coefficients()));
    }

    /**
     * A cell that is hidden although its count is not small, for its addresses' or for others' sake, must really be
     * hidden: its bounds must lie k-1 apart.
     */
    private List<Demand> widthDemands() {
        PrimaryRule rule = new PrimaryRule(policy);
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            Cell cell = system.cells().get(i);
            if (published.get(i) instanceof Published.Hidden && !rule.isBelowK(cell)) {
                double lowest = -upperBound(Attack.RULE_BLIND, CellSystem.count(cell, -1));
                demands.add(new Demand(
                        Attack.RULE_BLIND, i, CellSystem.count(cell, 1), Math.rint(lowest) + policy.k() - 1));
            }
        }
        return demands;
    }

    private double upperBound(Attack attack, Map<Integer, Integer> coefficients) {
        Attacker.Bound bound =
                linear.computeIfAbsent(attack, a -> attacker(a, false)).upperBound(coefficients);
        if (bound.wholePeople()) {
            return bound.value();
        }
        return integer.computeIfAbsent(attack, a -> attacker(a, true))
                .upperBound(coefficients)
                .value();
    }

    private Attacker attacker(Attack attack, boolean wholePeople) {
        return Attacker.of(system, published, policy, attack, wholePeople);
    }

    @Override
    public void close() {
        linear.values().forEach(Attacker::close);
        integer.values().forEach(Attacker::close);
    }
}
