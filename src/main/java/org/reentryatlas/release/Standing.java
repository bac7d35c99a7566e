package org.reentryatlas.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.protect.Published;
import org.reentryatlas.protect.Rounding;

/**
 * What other releases of a date say of it already, which cannot be taken back.
 *
 * @param cells what stands in their cells
 * @param earlier what these stuck to
 * @param notMapped people on no map, by why; empty where no other release is public
 */
record Standing(Map<CellKey, Published> cells, Map<CellKey, Integer> earlier, Map<String, Published> notMapped) {
    static final Standing NONE = new Standing(Map.of(), Map.of(), Map.of());

    Standing {
        cells = Map.copyOf(cells);
        earlier = Map.copyOf(earlier);
        notMapped = Map.copyOf(notMapped);
    }

    /** What the releases say. */
    static Standing of(List<String> releaseIds, ReleaseStore store) {
        Map<CellKey, Published> cells = new HashMap<>();
        Map<CellKey, Integer> earlier = new HashMap<>();
        Map<String, Published> notMapped = new HashMap<>();
        for (String id : releaseIds) {
            cells.putAll(store.cells(id));
            earlier.putAll(store.earlier(id));
            notMapped.putAll(store.notMapped(id));
        }
        return new Standing(cells, earlier, notMapped);
    }

    /**
     * Makes sure that what stands can have been made of what is counted now.
     *
     * @throws ReleaseRefusedException if it cannot: addresses or records have changed since
     */
    void require(AreaTable table, List<Measure> measures, Policy policy) {
        Map<String, Rounding> roundings = new HashMap<>();
        measures.forEach(measure -> roundings.put(measure.code(), Rounding.of(measure.bandWidth(), policy)));
        for (Map.Entry<CellKey, Published> cell : cells.entrySet()) {
            Rounding rounding = roundings.get(cell.getKey().measure());
            if (rounding == null || !follows(cell.getValue(), cell.getKey(), table, rounding, policy)) {
                throw changed();
            }
        }
    }

    private static ReleaseRefusedException changed() {
        return new ReleaseRefusedException(
                "what is public of the date with other boundaries does not follow from the caseload and the addresses that are"
                        + " loaded now, so that no release can be protected together with it: addresses were loaded since, or"
                        + " the caseload was read in another way. Nothing was published: publish the new boundaries with the"
                        + " next reference date");
    }

    private boolean follows(Published published, CellKey key, AreaTable table, Rounding rounding, Policy policy) {
        int people = table.people(key);
        if (published instanceof Published.Shown shown) {
            Integer before = earlier.get(key);
            OptionalInt stuckTo = before == null ? OptionalInt.empty() : OptionalInt.of(before);
            return people >= policy.k() && rounding.round(people, stuckTo) == shown.value();
        }
        return published instanceof Published.Zero ? people == 0 : table.hasAtoms(key);
    }

    /**
     * What is said of people on no map: what stands.
     *
     * @param counted what would be said if nothing stood
     * @throws ReleaseRefusedException if what stands cannot be said of so many
     */
    Map<String, Published> notMapped(Map<String, Published> counted, Map<String, Long> people, Policy policy) {
        Map<String, Published> said = new TreeMap<>(counted);
        notMapped.forEach((outcome, published) -> {
            if (!mayBe(published, people.getOrDefault(outcome, 0L), policy)) {
                throw changed();
            }
            said.put(outcome, published);
        });
        return said;
    }

    private static boolean mayBe(Published published, long people, Policy policy) {
        return published instanceof Published.Shown shown
                ? people >= policy.k() && Math.abs(people - shown.value()) < policy.roundingBase()
                : people < policy.k();
    }
}
