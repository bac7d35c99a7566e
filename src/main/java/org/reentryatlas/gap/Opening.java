package org.reentryatlas.gap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.travel.Mode;

/**
 * The sites of a category at a time of the week.
 *
 * @param open those that are open then
 * @param unknown how many nobody knows it of
 */
record Opening(Moment at, List<Site> open, int unknown) {
    Opening {
        open = List.copyOf(open);
    }

    /** As What if supposes nothing but the time. */
    static Opening of(Moment at, String category, List<Site> offering) {
        Scenario.Outcome outcome =
                new Scenario(Mode.WALK, category, Set.of(), List.of(), Map.of(), at, Set.of()).of(offering, false);
        return new Opening(at, outcome.sites(), outcome.hoursUnknown());
    }
}
