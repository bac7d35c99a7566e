package org.reentryatlas.protect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Checks proofs without a solver. A demand says that an attacker must still think some number possible; its proof is a
 * world, a number of people for every atom, that agrees with everything published and shows that number. Checking it takes
 * nothing but adding up.
 */
public final class Verifier {
    private final CellSystem system;
    private final Policy policy;

    /**
     * What was found to hold.
     *
     * @param demands bounds that every attacker was held to
     * @param left those of them that hold against the rule-aware attacker only, and not where it is known of every cell whether it is small
     * @param worlds that show it
     */
    public record Result(int demands, int left, int worlds) {}

    public Verifier(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
    }

    /**
     * Checks that every world is possible, that every demand has one, and that the bounds of no hidden cell that is not
     * small are too close.
     *
     * @param published what stands in each cell of the system
     * @throws ProtectionException naming what fails
     */
    public Result verify(List<Published> published, List<World> worlds) {
        Map<Attack, List<World>> of = new EnumMap<>(Attack.class);
        for (Attack attack : Attack.values()) {
            List<Knowledge.Row> rows = Knowledge.of(system, published, policy, attack);
            requirePossible(system.truth(), rows, "the truth");
            List<World> known =
                    worlds.stream().filter(world -> world.attack() == attack).toList();
            known.forEach(world -> requirePossible(world.people(), rows, "a world of the proof"));
            of.put(attack, known);
        }
        List<Demand> demands = Demands.of(system, policy);
        int left = 0;
        for (Demand demand : demands) {
            if (!isMet(demand, of)) {
                Demand weaker = new Demand(Attack.RULE_AWARE, demand.about(), demand.sum(), demand.atLeast());
                if (demand.attack() != Attack.PATTERN_AWARE || !isMet(weaker, of)) {
                    throw new ProtectionException("nothing shows that " + demand.about() + " is protected");
                }
                left++;
            }
        }
        for (Widths.Narrow narrow : new Widths(system, policy).narrow(published, worlds)) {
            if (!narrow.isTry()) {
                throw new ProtectionException(narrow.demand().about() + " can be bounded too closely");
            }
        }
        return new Result(demands.size(), left, worlds.size());
    }

    private boolean isMet(Demand demand, Map<Attack, List<World>> of) {
        return demand.isMetBy(system.truth())
                || of.getOrDefault(demand.attack(), List.of()).stream().anyMatch(world -> world.meets(demand));
    }

    /**
     * Checks that a world agrees with everything that is known.
     *
     * @throws ProtectionException naming what it contradicts
     */
    void requirePossible(int[] world, List<Knowledge.Row> rows, String name) {
        for (int atom = 0; atom < world.length; atom++) {
            if (world[atom] < system.known(atom)) {
                throw new ProtectionException(name + " holds too few people in atom " + atom);
            }
            if (system.isPart(atom) && world[atom] > world[system.wholeOf(atom)]) {
                throw new ProtectionException(name + " holds more people with a need than people in atom " + atom);
            }
        }
        for (Knowledge.Row row : rows) {
            if (!row.holdsIn(world)) {
                throw new ProtectionException(name + " contradicts "
                        + (row.source() == Knowledge.ALWAYS
                                ? "what is known"
                                : system.cells().get(row.source()).id()));
            }
        }
    }
}
