package org.reentryatlas.protect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How near the attack of an outsider comes to hidden cells: what a privacy officer wants to know beside that it failed. */
public final class NearestBound {
    /**
     * The bound of a cell.
     *
     * @param cell its index
     * @param above how far the most people that it can hold are above what the policy demands
     * @param blame indices of the shown cells that hold it down
     */
    public record Found(int cell, double above, List<Integer> blame) {
        public Found {
            blame = List.copyOf(blame);
        }
    }

    private NearestBound() {}

    /**
     * Of the cells that are hidden for what they hold, and do hold somebody, the one that the worlds show to come nearest to what
     * is demanded of it, with its exact bound, which two solvers must agree about.
     *
     * @param among indices of the cells to look at
     * @param worlds that agree with everything published
     * @throws ProtectionException if a solver ends without a bound, or they disagree
     */
    public static Optional<Found> of(
            CellSystem system, List<Published> published, Policy policy, List<Integer> among, List<World> worlds) {
        PrimaryRule rule = new PrimaryRule(policy);
        return among.stream()
                .filter(cell -> published.get(cell) instanceof Published.Hidden)
                .filter(cell -> rule.hides(system.cells().get(cell)))
                .filter(cell -> isHome(system.cells().get(cell).facts()))
                .min(Comparator.comparingDouble(cell -> shown(cell, system, worlds) - demanded(cell, system, policy)))
                .map(cell -> bound(cell, system, published, policy));
    }

    /** Whether anybody is there besides group quarters. */
    private static boolean isHome(Facts facts) {
        return facts.count() > facts.groupQuarters();
    }

    private static double demanded(int cell, CellSystem system, Policy policy) {
        return Demands.atLeast(system.cells().get(cell).facts(), policy);
    }

    /** The most people that one of the worlds shows in a cell. */
    private static double shown(int cell, CellSystem system, List<World> worlds) {
        Sum count = system.count(cell);
        return worlds.stream().mapToDouble(world -> world.value(count)).max().orElse(0);
    }

    private static Found bound(int cell, CellSystem system, List<Published> published, Policy policy) {
        List<Knowledge.Row> rows = Knowledge.ofOutsider(system.over(system.truth()), published, policy);
        try (Bounds bounds = new Bounds(system, system.truth(), rows, Outsider.CAP)) {
            Bounds.Bound bound = bounds.highest(system.count(cell));
            bounds.requireSecondOpinion(system.count(cell));
            return new Found(cell, bound.value() - demanded(cell, system, policy), bound.blame());
        }
    }
}
