package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.protect.Published;

/**
 * How many addresses were found of those that could be, and whether that is enough for a map. Ratcliffe, "Geocoding crime
 * and a first estimate of a minimum acceptable hit rate" (2004), puts the limit at 85 %.
 *
 * @param found people whose address is at a known place
 * @param all people under supervision who live in the jurisdiction
 */
record HitRateGate(long found, long all) {
    /** Least share of addresses found. */
    static final double LIMIT = 0.85;

    /** From the people of each outcome; those who live elsewhere or are no longer under supervision do not count. */
    static HitRateGate of(Map<String, Long> outcomes) {
        long all = 0;
        long found = 0;
        for (Map.Entry<String, Long> outcome : outcomes.entrySet()) {
            switch (outcome.getKey()) {
                case "supervision_ended", "out_of_jurisdiction" -> {}
                case "in_area", "in_no_area" -> {
                    all += outcome.getValue();
                    found += outcome.getValue();
                }
                default -> all += outcome.getValue();
            }
        }
        return new HitRateGate(found, all);
    }

    boolean isPassed() {
        return found >= LIMIT * all;
    }

    /** @param reason why it is published nevertheless, or null */
    void require(LocalDate asOf, @Nullable String reason) {
        if (!isPassed() && reason == null) {
            throw new ReleaseRefusedException(
                    "of the addresses in the caseload of %s only %.1f %% were found (%d of %d), and a map needs 85 %%; nothing was published. Mend the addresses and load again, or give a reason with --below-gate"
                            .formatted(asOf, 100.0 * found / all, found, all));
        }
    }

    /**
     * The areas of which fewer than 85 % were found. Only areas whose number of people is shown are named: a mark on a
     * hidden one would tell something about the people in it.
     *
     * @param unlocated people who were not found, by the base area that their agency names
     */
    static List<Long> areasBelow(AreaTable table, Map<Long, Long> unlocated, Map<CellKey, Published> cells) {
        Map<Long, Long> missing = table.sumUpwards(unlocated);
        List<Long> below = new ArrayList<>();
        cells.forEach((key, published) -> {
            if (key.measure().equals(AreaTable.PEOPLE) && published instanceof Published.Shown) {
                long there = table.people(key);
                HitRateGate gate = new HitRateGate(there, there + missing.getOrDefault(key.areaId(), 0L));
                if (!gate.isPassed()) {
                    below.add(key.areaId());
                }
            }
        });
        return below;
    }
}
