package org.reentryatlas.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.reentryatlas.geo.LonLat;

/**
 * Where sites would help most, for each number of them.
 *
 * @param release whose numbers were taken
 * @param ways {@code streets} or {@code straight lines}
 * @param credits who is to be named for what it is made of
 * @param demand people who need the category
 * @param covered those of them who have a site within the minutes now
 * @param aside those who no site could reach within the hour, wherever it were
 * @param options for one new site, two, and so on; fewer where there are no more places
 */
public record SiteAnswer(
        String release,
        String ways,
        List<String> credits,
        People demand,
        People covered,
        People aside,
        List<Option> options) {
    public SiteAnswer {
        credits = List.copyOf(credits);
        options = List.copyOf(options);
    }

    /** People-equivalents, as few and as many as they can be, to a tenth, and the areas that they live in. */
    public record People(BigDecimal low, BigDecimal high, List<String> areas) {
        public People {
            areas = List.copyOf(areas);
        }

        People(Figure.Span span, List<String> areas) {
            this(span.low(), span.high(), areas);
        }
    }

    /**
     * A choice of so many new sites.
     *
     * @param moved who has a site within the minutes with them and has none without
     * @param places none where no choice of so many serves everybody, as the aim demands
     * @param left areas of people who no such choice serves
     * @param served of the middle of what the release leaves possible, who the sites have room for within the minutes; empty where sites
     *     take whoever comes
     * @param gap how much of the best possible may be missing, 0 to 1; 0 where nothing can be better
     */
    public record Option(
            int sites,
            List<Place> places,
            List<String> left,
            People moved,
            OptionalDouble served,
            double gap,
            boolean isProven) {
        public Option {
            places = List.copyOf(places);
            left = List.copyOf(left);
        }
    }

    /**
     * Where a site would be.
     *
     * @param area key of the area of the base level whose homes are nearest
     * @param name of what is there; empty where that is nothing in particular
     */
    public record Place(LonLat position, String area, String name) {}
}
