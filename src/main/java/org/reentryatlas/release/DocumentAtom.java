package org.reentryatlas.release;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An atom as it is published: a piece of ground that no base layer divides and in which somebody can live.
 *
 * @param areas the key of the area that it lies in, by the code of the base level, or, in a layer of other releases of the
 *     date, by the set; a layer that does not cover it is left out
 */
public record DocumentAtom(Map<String, String> areas) {
    private record Place(String column, String key) {}

    public DocumentAtom {
        areas = Collections.unmodifiableMap(new TreeMap<>(areas));
    }

    /**
     * The atoms of a release, in their order.
     *
     * @param standing areas that only other releases of the date have numbers for
     */
    static List<DocumentAtom> of(List<Atom> atoms, List<AreaNode> areas, List<AreaNode> standing) {
        Map<Long, Place> places = new HashMap<>();
        standing.forEach(area -> places.put(area.id(), new Place(column(area, areas), area.key())));
        areas.forEach(area -> places.put(area.id(), new Place(area.level().code(), area.key())));
        return atoms.stream()
                .map(atom -> new DocumentAtom(atom.areas().stream()
                        .map(id -> Objects.requireNonNull(places.get(id), "no area " + id))
                        .collect(Collectors.toMap(Place::column, Place::key))))
                .toList();
    }

    /** An area that a set of the release has, but no cell of it, goes with that set. */
    private static String column(AreaNode area, List<AreaNode> own) {
        boolean isOwnSet = own.stream().anyMatch(mine -> mine.areaSet().equals(area.areaSet()));
        return isOwnSet ? area.level().code() : area.areaSet();
    }
}
