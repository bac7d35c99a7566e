package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.NearestPlace;
import org.reentryatlas.protect.Interval;

/**
 * What the figures of a base level and the levels above it have in common: who may be where, and the sites.
 *
 * @param areas those that figures are made of, no level of which is one of another scene
 * @param places of the origins, in their order
 * @param near finds the nearest of them
 * @param sites those that count
 */
record Scene(
        GapInput input,
        PublishedCounts counts,
        List<Area> areas,
        List<LonLat> places,
        NearestPlace near,
        Homes homes,
        List<Site> sites) {
    /**
     * Of what a run is made, for each base level with the levels above it.
     *
     * @throws org.reentryatlas.attack.UnreadableReleaseException if the release says nothing about the areas of the origins,
     *     or contradicts itself
     */
    static List<Scene> of(GapInput input, ReleaseFiles release) {
        List<LonLat> places = input.origins().stream().map(Origin::place).toList();
        NearestPlace near = new NearestPlace(places);
        List<Site> sites = input.sitesInReach();
        List<Scene> scenes = new ArrayList<>();
        Set<String> levels = new HashSet<>();
        for (int base = 0; base < input.bases().size(); base++) {
            PublishedCounts counts = PublishedCounts.of(release, input.bases().get(base));
            // The whole jurisdiction is above several of them: it is told once.
            boolean isFirst = base == 0;
            List<Area> areas = counts.areas().stream()
                    .filter(area -> !levels.contains(area.level()) && (isFirst || counts.isCounted(area)))
                    .toList();
            areas.forEach(area -> levels.add(area.level()));
            // Of every area of the police the release says something, or the run is refused.
            Homes homes =
                    new Homes(input.origins(), base, key -> isFirst || counts.isCounted(new Area(counts.base(), key)));
            scenes.add(new Scene(input, counts, areas, places, near, homes, sites));
        }
        return scenes;
    }

    /** The sites that offer a category. */
    List<Site> offering(String category) {
        return sites.stream()
                .filter(site -> site.categories().contains(category))
                .toList();
    }

    /**
     * Who needs a category.
     *
     * @throws GapException if nobody is known to, or the release has no counts of them
     */
    DemandRule rule(String category) {
        List<DemandRule> known = input.rules().stream()
                .filter(rule -> counts.has(rule.measure()))
                .toList();
        return known.stream()
                .filter(rule -> rule.category().equals(category))
                .findFirst()
                .orElseThrow(() -> new GapException("nobody is known to need '%s'; there is demand for: %s"
                        .formatted(
                                category,
                                known.stream().map(DemandRule::category).collect(Collectors.joining(", ")))));
    }

    /** The area above all others: of the scene of the police's own areas, which has it. */
    Area whole() {
        return areas.get(areas.size() - 1);
    }

    /** What part of the people of each area of the base level sets out from origins that have something. */
    Map<Area, Double> parts(IntPredicate has) {
        Map<Area, Double> parts = new LinkedHashMap<>();
        counts.areas().stream()
                .filter(area -> area.level().equals(counts.base()))
                .forEach(base -> parts.put(base, homes.part(base, has)));
        return parts;
    }

    /** Where the people of an area set out from. */
    List<Integer> origins(Area area) {
        return counts.bases(area).stream()
                .flatMap(base -> homes.of(base).stream())
                .toList();
    }

    /** What part of the demand of an area has something, in whole per cent; null where there surely is no demand. */
    @Nullable
    Span percent(DemandRule rule, Area area, IntPredicate has) {
        List<ShareBounds.Part> parts = counts.bases(area).stream()
                .map(base -> {
                    Interval range = counts.range(rule.measure(), base);
                    return new ShareBounds.Part(homes.part(base, has), range.low(), range.high());
                })
                .toList();
        return ShareBounds.of(parts)
                .map(bounds -> Span.percent(bounds.low(), bounds.high()))
                .orElse(null);
    }

    /**
     * What is too far to count is said, since nothing would change.
     *
     * @param what is to be at the place, in words
     */
    void requireInReach(String what, LonLat place) {
        if (near.metres(place).orElse(Double.POSITIVE_INFINITY) > GapInput.FARTHEST) {
            throw new GapException("%s at %s,%s is more than 10 km from the nearest homes"
                    .formatted(what, CsvText.degrees(place.longitude()), CsvText.degrees(place.latitude())));
        }
    }
}
