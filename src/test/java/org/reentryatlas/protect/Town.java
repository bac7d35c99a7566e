package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A table for tests, put together atom by atom: everybody who is not at group quarters has an address of their own. */
final class Town {
    private final CellSystem.Builder system = CellSystem.builder();
    private final List<Integer> people = new ArrayList<>();
    private final List<Integer> groupQuarters = new ArrayList<>();
    private final List<Integer> pieceOf = new ArrayList<>();
    private int cells;

    /** A piece of ground. */
    int piece(int count) {
        return piece(count, 0);
    }

    /** A piece of ground with some of its people at group quarters. */
    int piece(int count, int atGroupQuarters) {
        people.add(count);
        groupQuarters.add(atGroupQuarters);
        pieceOf.add(-1);
        return system.atom(count, atGroupQuarters);
    }

    /** People of a piece of ground who have a need. */
    int need(int count, int piece) {
        return need(count, 0, piece);
    }

    int need(int count, int atGroupQuarters, int piece) {
        int atom = piece(count, atGroupQuarters);
        pieceOf.set(atom, piece);
        system.atMost(atom, piece);
        return atom;
    }

    /** Adds a cell of some atoms, and gives its index. */
    int cell(double weight, int... atoms) {
        return cell(weight, facts(atoms), atoms);
    }

    int cell(double weight, Facts facts, int... atoms) {
        List<Integer> all = IntStream.of(atoms).boxed().toList();
        system.cell(new Cell("cell " + cells, all, facts, atoms.length == 0, weight));
        return cells++;
    }

    /** A cell, and one for each of its atoms. */
    void cellsOf(double weight, int... atoms) {
        for (int atom : atoms) {
            cell(weight, atom);
        }
        cell(10 * weight, atoms);
    }

    private Facts facts(int... atoms) {
        int count = sum(people, atoms);
        int known = sum(groupQuarters, atoms);
        int apart = count - known;
        boolean areNeeds = atoms.length > 0 && pieceOf.get(atoms[0]) >= 0;
        OptionalInt others = areNeeds
                ? OptionalInt.of(
                        sum(people, Arrays.stream(atoms).map(pieceOf::get).toArray()) - count)
                : OptionalInt.empty();
        return new Facts(count, apart + Math.min(1, known), Math.min(1, apart), known, others);
    }

    private static int sum(List<Integer> of, int... atoms) {
        return IntStream.of(atoms).map(of::get).sum();
    }

    CellSystem build() {
        return system.build();
    }

    /** What stands in the cells of a system when only the rule of each is followed. */
    static List<Published> byRule(CellSystem system, Policy policy) {
        PrimaryRule rule = new PrimaryRule(policy);
        List<Published> published = new ArrayList<>();
        for (Cell cell : system.cells()) {
            int count = cell.facts().count();
            published.add(
                    cell.structuralZero()
                            ? Published.ZERO
                            : rule.hides(cell)
                                    ? Published.HIDDEN
                                    : new Published.Shown(new Rounding(policy).round(count, cell.earlier())));
        }
        return published;
    }

    static Sum sum(int... atoms) {
        return Sum.of(atoms, 1);
    }
}
