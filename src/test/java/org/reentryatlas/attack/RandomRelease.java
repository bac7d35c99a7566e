package org.reentryatlas.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.protect.Rounding;

import static java.util.Objects.requireNonNull;

/**
 * A city of twelve beats in four sectors, two districts and the whole, with as many people as a seed draws, and a release of it
 * that hides some of its numbers. It is no protected release: any number may be hidden, which is harder to see through.
 */
public final class RandomRelease {
    public static final String NEED = "need_housing";

    private static final int BEATS = 12;
    private static final Policy ROUNDED = new Policy(11, 5, 3, 0);
    private static final Policy EXACT = new Policy(11, 1, 3, 0);

    /** True counts by measure and area, of areas by level. */
    private final Map<String, Map<PublishedCounts.Area, Integer>> counts = new LinkedHashMap<>();

    private final Map<PublishedCounts.Area, PublishedCounts.Area> parents = new LinkedHashMap<>();
    private final long seed;

    public RandomRelease(long seed) {
        this.seed = seed;
        Random random = new Random(seed);
        PublishedCounts.Area city = new PublishedCounts.Area("city", "all");
        for (int beat = 0; beat < BEATS; beat++) {
            PublishedCounts.Area area = beat(beat);
            PublishedCounts.Area sector = new PublishedCounts.Area("sector", "S" + beat / 3);
            PublishedCounts.Area district = new PublishedCounts.Area("district", "D" + beat / 6);
            parents.put(area, sector);
            parents.put(sector, district);
            parents.put(district, city);
            int people = random.nextInt(5) == 0 ? 0 : 22 + random.nextInt(200);
            int need = people == 0 || random.nextInt(5) == 0 ? 0 : 11 + random.nextInt(people - 11 + 1);
            for (PublishedCounts.Area whole : List.of(area, sector, district, city)) {
                add(PublishedCounts.PEOPLE, whole, people);
                add(NEED, whole, need);
            }
        }
    }

    public static PublishedCounts.Area beat(int number) {
        return new PublishedCounts.Area("beat", "B%02d".formatted(number + 1));
    }

    private void add(String measure, PublishedCounts.Area area, int count) {
        counts.computeIfAbsent(measure, key -> new LinkedHashMap<>()).merge(area, count, Integer::sum);
    }

    public int count(String measure, PublishedCounts.Area area) {
        return requireNonNull(requireNonNull(counts.get(measure)).get(area));
    }

    /** Every number as it is. */
    public ReleaseFiles exact() {
        return files(EXACT, area -> false);
    }

    /** Rounded, and of every third area hidden; never of the whole city. */
    public ReleaseFiles published() {
        Random random = new Random(seed);
        return files(ROUNDED, area -> !area.level().equals("city") && random.nextInt(3) == 0);
    }

    private ReleaseFiles files(Policy policy, Predicate<PublishedCounts.Area> hides) {
        List<Map<String, String>> areas = new ArrayList<>();
        requireNonNull(counts.get(PublishedCounts.PEOPLE)).keySet().forEach(area -> {
            PublishedCounts.Area parent = parents.get(area);
            areas.add(Map.of(
                    "level",
                    area.level(),
                    "area_key",
                    area.key(),
                    "parent_level",
                    parent == null ? "" : parent.level(),
                    "parent_key",
                    parent == null ? "" : parent.key()));
        });
        List<Map<String, String>> cells = new ArrayList<>();
        counts.forEach((measure, byArea) -> byArea.forEach((area, count) -> {
            boolean isHidden = count > 0 && hides.test(area);
            cells.add(Map.of(
                    "measure",
                    measure,
                    "level",
                    area.level(),
                    "area_key",
                    area.key(),
                    "status",
                    count == 0 ? "zero" : isHidden ? "hidden" : "shown",
                    "value",
                    count == 0 || isHidden
                            ? ""
                            : String.valueOf(
                                    Rounding.of(OptionalInt.empty(), policy).round(count))));
        }));
        return new ReleaseFiles("2026-06-30.1", List.of(), policy, List.of(), areas, cells, Map.of());
    }
}
