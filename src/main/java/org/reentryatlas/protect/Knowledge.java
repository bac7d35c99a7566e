package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an attacker knows of the atoms, as linear rows: what is true of any table, and what each published cell says. A
 * shown cell says more than its rounded value, because the rules are public: it would be hidden if it were small without
 * its largest address and group quarters, or if it left out fewer than k people of its area.
 */
final class Knowledge {
    /** No cell needs to be hidden for this row to go. */
    static final int ALWAYS = -1;

    /**
     * The weighted sum of atoms lies in {@code low..high}.
     *
     * @param source index of the shown cell that says so, or {@link #ALWAYS}
     */
    record Row(Map<Integer, Integer> coefficients, double low, double high, int source) {}

    private final CellSystem system;
    private final Policy policy;
    private final Attack attack;
    private final Rounding rounding;
    private final PrimaryRule rule;
    private final List<Row> rows = new ArrayList<>();

    private Knowledge(CellSystem system, Policy policy, Attack attack) {
        this.system = system;
        this.policy = policy;
        this.attack = attack;
        this.rounding = new Rounding(policy);
        this.rule = new PrimaryRule(policy);
    }

    /** The rows, in the order of the cells; {@code published} says what stands in each cell of the system. */
    static List<Row> of(CellSystem system, List<Published> published, Policy policy, Attack attack) {
        Knowledge knowledge = new Knowledge(system, policy, attack);
        for (CellSystem.AtMost bound : system.bounds()) {
            knowledge.add(Map.of(bound.part(), 1, bound.whole(), -1), Double.NEGATIVE_INFINITY, 0, ALWAYS);
        }
        for (int i = 0; i < published.size(); i++) {
            knowledge.learn(i, published.get(i));
        }
        return knowledge.rows;
    }

    private void learn(int index, Published published) {
        Cell cell = system.cells().get(index);
        Map<Integer, Integer> count = CellSystem.count(cell, 1);
        if (published instanceof Published.Shown shown) {
            Interval interval = rounding.interval(shown.value());
            // At least one person lives at the largest address, and headcounts of group quarters are taken as known.
            int least = Math.max(interval.low(), policy.k() + 1 + cell.facts().groupQuarters());
            add(count, least, interval.high(), index);
            if (cell.facts().others().isPresent()) {
                add(system.others(cell), policy.k(), Double.POSITIVE_INFINITY, index);
            }
        } else if (published instanceof Published.Zero) {
            add(count, 0, 0, ALWAYS);
        } else if (attack == Attack.RULE_AWARE && rule.isBelowK(cell)) {
            add(count, 0, policy.k() - 1.0, ALWAYS);
        } else if (attack == Attack.RULE_AWARE) {
            add(count, policy.k(), Double.POSITIVE_INFINITY, ALWAYS);
        }
    }

    private void add(Map<Integer, Integer> coefficients, double low, double high, int source) {
        if (!coefficients.isEmpty()) {
            rows.add(new Row(Map.copyOf(coefficients), low, high, source));
        }
    }
}
