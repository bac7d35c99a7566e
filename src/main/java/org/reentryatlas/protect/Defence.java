package org.reentryatlas.protect;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sees to it that every demand has a witness: first worlds that meet many demands at once, then one by one, hiding the
 * cheapest further cells where no world does. A cell that is hidden takes nothing from the worlds found before, since they
 * agree with even more.
 */
final class Defence {
    private final CellSystem system;
    private final Policy policy;
    private final List<Published> published;
    private final Witnesses witnesses;
    private final Ground ground;
    /** What the attacker knows who is being met; less, each time that cells are hidden. */
    private List<Knowledge.Row> known = List.of();

    private int left;
    /** Demands that may be given up. */
    private final Set<Integer> tries = new HashSet<>();

    private int givenUp;

    /**
     * A defence.
     *
     * @param published what stands in the cells; cells that must be hidden are hidden in it
     * @param progress is told each step in words
     */
    Defence(
            CellSystem system,
            Policy policy,
            List<Published> published,
            Witnesses witnesses,
            Consumer<String> progress) {
        this.system = system;
        this.policy = policy;
        this.published = published;
        this.witnesses = witnesses;
        this.ground = new Ground(system, policy, witnesses, progress);
    }

    /**
     * Meets every open demand of an attack.
     *
     * @throws ProtectionException if one cannot be met
     */
    void meet(Attack attack) {
        witnesses.offer(system.truth(), attack);
        known = known(attack);
        ground.sweep(attack, known);
        ground.searchAll(attack, witnesses.open(attack), () -> known, demand -> mend(demand, attack));
    }

    private List<Knowledge.Row> known(Attack attack) {
        return Knowledge.of(system, published, policy, attack);
    }

    /** Adds a demand; one that is a try is given up where nothing helps. */
    void add(Widths.Narrow narrow) {
        if (narrow.isTry()) {
            tries.add(witnesses.demands().size());
        }
        witnesses.add(narrow.demand());
    }

    /** Meets one demand at what it costs. */
    private void mend(int demand, Attack attack) {
        Optional<ComplementarySuppression.Remedy> remedy = ground.remedy(demand, known);
        String about = witnesses.demands().get(demand).about();
        if (remedy.isEmpty() && attack == Attack.PATTERN_AWARE) {
            // Hiding does not help: what bounds the cell is which others are small, and that is not published.
            witnesses.leaveTo(Attack.RULE_AWARE, demand);
            left++;
            return;
        }
        if (remedy.isEmpty() && tries.contains(demand)) {
            witnesses.giveUp(demand);
            givenUp++;
            return;
        }
        List<Integer> cells = remedy.orElseThrow(
                        () -> new ProtectionException("no set of cells was found that protects " + about))
                .cells();
        cells.forEach(cell -> published.set(cell, Published.HIDDEN));
        if (witnesses.offer(remedy.get().world(), attack) == 0) {
            throw new ProtectionException("the remedy for " + about + " does not help");
        }
        if (!cells.isEmpty()) {
            known = known(attack);
        }
    }

    /** Demands for which nothing helped, and something else was demanded instead. */
    int givenUp() {
        return givenUp;
    }

    /** Demands that were left to an attacker who knows less, since no hiding met them. */
    int left() {
        return left;
    }
}
