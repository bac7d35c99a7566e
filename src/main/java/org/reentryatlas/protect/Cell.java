package org.reentryatlas.protect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A number of a table: the sum of some atoms.
 *
 * @param id what the caller knows it by
 * @param atoms indices into the system's atoms, each once
 * @param structuralZero whether everybody can see that nobody is in it, since nobody lives there
 * @param weight what it costs to hide it; higher for what matters more
 * @param earlier the value that the release before showed for it, to which the new one sticks; empty where there was none
 * @param standing what a release of the same date says of it already, which cannot be taken back; empty for a new cell
 * @param bandWidth how many counts share one published number where it is a band; empty where the policy rounds it
 */
public record Cell(
        String id,
        List<Integer> atoms,
        Facts facts,
        boolean structuralZero,
        double weight,
        OptionalInt earlier,
        Optional<Published> standing,
        OptionalInt bandWidth) {
    public Cell {
        atoms = List.copyOf(atoms);
        if (structuralZero && facts.count() != 0) {
            throw new IllegalArgumentException("cell " + id + " is a structural zero and holds people");
        }
        if (weight <= 0) {
            throw new IllegalArgumentException("cell " + id + " must cost something to hide");
        }
        if (bandWidth.isPresent() && earlier.isPresent()) {
            throw new IllegalArgumentException("cell " + id + " is a band, and bands do not stick");
        }
    }

    /** A cell that no release has had before. */
    public Cell(String id, List<Integer> atoms, Facts facts, boolean structuralZero, double weight) {
        this(id, atoms, facts, structuralZero, weight, OptionalInt.empty(), Optional.empty(), OptionalInt.empty());
    }
}
