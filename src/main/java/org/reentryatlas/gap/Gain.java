package org.reentryatlas.gap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.protect.Interval;

/**
 * Which part more of each area of the base level has a site within some minutes.
 *
 * @param before part of its people, from 0 to 1
 * @param after the same with other sites
 */
record Gain(Map<Area, Double> before, Map<Area, Double> after) {
    /** How many people more have a site, surely between two numbers that are rounded outwards to a tenth; below 0 if they lose it. */
    record Moved(BigDecimal low, BigDecimal high) {
        /** What two ways of adding up may differ by. */
        private static final double NOISE = 1e-7;

        private static Moved outwards(double low, double high) {
            BigDecimal least = BigDecimal.valueOf(low + NOISE).setScale(1, RoundingMode.FLOOR);
            BigDecimal most = BigDecimal.valueOf(high - NOISE).setScale(1, RoundingMode.CEILING);
            return new Moved(least, most.max(least));
        }
    }

    /** Which part more of an area of the base level. */
    double of(Area base) {
        return after.getOrDefault(base, 0.0) - before.getOrDefault(base, 0.0);
    }

    /** Each base area's people move by its own part, so the ends are those of its people, whichever end its sign asks for. */
    Moved in(PublishedCounts counts, DemandRule rule, Area area) {
        double low = 0;
        double high = 0;
        for (Area base : counts.bases(area)) {
            Interval people = counts.range(rule.measure(), base);
            double part = of(base) * rule.share().doubleValue();
            low += part * (part > 0 ? people.low() : people.high());
            high += part * (part > 0 ? people.high() : people.low());
        }
        return Moved.outwards(low, high);
    }
}
