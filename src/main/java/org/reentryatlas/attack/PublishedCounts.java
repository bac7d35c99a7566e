package org.reentryatlas.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.protect.Interval;
import org.reentryatlas.protect.Published;
import org.reentryatlas.protect.Rounding;

import static java.util.Objects.requireNonNull;

/**
 * What a release says of the counts of its areas, hidden ones too: an interval for each, which surely holds the true count. A
 * shown number stands for the counts that are rounded to it; what is hidden lies between nothing and what the area above
 * leaves, and no need has more people than there are. It asks no solver, so the attack may know more.
 */
public final class PublishedCounts {
    /** The measure of which all others count a part. */
    public static final String PEOPLE = PublishedSystem.PEOPLE;

    private static final int UNBOUNDED = Integer.MAX_VALUE / 4;

    /** An area by its level and key. */
    public record Area(String level, String key) {
        private static Area of(PublishedAreas.Area area) {
            return new Area(area.level(), area.key());
        }
    }

    /** What is left open of a count. */
    private static final class Open {
        int low;
        int high = UNBOUNDED;

        boolean narrow(int least, int most) {
            boolean changes = least > low || most < high;
            low = Math.max(low, least);
            high = Math.min(high, most);
            if (low > high) {
                throw new UnreadableReleaseException("the numbers of the release contradict each other");
            }
            return changes;
        }
    }

    private final ReleaseFiles release;
    private final String base;
    /** The areas of the base level and those that they nest in, lowest first, with the areas of which each is the union. */
    private final Map<Area, List<Area>> parts = new LinkedHashMap<>();

    /** Those of which parts are missing: a city reaches beyond the tracts that were loaded. */
    private final Set<Area> withMore = new HashSet<>();

    private final Map<String, Map<Area, Open>> counts = new LinkedHashMap<>();

    private PublishedCounts(ReleaseFiles release, String base) {
        this.release = release;
        this.base = base;
    }

    /**
     * The counts of a base level and the levels that it nests in.
     *
     * @param base such as {@code beat}
     * @throws UnreadableReleaseException if the release contradicts itself, or has no such level
     */
    public static PublishedCounts of(ReleaseFiles release, String base) {
        PublishedCounts counts = new PublishedCounts(release, base);
        counts.readAreas();
        counts.readCells();
        counts.settle();
        return counts;
    }

    private void readAreas() {
        Map<PublishedAreas.Area, PublishedAreas.Area> parents = PublishedAreas.parents(release);
        List<PublishedAreas.Area> bases = PublishedAreas.areas(release).stream()
                .filter(area -> area.level().equals(base))
                .toList();
        if (bases.isEmpty()) {
            throw new UnreadableReleaseException("release " + release.release() + " has no areas of level " + base);
        }
        Map<Area, Integer> heights = new LinkedHashMap<>();
        bases.forEach(area -> climb(area, parents, heights));
        heights.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(area -> parts.put(area.getKey(), new ArrayList<>()));
        parents.forEach((area, parent) -> {
            if (heights.containsKey(Area.of(area))) {
                requireNonNull(parts.get(Area.of(parent))).add(Area.of(area));
            }
        });
        PublishedAreas ground = new PublishedAreas(release);
        parts.keySet().stream()
                .filter(whole -> !whole.level().equals(base) && !isWhole(whole, parents, ground))
                .forEach(withMore::add);
    }

    /** Whether the ground of the parts is all the ground of an area: the city is above areas of several sets, each of which may lack some. */
    private boolean isWhole(Area whole, Map<PublishedAreas.Area, PublishedAreas.Area> parents, PublishedAreas ground) {
        Set<Integer> ofParts = new HashSet<>();
        Set<Integer> ofWhole = new HashSet<>();
        parents.forEach((area, parent) -> {
            if (Area.of(parent).equals(whole)) {
                ofWhole.addAll(ground.atoms(parent));
                if (parts.containsKey(Area.of(area))) {
                    ofParts.addAll(ground.atoms(area));
                }
            }
        });
        return ofParts.containsAll(ofWhole);
    }

    /** Notes how far above the base level an area and those above it lie. */
    private void climb(
            PublishedAreas.Area from,
            Map<PublishedAreas.Area, PublishedAreas.Area> parents,
            Map<Area, Integer> heights) {
        Set<String> levels = new HashSet<>();
        int height = 0;
        for (PublishedAreas.Area area = from; area != null; area = parents.get(area)) {
            if (!levels.add(area.level())) {
                throw new UnreadableReleaseException(
                        "areas.csv has areas of level %s in each other".formatted(area.level()));
            }
            heights.merge(Area.of(area), height++, Math::max);
        }
    }

    private void readCells() {
        for (PublishedCell cell : PublishedCell.ofOne(release)) {
            Area area = Area.of(cell.area());
            if (parts.containsKey(area)) {
                Open open = counts.computeIfAbsent(cell.measure(), key -> new HashMap<>())
                        .computeIfAbsent(area, key -> new Open());
                if (cell.value() instanceof Published.Shown shown) {
                    Interval interval =
                            Rounding.of(cell.bandWidth(), release.policy()).interval(shown.value(), cell.earlier());
                    open.narrow(interval.low(), interval.high());
                } else if (cell.isZero()) {
                    open.narrow(0, 0);
                }
            }
        }
    }

    /** Until nothing narrows any more; each round makes some whole number smaller, so there is an end. */
    private void settle() {
        boolean changes = true;
        while (changes) {
            changes = false;
            for (Map.Entry<String, Map<Area, Open>> measure : counts.entrySet()) {
                for (Map.Entry<Area, List<Area>> whole : parts.entrySet()) {
                    int rest = withMore.contains(whole.getKey()) ? UNBOUNDED : 0;
                    changes |= settle(measure.getValue(), whole.getKey(), whole.getValue(), rest);
                    changes |= settleBelowPeople(measure.getKey(), whole.getKey());
                }
            }
        }
    }

    /**
     * Narrows an area and its parts by each other.
     *
     * @param rest how many there may be at most in what is no part
     */
    private static boolean settle(Map<Area, Open> ranges, Area whole, List<Area> parts, int rest) {
        Open all = ranges.get(whole);
        List<Open> each = new ArrayList<>();
        for (Area part : parts) {
            Open open = ranges.get(part);
            if (open != null) {
                each.add(open);
            }
        }
        if (all == null || each.isEmpty() || each.size() < parts.size()) {
            return false;
        }
        long low = each.stream().mapToLong(part -> part.low).sum();
        long high = rest + each.stream().mapToLong(part -> part.high).sum();
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
    public String base() {
        return base;
    }

    /** The areas of the base level and of those above, lowest first. */
    public List<Area> areas() {
        return List.copyOf(parts.keySet());
    }

    /** The areas of the base level that an area is made of: of one of them, itself. */
    public List<Area> bases(Area area) {
        return area.level().equals(base)
                ? List.of(area)
                : parts.getOrDefault(area, List.of()).stream()
                        .flatMap(part -> bases(part).stream())
                        .toList();
    }

    /** Whether the release has a number of people of an area, hidden or not: of a tract that reaches into the next county it has none. */
    public boolean isCounted(Area area) {
        return open(PEOPLE, area) != null;
    }

    /** Whether the release says of every area of the base level that it counts how many there are at most. */
    public boolean isBounded(String measure) {
        return parts.keySet().stream()
                .filter(area -> area.level().equals(base) && isCounted(area))
                .allMatch(area -> {
                    Open open = open(measure, area);
                    return open != null && open.high < UNBOUNDED;
                });
    }

    /**
     * The counts that are possible of a measure in an area, both ends included.
     *
     * @throws UnreadableReleaseException if the release says nothing about it, or leaves open how many there are
     */
    public Interval range(String measure, Area area) {
        Open open = open(measure, area);
        if (open == null || open.high >= UNBOUNDED) {
            throw new UnreadableReleaseException("release %s %s of %s in %s %s"
                    .formatted(
                            release.release(),
                            open == null ? "says nothing" : "leaves open the number",
                            measure,
                            area.level(),
                            area.key()));
        }
        return new Interval(open.low, open.high);
    }

    /** Whether the release has numbers of a measure. */
    public boolean has(String measure) {
        return counts.containsKey(measure);
    }
}
