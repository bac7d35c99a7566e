package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Worlds of whole people that agree with everything published, and for each demand one that meets it. Whoever believes the
 * demands needs no solver: a world is checked by adding up.
 */
final class Witnesses {
    private static final int NONE = -1;

    private final List<Demand> demands;
    private final List<int[]> worlds = new ArrayList<>();
    private final List<Attack> attacks = new ArrayList<>();
    private int[] witness;

    Witnesses(List<Demand> demands) {
        this.demands = new ArrayList<>(demands);
        this.witness = new int[demands.size()];
        Arrays.fill(witness, NONE);
    }

    List<Demand> demands() {
        return demands;
    }

    List<int[]> worlds() {
        return worlds;
    }

    /** Which attacker the world agrees with. */
    Attack attack(int world) {
        return attacks.get(world);
    }

    /** Index of the world that meets the demand. */
    int witness(int demand) {
        return witness[demand];
    }

    boolean isOpen(int demand) {
        return witness[demand] == NONE;
    }

    /** Demands that no world meets yet. */
    List<Integer> open(Attack attack) {
        List<Integer> open = new ArrayList<>();
        for (int demand = 0; demand < demands.size(); demand++) {
            if (isOpen(demand) && demands.get(demand).attack() == attack) {
                open.add(demand);
            }
        }
        return open;
    }

    /** Leaves a demand to an attacker who knows less. */
    void leaveTo(Attack attack, int demand) {
        Demand wanted = demands.get(demand);
        demands.set(demand, new Demand(attack, wanted.about(), wanted.sum(), wanted.atLeast()));
    }

    /** Adds a demand. */
    void add(Demand demand) {
        demands.add(demand);
        witness = Arrays.copyOf(witness, demands.size());
        witness[demands.size() - 1] = NONE;
    }

    /**
     * Offers a world, of which a copy is kept if it meets an open demand.
     *
     * @return how many open demands it meets
     */
    int offer(int[] world, Attack attack) {
        return offer(world, attack, open(attack));
    }

    /** Offers a world that can meet some demands only, all of that attack. */
    int offer(int[] world, Attack attack, List<Integer> some) {
        int met = 0;
        for (int demand : some) {
            if (isOpen(demand) && demands.get(demand).isMetBy(world)) {
                witness[demand] = worlds.size();
                met++;
            }
        }
        if (met > 0) {
            worlds.add(world.clone());
            attacks.add(attack);
        }
        return met;
    }
}
