package org.reentryatlas.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Where large values lie near large ones and small near small: the statistics of Getis and Ord. Neighbours are {@link Weights} of a
 * table from areas to areas; an entry of an area with itself is not looked at. Areas without a value are left out as if they were
 * not on the map: they are nobody's neighbour, and count in no mean.
 */
public final class HotSpots {
    /** With fewer areas the variance of G has no value. */
    private static final int FEWEST_FOR_G = 4;

    private HotSpots() {}

    /**
     * What is found at an area.
     *
     * @param z standard deviations above what is expected; below 0 near small values
     * @param p how likely one as far from 0 would be by chance, on either side (normal approximation)
     * @param adjusted p under control of false discoveries among all areas that have a result, see {@link FalseDiscovery}
     */
    public record Spot(double z, double p, double adjusted) {
        /** Whether large values gather here, with at most that share of false discoveries. */
        public boolean isHot(double level) {
            return z > 0 && adjusted <= level;
        }

        /** Whether small values gather here. */
        public boolean isCold(double level) {
            return z < 0 && adjusted <= level;
        }
    }

    /**
     * Gi* of each area: the values around it, its own among them, against those of all areas (J. K. Ord &amp; A. Getis,
     * Geographical Analysis 27(4), 1995). It is the same for weights times a factor. Empty for an area without a value,
     * and where nothing can be said: all values are alike, or every area is a neighbour with the same weight.
     *
     * @param own what an area weighs for itself, above 0; 1 where neighbours have 1
     * @param values of areas, empty where there is none
     */
    public static List<Optional<Spot>> giStar(Weights neighbours, double own, List<OptionalDouble> values) {
        Amounts.requirePositive("the weight of an area for itself", own);
        return local(neighbours, OptionalDouble.of(own), values);
    }

    /**
     * Gi of each area: the values around it without its own, against those of all other areas (Ord &amp; Getis 1995).
     * Empty as with {@link #giStar}, and for an area without neighbours.
     */
    public static List<Optional<Spot>> gi(Weights neighbours, List<OptionalDouble> values) {
        return local(neighbours, OptionalDouble.empty(), values);
    }

    private static List<Optional<Spot>> local(Weights neighbours, OptionalDouble own, List<OptionalDouble> values) {
        requireAreas(neighbours, values);
        // About the mean of all, which changes no result and keeps squares small.
        double mean = values.stream()
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(0);
        Moments all = new Moments();
        values.forEach(value -> value.ifPresent(known -> all.add(known - mean)));
        List<OptionalDouble> scores = IntStream.range(0, values.size())
                .mapToObj(area -> values.get(area).isEmpty()
                        ? OptionalDouble.empty()
                        : score(neighbours, own, values, mean, all, area))
                .toList();
        double[] p = scores.stream()
                .flatMapToDouble(OptionalDouble::stream)
                .map(Normal::twoSided)
                .toArray();
        double[] adjusted = FalseDiscovery.adjusted(p);
        List<Optional<Spot>> spots = new ArrayList<>();
        int next = 0;
        for (OptionalDouble score : scores) {
            if (score.isPresent()) {
                spots.add(Optional.of(new Spot(score.getAsDouble(), p[next], adjusted[next])));
                next++;
            } else {
                spots.add(Optional.empty());
            }
        }
        return List.copyOf(spots);
    }

    private static OptionalDouble score(
            Weights neighbours, OptionalDouble own, List<OptionalDouble> values, double mean, Moments all, int area) {
        double itself = values.get(area).orElseThrow() - mean;
        Moments others = own.isPresent() ? all : all.without(itself);
        double sum = own.orElse(0) * itself;
        double weight = own.orElse(0);
        double squares = weight * weight;
        for (int pair = neighbours.table().start(area);
                pair < neighbours.table().end(area);
                pair++) {
            int other = neighbours.table().site(pair);
            if (other != area && values.get(other).isPresent()) {
                double by = neighbours.weight(pair);
                sum += by * (values.get(other).getAsDouble() - mean);
                weight += by;
                squares += by * by;
            }
        }
        double spread = (others.count * squares - weight * weight) / (others.count - 1);
        // What is left of a difference of equals is rounding, and not a spread.
        boolean isSpread = others.count > 1
                && spread > 1e-12 * squares * others.count
                && others.variance() > 1e-12 * all.greatest * all.greatest;
        return isSpread
                ? OptionalDouble.of((sum - others.mean() * weight) / Math.sqrt(others.variance() * spread))
                : OptionalDouble.empty();
    }

    /** Sums of values and their squares. */
    private static final class Moments {
        private double count;
        private double sum;
        private double squares;
        private double greatest;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
            greatest = Math.max(greatest, Math.abs(value));
        }

        Moments without(double value) {
            Moments rest = new Moments();
            rest.count = count - 1;
            rest.sum = sum - value;
            rest.squares = squares - value * value;
            return rest;
        }

        double mean() {
            return sum / count;
        }

        double variance() {
            return squares / count - mean() * mean();
        }
    }

    /**
     * Getis and Ord's G of a whole map.
     *
     * @param g products of neighbours over products of all pairs
     * @param expected g where values lie by chance
     * @param z standard deviations of g above that
     * @param p two-sided, by normal approximation
     */
    public record General(double g, double expected, double z, double p) {}

    /**
     * G of all areas (A. Getis &amp; J. K. Ord, Geographical Analysis 24(3), 1992). Empty with fewer than 4 values, without
     * neighbours, and where nothing can be said: no two values are above 0, or g is the same however they lie.
     *
     * @param values at least 0, as the statistic demands; empty where there is none
     */
    public static Optional<General> general(Weights neighbours, List<OptionalDouble> values) {
        requireAreas(neighbours, values);
        GeneralG g = new GeneralG(neighbours, values);
        return g.count() < FEWEST_FOR_G ? Optional.empty() : g.result();
    }

    private static void requireAreas(Weights neighbours, List<OptionalDouble> values) {
        Amounts.requireSize("values", values.size(), neighbours.table().origins());
        Amounts.requireSize(
                "the table of neighbours",
                neighbours.table().sites(),
                neighbours.table().origins());
        values.forEach(value -> value.ifPresent(known -> {
            // Squares of larger numbers, times as many areas as there are, would leave the range of a double.
            if (!(Math.abs(known) <= Amounts.MOST)) {
                throw new IllegalArgumentException(
                        "a value is " + known + " and must not lie further from 0 than " + Amounts.MOST);
            }
        }));
    }
}
