package org.reentryatlas.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.reentryatlas.geo.Classification.Range;

/**
 * Natural breaks: the classes whose values differ least, in squares, from the means of their classes. Found for certain by
 * dynamic programming (W. D. Fisher, "On Grouping for Maximum Homogeneity", 1958), which GeoTools 33 does not do: of 10, 15, 20,
 * 25, 30, 35, 40, 300 its function makes the two classes up to 20 and from 25 on.
 */
final class NaturalBreaks {
    /** Of more values than these, neighbours are taken together: the work grows with the square. */
    private static final int MOST_VALUES = 4_000;

    private final double[] from;
    private final double[] to;
    /** Sums up to a group, so that those of a class are differences: of weights, values and squares. */
    private final double[] weights;

    private final double[] sums;
    private final double[] squares;

    private NaturalBreaks(double[] sorted) {
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        int groups = Math.min(distinct.length, MOST_VALUES);
        from = new double[groups];
        to = new double[groups];
        weights = new double[groups + 1];
        sums = new double[groups + 1];
        squares = new double[groups + 1];
        // Around the mean, so that squares of large numbers do not swallow their differences.
        double mean = Arrays.stream(sorted).average().orElse(0);
        int at = 0;
        for (int group = 0; group < groups; group++) {
            from[group] = distinct[(int) ((long) group * distinct.length / groups)];
            to[group] = distinct[(int) ((group + 1L) * distinct.length / groups) - 1];
            weights[group + 1] = weights[group];
            sums[group + 1] = sums[group];
            squares[group + 1] = squares[group];
            for (; at < sorted.length && sorted[at] <= to[group]; at++) {
                double value = sorted[at] - mean;
                weights[group + 1]++;
                sums[group + 1] += value;
                squares[group + 1] += value * value;
            }
        }
    }

    /** Classes of sorted values, of which more are different than classes are wanted. */
    static List<Range> of(double[] sorted, int most) {
        return new NaturalBreaks(sorted).ranges(most);
    }

    private List<Range> ranges(int most) {
        int groups = from.length;
        int[][] starts = new int[most][groups + 1];
        double[] best = new double[groups + 1];
        for (int end = 1; end <= groups; end++) {
            best[end] = deviation(0, end);
        }
        for (int last = 1; last < most; last++) {
            double[] better = new double[groups + 1];
            Arrays.fill(better, Double.POSITIVE_INFINITY);
            for (int end = last + 1; end <= groups; end++) {
                for (int start = last; start < end; start++) {
                    double deviation = best[start] + deviation(start, end);
                    if (deviation < better[end]) {
                        better[end] = deviation;
                        starts[last][end] = start;
                    }
                }
            }
            best = better;
        }
        List<Range> ranges = new ArrayList<>();
        int end = groups;
        for (int last = most - 1; last >= 0; last--) {
            int start = starts[last][end];
            ranges.add(new Range(from[start], to[end - 1]));
            end = start;
        }
        Collections.reverse(ranges);
        return ranges;
    }

    /** The sum of the squared deviations from the mean, of the groups from {@code start} to before {@code end}. */
    private double deviation(int start, int end) {
        double sum = sums[end] - sums[start];
        return squares[end] - squares[start] - sum * sum / (weights[end] - weights[start]);
    }
}
