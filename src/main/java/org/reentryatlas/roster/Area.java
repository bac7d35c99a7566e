package org.reentryatlas.roster;

import java.util.Optional;

/**
 * An area that needs tours.
 *
 * @param key its own among the areas
 * @param needed tours in the period: visits due by ten, rounded up by the caller; 0 asks for nothing
 * @param supervisionTeam the team of the supervision agency that the area belongs to; only for what is said about teams
 * @param policeTeam likewise of the police
 */
public record Area(String key, int needed, Optional<String> supervisionTeam, Optional<String> policeTeam) {
    /**
     * An area.
     *
     * @throws IllegalArgumentException if the key is blank, or fewer than no tours are needed
     */
    public Area {
        Check.that(!key.isBlank(), "an area without a key");
        Check.that(needed >= 0, "area " + key + " needs " + needed + " tours");
    }

    /** An area of no team. */
    public Area(String key, int needed) {
        this(key, needed, Optional.empty(), Optional.empty());
    }
}
