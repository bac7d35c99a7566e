package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * All cells that are to be published together, as one linear system. Its unknowns are the atoms: the smallest groups of
 * people that any published layer or category tells apart. Every cell is a sum of atoms, so whoever can bound an atom or
 * a sum of atoms from the published cells has learned something, whatever the layers it took.
 *
 * <p>An atom is either a whole (everybody in a piece of ground) or a part (those of them who have a need). Given the
 * wholes, the parts fall into blocks that share no cell, one for each need; this is what makes large systems tractable.
 *
 * <p>Immutable.
 */
public final class CellSystem {
    /** The block of the wholes. */
    static final int WHOLES = 0;

    private static final int NONE = -1;

    private final int[] truth;
    private final int[] known;
    private final int[] wholeOf;
    private final int[] blockOf;
    private final int blocks;
    private final List<List<Integer>> partsOf = new ArrayList<>();
    private final List<Cell> cells;
    private final List<Sum> counts = new ArrayList<>();

    private CellSystem(Builder builder) {
        this.truth = toArray(builder.truth);
        this.known = toArray(builder.known);
        this.wholeOf = toArray(builder.wholeOf);
        this.cells = List.copyOf(builder.cells);
        cells.forEach(cell -> counts.add(Sum.of(toArray(cell.atoms()), 1)));
        for (int atom = 0; atom < truth.length; atom++) {
            partsOf.add(new ArrayList<>());
        }
        for (int atom = 0; atom < truth.length; atom++) {
            if (isPart(atom)) {
                partsOf.get(wholeOf[atom]).add(atom);
            }
        }
        this.blockOf = new int[truth.length];
        this.blocks = assignBlocks();
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<Cell> cells() {
        return cells;
    }

    /** People at registered group quarters, by atom. */
    public int[] atGroupQuarters() {
        return known.clone();
    }

    int atoms() {
        return truth.length;
    }

    int truth(int atom) {
        return truth[atom];
    }

    /** The true world: how many people each atom holds. */
    public int[] truth() {
        return truth.clone();
    }

    /** People of the atom whom everybody is assumed to know, since they live at registered group quarters. */
    int known(int atom) {
        return known[atom];
    }

    boolean isPart(int atom) {
        return wholeOf[atom] != NONE;
    }

    /** The whole that bounds a part. */
    int wholeOf(int part) {
        return wholeOf[part];
    }

    /** The parts of a whole, in order. */
    List<Integer> partsOf(int whole) {
        return partsOf.get(whole);
    }

    /** The fewest people that a whole can hold, as long as those of its parts that stay are as they are in the world. */
    int least(int whole, int[] world, IntPredicate stays) {
        int least = known[whole];
        for (int part : partsOf.get(whole)) {
            least = stays.test(part) ? Math.max(least, world[part]) : least;
        }
        return least;
    }

    /** The same cells over another world, with facts that fit it: everybody at an address of their own. */
    CellSystem over(int[] world) {
        Builder other = builder();
        for (int atom = 0; atom < world.length; atom++) {
            other.atom(world[atom]);
        }
        for (int atom = 0; atom < world.length; atom++) {
            if (isPart(atom)) {
                other.atMost(atom, wholeOf[atom]);
            }
        }
        for (int index = 0; index < cells.size(); index++) {
            Cell cell = cells.get(index);
            int count = (int) counts.get(index).in(world);
            OptionalInt others = cell.facts().others().isPresent()
                    ? OptionalInt.of((int) others(index).in(world))
                    : OptionalInt.empty();
            Facts facts = new Facts(count, count, Math.min(1, count), 0, others);
            other.cell(new Cell(
                    cell.id(),
                    cell.atoms(),
                    facts,
                    cell.structuralZero(),
                    cell.weight(),
                    cell.earlier(),
                    cell.standing(),
                    cell.bandWidth()));
        }
        return other.build();
    }

    /** That the part never exceeds its whole. */
    Knowledge.Row bound(int part) {
        Sum more = Sum.of(new int[] {part, wholeOf[part]}, new double[] {1, -1});
        return new Knowledge.Row(more, Double.NEGATIVE_INFINITY, 0, Knowledge.ALWAYS);
    }

    /** How many blocks there are; the first is that of the wholes. */
    int blocks() {
        return blocks;
    }

    int blockOf(int atom) {
        return blockOf[atom];
    }

    /** The atoms of a block, in order. */
    int[] atomsOf(int block) {
        int[] atoms = new int[truth.length];
        int size = 0;
        for (int atom = 0; atom < truth.length; atom++) {
            if (blockOf[atom] == block) {
                atoms[size++] = atom;
            }
        }
        return Arrays.copyOf(atoms, size);
    }

    /** The block that a sum is about: that of its parts, or the wholes. */
    int blockOf(Sum sum) {
        for (int term = 0; term < sum.size(); term++) {
            if (blockOf[sum.atom(term)] != WHOLES) {
                return blockOf[sum.atom(term)];
            }
        }
        return WHOLES;
    }

    boolean hasWholes(Sum sum) {
        for (int term = 0; term < sum.size(); term++) {
            if (!isPart(sum.atom(term))) {
                return true;
            }
        }
        return false;
    }

    /** The cell's count as a sum of atoms. */
    Sum count(int cell) {
        return counts.get(cell);
    }

    /** The people of the cell's area that the cell leaves out, as a sum of atoms. */
    Sum others(int cell) {
        Sum count = counts.get(cell);
        int[] wholes = new int[count.size()];
        for (int term = 0; term < wholes.length; term++) {
            wholes[term] = wholeOf[count.atom(term)];
            if (wholes[term] == NONE) {
                throw new IllegalArgumentException("cell " + cells.get(cell).id() + " leaves people out of no whole");
            }
        }
        return Sum.of(wholes, 1).plus(count.negated());
    }

    /** Joins the parts that a cell sums into one block; wholes stay in theirs. */
    private int assignBlocks() {
        int[] leader = new int[truth.length];
        Arrays.setAll(leader, atom -> atom);
        for (Sum count : counts) {
            for (int term = 1; term < count.size(); term++) {
                leader[find(leader, count.atom(term))] = find(leader, count.atom(0));
            }
        }
        int[] blockOfLeader = new int[truth.length];
        int next = WHOLES + 1;
        for (int atom = 0; atom < truth.length; atom++) {
            if (isPart(atom)) {
                int root = find(leader, atom);
                if (blockOfLeader[root] == 0) {
                    blockOfLeader[root] = next++;
                }
                blockOf[atom] = blockOfLeader[root];
            }
        }
        return next;
    }

    private static int find(int[] leader, int atom) {
        int root = atom;
        while (leader[root] != root) {
            leader[root] = leader[leader[root]];
            root = leader[root];
        }
        return root;
    }

    private static int[] toArray(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Collects atoms, bounds and cells. */
    public static final class Builder {
        private final List<Integer> truth = new ArrayList<>();
        private final List<Integer> known = new ArrayList<>();
        private final List<Integer> wholeOf = new ArrayList<>();
        private final List<Cell> cells = new ArrayList<>();

        private Builder() {}

        /** Adds an atom that holds so many people and returns its index. */
        public int atom(int people) {
            return atom(people, 0);
        }

        /** Adds an atom of which so many people are known to everybody, and returns its index. */
        public int atom(int people, int knownPeople) {
            if (knownPeople < 0 || knownPeople > people) {
                throw new IllegalArgumentException("of %d people %d cannot be known".formatted(people, knownPeople));
            }
            truth.add(people);
            known.add(knownPeople);
            wholeOf.add(NONE);
            return truth.size() - 1;
        }

        /** Says what everybody knows: the first atom never exceeds the second, which is a whole. */
        public void atMost(int part, int whole) {
            if (truth.get(part) > truth.get(whole) || known.get(part) > known.get(whole)) {
                throw new IllegalArgumentException("atom " + part + " exceeds atom " + whole);
            }
            if (wholeOf.get(whole) != NONE) {
                throw new IllegalArgumentException("atom " + whole + " is a part itself");
            }
            wholeOf.set(part, whole);
        }

        /** Adds a cell, whose count must be the sum of its atoms, all of them wholes or all of them parts. */
        public void cell(Cell cell) {
            int sum = cell.atoms().stream().mapToInt(truth::get).sum();
            if (sum != cell.facts().count()) {
                throw new IllegalArgumentException("cell %s counts %d, and its atoms sum to %d"
                        .formatted(cell.id(), cell.facts().count(), sum));
            }
            long parts = cell.atoms().stream()
                    .filter(atom -> wholeOf.get(atom) != NONE)
                    .count();
            if (parts != 0 && parts != cell.atoms().size()) {
                throw new IllegalArgumentException("cell " + cell.id() + " mixes wholes and parts");
            }
            cells.add(cell);
        }

        public CellSystem build() {
            return new CellSystem(this);
        }
    }
}
