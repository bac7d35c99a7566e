package org.reentryatlas.gap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.geo.LonLat;

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
        Gain.Moved near = new Gain(
                        Map.of(), scene.parts(origin -> isNear(scene.places().get(origin), site)))
                .in(scene.counts(), rule, scene.whole());
        return new Span(near.low().max(BigDecimal.ZERO), near.high());
    }

    private static boolean isNear(LonLat place, LonLat site) {
        return Math.abs(place.latitude() - site.latitude()) < MOST_DEGREES && place.metresTo(site) <= TWO_MILES;
    }
}
