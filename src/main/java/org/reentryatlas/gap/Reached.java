package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.gap.SiteAnswer.People;
import org.reentryatlas.gap.SiteAnswer.Place;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.protect.Interval;
import org.reentryatlas.travel.Travel;

/**
 * Who has a site within some minutes, now and with others beside: of the same homes and counts as a run, so that what is said of new sites
 * is what a run would say.
 */
final class Reached {
    private final Scene scene;
    private final DemandRule rule;
    private final int minutes;
    private final Travel travel;
    private final Map<LonLat, int[]> ways = new HashMap<>();
    private final List<Site> there;
    private final CategoryGaps now;
    private final Map<Area, Double> within;
    private final Area whole;

    /**
     * What is reached now.
     *
     * @param travel from the places of the scene
     */
    Reached(Scene scene, DemandRule rule, int minutes, Travel travel) {
        this.scene = scene;
        this.rule = rule;
        this.minutes = minutes;
        this.travel = travel;
        this.there = scene.offering(rule.category());
        there.forEach(site -> ways.computeIfAbsent(site.place(), travel::secondsTo));
        this.now = CategoryGaps.of(scene, rule, there, ways);
        this.within = now.sharesWithin(minutes);
        this.whole = scene.counts().areas().stream()
                .max(Comparator.comparingInt(area -> scene.counts().bases(area).size()))
                .orElseThrow();
    }

    /** Everybody who needs the category. */
    People demand() {
        Interval range = scene.counts().range(rule.measure(), whole);
        double part = rule.share().doubleValue();
        return new People(
                Span.outwards(range.low() * part, range.high() * part, 1),
                scene.counts().bases(whole).stream().map(Area::key).sorted().toList());
    }

    /** Who has a site within the minutes. */
    People now() {
        return people(new Gain(Map.of(), within));
    }

    /** Who would have one with new sites, and has none. */
    People movedBy(List<Place> added) {
        List<Site> sites = new ArrayList<>(there);
        for (Place place : added) {
            ways.computeIfAbsent(place.position(), travel::secondsTo);
            OptionalInt capacity = now.countsCapacity() ? OptionalInt.of(1) : OptionalInt.empty();
            sites.add(new Site("", place.name(), place.position(), List.of(rule.category()), capacity, ""));
        }
        return people(new Gain(within, now.with(sites, ways).sharesWithin(minutes)));
    }

    private People people(Gain gain) {
        Gain.Moved moved = gain.in(scene.counts(), rule, whole);
        return new People(
                moved.low(),
                moved.high(),
                scene.counts().bases(whole).stream()
                        .filter(base -> gain.of(base) > 0
                                && scene.counts().range(rule.measure(), base).high() > 0)
                        .map(Area::key)
                        .sorted()
                        .toList());
    }
}
