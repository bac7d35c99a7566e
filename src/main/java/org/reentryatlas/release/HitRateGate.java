package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.HitRate;
import org.reentryatlas.protect.Published;

/**
 * Whether enough addresses were found for a map. Ratcliffe, "Geocoding crime and a first estimate of a minimum acceptable
 * hit rate" (2004), puts the limit at 85 %.
 */
final class HitRateGate {
    private static final double LIMIT = 0.85;

    private HitRateGate() {}

    /** The rate from the people of each outcome; those who are no longer under supervision do not count. */
    static HitRate rate(Map<String, Long> outcomes) {
        long all = 0;
        for (Map.Entry<String, Long> outcome : outcomes.entrySet()) {
            all += outcome.getKey().equals("supervision_ended") ? 0 : outcome.getValue();
        }
        return new HitRate(
                outcomes.getOrDefault("in_area", 0L)
                        + outcomes.getOrDefault("in_no_area", 0L)
                        + outcomes.getOrDefault("in_no_atom", 0L),
                outcomes.getOrDefault("out_of_jurisdiction", 0L),
                all);
    }

    static boolean isPassed(HitRate rate) {
        return rate.value() >= LIMIT;
    }

    /** @param reason why it is published nevertheless, or null */
    static void require(LocalDate asOf, HitRate rate, @Nullable String reason) {
        if (!isPassed(rate) && reason == null) {
            throw new ReleaseRefusedException(
                    ("of the addresses in the caseload of %s only %.1f %% were found (%d of %d), and a map needs 85 %%;"
                                    + " nothing was published. Mend the addresses and load again, or give a reason with"
                                    + " --below-gate")
                            .formatted(asOf, 100 * rate.value(), rate.located(), rate.all() - rate.elsewhere()));
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
                if (!isPassed(new HitRate(there, 0, there + missing.getOrDefault(key.areaId(), 0L)))) {
                    below.add(key.areaId());
                }
            }
        });
        return below;
    }
}
