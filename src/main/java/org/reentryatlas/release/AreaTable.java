package org.reentryatlas.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.reentryatlas.protect.Cell;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Facts;
import org.reentryatlas.protect.Published;

/**
 * The table of a release as one linear system. Its unknowns are the people of each atom, in all and by need; its cells are
 * sums of these, for the areas of all layers.
 */
final class AreaTable {
    /** The measure that takes in everybody; every other one counts some of them. */
    static final String PEOPLE = "people";

    /** The total of an area is looked at first and most, so hiding it costs this many times a need. */
    private static final double PEOPLE_WEIGHT = 40;

    private final List<AreaNode> areas;
    private final Standing standing;
    private final List<Atom> atoms;
    private final Map<AtomKey, Tally> tallies;
    private final Map<Long, AreaNode> areaById = new HashMap<>();
    /** The atoms of each area, in their order. */
    private final Map<Long, List<Long>> atomsOf = new HashMap<>();

    private final Map<CellKey, Tally> sums = new HashMap<>();
    private final List<CellKey> keys = new ArrayList<>();
    private final List<AtomKey> unknowns = new ArrayList<>();
    private int own;
    private final Map<String, OptionalInt> bandWidths = new HashMap<>();

    AreaTable(List<AreaNode> areas, List<Atom> atoms, Map<AtomKey, Tally> tallies) {
        this(areas, atoms, tallies, Standing.NONE, List.of());
    }

    /**
     * A table.
     *
     * @param standing what other releases of the date say
     * @param standingAreas areas that only these have numbers for
     */
    AreaTable(
            List<AreaNode> areas,
            List<Atom> atoms,
            Map<AtomKey, Tally> tallies,
            Standing standing,
            List<AreaNode> standingAreas) {
        this.areas = List.copyOf(areas);
        this.atoms = List.copyOf(atoms);
        this.tallies = Map.copyOf(tallies);
        this.standing = standing;
        areas.forEach(area -> areaById.put(area.id(), area));
        standingAreas.forEach(area -> areaById.put(area.id(), area));
        for (Atom atom : atoms) {
            for (long base : atom.areas()) {
                upwards(base)
                        .forEach(area -> atomsOf.computeIfAbsent(area.id(), id -> new ArrayList<>())
                                .add(atom.no()));
            }
        }
    }

    List<AreaNode> areas() {
        return areas;
    }

    /** Where each cell of {@link #system} stands, in its order: first the cells of the release, then those that only stand. */
    List<CellKey> keys() {
        return keys;
    }

    /** Where the cells of the release itself stand. */
    List<CellKey> ownKeys() {
        return keys.subList(0, own);
    }

    /** What each unknown of {@link #system} counts, in its order. */
    List<AtomKey> unknowns() {
        return unknowns;
    }

    AreaNode area(CellKey key) {
        AreaNode area = areaById.get(key.areaId());
        if (area == null) {
            throw new IllegalStateException("no area " + key.areaId());
        }
        return area;
    }

    /** A number of each base area, added up to every area above it. */
    Map<Long, Long> sumUpwards(Map<Long, Long> byBaseArea) {
        Map<Long, Long> added = new HashMap<>();
        byBaseArea.forEach(
                (areaId, number) -> upwards(areaId).forEach(area -> added.merge(area.id(), number, Long::sum)));
        return added;
    }

    int people(CellKey key) {
        return tally(key).people();
    }

    boolean hasAtoms(CellKey key) {
        return !atomsOf(area(key)).isEmpty();
    }

    /** @param earlier what the release before showed, where these rules can stick to it */
    CellSystem system(List<Measure> measures, Map<CellKey, Integer> earlier) {
        CellSystem.Builder system = CellSystem.builder();
        unknowns.clear();
        Map<AtomKey, Integer> indices = addUnknowns(measures, system);
        keys.clear();
        bandWidths.clear();
        for (Measure measure : measures) {
            bandWidths.put(measure.code(), measure.bandWidth());
            areas.forEach(area -> keys.add(new CellKey(measure.code(), area.id())));
        }
        own = keys.size();
        keys.addAll(onlyStanding());
        for (int index = 0; index < keys.size(); index++) {
            system.cell(cell(keys.get(index), index < own, indices, earlier));
        }
        return system.build();
    }

    /** In the order in which whoever reads the files of all releases of the date finds them. */
    private List<CellKey> onlyStanding() {
        Set<CellKey> mine = Set.copyOf(keys);
        return standing.cells().keySet().stream()
                .filter(key -> !mine.contains(key))
                .sorted(order())
                .toList();
    }

    /** The order of the lines of cells.csv; areas of several sets by their set. */
    Comparator<CellKey> order() {
        return Comparator.comparing(CellKey::measure)
                .thenComparing(key -> area(key).level().code())
                .thenComparing(key -> area(key).key())
                .thenComparing(key -> area(key).areaSet());
    }

    private Cell cell(CellKey key, boolean isOwn, Map<AtomKey, Integer> indices, Map<CellKey, Integer> earlier) {
        AreaNode area = area(key);
        List<Integer> parts = atomsOf(area).stream()
                .map(no -> indices.get(new AtomKey(key.measure(), no)))
                .toList();
        Optional<Published> stands = Optional.ofNullable(standing.cells().get(key));
        return new Cell(
                key.measure() + "@" + area.level().code() + ":" + area.key() + (isOwn ? "" : " of " + area.areaSet()),
                parts,
                facts(key),
                parts.isEmpty() || stands.equals(Optional.of(Published.ZERO)),
                weight(key),
                earlier(key, earlier),
                stands,
                bandWidths.getOrDefault(key.measure(), OptionalInt.empty()));
    }

    private static OptionalInt earlier(CellKey key, Map<CellKey, Integer> earlier) {
        Integer value = earlier.get(key);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** One for each measure in each atom. */
    private Map<AtomKey, Integer> addUnknowns(List<Measure> measures, CellSystem.Builder system) {
        Map<AtomKey, Integer> indices = new HashMap<>();
        for (Atom atom : atoms) {
            int whole = addUnknown(new AtomKey(PEOPLE, atom.no()), system, indices);
            for (Measure measure : measures) {
                if (!measure.isPeople()) {
                    system.atMost(addUnknown(new AtomKey(measure.code(), atom.no()), system, indices), whole);
                }
            }
        }
        return indices;
    }

    private int addUnknown(AtomKey key, CellSystem.Builder system, Map<AtomKey, Integer> indices) {
        Tally tally = tallies.getOrDefault(key, Tally.NONE);
        int index = system.atom(tally.people(), tally.groupQuarters());
        indices.put(key, index);
        unknowns.add(key);
        return index;
    }

    private List<Long> atomsOf(AreaNode area) {
        return atomsOf.getOrDefault(area.id(), List.of());
    }

    /** The area and all above it. */
    private List<AreaNode> upwards(long areaId) {
        List<AreaNode> chain = new ArrayList<>();
        for (AreaNode area = areaById.get(areaId); area != null; ) {
            chain.add(area);
            area = area.parentId() == null ? null : areaById.get(area.parentId());
        }
        return chain;
    }

    private Tally tally(CellKey key) {
        return sums.computeIfAbsent(
                key,
                wanted -> atomsOf(area(wanted)).stream()
                        .map(no -> tallies.getOrDefault(new AtomKey(wanted.measure(), no), Tally.NONE))
                        .reduce(Tally.NONE, Tally::plus));
    }

    private Facts facts(CellKey key) {
        Tally tally = tally(key);
        OptionalInt others = key.measure().equals(PEOPLE)
                ? OptionalInt.empty()
                : OptionalInt.of(people(new CellKey(PEOPLE, key.areaId())) - tally.people());
        return new Facts(tally.people(), tally.addresses(), tally.largestAddress(), tally.groupQuarters(), others);
    }

    /** Hexagons go first: they are looked at least, and the levels that the police and the census know lose less. */
    private double weight(CellKey key) {
        double level = switch (area(key).level()) {
            case CITY -> 30_000;
            case DISTRICT -> 3_000;
            case SECTOR -> 300;
            case BEAT -> 100;
            case TRACT, BLOCK_GROUP -> 6;
            case HEX_6 -> 4;
            case HEX_7 -> 2;
            case HEX_8 -> 1;
        };
        return key.measure().equals(PEOPLE) ? PEOPLE_WEIGHT * level : level;
    }
}
