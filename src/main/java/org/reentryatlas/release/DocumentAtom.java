package org.reentryatlas.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reentryatlas.boundary.Level;

/**
 * A piece of ground that no base layer divides: one part of the overlay of all of them.
 *
 * @param areas the key of the area that it lies in, by the code of the base level; a layer that does not cover it is left
 *     out
 */
public record DocumentAtom(Map<String, String> areas) {
    public DocumentAtom {
        areas = Collections.unmodifiableMap(new TreeMap<>(areas));
    }

    /** Where there is one base layer, its areas are the atoms. */
    static List<DocumentAtom> ofOneLayer(List<AreaNode> areas, Level baseLevel) {
        List<DocumentAtom> atoms = new ArrayList<>();
        for (AreaNode area : areas) {
            if (area.level() == baseLevel) {
                atoms.add(new DocumentAtom(Map.of(baseLevel.code(), area.key())));
            }
        }
        return atoms;
    }
}
