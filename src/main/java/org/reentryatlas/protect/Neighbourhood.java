package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ground around some atoms: what shares the smallest areas with them, and then what shares areas with that. A change
 * that protects an atom is nearly always found there, and a small programme is fast.
 */
final class Neighbourhood {
    private final CellSystem system;
    private final List<List<Integer>> cellsOf = new ArrayList<>();

    Neighbourhood(CellSystem system) {
        this.system = system;
        for (int atom = 0; atom < system.atoms(); atom++) {
            cellsOf.add(new ArrayList<>());
        }
        for (int cell = 0; cell < system.cells().size(); cell++) {
            Sum count = system.count(cell);
            for (int term = 0; term < count.size(); term++) {
                cellsOf.get(count.atom(term)).add(cell);
            }
        }
        Comparator<Integer> bySize =
                Comparator.comparingInt(cell -> system.count(cell).size());
        cellsOf.forEach(cells -> cells.sort(bySize.thenComparing(Comparator.naturalOrder())));
    }

    /** More and more ground around the sum: its wholes and about so many more, found when asked for, each ground once. */
    Stream<BitSet> growing(Sum sum, int... sizes) {
        return IntStream.of(sizes).mapToObj(size -> around(sum, size)).distinct();
    }

    /** The wholes of the sum and about so many around them. */
    private BitSet around(Sum sum, int size) {
        List<Integer> wholes = new ArrayList<>();
        BitSet taken = new BitSet();
        for (int term = 0; term < sum.size(); term++) {
            int atom = sum.atom(term);
            take(system.isPart(atom) ? system.wholeOf(atom) : atom, taken, wholes);
        }
        int start = wholes.size();
        BitSet seen = new BitSet();
        for (int next = 0; next < wholes.size() && wholes.size() - start < size; next++) {
            for (int cell : cellsOf.get(wholes.get(next))) {
                Sum count = system.count(cell);
                if (count.size() <= size && !seen.get(cell)) {
                    seen.set(cell);
                    for (int term = 0; term < count.size() && wholes.size() - start < size; term++) {
                        take(count.atom(term), taken, wholes);
                    }
                }
            }
        }
        return taken;
    }

    /** The wholes and all their parts. */
    BitSet withParts(BitSet wholes) {
        BitSet all = new BitSet();
        all.set(0, system.blocks());
        return withParts(wholes, all);
    }

    /** The wholes, and those of their parts that are in the blocks. */
    BitSet withParts(BitSet wholes, BitSet blocks) {
        BitSet with = (BitSet) wholes.clone();
        wholes.stream().forEach(whole -> {
            for (int part : system.partsOf(whole)) {
                if (blocks.get(system.blockOf(part))) {
                    with.set(part);
                }
            }
        });
        return with;
    }

    private static void take(int whole, BitSet taken, List<Integer> wholes) {
        if (!taken.get(whole)) {
            taken.set(whole);
            wholes.add(whole);
        }
    }
}
