package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * A random table small enough that every world can be gone through: two to five wholes, sometimes parts of them, and two to
 * six cells that overlap as they like. People live in households, a few of which are large, and at group quarters.
 */
record TinyTable(CellSystem system, Policy policy) {
    private static final Policy EXACT = new Policy(11, 1, 3);

    /** People of one atom, by address. */
    private record People(List<Integer> households, int groupQuarters) {
        int count() {
            return households.stream().mapToInt(Integer::intValue).sum() + groupQuarters;
        }

        /** Those of them who have a need. */
        People some(Random random, double share) {
            List<Integer> left = new ArrayList<>();
            for (int household : households) {
                int having = having(random, share, household);
                if (having > 0) {
                    left.add(having);
                }
            }
            return new People(left, having(random, share, groupQuarters));
        }

        private static int having(Random random, double share, int people) {
            return (int) random.doubles(people).filter(chance -> chance < share).count();
        }
    }

    /** The table of a seed. */
    static TinyTable of(long seed) {
        Random random = new Random(seed);
        CellSystem.Builder system = CellSystem.builder();
        List<People> people = new ArrayList<>();
        int wholes = 2 + random.nextInt(4);
        for (int atom = 0; atom < wholes; atom++) {
            people.add(people(random));
            system.atom(people.get(atom).count(), people.get(atom).groupQuarters());
        }
        // At least three atoms in all, and at most eight.
        int parts = Math.min(wholes, Math.max(3 - wholes, random.nextInt(4)));
        double share = List.of(0.3, 0.6, 0.95).get(random.nextInt(3));
        for (int part = 0; part < parts; part++) {
            People some = people.get(part).some(random, share);
            people.add(some);
            system.atMost(system.atom(some.count(), some.groupQuarters()), part);
        }
        int cells = 2 + random.nextInt(5);
        for (int cell = 0; cell < cells; cell++) {
            boolean ofParts = parts > 0 && random.nextInt(3) == 0;
            system.cell(
                    ofParts
                            ? cell(cell, random, people, wholes, parts, true)
                            : cell(cell, random, people, 0, wholes, false));
        }
        return new TinyTable(system.build(), random.nextBoolean() ? Policy.DEFAULT : EXACT);
    }

    private static People people(Random random) {
        int addresses = random.nextInt(3) == 0 ? random.nextInt(6) : random.nextInt(30);
        List<Integer> households = new ArrayList<>();
        for (int address = 0; address < addresses; address++) {
            households.add(random.nextInt(40) == 0 ? 5 + random.nextInt(8) : 1 + random.nextInt(5) / 4);
        }
        return new People(households, random.nextInt(6) == 0 ? 1 + random.nextInt(30) : 0);
    }

    /** A cell of some of the atoms from {@code first} on. */
    private static Cell cell(int index, Random random, List<People> people, int first, int size, boolean ofParts) {
        List<Integer> atoms = new ArrayList<>();
        double chance = List.of(0.3, 0.6, 1.0).get(random.nextInt(3));
        for (int atom = first; atom < first + size; atom++) {
            if (random.nextDouble() < chance) {
                atoms.add(atom);
            }
        }
        int count = 0;
        int addresses = 0;
        int largest = 0;
        int groupQuarters = 0;
        int others = 0;
        for (int atom : atoms) {
            People there = people.get(atom);
            count += there.count();
            addresses += there.households().size() + (there.groupQuarters() > 0 ? 1 : 0);
            largest = Math.max(
                    largest,
                    there.households().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0));
            groupQuarters += there.groupQuarters();
            // The parts follow the wholes, in the same order.
            others += ofParts ? people.get(atom - first).count() - there.count() : 0;
        }
        Facts facts = new Facts(
                count, addresses, largest, groupQuarters, ofParts ? OptionalInt.of(others) : OptionalInt.empty());
        return new Cell("cell " + index, atoms, facts, atoms.isEmpty(), 1 + random.nextInt(20));
    }
}
