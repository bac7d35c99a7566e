package org.reentryatlas.gap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.travel.Mode;

/**
 * What people of an area have of a category of services, on the ways of one mode.
 *
 * @param demand people who need it
 * @param nearest median seconds from the homes of the area to the nearest site; none where half of them have none within the
 *     limit
 * @param third the same to the third nearest
 * @param within15 per cent of the demand with a site within 15 minutes; null without demand
 * @param within30 the same within 30 minutes
 * @param within2mi the same within 2 miles as the crow flies (Hipp et al. 2011)
 * @param access supply per 1,000 people who need it, by the {@link AccessMeasure} of the run, the mean over the homes of the area; null
 *     where there may be nobody to share it with
 * @param gap people-equivalents who go without
 * @param rank among the areas of the level, the largest gap first; none where what is hidden leaves it open
 */
record Figure(
        Mode mode,
        String category,
        PublishedCounts.Area area,
        Span demand,
        OptionalInt nearest,
        OptionalInt third,
        @Nullable Span within15,
        @Nullable Span within30,
        @Nullable Span within2mi,
        @Nullable Span access,
        Span gap,
        OptionalInt rank) {

    /** A number that surely lies between two others, both included. */
    record Span(BigDecimal low, BigDecimal high) {
        /** What two ways of adding up may differ by. */
        private static final double NOISE = 1e-7;

        Span {
            if (low.signum() < 0 || low.compareTo(high) > 0) {
                throw new IllegalArgumentException("no span: %s to %s".formatted(low, high));
            }
        }

        /** Rounded outwards to so many decimals, so that the number stays within. */
        static Span outwards(double low, double high, int decimals) {
            BigDecimal least = BigDecimal.valueOf(Math.max(0, low + NOISE)).setScale(decimals, RoundingMode.FLOOR);
            BigDecimal most = BigDecimal.valueOf(Math.max(0, high - NOISE)).setScale(decimals, RoundingMode.CEILING);
            return new Span(least, most.max(least));
        }

        /** A share in whole per cent: rounded where it is known, and outwards where it is not. */
        static Span percent(double low, double high) {
            double per = 100;
            return high - low < NOISE
                    ? outwards(Math.rint(per * low), Math.rint(per * low), 0)
                    : outwards(per * low, per * high, 0);
        }
    }

    Figure withRank(OptionalInt rank) {
        return new Figure(
                mode, category, area, demand, nearest, third, within15, within30, within2mi, access, gap, rank);
    }
}
