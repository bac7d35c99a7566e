package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.access.AccessRange;
import org.reentryatlas.access.CatchmentWeights;
import org.reentryatlas.access.CostTable;
import org.reentryatlas.access.DemandBox;
import org.reentryatlas.access.Gap;
import org.reentryatlas.access.Range;
import org.reentryatlas.access.Weights;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.NearestPlace;
import org.reentryatlas.protect.Interval;
import org.reentryatlas.travel.Mode;

/** The figures of one category of services on the ways of one mode, for each area. */
final class CategoryGaps {
    private static final int PER = 1_000;
    private static final int THIRD = 3;

    private final Scene scene;
    private final DemandRule rule;
    private final CostTable costs;
    private final Nearest first;

    private final boolean countsCapacity;
    private final double[] supply;
    private final NearestPlace nearest;
    private final CatchmentWeights weights;
    private final DemandBox demand;
    private final Fair fair;

    /**
     * What access is held against.
     *
     * @param supply that some demand reaches
     * @param sites that some home reaches
     */
    private record Fair(Range supply, int sites) {}

    /**
     * The gaps of a category as its sites are. They count by capacity where every site states one, and else 1 each: beside a shelter
     * of 40 beds, one that states none would count for nothing.
     *
     * @param sites those that offer it
     * @param seconds from each origin to each place of a site
     */
    static CategoryGaps of(Scene scene, DemandRule rule, List<Site> sites, Map<LonLat, int[]> seconds) {
        boolean countsCapacity = !sites.isEmpty()
                && sites.stream().allMatch(site -> site.capacity().isPresent());
        return new CategoryGaps(scene, rule, sites, seconds, countsCapacity, null);
    }

    private CategoryGaps(
            Scene scene,
            DemandRule rule,
            List<Site> sites,
            Map<LonLat, int[]> seconds,
            boolean countsCapacity,
            @Nullable Fair other) {
        this.scene = scene;
        this.rule = rule;
        this.countsCapacity = countsCapacity;
        this.costs = Nearest.costs(scene, sites, seconds);
        this.first = Nearest.of(scene, costs, 1);
        this.supply = sites.stream()
                .mapToDouble(site -> countsCapacity ? site.capacity().orElseThrow() : 1)
                .toArray();
        this.nearest = new NearestPlace(sites.stream().map(Site::place).toList());
        this.demand = scene.homes().demand(scene.counts(), rule);
        AccessMeasure measure = scene.input().measures().access();
        Weights reach = measure.reach(costs, supply);
        this.fair = other == null ? new Fair(Gap.reachedSupply(reach, demand, supply), reach.reachedSites()) : other;
        this.weights = measure.weights(reach, scene.homes().weights(), fair.sites());
    }

    /**
     * The gaps if the sites were others, measured by the fair access of these; where these give nobody any, by that of the others.
     *
     * @param sites with capacities, where these count by capacity
     */
    CategoryGaps with(List<Site> sites, Map<LonLat, int[]> seconds) {
        return new CategoryGaps(
                scene, rule, sites, seconds, countsCapacity, fair.supply().high() > 0 ? fair : null);
    }

    /** Whether sites count by how many people they can take, and not 1 each. */
    boolean countsCapacity() {
        return countsCapacity;
    }

    List<Figure> figures(Mode mode) {
        List<Range> gaps = Gap.within(weights, demand, supply, fair.supply());
        List<AccessRange> access = AccessRange.of(weights, demand, supply);
        Nearest third = Nearest.of(scene, costs, THIRD);
        boolean[] near = nearTwoMiles();
        List<Figure> figures = new ArrayList<>();
        for (PublishedCounts.Area area : scene.areas()) {
            List<Integer> within = scene.origins(area);
            if (within.isEmpty()) {
                continue;
            }
            figures.add(new Figure(
                    mode,
                    rule.category(),
                    area,
                    people(area),
                    first.median(within),
                    third.median(within),
                    first.percentWithin(rule, area, WhatIf.NEAR),
                    first.percentWithin(rule, area, WhatIf.FAR),
                    scene.percent(rule, area, origin -> near[origin]),
                    access(within, access),
                    gap(within, gaps, people(area)),
                    OptionalInt.empty()));
        }
        return Ranking.of(figures);
    }

    /** Closer than the sum of its parts, where the release says more of the whole. */
    private Span people(PublishedCounts.Area area) {
        Interval range = scene.counts().range(rule.measure(), area);
        double part = rule.share().doubleValue();
        return Span.outwards(range.low() * part, range.high() * part, 1);
    }

    /** Of an area that the release says more of than of its parts, the gap is no larger than its demand. */
    private static Span gap(List<Integer> within, List<Range> gaps, Span people) {
        Span sum = Span.outwards(
                sum(within, origin -> gaps.get(origin).low()),
                sum(within, origin -> gaps.get(origin).high()),
                1);
        return new Span(sum.low(), sum.high().min(people.high()).max(sum.low()));
    }

    private boolean[] nearTwoMiles() {
        boolean[] near = new boolean[scene.places().size()];
        for (int origin = 0; origin < near.length; origin++) {
            near[origin] =
                    nearest.metres(scene.places().get(origin)).orElse(Double.POSITIVE_INFINITY) <= Potential.TWO_MILES;
        }
        return near;
    }

    private static double sum(List<Integer> within, IntToDoubleFunction value) {
        return within.stream().mapToDouble(value::applyAsDouble).sum();
    }

    /** What part of the people of each area of the base level has a site within so many minutes. */
    Map<PublishedCounts.Area, Double> partsWithin(int minutes) {
        return first.partsWithin(minutes);
    }

    /** The mean over the homes for 1,000 people who need it; null where there may be nobody to share with. */
    private @Nullable Span access(List<Integer> within, List<AccessRange> access) {
        if (within.stream().anyMatch(origin -> access.get(origin).high().isEmpty())) {
            return null;
        }
        long all = within.stream().mapToLong(scene.homes()::weight).sum();
        return Span.outwards(
                PER
                        * sum(
                                within,
                                origin ->
                                        access.get(origin).low() * scene.homes().weight(origin))
                        / all,
                PER
                        * sum(
                                within,
                                origin -> access.get(origin).high().orElseThrow()
                                        * scene.homes().weight(origin))
                        / all,
                1);
    }
}
