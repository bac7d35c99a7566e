package org.reentryatlas.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The areas of a release and of those that it was protected together with, and the atoms that each is made of. */
final class PublishedAreas {
    private static final String ATOM = "atom";
    /** Stands between the base level and the first day in the name of a set, and in no level. */
    private static final char OF_SET = ':';

    /**
     * An area.
     *
     * @param set that it comes from; empty in files that name none
     */
    record Area(String level, String key, String set) {}

    private final Map<Area, Area> parents = new HashMap<>();
    private final Map<Area, List<Integer>> atomsOf = new HashMap<>();

    PublishedAreas(ReleaseFiles files) {
        parents.putAll(parents(files));
        files.jointWith().forEach(other -> parents.putAll(parents(other)));
        Map<String, String> sets = sets(files);
        for (int atom = 0; atom < files.atoms().size(); atom++) {
            for (Area area : around(files.atoms().get(atom), sets)) {
                atomsOf.computeIfAbsent(area, key -> new ArrayList<>()).add(atom);
            }
        }
    }

    /** The set of each level of a release; no level comes from two. */
    static Map<String, String> sets(ReleaseFiles release) {
        Map<String, String> sets = new HashMap<>();
        release.areas().forEach(row -> sets.put(ReleaseFiles.field(row, "level"), set(row)));
        return sets;
    }

    /** The lines of the atoms that an area is made of. */
    List<Integer> atoms(Area area) {
        return atomsOf.getOrDefault(area, List.of());
    }

    /** The area above each that has one, of one release. */
    static Map<Area, Area> parents(ReleaseFiles release) {
        Map<Area, Area> parents = new LinkedHashMap<>();
        for (Map<String, String> row : release.areas()) {
            Area parent = area(row, "parent_level", "parent_key");
            if (!parent.key().isEmpty()) {
                parents.put(area(row, "level", "area_key"), parent);
            }
        }
        return parents;
    }

    /** The areas of one release, in their order. */
    static List<Area> areas(ReleaseFiles release) {
        return release.areas().stream()
                .map(row -> area(row, "level", "area_key"))
                .toList();
    }

    private static Area area(Map<String, String> row, String level, String key) {
        return new Area(ReleaseFiles.field(row, level), ReleaseFiles.field(row, key), set(row));
    }

    private static String set(Map<String, String> row) {
        return row.getOrDefault("area_set", "");
    }

    /** The areas of all levels that an atom lies in. */
    private Set<Area> around(Map<String, String> atom, Map<String, String> sets) {
        Set<Area> areas = new LinkedHashSet<>();
        atom.forEach((column, key) -> {
            if (!column.equals(ATOM) && !key.isEmpty()) {
                for (Area area = base(column, key, sets); area != null && areas.add(area); ) {
                    area = parents.get(area);
                }
            }
        });
        return areas;
    }

    /** A column is named by its level, or by its set where only an earlier release has numbers for that. */
    private static Area base(String column, String key, Map<String, String> sets) {
        int end = column.indexOf(OF_SET);
        return end < 0
                ? new Area(column, key, sets.getOrDefault(column, ""))
                : new Area(column.substring(0, end), key, column);
    }
}
