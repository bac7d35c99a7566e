package org.reentryatlas.access;

import java.util.List;

/**
 * The ranks that an area can have, from its best (smallest) to its worst. Rank 1 has the largest number; areas with the same
 * share the better rank, and the ones after are as far back as if they had not (1, 2, 2, 4). A rank may be shown only where it
 * is sure. Numbers that differ in their last digit differ: whoever has worked them out rounds them first, low ends down and high
 * ends up.
 *
 * @param best at least 1
 * @param worst at least the best
 */
public record RankRange(int best, int worst) {
    public RankRange {
        if (best < 1 || worst < best) {
            throw new IllegalArgumentException("ranks from " + best + " to " + worst);
        }
    }

    /** Whether the area has the same rank wherever the numbers lie in their ranges. */
    public boolean isSure() {
        return best == worst;
    }

    /**
     * The ranks of areas whose numbers lie in ranges, each wherever the others lie. Before an area are for certain those that
     * are above it at their least, and perhaps those that are above its least at their most.
     */
    public static List<RankRange> of(List<Range> numbers) {
        double[] lows = numbers.stream().mapToDouble(Range::low).sorted().toArray();
        double[] highs = numbers.stream().mapToDouble(Range::high).sorted().toArray();
        return numbers.stream()
                .map(number -> {
                    int itself = number.high() > number.low() ? 1 : 0;
                    return new RankRange(1 + above(lows, number.high()), 1 + above(highs, number.low()) - itself);
                })
                .toList();
    }

    /** How many of the sorted numbers are above one. */
    private static int above(double[] sorted, double number) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] > number) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return sorted.length - from;
    }
}
