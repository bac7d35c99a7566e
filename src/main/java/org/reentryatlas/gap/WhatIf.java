package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.Travel;

/** What would become of the gaps of a category if its sites were others. */
final class WhatIf {
    static final int NEAR = 15;
    static final int FAR = 30;

    private WhatIf() {}

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
     * @param potentials people within two miles of each, by their ids
     * @param after as they would be
     * @param hoursUnknown how many are left out since nobody knows whether they are open
     * @param offStreets how many of the new ones are far from any street
     * @param credits who is to be named for what it is made of
     */
    record Answer(
            boolean isOnStreets,
            boolean countsCapacity,
            List<Site> before,
            Map<String, Potential> potentials,
            List<Site> after,
            int hoursUnknown,
            int offStreets,
            List<String> credits,
            List<Change> changes) {
        Answer {
            before = List.copyOf(before);
            potentials = Map.copyOf(potentials);
            after = List.copyOf(after);
            credits = List.copyOf(credits);
            changes = List.copyOf(changes);
        }
    }

    /**
     * What a scenario changes.
     *
     * @param baselines of its mode and category, one for each base level
     * @param travel in its mode, from the places of the homes
     * @throws GapException if the scenario is about what is not there
     */
    static Answer of(List<Baseline> baselines, Scenario scenario, Travel travel) {
        Baseline first = baselines.get(0);
        scenario.added().forEach(site -> first.scene().requireInReach("the new site", site.place()));
        List<Site> sites = first.scene().offering(scenario.category());
        Scenario.Outcome outcome = scenario.of(sites, first.gaps().countsCapacity());
        Map<LonLat, int[]> ways = new HashMap<>(first.ways());
        scenario.added().forEach(site -> ways.computeIfAbsent(site.place(), travel::secondsTo));
        return new Answer(
                travel.isOnStreets(),
                first.gaps().countsCapacity(),
                sites,
                first.potentials(),
                outcome.sites(),
                outcome.hoursUnknown(),
                (int) scenario.added().stream()
                        .filter(site -> travel.isOffNetwork(site.place()))
                        .count(),
                first.scene().input().credited(),
                baselines.stream()
                        .flatMap(baseline ->
                                changes(baseline, baseline.gaps().with(outcome.sites(), ways), scenario.mode())
                                        .stream())
                        .toList());
    }

    private static List<Change> changes(Baseline before, CategoryGaps after, Mode mode) {
        List<Figure> then = after.figures(mode);
        Gain near = new Gain(before.near(), after.partsWithin(NEAR));
        Gain far = new Gain(before.far(), after.partsWithin(FAR));
        PublishedCounts counts = before.scene().counts();
        List<Change> changes = new ArrayList<>();
        for (int area = 0; area < then.size(); area++) {
            PublishedCounts.Area of = then.get(area).area();
            changes.add(new Change(
                    before.figures().get(area),
                    then.get(area),
                    near.in(counts, before.rule(), of),
                    far.in(counts, before.rule(), of)));
        }
        return changes;
    }
}
