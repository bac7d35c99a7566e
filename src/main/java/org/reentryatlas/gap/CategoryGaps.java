package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.access.AccessRange;
import org.reentryatlas.access.Closest;
import org.reentryatlas.access.CostTable;
import org.reentryatlas.access.Decay;
import org.reentryatlas.access.DemandBox;
import org.reentryatlas.access.Gap;
import org.reentryatlas.access.Range;
import org.reentryatlas.access.Weights;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.NearestPlace;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.Travel;

import static java.util.Objects.requireNonNull;

/** The figures of one category of services on the ways of one mode, for each area. */
final class CategoryGaps {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int PER = 1_000;
    private static final double TWO_MILES = 2 * 1609.344;
    private static final int THIRD = 3;

    private final List<Origin> origins;
    private final AreaCounts counts;
    private final DemandRule rule;
    private final CostTable costs;
    private final double[] supply;
    private final NearestPlace nearest;
    /** The origins of each area of the base level. */
    private final Map<String, List<Integer>> byArea = new LinkedHashMap<>();
    /** Which part of the people of its area sets out from an origin. */
    private final double[] share;

    /**
     * The gaps of a category.
     *
     * @param sites those that offer it
     * @param seconds from each origin to each place of a site
     */
    CategoryGaps(
            List<Origin> origins, AreaCounts counts, DemandRule rule, List<Site> sites, Map<LonLat, int[]> seconds) {
        this.origins = origins;
        this.counts = counts;
        this.rule = rule;
        this.costs = costs(origins.size(), sites, seconds);
        this.supply = supply(sites);
        this.nearest = new NearestPlace(sites.stream().map(Site::place).toList());
        for (int origin = 0; origin < origins.size(); origin++) {
            byArea.computeIfAbsent(origins.get(origin).area(), key -> new ArrayList<>())
                    .add(origin);
        }
        this.share = new double[origins.size()];
        byArea.values().forEach(this::parts);
    }

    private static CostTable costs(int origins, List<Site> sites, Map<LonLat, int[]> seconds) {
        CostTable.Builder costs = CostTable.builder(origins, sites.size());
        for (int site = 0; site < sites.size(); site++) {
            int[] ways = requireNonNull(seconds.get(sites.get(site).place()));
            for (int origin = 0; origin < origins; origin++) {
                if (ways[origin] != Travel.NONE) {
                    costs.add(origin, site, ways[origin]);
                }
            }
        }
        return costs.build();
    }

    /**
     * Capacities where every site states one, and else 1 each: beside a shelter of 40 beds, one that states none would count for
     * nothing.
     */
    private static double[] supply(List<Site> sites) {
        boolean isKnown = sites.stream().allMatch(site -> site.capacity().isPresent());
        return sites.stream()
                .mapToDouble(site -> isKnown ? site.capacity().orElseThrow() : 1)
                .toArray();
    }

    /** By homes; where no home is known, evenly. */
    private void parts(List<Integer> ofArea) {
        long homes =
                ofArea.stream().mapToLong(origin -> origins.get(origin).homes()).sum();
        for (int origin : ofArea) {
            share[origin] = homes == 0
                    ? 1.0 / ofArea.size()
                    : (double) origins.get(origin).homes() / homes;
        }
    }

    List<Figure> figures(Mode mode) {
        Weights weights = Weights.of(costs, Decay.Steps.enhanced(SECONDS_A_MINUTE));
        DemandBox demand = demand();
        List<Range> gaps = Gap.within(weights, demand, supply);
        List<AccessRange> access = AccessRange.of(weights, demand, supply);
        int[] first = Closest.costs(costs, 1);
        int[] third = Closest.costs(costs, THIRD);
        boolean[] near = nearTwoMiles();
        List<Figure> figures = new ArrayList<>();
        for (AreaCounts.Area area : counts.areas()) {
            List<Integer> within = origins(area);
            if (within.isEmpty()) {
                continue;
            }
            figures.add(new Figure(
                    mode,
                    rule.category(),
                    area,
                    people(area),
                    median(within, first),
                    median(within, third),
                    percent(area, origin -> isWithin(first[origin], 15)),
                    percent(area, origin -> isWithin(first[origin], 30)),
                    percent(area, origin -> near[origin]),
                    access(within, access),
                    gap(within, gaps, people(area)),
                    OptionalInt.empty()));
        }
        return Ranking.of(figures);
    }

    /** What is possible: the counts of the area, parted by homes, a share of which needs the category. */
    private DemandBox demand() {
        double[] low = new double[origins.size()];
        double[] high = new double[origins.size()];
        byArea.forEach((key, ofArea) -> {
            AreaCounts.Range range = counts.range(rule.measure(), new AreaCounts.Area(counts.base(), key));
            double people = rule.share().doubleValue();
            for (int origin : ofArea) {
                low[origin] = range.low() * people * share[origin];
                high[origin] = range.high() * people * share[origin];
            }
        });
        return DemandBox.of(low, high);
    }

    /** Closer than the sum of its parts, where the release says more of the whole. */
    private Span people(AreaCounts.Area area) {
        AreaCounts.Range range = counts.range(rule.measure(), area);
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
        boolean[] near = new boolean[origins.size()];
        for (int origin = 0; origin < near.length; origin++) {
            near[origin] = nearest.metres(origins.get(origin).place()).orElse(Double.POSITIVE_INFINITY) <= TWO_MILES;
        }
        return near;
    }

    private List<Integer> origins(AreaCounts.Area area) {
        return counts.bases(area).stream()
                .flatMap(base -> byArea.getOrDefault(base.key(), List.of()).stream())
                .toList();
    }

    private interface OfOrigin {
        double of(int origin);
    }

    private interface IsOrigin {
        boolean is(int origin);
    }

    private static double sum(List<Integer> within, OfOrigin value) {
        return within.stream().mapToDouble(value::of).sum();
    }

    private static boolean isWithin(int seconds, int minutes) {
        return seconds != Closest.NONE && seconds <= minutes * SECONDS_A_MINUTE;
    }

    /** Half of the homes need no longer; where no home is known in any of the areas, of the places within them. */
    private OptionalInt median(List<Integer> within, int[] seconds) {
        long all = within.stream().mapToLong(this::weight).sum();
        Map<Integer, Long> bySeconds = new TreeMap<>();
        for (int origin : within) {
            if (seconds[origin] != Closest.NONE) {
                bySeconds.merge(seconds[origin], weight(origin), Long::sum);
            }
        }
        long reached = 0;
        for (Map.Entry<Integer, Long> entry : bySeconds.entrySet()) {
            reached += entry.getValue();
            if (reached * 2 >= all) {
                return OptionalInt.of(entry.getKey());
            }
        }
        return OptionalInt.empty();
    }

    private long weight(int origin) {
        return Math.max(1, origins.get(origin).homes());
    }

    /** What part of the demand of an area has something, in whole per cent; null where there surely is no demand. */
    private @Nullable Span percent(AreaCounts.Area area, IsOrigin has) {
        List<ShareBounds.Part> parts = counts.bases(area).stream()
                .filter(base -> byArea.containsKey(base.key()))
                .map(base -> {
                    AreaCounts.Range range = counts.range(rule.measure(), base);
                    double having = requireNonNull(byArea.get(base.key())).stream()
                            .filter(has::is)
                            .mapToDouble(origin -> share[origin])
                            .sum();
                    return new ShareBounds.Part(Math.min(1, having), range.low(), range.high());
                })
                .toList();
        return ShareBounds.of(parts)
                .map(bounds -> Span.percent(bounds.low(), bounds.high()))
                .orElse(null);
    }

    /** The mean over the homes for 1,000 people who need it; null where there may be nobody to share with. */
    private @Nullable Span access(List<Integer> within, List<AccessRange> access) {
        if (within.stream().anyMatch(origin -> access.get(origin).high().isEmpty())) {
            return null;
        }
        long all = within.stream().mapToLong(this::weight).sum();
        return Span.outwards(
                PER * sum(within, origin -> access.get(origin).low() * weight(origin)) / all,
                PER * sum(within, origin -> access.get(origin).high().orElseThrow() * weight(origin)) / all,
                1);
    }
}
