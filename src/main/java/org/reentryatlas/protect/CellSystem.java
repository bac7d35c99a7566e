package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All cells that are to be published together, as one linear system. Its unknowns are the atoms: the smallest groups of
 * people that any published layer or category tells apart. Every cell is a sum of atoms, so whoever can bound an atom or
 * a sum of atoms from the published cells has learned something, whatever the layers it took.
 *
 * <p>Immutable.
 */
public final class CellSystem {
    /** The atom {@code part} never exceeds the atom {@code whole}: a need is had by some of the people. */
    record AtMost(int part, int whole) {}

    private final List<Integer> truth;
    private final List<AtMost> bounds;
    private final List<Cell> cells;
    private final Map<Integer, Integer> wholeOf;

    private CellSystem(Builder builder) {
        this.truth = List.copyOf(builder.truth);
        this.bounds = List.copyOf(builder.bounds);
        this.cells = List.copyOf(builder.cells);
        this.wholeOf = new HashMap<>();
        bounds.forEach(bound -> wholeOf.put(bound.part(), bound.whole()));
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<Cell> cells() {
        return cells;
    }

    int atoms() {
        return truth.size();
    }

    int truth(int atom) {
        return truth.get(atom);
    }

    List<AtMost> bounds() {
        return bounds;
    }

    /** The value of a weighted sum of atoms. */
    double truth(Map<Integer, Integer> coefficients) {
        double sum = 0;
        for (Map.Entry<Integer, Integer> term : coefficients.entrySet()) {
            sum += (double) term.getValue() * truth.get(term.getKey());
        }
        return sum;
    }

    /** The cell's own count as a sum of atoms, or its negative. */
    static Map<Integer, Integer> count(Cell cell, int sign) {
        Map<Integer, Integer> coefficients = new HashMap<>();
        cell.atoms().forEach(atom -> coefficients.put(atom, sign));
        return coefficients;
    }

    /** The people of the cell's area that the cell leaves out, as a sum of atoms. */
    Map<Integer, Integer> others(Cell cell) {
        Map<Integer, Integer> coefficients = count(cell, -1);
        for (int atom : cell.atoms()) {
            Integer whole = wholeOf.get(atom);
            if (whole == null) {
                throw new IllegalArgumentException("cell " + cell.id() + " leaves people out of no whole");
            }
            coefficients.merge(whole, 1, Integer::sum);
        }
        return coefficients;
    }

    /** Collects atoms, bounds and cells. */
    public static final class Builder {
        private final List<Integer> truth = new ArrayList<>();
        private final List<AtMost> bounds = new ArrayList<>();
        private final List<Cell> cells = new ArrayList<>();

        private Builder() {}

        /** Adds an atom that holds so many people and returns its index. */
        public int atom(int people) {
            truth.add(people);
            return truth.size() - 1;
        }

        /**
         * Adds an atom that holds so many people and returns its index.
         *
         * @param known how many of them live at registered group quarters, whose headcounts an attacker is taken to know
         */
        public int atom(int people, int known) {
            if (known < 0 || known > people) {
                throw new IllegalArgumentException("of " + people + " people " + known + " cannot be known");
            }
            return atom(people);
        }

        /** Says what everybody knows: the first atom never exceeds the second. */
        public void atMost(int part, int whole) {
            if (truth.get(part) > truth.get(whole)) {
                throw new IllegalArgumentException("atom " + part + " exceeds atom " + whole);
            }
            bounds.add(new AtMost(part, whole));
        }

        /** Adds a cell, whose count must be the sum of its atoms. */
        public void cell(Cell cell) {
            int sum = cell.atoms().stream().mapToInt(truth::get).sum();
            if (sum != cell.facts().count()) {
                throw new IllegalArgumentException("cell %s counts %d, and its atoms sum to %d"
                        .formatted(cell.id(), cell.facts().count(), sum));
            }
            cells.add(cell);
        }

        public CellSystem build() {
            return new CellSystem(this);
        }
    }
}
