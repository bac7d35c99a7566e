package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.protect.Policy;

/**
 * Everything that a release publishes, without an order and without anything of the database that it was read from.
 *
 * @param jointWith releases of the date, for other boundaries, that it is protected together with
 * @param belowGate why it was published although too few addresses were found, or null when enough were
 * @param newSince the reference date before, since when people are new, or null where nobody can tell
 */
record ReleaseDocument(
        String release,
        LocalDate referenceDate,
        List<String> jointWith,
        Policy policy,
        @Nullable String belowGate,
        @Nullable LocalDate newSince,
        List<Source> areaSets,
        List<Measure> measures,
        List<NotMapped> notMapped,
        List<Area> areas,
        List<Cell> cells) {
    ReleaseDocument {
        jointWith = List.copyOf(jointWith);
        areaSets = List.copyOf(areaSets);
        measures = List.copyOf(measures);
        notMapped = List.copyOf(notMapped);
        areas = List.copyOf(areas);
        cells = List.copyOf(cells);
    }

    /**
     * A set of boundaries.
     *
     * @param id base level and first day, such as {@code beat:2024-01-01}
     * @param source name of its file
     * @param fingerprint SHA-256 of its file
     * @param validTo first day on which it no longer held when the release was made, or null
     */
    record Source(
            String id,
            String baseLevel,
            String source,
            String fingerprint,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** @param bandWidth how many counts share one number, or null where it is a count */
    record Measure(
            String code,
            String title,
            String description,
            @Nullable Integer bandWidth) {}

    /** People on no map, by why. */
    record NotMapped(
            String outcome, String status, @Nullable Integer value) {}

    /**
     * An area.
     *
     * @param parentLevel empty at the top, and so is {@code parentKey}
     * @param residents how many people live there by the census, or null where nobody says
     * @param areaSet the {@link Source} that it comes from
     */
    record Area(
            String level,
            String key,
            String name,
            String parentLevel,
            String parentKey,
            @Nullable Integer residents,
            String areaSet,
            boolean lowHitRate) {}

    /**
     * A published number.
     *
     * @param value null where it is hidden
     * @param earlier what the release before showed there, to which a number sticks, or null
     */
    record Cell(
            String measure,
            String level,
            String areaKey,
            String status,
            @Nullable Integer value,
            @Nullable Integer earlier) {}
}
