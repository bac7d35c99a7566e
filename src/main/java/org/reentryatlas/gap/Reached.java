package org.reentryatlas.gap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.gap.SiteAnswer.People;
import org.reentryatlas.gap.SiteAnswer.Place;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.protect.Interval;
import org.reentryatlas.travel.Travel;

import static java.util.Objects.requireNonNull;

/**
 * Who has a site within some minutes, now and with others beside: of the same homes and counts as a run, so that what is said of new sites
 * is what a run would say.
 */
final class Reached {
    private static final int SECONDS_A_MINUTE = 60;

    private final Scene scene;
    private final DemandRule rule;
    private final int limit;
    private final Map<LonLat, int[]> ways;
    /** Seconds from each place of the scene to the nearest site; the largest number where there is none. */
    private final int[] nearest;

    private final Map<Area, Double> within;

    /**
     * What is reached now.
     *
     * @param minutes within which people are to have a site
     * @param ways seconds from the places of the scene to each place at which a site is or could be
     */
    Reached(Scene scene, DemandRule rule, int minutes, Map<LonLat, int[]> ways) {
        this.scene = scene;
        this.rule = rule;
        this.limit = minutes * SECONDS_A_MINUTE;
        this.ways = ways;
        this.nearest = new int[scene.places().size()];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        scene.offering(rule.category()).forEach(site -> shorten(nearest, site.place()));
        this.within = within(nearest);
    }

    private void shorten(int[] seconds, LonLat site) {
        int[] way = requireNonNull(ways.get(site));
        for (int place = 0; place < seconds.length; place++) {
            seconds[place] = way[place] == Travel.NONE ? seconds[place] : Math.min(seconds[place], way[place]);
        }
    }

    private Map<Area, Double> within(int[] seconds) {
        return scene.parts(origin -> seconds[origin] <= limit);
    }

    /** Everybody who needs the category. */
    People demand() {
        Interval range = scene.counts().range(rule.measure(), scene.whole());
        double part = rule.share().doubleValue();
        return new People(
                Span.outwards(range.low() * part, range.high() * part, 1),
                scene.counts().bases(scene.whole()).stream()
                        .map(Area::key)
                        .sorted()
                        .toList());
    }

    /** Who has a site within the minutes. */
    People now() {
        return people(new Gain(Map.of(), within));
    }

    /** Who would have one with new sites, and has none. */
    People movedBy(List<Place> added) {
        int[] then = nearest.clone();
        added.forEach(place -> shorten(then, place.position()));
        return people(new Gain(within, within(then)));
    }

    private People people(Gain gain) {
        Gain.Moved moved = gain.in(scene.counts(), rule, scene.whole());
        return new People(
                moved.low(),
                moved.high(),
                scene.counts().bases(scene.whole()).stream()
                        .filter(base -> gain.of(base) > 0
                                && scene.counts().range(rule.measure(), base).high() > 0)
                        .map(Area::key)
                        .sorted()
                        .toList());
    }
}
