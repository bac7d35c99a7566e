package org.reentryatlas.gap;

import java.util.List;
import org.reentryatlas.travel.StreetNetwork;

/**
 * All that a run is made of beside the release: open reference data as it was, and the rules.
 *
 * @param release id of the release whose counts it takes
 * @param base the level whose areas have origins, such as {@code beat}
 * @param network without stretches where no centre lines are loaded
 */
record GapInput(
        String release,
        String base,
        List<DemandRule> rules,
        List<Origin> origins,
        List<Site> sites,
        StreetNetwork network) {
    GapInput {
        rules = List.copyOf(rules);
        origins = List.copyOf(origins);
        sites = List.copyOf(sites);
    }
}
