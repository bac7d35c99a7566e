package org.reentryatlas.gap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.NearestPlace;
import org.reentryatlas.travel.StreetNetwork;

/**
 * All that a run is made of beside the release: open reference data as it was, and the rules.
 *
 * @param release id of the release whose counts it takes
 * @param bases the levels that the areas of others are unions of, such as {@code beat} and {@code tract}: the police's own first
 * @param streetsChanged the day on which a load last changed the streets; null where none were ever loaded
 * @param network without stretches where no centre lines are loaded
 */
record GapInput(
        String release,
        List<String> bases,
        List<DemandRule> rules,
        List<Origin> origins,
        List<Site> sites,
        @Nullable LocalDate streetsChanged,
        StreetNetwork network) {
    /** Metres. */
    static final int FARTHEST = 10_000;

    GapInput {
        bases = List.copyOf(bases);
        rules = List.copyOf(rules);
        origins = List.copyOf(origins);
        sites = List.copyOf(sites);
    }

    /** The sites that count: what lies beyond the edge of the jurisdiction does too, up to {@link #FARTHEST} from the nearest homes. */
    List<Site> sitesInReach() {
        NearestPlace homes =
                new NearestPlace(origins.stream().map(Origin::place).toList());
        return sites.stream()
                .filter(site -> homes.metres(site.place()).orElse(Double.POSITIVE_INFINITY) <= FARTHEST)
                .toList();
    }
}
