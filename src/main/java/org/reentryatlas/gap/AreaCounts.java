package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.protect.Rounding;

/**
 * What a release says of the counts of its areas, hidden ones too: an interval for each, which surely holds the true count. A
 * shown number stands for the counts that are rounded to it; what is hidden lies between nothing and what the area above
 * leaves, and no need has more people than there are.
 */
final class AreaCounts {
    /** The measure of which all others count a part. */
    static final String PEOPLE = "people";

    private static final int UNBOUNDED = Integer.MAX_VALUE / 4;

    /** An area by its level and key. */
    record Area(String level, String key) {}

    /** Counts that are possible, both ends included. */
    record Range(int low, int high) {}

    private static final class Open {
        int low;
        int high = UNBOUNDED;

        boolean narrow(int least, int most) {
            boolean changes = least > low || most < high;
            low = Math.max(low, least);
            high = Math.min(high, most);
            if (low > high) {
                throw new IllegalArgumentException("the numbers of the release contradict each other");
            }
            return changes;
        }
    }

    private final ReleaseFiles release;
    private final String base;
    /** From above: the areas of which each is the union. */
    private final Map<Area, List<Area>> parts = new LinkedHashMap<>();

    private final Map<String, Map<Area, Open>> counts = new LinkedHashMap<>();

    private AreaCounts(ReleaseFiles release, String base) {
        this.release = release;
        this.base = base;
    }

    /**
     * The counts of a base level and the levels that it nests in.
     *
     * @param base such as {@code beat}
     * @throws IllegalArgumentException if the release contradicts itself, or has no such level
     */
    static AreaCounts of(ReleaseFiles release, String base) {
        AreaCounts counts = new AreaCounts(release, base);
        counts.readAreas();
        counts.readCells();
        counts.settle();
        return counts;
    }

    private void readAreas() {
        Map<Area, Area> parents = new HashMap<>();
        Set<Area> reached = new LinkedHashSet<>();
        for (Map<String, String> row : release.areas()) {
            Area area = new Area(field(row, "level"), field(row, "area_key"));
            Area parent = new Area(field(row, "parent_level"), field(row, "parent_key"));
            if (!parent.key().isEmpty()) {
                parents.put(area, parent);
            }
            if (area.level().equals(base)) {
                reached.add(area);
            }
        }
        if (reached.isEmpty()) {
            throw new IllegalArgumentException("release " + release.release() + " has no areas of level " + base);
        }
        for (List<Area> level = List.copyOf(reached); !level.isEmpty(); ) {
            Set<Area> above = new LinkedHashSet<>();
            for (Area area : level) {
                Area parent = parents.get(area);
                if (parent != null) {
                    parts.computeIfAbsent(parent, key -> new ArrayList<>()).add(area);
                    above.add(parent);
                }
            }
            reached.addAll(above);
            level = List.copyOf(above);
        }
        reached.forEach(area -> parts.putIfAbsent(area, new ArrayList<>()));
    }

    private void readCells() {
        for (Map<String, String> row : release.cells()) {
            Area area = new Area(field(row, "level"), field(row, "area_key"));
            if (!parts.containsKey(area)) {
                continue;
            }
            Open open = counts.computeIfAbsent(field(row, "measure"), key -> new HashMap<>())
                    .computeIfAbsent(area, key -> new Open());
            switch (field(row, "status")) {
                case "zero" -> open.narrow(0, 0);
                case "shown" -> {
                    var interval = Rounding.of(bandWidth(field(row, "measure")), release.policy())
                            .interval(Integer.parseInt(field(row, "value")), earlier(row));
                    open.narrow(interval.low(), interval.high());
                }
                default -> {
                    // Hidden: what the others leave.
                }
            }
        }
    }

    private OptionalInt bandWidth(String measure) {
        Integer width = release.bandWidths().get(measure);
        return width == null ? OptionalInt.empty() : OptionalInt.of(width);
    }

    private static OptionalInt earlier(Map<String, String> row) {
        String earlier = row.getOrDefault("earlier", "");
        return earlier.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(earlier));
    }

    private static String field(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** Until nothing narrows any more; each round makes some whole number smaller, so there is an end. */
    private void settle() {
        boolean changes = true;
        while (changes) {
            changes = false;
            for (Map.Entry<String, Map<Area, Open>> measure : counts.entrySet()) {
                for (Map.Entry<Area, List<Area>> whole : parts.entrySet()) {
                    changes |= settle(measure.getValue(), whole.getKey(), whole.getValue());
                    changes |= settleBelowPeople(measure.getKey(), whole.getKey());
                }
            }
        }
    }

    private static boolean settle(Map<Area, Open> ranges, Area whole, List<Area> parts) {
        if (parts.isEmpty() || !ranges.keySet().containsAll(parts) || !ranges.containsKey(whole)) {
            return false;
        }
        Open all = Objects.requireNonNull(ranges.get(whole));
        List<Open> each =
                parts.stream().map(ranges::get).map(Objects::requireNonNull).toList();
        long low = each.stream().mapToLong(part -> part.low).sum();
        long high = each.stream().mapToLong(part -> part.high).sum();
        boolean changes = all.narrow((int) low, (int) Math.min(UNBOUNDED, high));
        for (Open part : each) {
            long othersHigh = high - part.high;
            changes |= part.narrow(
                    (int) Math.max(0, all.low - othersHigh), (int) Math.min(UNBOUNDED, all.high - (low - part.low)));
        }
        return changes;
    }

    private boolean settleBelowPeople(String measure, Area area) {
        Open people = open(PEOPLE, area);
        Open part = open(measure, area);
        if (measure.equals(PEOPLE) || people == null || part == null) {
            return false;
        }
        boolean changes = part.narrow(0, people.high);
        return people.narrow(part.low, UNBOUNDED) || changes;
    }

    private @Nullable Open open(String measure, Area area) {
        Map<Area, Open> ranges = counts.get(measure);
        return ranges == null ? null : ranges.get(area);
    }

    /** The code of the base level. */
    String base() {
        return base;
    }

    /** The areas of the base level and of those above, lowest first. */
    List<Area> areas() {
        List<Area> all = new ArrayList<>();
        parts.keySet().stream().filter(area -> area.level().equals(base)).forEach(all::add);
        parts.keySet().stream().filter(area -> !area.level().equals(base)).forEach(all::add);
        return all;
    }

    /** The areas of the base level that an area is made of: of one of them, itself. */
    List<Area> bases(Area area) {
        return area.level().equals(base)
                ? List.of(area)
                : parts.getOrDefault(area, List.of()).stream()
                        .flatMap(part -> bases(part).stream())
                        .toList();
    }

    /**
     * The counts that are possible of a measure in an area.
     *
     * @throws IllegalArgumentException if the release says nothing about it, which does not happen to one of its own
     */
    Range range(String measure, Area area) {
        Open open = open(measure, area);
        if (open == null) {
            throw new IllegalArgumentException("release %s says nothing about %s in %s %s"
                    .formatted(release.release(), measure, area.level(), area.key()));
        }
        if (open.high >= UNBOUNDED) {
            throw new IllegalArgumentException("release %s leaves open how many %s there are in %s %s"
                    .formatted(release.release(), measure, area.level(), area.key()));
        }
        return new Range(open.low, open.high);
    }

    /** Whether the release has numbers of a measure. */
    boolean has(String measure) {
        return counts.containsKey(measure);
    }
}
