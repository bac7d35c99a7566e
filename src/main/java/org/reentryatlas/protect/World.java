package org.reentryatlas.protect;

import java.util.Arrays;

/** How many people each atom might hold, for all that somebody with some knowledge can tell: a witness. */
public final class World {
    private final Attack attack;
    private final int[] people;

    /**
     * A world.
     *
     * @param attack whose knowledge it agrees with
     * @param people by atom
     */
    public World(Attack attack, int[] people) {
        this.attack = attack;
        this.people = people.clone();
    }

    public Attack attack() {
        return attack;
    }

    /** People by atom. */
    public int[] people() {
        return people.clone();
    }

    /** How many atoms it is about. */
    public int size() {
        return people.length;
    }

    /** People of a sum of atoms. */
    double value(Sum sum) {
        return sum.in(people);
    }

    boolean meets(Demand demand) {
        return attack == demand.attack() && demand.isMetBy(people);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof World world && attack == world.attack && Arrays.equals(people, world.people);
    }

    @Override
    public int hashCode() {
        return 31 * attack.hashCode() + Arrays.hashCode(people);
    }
}
