package org.reentryatlas.upkeep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where a clean-up is needed most: for each place a score from 0 to 100, which is the sum of what each component adds.
 *
 * <p>A component is scaled to 0 to 1 by its 95th percentile among the places where it is above zero (the nearest rank: a value that
 * some place has), and what is above counts as 1, so that a single dump of waste does not make all others look alike. Most blocks
 * have no request at all; with their zeros the percentile would often be zero. Weights count by their share of the sum of weights.
 */
public final class Priority {
    private static final double SHARE_BELOW = 0.95;

    /** Sums of floating-point numbers differ in their last digits by the order of the terms, and must not decide who comes first. */
    private static final double STEPS_OF_SCORE = 1e6;

    private Priority() {}

    /**
     * Something that makes a place more urgent the more there is of it.
     *
     * @param weight at least 0; 0 leaves it out
     * @param unknown what it counts, from 0 to 1, at a place of which it is not known
     */
    public record Component(String code, double weight, double unknown) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException naming the component
         */
        public Component {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "the weight of " + code + " is not a number of at least 0: " + weight);
            }
            if (!(unknown >= 0 && unknown <= 1)) {
                throw new IllegalArgumentException(
                        "what an unknown " + code + " counts is not from 0 to 1: " + unknown);
            }
        }
    }

    /**
     * A place with its values.
     *
     * @param values one for each component, at least 0; NaN where it is not known
     */
    public record Place(String key, List<Double> values) {
        public Place {
            values = List.copyOf(values);
        }
    }

    /**
     * A place with its score.
     *
     * @param rank from 1; places with the same score have the same
     * @param score 0 to 100, to 6 decimal places
     * @param points what each component adds to the score, in the order of the components
     */
    public record Ranked(int rank, String key, double score, List<Double> points) {
        public Ranked {
            points = List.copyOf(points);
        }
    }

    /**
     * All places, the most urgent first; of those with the same score, in the order of their keys.
     *
     * @throws IllegalArgumentException if no weight is above 0, a key occurs twice, or a place has another number of values than there
     *     are components, or one below 0
     */
    public static List<Ranked> rank(List<Component> components, List<Place> places) {
        // Weights may be as large as numbers get; their sum must not be larger.
        double largest =
                components.stream().mapToDouble(Component::weight).max().orElse(0);
        if (largest == 0) {
            throw new IllegalArgumentException("at least one weight has to be above 0");
        }
        double sum = components.stream()
                .mapToDouble(component -> component.weight() / largest)
                .sum();
        requireSound(components, places);
        double[] scales = IntStream.range(0, components.size())
                .mapToDouble(i -> scale(places, i))
                .toArray();
        List<Ranked> scored = new ArrayList<>();
        for (Place place : places) {
            List<Double> points = IntStream.range(0, scales.length)
                    .mapToObj(i -> 100
                            * (components.get(i).weight() / largest / sum)
                            * scaled(place.values().get(i), scales[i], components.get(i)))
                    .toList();
            double score = points.stream().mapToDouble(Double::doubleValue).sum();
            scored.add(new Ranked(0, place.key(), Math.round(score * STEPS_OF_SCORE) / STEPS_OF_SCORE, points));
        }
        scored.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::key));
        return numbered(scored);
    }

    /**
     * The value of each part that counts as 1.
     *
     * @param parts in the order of the values of places
     */
    public static <P> Map<P, Double> scales(List<P> parts, List<Place> places) {
        Map<P, Double> scales = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            scales.put(parts.get(i), scale(places, i));
        }
        return scales;
    }

    private static double scale(List<Place> places, int part) {
        return scale(
                places.stream().mapToDouble(place -> place.values().get(part)).toArray());
    }

    /**
     * The value that counts as 1: the 95th percentile of those above 0, and 0 where there is none.
     *
     * @param values NaN where one is not known
     */
    public static double scale(double[] values) {
        double[] positive =
                Arrays.stream(values).filter(value -> value > 0).sorted().toArray();
        return positive.length == 0 ? 0 : positive[(int) Math.ceil(SHARE_BELOW * positive.length) - 1];
    }

    private static double scaled(double value, double scale, Component component) {
        if (Double.isNaN(value)) {
            return component.unknown();
        }
        return value == 0 ? 0 : Math.min(1, value / scale);
    }

    private static List<Ranked> numbered(List<Ranked> sorted) {
        List<Ranked> numbered = new ArrayList<>();
        for (Ranked next : sorted) {
            Ranked last = numbered.isEmpty() ? null : numbered.get(numbered.size() - 1);
            int rank = last != null && last.score() == next.score() ? last.rank() : numbered.size() + 1;
            numbered.add(new Ranked(rank, next.key(), next.score(), next.points()));
        }
        return numbered;
    }

    private static void requireSound(List<Component> components, List<Place> places) {
        Set<String> keys = new HashSet<>();
        for (Place place : places) {
            if (!keys.add(place.key())) {
                throw new IllegalArgumentException("there are two places " + place.key());
            }
            if (place.values().size() != components.size()) {
                throw new IllegalArgumentException("place %s has %d values for %d components"
                        .formatted(place.key(), place.values().size(), components.size()));
            }
            for (int i = 0; i < components.size(); i++) {
                double value = place.values().get(i);
                if (value < 0 || Double.isInfinite(value)) {
                    throw new IllegalArgumentException("%s of place %s is not a number of at least 0: %s"
                            .formatted(components.get(i).code(), place.key(), value));
                }
            }
        }
    }
}
