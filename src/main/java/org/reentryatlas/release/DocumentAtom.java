package org.reentryatlas.release;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An atom as it is published: a piece of ground that no base layer divides and in which somebody can live.
 *
 * @param areas the key of the area that it lies in, by the code of the base level; a layer that does not cover it is left
 *     out
 */
public record DocumentAtom(Map<String, String> areas) {
    public DocumentAtom {
        areas = Collections.unmodifiableMap(new TreeMap<>(areas));
    }

    /** The atoms of a release, in their order. */
    static List<DocumentAtom> of(List<Atom> atoms, List<AreaNode> areas) {
        Map<Long, AreaNode> byId = areas.stream().collect(Collectors.toMap(AreaNode::id, area -> area));
        return atoms.stream()
                .map(atom -> new DocumentAtom(atom.areas().stream()
                        .map(id -> Objects.requireNonNull(byId.get(id), "no area " + id))
                        .collect(Collectors.toMap(area -> area.level().code(), AreaNode::key))))
                .toList();
    }
}
