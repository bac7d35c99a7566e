package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.reentryatlas.access.DemandBox;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.protect.Interval;

/** Where the people of each area set out from: its origins, among which they are parted by homes, or evenly where no home is known. */
final class Homes {
    private final List<Origin> origins;
    /** The origins of each area of the base level, by its key. */
    private final Map<String, List<Integer>> byArea = new LinkedHashMap<>();

    private final double[] share;

    /**
     * The homes of the areas of a base level.
     *
     * @param base which of the base levels, from 0
     * @param isCounted of the key of an area, whether its people are known at all: nobody sets out from others
     */
    Homes(List<Origin> origins, int base, Predicate<String> isCounted) {
        this.origins = List.copyOf(origins);
        for (int origin = 0; origin < origins.size(); origin++) {
            String area = origins.get(origin).areas().get(base);
            if (!area.isEmpty() && isCounted.test(area)) {
                byArea.computeIfAbsent(area, key -> new ArrayList<>()).add(origin);
            }
        }
        this.share = new double[origins.size()];
        byArea.values().forEach(this::divide);
    }

    private void divide(List<Integer> ofArea) {
        long homes = ofArea.stream().mapToLong(this::homes).sum();
        for (int origin : ofArea) {
            share[origin] = homes == 0 ? 1.0 / ofArea.size() : (double) homes(origin) / homes;
        }
    }

    private long homes(int origin) {
        return origins.get(origin).homes();
    }

    /** The origins of an area of the base level; none of an area that is not known. */
    List<Integer> of(Area base) {
        return byArea.getOrDefault(base.key(), List.of());
    }

    /** Which part of the people of an area sets out from origins that have something, from 0 to 1. */
    double part(Area base, IntPredicate has) {
        return Math.min(
                1,
                of(base).stream()
                        .filter(has::test)
                        .mapToDouble(origin -> share[origin])
                        .sum());
    }

    /** How much an origin counts among those of several areas: its homes, or one where none are known. */
    long weight(int origin) {
        return Math.max(1, homes(origin));
    }

    /** How much each origin counts. */
    double[] weights() {
        double[] weights = new double[origins.size()];
        Arrays.setAll(weights, this::weight);
        return weights;
    }

    /**
     * What is possible of the demand at each origin.
     *
     * @throws org.reentryatlas.attack.UnreadableReleaseException if the release says nothing about an area, or leaves open how
     *     many there are
     */
    DemandBox demand(PublishedCounts counts, DemandRule rule) {
        double[] low = new double[origins.size()];
        double[] high = new double[origins.size()];
        byArea.forEach((key, ofArea) -> {
            Interval range = counts.range(rule.measure(), new Area(counts.base(), key));
            double people = rule.share().doubleValue();
            for (int origin : ofArea) {
                low[origin] = range.low() * people * share[origin];
                high[origin] = range.high() * people * share[origin];
            }
        });
        return DemandBox.of(low, high);
    }
}
