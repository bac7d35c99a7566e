package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.Travel;

/**
 * What is published of a category in one mode, of one base level and the levels above it: what all that is supposed is held against.
 *
 * @param ways seconds from the places to each place of a site
 * @param near which part of each area of the base level has a site within {@link WhatIf#NEAR} minutes
 * @param far the same within {@link WhatIf#FAR}
 * @param potentials by the ids of sites
 */
record Baseline(
        Scene scene,
        DemandRule rule,
        Map<LonLat, int[]> ways,
        CategoryGaps gaps,
        List<Figure> figures,
        Map<Area, Double> near,
        Map<Area, Double> far,
        Map<String, Potential> potentials) {

    /** One for each base level that the release bounds; the ways take longest. */
    static List<Baseline> of(List<Scene> scenes, DemandRule rule, Mode mode, Travel travel) {
        List<Site> sites = scenes.get(0).offering(rule.category());
        Map<LonLat, int[]> ways = new HashMap<>();
        sites.forEach(site -> ways.computeIfAbsent(site.place(), travel::secondsTo));
        Map<String, Potential> potentials = Potential.of(scenes.get(0), rule).stream()
                .collect(Collectors.toMap(Potential::site, Function.identity()));
        List<Baseline> baselines = new ArrayList<>();
        for (Scene scene : scenes) {
            if (scene.counts().isBounded(rule.measure())) {
                CategoryGaps gaps = CategoryGaps.of(scene, rule, sites, ways);
                baselines.add(new Baseline(
                        scene,
                        rule,
                        ways,
                        gaps,
                        gaps.figures(mode),
                        gaps.partsWithin(WhatIf.NEAR),
                        gaps.partsWithin(WhatIf.FAR),
                        potentials));
            }
        }
        return baselines;
    }
}
