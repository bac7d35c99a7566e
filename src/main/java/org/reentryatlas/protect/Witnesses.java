package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Worlds of whole people that agree with everything published, and for each demand one that meets it. Whoever believes the
 * demands needs no solver: a world is checked by adding up.
 */
final class Witnesses {
    private final List<Demand> demands;
    private final List<World> worlds = new ArrayList<>();
    /** Demands that some world meets. */
    private final BitSet met = new BitSet();

    Witnesses(List<Demand> demands) {
        this.demands = new ArrayList<>(demands);
    }

    private Witnesses(Witnesses other) {
        this.demands = other.demands;
        this.met.or(other.met);
    }

    /** The same demands, some of them met, and no worlds yet: for a search beside others, which is {@link #join}ed later. */
    Witnesses fork() {
        return new Witnesses(this);
    }

    /** Takes over the worlds that a fork has found. */
    void join(Witnesses fork) {
        fork.worlds.forEach(world -> offer(world.people(), world.attack()));
    }

    List<Demand> demands() {
        return demands;
    }

    List<World> worlds() {
        return worlds;
    }

    boolean isOpen(int demand) {
        return !met.get(demand);
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

    /** Asks for a demand no more. */
    void giveUp(int demand) {
        met.set(demand);
    }

    /** Adds a demand. */
    void add(Demand demand) {
        demands.add(demand);
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
        int before = met.cardinality();
        for (int demand : some) {
            if (isOpen(demand) && demands.get(demand).isMetBy(world)) {
                met.set(demand);
            }
        }
        int more = met.cardinality() - before;
        if (more > 0) {
            worlds.add(new World(attack, world));
        }
        return more;
    }
}
