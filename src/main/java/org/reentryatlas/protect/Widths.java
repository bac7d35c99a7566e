package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell that is hidden although its count is not small, for its addresses' or for others' sake, must really be hidden:
 * there must be two worlds whose counts lie k-1 apart, and one in which it holds k besides the members whom somebody knows.
 */
final class Widths {
    private final CellSystem system;
    private final Policy policy;
    private final PrimaryRule rule;

    Widths(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
        this.rule = new PrimaryRule(policy);
    }

    /** What is still to be shown possible, given the worlds that are known. */
    List<Demand> narrow(List<Published> published, List<World> worlds) {
        List<Demand> narrow = new ArrayList<>();
        for (int index = 0; index < published.size(); index++) {
            Cell cell = system.cells().get(index);
            if (published.get(index) instanceof Published.Hidden
                    && !rule.isBelowK(cell)
                    && cell.standing().isEmpty()) {
                Sum count = system.count(index);
                double lowest = count.in(system.truth());
                double highest = lowest;
                for (World world : worlds) {
                    if (world.attack() == Attack.RULE_BLIND) {
                        double value = world.value(count);
                        lowest = Math.min(lowest, value);
                        highest = Math.max(highest, value);
                    }
                }
                double demanded = Math.max(lowest + policy.k() - 1, policy.leastOfUnknown());
                if (highest < demanded) {
                    narrow.add(new Demand(Attack.RULE_BLIND, cell.id(), count, demanded));
                }
            }
        }
        return narrow;
    }
}
