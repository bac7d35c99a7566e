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

    /** The wholes of each cell, or of its parts, each set of them once: cells of parts join ground too. */
    private final List<List<Integer>> areas;

    private final List<List<Integer>> areasOf = new ArrayList<>();

    Neighbourhood(CellSystem system) {
        this.system = system;
        this.areas = IntStream.range(0, system.cells().size())
                .mapToObj(cell -> wholes(system.count(cell)))
                .distinct()
                .toList();
        for (int atom = 0; atom < system.atoms(); atom++) {
            areasOf.add(new ArrayList<>());
        }
        for (int area = 0; area < areas.size(); area++) {
            for (int whole : areas.get(area)) {
                areasOf.get(whole).add(area);
            }
        }
        Comparator<Integer> bySize =
                Comparator.comparingInt(area -> areas.get(area).size());
        areasOf.forEach(around -> around.sort(bySize.thenComparing(Comparator.naturalOrder())));
    }

    private List<Integer> wholes(Sum sum) {
        return IntStream.range(0, sum.size())
                .map(sum::atom)
                .map(atom -> system.isPart(atom) ? system.wholeOf(atom) : atom)
                .boxed()
                .toList();
    }

    /** More and more ground around the sum: its wholes and about so many more, found when asked for, each ground once. */
    Stream<BitSet> growing(Sum sum, int... sizes) {
        return IntStream.of(sizes).mapToObj(size -> around(sum, size)).distinct();
    }

    /** The wholes of the sum and about so many around them. */
    private BitSet around(Sum sum, int size) {
        List<Integer> wholes = new ArrayList<>();
        BitSet taken = new BitSet();
        wholes(sum).forEach(whole -> take(whole, taken, wholes));
        int start = wholes.size();
        BitSet seen = new BitSet();
        for (int next = 0; next < wholes.size() && wholes.size() - start < size; next++) {
            for (int area : areasOf.get(wholes.get(next))) {
                List<Integer> there = areas.get(area);
                if (there.size() <= size && !seen.get(area)) {
                    seen.set(area);
                    for (int i = 0; i < there.size() && wholes.size() - start < size; i++) {
                        take(there.get(i), taken, wholes);
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
