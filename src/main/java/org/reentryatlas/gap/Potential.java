package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.List;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.protect.Interval;

/**
 * Potential demand of a site: how many people who need what it offers live within two miles as the crow flies (Hipp, Jannetta, Shah
 * and Turner 2011). Whoever lives near several counts at each.
 *
 * @param site its id
 */
record Potential(String category, String site, Span people) {
    /** Metres. */
    static final double TWO_MILES = 2 * 1609.344;

    /** More than two miles of latitude, which are as long everywhere: what lies further north or south need not be measured. */
    private static final double MOST_DEGREES = 0.03;

    /**
     * Of every site that offers a category.
     *
     * @param scene of the police's own areas
     */
    static List<Potential> of(Scene scene, DemandRule rule) {
        List<Potential> potentials = new ArrayList<>();
        for (Site site : scene.offering(rule.category())) {
            potentials.add(new Potential(rule.category(), site.id(), people(scene, rule, site.place())));
        }
        return potentials;
    }

    private static Span people(Scene scene, DemandRule rule, LonLat site) {
        double low = 0;
        double high = 0;
        for (Area base : scene.areas()) {
            double part = base.level().equals(scene.counts().base()) ? part(scene, base, site) : 0;
            if (part > 0) {
                Interval people = scene.counts().range(rule.measure(), base);
                low += people.low() * part * rule.share().doubleValue();
                high += people.high() * part * rule.share().doubleValue();
            }
        }
        return Span.outwards(low, high, 1);
    }

    /** Which part of the people of an area lives within two miles. */
    private static double part(Scene scene, Area base, LonLat site) {
        double part = 0;
        for (int origin : scene.homes().of(base)) {
            LonLat place = scene.places().get(origin);
            boolean mayBeNear = Math.abs(place.latitude() - site.latitude()) < MOST_DEGREES;
            part += mayBeNear && place.metresTo(site) <= TWO_MILES
                    ? scene.homes().share(origin)
                    : 0;
        }
        return Math.min(1, part);
    }
}
