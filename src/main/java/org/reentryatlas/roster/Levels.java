package org.reentryatlas.roster;

import java.util.stream.IntStream;

/**
 * Shares that the area with the least can have: every number of tours by every number that an area needs, from 0 to 1.
 */
final class Levels {
    private final Grid grid;
    private final int[] alone;
    private final double[] shares;

    /** @param alone the most tours that each area could have if there were no other */
    Levels(Grid grid, int[] alone) {
        this.grid = grid;
        this.alone = alone.clone();
        // Equal fractions are equal doubles.
        shares = IntStream.concat(
                        IntStream.of(1), IntStream.range(0, alone.length).map(grid::needed))
                .filter(needed -> needed > 0)
                .distinct()
                .boxed()
                .flatMapToDouble(
                        needed -> IntStream.rangeClosed(0, needed).mapToDouble(tours -> (double) tours / needed))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The number of the highest level. */
    int last() {
        return shares.length - 1;
    }

    double share(int level) {
        return shares[level];
    }

    /** Of each area, the tours that it has at least at a level: the share, or where it could not even alone, all it could. */
    int[] required(int level) {
        int[] required = new int[alone.length];
        for (int a = 0; a < required.length; a++) {
            int tours = 0;
            while (tours < alone[a] && (double) tours / grid.needed(a) < shares[level]) {
                tours++;
            }
            required[a] = tours;
        }
        return required;
    }

    /** The highest level that a draft has. */
    int of(Draft draft) {
        int level = last();
        while (draft.deficit(required(level)) > 0) {
            level--;
        }
        return level;
    }
}
