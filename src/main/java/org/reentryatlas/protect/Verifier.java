package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Checks proofs without a solver. A demand says that an attacker must still think some number possible; its proof is a
 * world, a number of people for every atom, that agrees with everything published and shows that number. Checking it takes
 * nothing but adding up.
 */
final class Verifier {
    private final CellSystem system;
    private final Policy policy;

    Verifier(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
    }

    /**
     * Checks that every demand has a world, and that every such world is possible.
     *
     * @throws ProtectionException naming what fails
     */
    void verify(List<Published> published, Witnesses witnesses) {
        Map<Attack, List<Knowledge.Row>> known = new EnumMap<>(Attack.class);
        for (Attack attack : Attack.values()) {
            List<Knowledge.Row> rows = new ArrayList<>(Knowledge.of(system, published, policy, attack));
            known.put(attack, rows);
            requirePossible(system.truth(), rows, "the truth");
        }
        for (int world = 0; world < witnesses.worlds().size(); world++) {
            requirePossible(
                    witnesses.worlds().get(world),
                    known.getOrDefault(witnesses.attack(world), List.of()),
                    "world " + world);
        }
        for (int demand = 0; demand < witnesses.demands().size(); demand++) {
            Demand wanted = witnesses.demands().get(demand);
            if (witnesses.isOpen(demand)) {
                throw new ProtectionException("nothing shows that " + wanted.about() + " is protected");
            }
            int world = witnesses.witness(demand);
            if (witnesses.attack(world) != wanted.attack()
                    || !wanted.isMetBy(witnesses.worlds().get(world))) {
                throw new ProtectionException("the proof for " + wanted.about() + " does not hold");
            }
        }
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
