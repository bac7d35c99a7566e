package org.reentryatlas.protect;

import java.util.List;

/**
 * A number of a table: the sum of some atoms.
 *
 * @param id what the caller knows it by
 * @param atoms indices into the system's atoms, each once
 * @param structuralZero whether everybody can see that nobody is in it, since nobody lives there
 * @param weight what it costs to hide it; higher for what matters more
 */
public record Cell(String id, List<Integer> atoms, Facts facts, boolean structuralZero, double weight) {
    public Cell {
        atoms = List.copyOf(atoms);
        if (structuralZero && facts.count() != 0) {
            throw new IllegalArgumentException("cell " + id + " is a structural zero and holds people");
        }
        if (weight <= 0) {
            throw new IllegalArgumentException("cell " + id + " must cost something to hide");
        }
    }
}
