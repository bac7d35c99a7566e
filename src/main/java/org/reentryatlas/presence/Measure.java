package org.reentryatlas.presence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is counted of what was planned, as far as it was published and not called off. */
enum Measure {
    /** Clean-ups and gatherings that are over. */
    EVENTS(true),
    CLEAN_UPS(true),
    /** As results have it, as the following three. */
    VOLUNTEERS(true),
    VOLUNTEER_HOURS(true),
    BAGS(true),
    /** Leaflets and kits that were given to people. */
    HANDED_OUT(true),
    /** Tours of the month, over or not. */
    TOURS_PLANNED(false),
    TOURS_DONE(false),
    PATROLS_DONE(false),
    PATROL_HOURS(false),
    /** Of all events, tours and patrols that are over: how long members of staff were in the area on outreach. */
    PRESENCE_HOURS(false);

    private final boolean isPublic;

    Measure(boolean isPublic) {
        this.isPublic = isPublic;
    }

    static List<Measure> ofEverybody() {
        return Stream.of(values()).filter(Measure::isPublic).toList();
    }

    /** Whether everybody reads it; tours and patrols are known to the agencies alone. */
    boolean isPublic() {
        return isPublic;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
