package org.reentryatlas.roster;

import java.util.Set;

/**
 * An officer, by code.
 *
 * @param code such as {@code S-07}, its own among the officers of both agencies; never a name
 * @param slots ids of the slots in which the officer is available; without any, the officer is on no tour
 * @param areas keys of the areas that the officer serves; empty means all
 * @param mostPerWeek tours in an ISO week, 0 or more
 */
public record Officer(String code, Agency agency, Set<String> slots, Set<String> areas, int mostPerWeek) {
    /**
     * An officer.
     *
     * @throws IllegalArgumentException if the code is blank, or the limit below 0
     */
    public Officer {
        Check.that(!code.isBlank(), "an officer without a code");
        Check.that(mostPerWeek >= 0, "officer " + code + " may have at most " + mostPerWeek + " tours a week");
        slots = Set.copyOf(slots);
        areas = Set.copyOf(areas);
    }

    boolean serves(String area) {
        return areas.isEmpty() || areas.contains(area);
    }
}
