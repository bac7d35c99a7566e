package org.reentryatlas.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.protect.Cell;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Facts;

/**
 * The table of a release as one linear system. Its atoms are people of one base area who have one need, or who are there
 * at all; its cells are these and their sums up the hierarchy.
 */
final class AreaTable {
    /** The measure that takes in everybody; every other one counts some of them. */
    static final String PEOPLE = "people";

    /** The total of an area is looked at first and most, so hiding it costs this many times a need. */
    private static final double PEOPLE_WEIGHT = 4;

    private final List<AreaNode> areas;
    private final Level baseLevel;
    private final Map<Long, AreaNode> areaById = new HashMap<>();
    private final Map<CellKey, Tally> tallies = new HashMap<>();
    private final List<CellKey> keys = new ArrayList<>();

    AreaTable(List<AreaNode> areas, Level baseLevel, List<Tally> baseTallies) {
        this.areas = areas;
        this.baseLevel = baseLevel;
        areas.forEach(area -> areaById.put(area.id(), area));
        for (Tally tally : baseTallies) {
            for (AreaNode area : upwards(tally.areaId())) {
                tallies.merge(new CellKey(tally.measure(), area.id()), tally, Tally::plus);
            }
        }
    }

    /** Where each cell of {@link #system} stands, in its order. */
    List<CellKey> keys() {
        return keys;
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
        Map<Long, Long> sums = new HashMap<>();
        byBaseArea.forEach(
                (areaId, number) -> upwards(areaId).forEach(area -> sums.merge(area.id(), number, Long::sum)));
        return sums;
    }

    int people(CellKey key) {
        return tally(key).people();
    }

    CellSystem system(List<String> measures) {
        CellSystem.Builder system = CellSystem.builder();
        Map<CellKey, Integer> atoms = atoms(measures, system);
        Map<Long, List<Long>> basesOf = basesOf();
        keys.clear();
        for (String measure : measures) {
            for (AreaNode area : areas) {
                CellKey key = new CellKey(measure, area.id());
                List<Integer> parts = new ArrayList<>();
                for (long base : basesOf.getOrDefault(area.id(), List.of())) {
                    Integer atom = atoms.get(new CellKey(measure, base));
                    if (atom != null) {
                        parts.add(atom);
                    }
                }
                system.cell(new Cell(
                        measure + "@" + area.level().code() + ":" + area.key(),
                        parts,
                        facts(key),
                        parts.isEmpty(),
                        weight(key)));
                keys.add(key);
            }
        }
        return system.build();
    }

    /** An atom for each measure in each base area where anybody can live. */
    private Map<CellKey, Integer> atoms(List<String> measures, CellSystem.Builder system) {
        Map<CellKey, Integer> atoms = new LinkedHashMap<>();
        for (AreaNode area : areas) {
            CellKey everybody = new CellKey(PEOPLE, area.id());
            if (area.level() != baseLevel || (!area.inhabited() && people(everybody) == 0)) {
                continue;
            }
            int whole = system.atom(people(everybody));
            atoms.put(everybody, whole);
            for (String measure : measures) {
                if (!measure.equals(PEOPLE)) {
                    CellKey some = new CellKey(measure, area.id());
                    int part = system.atom(people(some));
                    system.atMost(part, whole);
                    atoms.put(some, part);
                }
            }
        }
        return atoms;
    }

    private Map<Long, List<Long>> basesOf() {
        Map<Long, List<Long>> bases = new HashMap<>();
        for (AreaNode area : areas) {
            if (area.level() == baseLevel) {
                for (AreaNode above : upwards(area.id())) {
                    bases.computeIfAbsent(above.id(), id -> new ArrayList<>()).add(area.id());
                }
            }
        }
        return bases;
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
        return tallies.getOrDefault(key, Tally.none(key.areaId(), key.measure()));
    }

    private Facts facts(CellKey key) {
        Tally tally = tally(key);
        OptionalInt others = key.measure().equals(PEOPLE)
                ? OptionalInt.empty()
                : OptionalInt.of(people(new CellKey(PEOPLE, key.areaId())) - tally.people());
        return new Facts(tally.people(), tally.addresses(), tally.largestAddress(), tally.groupQuarters(), others);
    }

    private double weight(CellKey key) {
        double level = switch (area(key).level()) {
            case CITY -> 1000;
            case DISTRICT -> 100;
            case SECTOR -> 20;
            case BEAT, TRACT, BLOCK_GROUP -> 5;
        };
        return key.measure().equals(PEOPLE) ? PEOPLE_WEIGHT * level : level;
    }
}
