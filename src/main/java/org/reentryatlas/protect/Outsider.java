package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with all that is published, the rules and a solver, and nothing else. Tries to prove of every atom and every
 * hidden cell that it holds between 1 and k-1 people. Where a world exists in which it holds k, or one in which it holds
 * nobody, nothing is proved; the rest is bounded exactly.
 */
public final class Outsider {
    /** How many of the tightest bounds are settled exactly for the report. */
    private static final int SAMPLE = 12;

    private static final double CAP = 10_000;

    /**
     * What was found out about an atom or a cell.
     *
     * @param low fewest people it can hold
     * @param high most people it can hold
     * @param blame ids of the shown cells that hold the upper bound down
     */
    public record Finding(String about, double low, double high, List<String> blame) {
        public Finding {
            blame = List.copyOf(blame);
        }
    }

    /**
     * The attack's result.
     *
     * @param examined atoms and hidden cells
     * @param bounded how many of them cannot hold k people besides those whom the attacker knows
     * @param large how many of those hold k people for certain, and so have nothing to hide
     * @param proved those of them where somebody is for certain, and not k people: each is a breach
     * @param tightest the lowest upper bound among a sample of the bounded, or null if there are none
     */
    public record Report(
            int examined,
            int bounded,
            int large,
            List<Finding> proved,
            @Nullable Finding tightest) {
        public Report {
            proved = List.copyOf(proved);
        }
    }

    private final CellSystem system;
    private final List<Published> published;
    private final Policy policy;
    private final Consumer<String> progress;
    private final List<Knowledge.Row> rows;

    /**
     * An attack.
     *
     * @param skeleton atoms and cells; what people they hold is not looked at
     * @param published what stands in each cell
     */
    public Outsider(CellSystem skeleton, List<Published> published, Policy policy, Consumer<String> progress) {
        this.published = List.copyOf(published);
        this.policy = policy;
        this.progress = progress;
        CellSystem nobody = skeleton.over(new int[skeleton.atoms()]);
        progress.accept("looking for a world that agrees with everything published");
        int[] world = new FirstWorld(nobody, Knowledge.ofOutsider(nobody, published, policy)).find();
        this.system = nobody.over(world);
        this.rows = Knowledge.ofOutsider(system, published, policy);
    }

    /**
     * Attacks.
     *
     * @param knownMembers people of each area whom the attacker knows already
     * @throws ProtectionException if a solver ends without a proof: then nothing is proved safe
     */
    public Report attack(int knownMembers) {
        List<Demand> demands = demands(policy.k() + (double) knownMembers);
        Witnesses witnesses = new Witnesses(demands);
        Ground ground = new Ground(system, policy, witnesses, progress);
        ground.search(Attack.RULE_BLIND, rows);
        List<Finding> proved = new ArrayList<>();
        List<Finding> sample = new ArrayList<>();
        int bounded = 0;
        int large = 0;
        try (Bounds bounds = new Bounds(system, system.truth(), rows, CAP)) {
            for (int index : witnesses.open(Attack.RULE_BLIND)) {
                Demand demand = demands.get(index);
                if (isPossible(index, ground, witnesses, bounds)) {
                    continue;
                }
                bounded++;
                witnesses.add(new Demand(
                        Attack.RULE_BLIND, demand.about(), demand.sum().negated(), 0));
                if (!isPossible(witnesses.demands().size() - 1, ground, witnesses, bounds)) {
                    Finding finding = finding(demand, bounds);
                    if (finding.low() < policy.k() - Solvers.TOLERANCE) {
                        proved.add(finding);
                    } else {
                        large++;
                    }
                } else if (sample.size() < SAMPLE) {
                    sample.add(finding(demand, bounds));
                }
            }
        }
        Finding tightest = sample.stream()
                .filter(finding -> finding.high() >= 1)
                .min((a, b) -> Double.compare(a.high(), b.high()))
                .orElse(null);
        return new Report(demands.size(), bounded, large, proved, tightest);
    }

    /** Whether some world meets the demand: looked for with linear programmes first, then excluded by one, then settled. */
    private boolean isPossible(int index, Ground ground, Witnesses witnesses, Bounds bounds) {
        Demand demand = witnesses.demands().get(index);
        witnesses.offer(system.truth(), Attack.RULE_BLIND);
        ground.searchAround(index, rows);
        ground.searchEverywhere(index, rows);
        if (!witnesses.isOpen(index)) {
            return true;
        }
        if (bounds.highest(demand.sum()).value() < demand.atLeast() - Solvers.TOLERANCE) {
            return false;
        }
        Optional<int[]> world = ground.witness(demand, rows);
        world.ifPresent(found -> witnesses.offer(found, Attack.RULE_BLIND));
        return world.isPresent();
    }

    private Finding finding(Demand demand, Bounds bounds) {
        Bounds.Bound high = bounds.highest(demand.sum());
        // The negative of zero is printed with its sign; zero more takes that away.
        double low = 0.0 - bounds.highest(demand.sum().negated()).value();
        return new Finding(
                demand.about(),
                low,
                high.value(),
                high.blame().stream().map(cell -> system.cells().get(cell).id()).toList());
    }

    private List<Demand> demands(double atLeast) {
        List<Demand> demands = new ArrayList<>();
        for (int atom = 0; atom < system.atoms(); atom++) {
            demands.add(new Demand(Attack.RULE_BLIND, "atom " + atom, Sum.of(new int[] {atom}, 1), atLeast));
        }
        for (int cell = 0; cell < published.size(); cell++) {
            if (published.get(cell) instanceof Published.Hidden) {
                demands.add(
                        new Demand(Attack.RULE_BLIND, system.cells().get(cell).id(), system.count(cell), atLeast));
            }
        }
        return demands;
    }
}
