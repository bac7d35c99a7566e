package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A release and its exact account, which is for the steward alone.
 *
 * @param id such as {@code 2026-06-30.1}
 * @param jointWith releases of the date, for other boundaries, that it is protected together with
 * @param isNew false where the very same numbers were public already
 * @param cells how many cells are shown, hidden or zero, by level and status, such as {@code beat.shown}
 * @param demands how many bounds the attacking solver was held to
 * @param overlay what laying the layers over each other gave
 * @param reconciliation people by outcome; they sum to the rows that the caseload's file had
 */
public record Release(
        String id,
        LocalDate referenceDate,
        List<String> jointWith,
        boolean isNew,
        Map<String, Integer> cells,
        int demands,
        Overlay overlay,
        Map<String, Long> reconciliation) {
    public Release {
        jointWith = List.copyOf(jointWith);
        cells = new TreeMap<>(cells);
        reconciliation = new TreeMap<>(reconciliation);
    }
}
