package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;

/**
 * What an attacker knows of the atoms, as linear rows: what each published cell says. A shown cell says more than its
 * rounded value, because the rules are public: it would be hidden if it were small without its largest address and group
 * quarters, or if it left out fewer than k people of its area. That no part exceeds its whole goes without a row.
 */
final class Knowledge {
    /** No cell needs to be hidden for this row to go. */
    static final int ALWAYS = -1;

    /**
     * A sum of atoms lies in {@code low..high}.
     *
     * @param source index of the shown cell that says so, or {@link #ALWAYS}
     */
    record Row(Sum sum, double low, double high, int source) {
        boolean holdsIn(int[] world) {
            double value = sum.in(world);
            return value >= low - Solvers.TOLERANCE && value <= high + Solvers.TOLERANCE;
        }
    }

    private final CellSystem system;
    private final Policy policy;
    private final Attack attack;
    private final PrimaryRule rule;
    private final List<Row> rows = new ArrayList<>();

    private final boolean isOutside;

    private Knowledge(CellSystem system, Policy policy, Attack attack, boolean isOutside) {
        this.system = system;
        this.policy = policy;
        this.attack = attack;
        this.rule = new PrimaryRule(policy);
        this.isOutside = isOutside;
    }

    /** The rows, in the order of the cells; {@code published} says what stands in each cell of the system. */
    static List<Row> of(CellSystem system, List<Published> published, Policy policy, Attack attack) {
        return new Knowledge(system, policy, attack, false).learn(published);
    }

    /** The rows of somebody who sees what is published and knows the rules, and nothing of the people. */
    static List<Row> ofOutsider(CellSystem system, List<Published> published, Policy policy) {
        return new Knowledge(system, policy, Attack.RULE_BLIND, true).learn(published);
    }

    private List<Row> learn(List<Published> published) {
        for (int cell = 0; cell < published.size(); cell++) {
            learn(cell, published.get(cell));
        }
        return rows;
    }

    private void learn(int index, Published published) {
        Cell cell = system.cells().get(index);
        Sum count = system.count(index);
        double known = cell.facts().groupQuarters();
        if (published instanceof Published.Shown shown) {
            Interval interval = Rounding.of(cell.bandWidth(), policy).interval(shown.value(), cell.earlier());
            // Shown against the rule, a cell says no more than its number; an outsider takes the rule to be kept.
            boolean byRule = isOutside || !rule.hides(cell);
            // At least one person lives at the largest address, and headcounts of group quarters are taken as known.
            double least = byRule ? known + policy.k() + 1 : 0;
            add(count, Math.max(interval.low(), least), interval.high(), index);
            if (byRule && cell.facts().others().isPresent()) {
                add(system.others(index), policy.k(), Double.POSITIVE_INFINITY, index);
            }
            if (attack == Attack.PATTERN_AWARE) {
                // What stays true should the cell be hidden for the sake of others.
                add(count, known + policy.k(), Double.POSITIVE_INFINITY, ALWAYS);
            }
        } else if (published instanceof Published.Zero) {
            add(count, 0, 0, ALWAYS);
        } else if (attack != Attack.RULE_BLIND && rule.isBelowK(cell)) {
            add(count, known, known + policy.k() - 1, ALWAYS);
        } else if (attack == Attack.PATTERN_AWARE) {
            add(count, known + policy.k(), Double.POSITIVE_INFINITY, ALWAYS);
        }
    }

    private void add(Sum sum, double low, double high, int source) {
        if (sum.size() > 0) {
            rows.add(new Row(sum, low, high, source));
        }
    }
}
