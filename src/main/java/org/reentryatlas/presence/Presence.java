package org.reentryatlas.presence;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of outreach in an area as of the start of a week.
 *
 * @param lastDay on which anybody was there; null where nobody was within 400 days
 * @param plannedHours of patrols in the week
 * @param plannedDays on which they are
 * @param coming events of the week and the next
 */
record Presence(@Nullable LocalDate lastDay, double plannedHours, Set<LocalDate> plannedDays, int coming) {
    static final Presence NONE = new Presence(null, 0, Set.of(), 0);

    Presence {
        plannedDays = Set.copyOf(plannedDays);
    }
}
