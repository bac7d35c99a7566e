package org.reentryatlas.gap;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.access.Closest;
import org.reentryatlas.access.CostTable;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Travel;

import static java.util.Objects.requireNonNull;

/** How far the nearest of some sites is from where people set out, or the one that is so many sites after it. */
final class Nearest {
    private static final int SECONDS_A_MINUTE = 60;

    private final Scene scene;
    /** From each origin; {@link Closest#NONE} where there is none. */
    private final int[] seconds;

    private Nearest(Scene scene, int[] seconds) {
        this.scene = scene;
        this.seconds = seconds;
    }

    /**
     * The nearest of some sites.
     *
     * @param ways seconds from each origin to each place of a site
     */
    static Nearest of(Scene scene, List<Site> sites, Map<LonLat, int[]> ways) {
        return of(scene, costs(scene, sites, ways), 1);
    }

    /** The nearest, or the second nearest and so on, of the sites of a table. */
    static Nearest of(Scene scene, CostTable costs, int nth) {
        return new Nearest(scene, Closest.costs(costs, nth));
    }

    /** Seconds from each origin to each site. */
    static CostTable costs(Scene scene, List<Site> sites, Map<LonLat, int[]> ways) {
        int origins = scene.places().size();
        CostTable.Builder costs = CostTable.builder(origins, sites.size());
        for (int site = 0; site < sites.size(); site++) {
            int[] way = requireNonNull(ways.get(sites.get(site).place()));
            for (int origin = 0; origin < origins; origin++) {
                if (way[origin] != Travel.NONE) {
                    costs.add(origin, site, way[origin]);
                }
            }
        }
        return costs.build();
    }

    /** Half of the homes need no longer; where no home is known in any of the areas, of the places within them. */
    OptionalInt median(List<Integer> origins) {
        long all = origins.stream().mapToLong(scene.homes()::weight).sum();
        Map<Integer, Long> bySeconds = new TreeMap<>();
        for (int origin : origins) {
            if (seconds[origin] != Closest.NONE) {
                bySeconds.merge(seconds[origin], scene.homes().weight(origin), Long::sum);
            }
        }
        long reached = 0;
        for (Map.Entry<Integer, Long> entry : bySeconds.entrySet()) {
            reached += entry.getValue();
            if (reached * 2 >= all) {
                return OptionalInt.of(entry.getKey());
            }
        }
        return OptionalInt.empty();
    }

    /** What part of the demand of an area has one within so many minutes, these included; null where there surely is no demand. */
    @Nullable
    Span percentWithin(DemandRule rule, Area area, int minutes) {
        return scene.percent(rule, area, origin -> isWithin(origin, minutes));
    }

    /** What part of the people of each area of the base level has one within so many minutes. */
    Map<Area, Double> partsWithin(int minutes) {
        return scene.parts(origin -> isWithin(origin, minutes));
    }

    private boolean isWithin(int origin, int minutes) {
        return seconds[origin] != Closest.NONE && seconds[origin] <= minutes * SECONDS_A_MINUTE;
    }
}
