package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.reentryatlas.protect.Rounding;

/**
 * What the release of the reference date before showed, to which numbers stick.
 *
 * @param cells numbers of areas
 * @param notMapped people on no map, by why
 */
record Earlier(Map<CellKey, Integer> cells, Map<String, Integer> notMapped) {
    Earlier {
        cells = Map.copyOf(cells);
        notMapped = Map.copyOf(notMapped);
    }

    /**
     * What a release of the day sticks to.
     *
     * @param same a release of the same day that is public; what it stuck to is what the same numbers stick to again
     * @param standing what other releases of the day say; it sticks to what it stuck to then, or to nothing
     */
    static Earlier of(LocalDate asOf, Optional<String> same, Standing standing, ReleaseStore store, Rounding rounding) {
        Optional<String> before = store.findReleaseBefore(asOf);
        Map<CellKey, Integer> cells = new HashMap<>(
                same.map(store::earlier).or(() -> before.map(store::shown)).orElse(Map.of()));
        cells.keySet().removeAll(standing.cells().keySet());
        cells.putAll(standing.earlier());
        Map<String, Integer> notMapped =
                new HashMap<>(before.map(store::notMappedShown).orElse(Map.of()));
        cells.values().removeIf(value -> !rounding.isValue(value));
        notMapped.values().removeIf(value -> !rounding.isValue(value));
        return new Earlier(cells, notMapped);
    }

    OptionalInt notMapped(String outcome) {
        Integer value = notMapped.get(outcome);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
