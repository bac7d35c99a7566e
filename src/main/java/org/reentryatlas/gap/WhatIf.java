package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.NearestPlace;
import org.reentryatlas.travel.Travel;

/** What would become of the gaps of a category if its sites were others. */
final class WhatIf {
    static final int NEAR = 15;
    static final int FAR = 30;

    private final Scene scene;
    private final DemandRule rule;
    private final Scenario scenario;

    private WhatIf(Scene scene, DemandRule rule, Scenario scenario) {
        this.scene = scene;
        this.rule = rule;
        this.scenario = scenario;
    }

    /**
     * The difference in an area.
     *
     * @param before as published
     * @param near people who would get (or, below 0, lose) a site within {@link #NEAR} minutes
     * @param far the same within {@link #FAR}
     */
    record Change(Figure before, Figure after, Gain.Moved near, Gain.Moved far) {}

    /**
     * All differences.
     *
     * @param before the sites as they are
     * @param after as they would be
     * @param hoursUnknown how many are left out since nobody knows whether they are open
     * @param offStreets how many of the new ones are far from any street
     */
    record Answer(
            boolean isOnStreets,
            boolean countsCapacity,
            List<Site> before,
            List<Site> after,
            int hoursUnknown,
            int offStreets,
            List<Change> changes) {
        Answer {
            before = List.copyOf(before);
            after = List.copyOf(after);
            changes = List.copyOf(changes);
        }
    }

    /**
     * What a scenario changes.
     *
     * @param scenes one for each base level
     * @param travel in its mode, from their places
     * @param ways from them to the sites of its category
     * @throws GapException if the scenario is about what is not there
     */
    static Answer of(List<Scene> scenes, Scenario scenario, Travel travel, Map<LonLat, int[]> ways) {
        DemandRule rule = rule(scenes.get(0), scenario.category());
        List<Answer> answers = scenes.stream()
                .filter(scene -> scene.counts().isBounded(rule.measure()))
                .map(scene -> new WhatIf(scene, rule, scenario).answer(travel, ways))
                .toList();
        Answer first = answers.get(0);
        return new Answer(
                first.isOnStreets(),
                first.countsCapacity(),
                first.before(),
                first.after(),
                first.hoursUnknown(),
                first.offStreets(),
                answers.stream().flatMap(answer -> answer.changes().stream()).toList());
    }

    /** The rule of a category of which the release has counts. */
    static DemandRule rule(Scene scene, String category) {
        return scene.input().rules().stream()
                .filter(rule -> rule.category().equals(category))
                .filter(rule -> scene.counts().has(rule.measure()))
                .findFirst()
                .orElseThrow(() -> new GapException("the run has no gaps of '%s'".formatted(category)));
    }

    private Answer answer(Travel travel, Map<LonLat, int[]> ways) {
        requireNear();
        List<Site> sites = scene.offering(scenario.category());
        CategoryGaps before = CategoryGaps.of(scene, rule, sites, ways);
        Scenario.Outcome outcome = scenario.of(sites, before.countsCapacity());
        Map<LonLat, int[]> all = new HashMap<>(ways);
        scenario.added().forEach(site -> all.computeIfAbsent(site.place(), travel::secondsTo));
        CategoryGaps after = before.with(outcome.sites(), all);
        return new Answer(
                travel.isOnStreets(),
                before.countsCapacity(),
                sites,
                outcome.sites(),
                outcome.hoursUnknown(),
                (int) scenario.added().stream()
                        .filter(site -> travel.isOffNetwork(site.place()))
                        .count(),
                changes(before, after));
    }

    /** What is too far to count is said, since nothing would change. */
    private void requireNear() {
        NearestPlace homes = new NearestPlace(scene.places());
        scenario.added().forEach(site -> {
            if (homes.metres(site.place()).orElse(Double.POSITIVE_INFINITY) > GapInput.FARTHEST) {
                throw new GapException("the new site at %s,%s is more than 10 km from the nearest homes"
                        .formatted(
                                CsvText.degrees(site.place().longitude()),
                                CsvText.degrees(site.place().latitude())));
            }
        });
    }

    private List<Change> changes(CategoryGaps before, CategoryGaps after) {
        List<Figure> as = before.figures(scenario.mode());
        List<Figure> then = after.figures(scenario.mode());
        Gain near = Gain.between(before, after, NEAR);
        Gain far = Gain.between(before, after, FAR);
        List<Change> changes = new ArrayList<>();
        for (int area = 0; area < as.size(); area++) {
            PublishedCounts.Area of = as.get(area).area();
            changes.add(new Change(
                    as.get(area), then.get(area), near.in(scene.counts(), rule, of), far.in(scene.counts(), rule, of)));
        }
        return changes;
    }
}
