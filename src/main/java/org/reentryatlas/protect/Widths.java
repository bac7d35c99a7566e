package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell that is hidden although its count is not small, for its addresses' or for others' sake, must really be hidden:
 * there must be two worlds whose counts lie k-1 apart, and one in which it holds k besides the members whom somebody knows.
 *
 * <p>Where other numbers of the date stand, these may tell already how large it is, and nothing can be done about that. Then
 * only the latter must be; the former is tried of what is hidden for what it holds itself, above and below.
 */
final class Widths {
    /**
     * What is still to be shown possible.
     *
     * @param isTry whether it is given up where what stands does not allow it
     */
    record Narrow(Demand demand, boolean isTry) {}

    private final CellSystem system;
    private final Policy policy;
    private final PrimaryRule rule;
    private final boolean isJoint;
    private final Map<Integer, Integer> tries = new HashMap<>();

    Widths(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
        this.rule = new PrimaryRule(policy);
        this.isJoint = system.cells().stream().anyMatch(cell -> cell.standing().isPresent());
    }

    /** What is still to be shown possible, given the worlds that are known. */
    List<Narrow> narrow(List<Published> published, List<World> worlds) {
        List<Narrow> narrow = new ArrayList<>();
        for (int index = 0; index < published.size(); index++) {
            Cell cell = system.cells().get(index);
            if (published.get(index) instanceof Published.Hidden && !rule.isBelowK(cell)) {
                narrow(index, worlds, narrow);
            }
        }
        return narrow;
    }

    private void narrow(int index, List<World> worlds, List<Narrow> narrow) {
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
        double apart = policy.k() - 1;
        double least = Math.max(isJoint ? lowest : lowest + apart, policy.leastOfUnknown());
        if (highest < least) {
            narrow.add(new Narrow(demand(index, count, least), false));
        } else if (highest < lowest + apart && rule.hides(system.cells().get(index))) {
            switch (tries.merge(index, 1, Integer::sum)) {
                case 1 -> narrow.add(new Narrow(demand(index, count, lowest + apart), true));
                case 2 -> narrow.add(new Narrow(demand(index, count.negated(), apart - highest), true));
                default -> {
                    // What stands does not allow it.
                }
            }
        }
    }

    private Demand demand(int index, Sum sum, double atLeast) {
        return new Demand(Attack.RULE_BLIND, system.cells().get(index).id(), sum, atLeast);
    }
}
