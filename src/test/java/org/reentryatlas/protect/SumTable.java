package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table as other programs know it: numbers of any kind and their sums, published exactly or not at all, where each number
 * that must be hidden has a margin of its own. The rules of {@link Policy} say nothing about such a table; what bounds a
 * number and what is cheapest to hide is worked out by the same code.
 */
final class SumTable {
    /** Far above any deviation that is asked about. */
    private static final double CAP = 10_000_000;

    private final CellSystem system;
    private final Map<String, Integer> cells;

    private SumTable(CellSystem system, Map<String, Integer> cells) {
        this.system = system;
        this.cells = cells;
    }

    /** Collects numbers and their sums. */
    static final class Builder {
        private final CellSystem.Builder system = CellSystem.builder();
        private final Map<String, Integer> value = new LinkedHashMap<>();
        private final Map<String, Integer> cells = new LinkedHashMap<>();

        /** A number that is no sum; it is published only where a cell says so. */
        Builder atom(String name, int number) {
            value.put(name, number);
            system.atom(number);
            return this;
        }

        /** A published sum, of one atom or more. */
        Builder cell(String name, double cost, List<String> atoms) {
            List<String> all = List.copyOf(value.keySet());
            int sum = atoms.stream().mapToInt(this::valueOf).sum();
            Facts facts = new Facts(sum, sum, 0, 0, OptionalInt.empty());
            cells.put(name, cells.size());
            system.cell(new Cell(name, atoms.stream().map(all::indexOf).toList(), facts, false, cost));
            return this;
        }

        private int valueOf(String atom) {
            return value.getOrDefault(atom, 0);
        }

        SumTable build() {
            return new SumTable(system.build(), cells);
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** A table of two variables with the sums of its rows, its columns and all of it; hiding a number costs {@code cost} of it. */
    static SumTable ofTwo(
            List<String> rows, List<String> columns, int[][] numbers, @Nullable ToIntFunction<Integer> cost) {
        Builder table = builder();
        List<String> all = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                all.add(rows.get(row) + "|" + columns.get(column));
                table.atom(rows.get(row) + "|" + columns.get(column), numbers[row][column]);
            }
        }
        Map<String, List<String>> sums = new LinkedHashMap<>();
        all.forEach(atom -> sums.put(atom, List.of(atom)));
        rows.forEach(row ->
                sums.put(row, columns.stream().map(column -> row + "|" + column).toList()));
        columns.forEach(column ->
                sums.put(column, rows.stream().map(row -> row + "|" + column).toList()));
        sums.put("Total", all);
        sums.forEach((name, atoms) -> {
            int sum = atoms.stream().mapToInt(table::valueOf).sum();
            table.cell(name, cost == null ? 1 : Math.max(1, cost.applyAsInt(sum)), atoms);
        });
        return table.build();
    }

    private Sum sum(String cell) {
        return system.count(index(cell));
    }

    private int index(String cell) {
        Integer index = cells.get(cell);
        if (index == null) {
            throw new IllegalArgumentException("there is no cell " + cell);
        }
        return index;
    }

    int value(String cell) {
        return system.cells().get(index(cell)).facts().count();
    }

    double cost(Set<String> hidden) {
        return hidden.stream()
                .mapToDouble(cell -> system.cells().get(index(cell)).weight())
                .sum();
    }

    private List<Knowledge.Row> rows(Set<String> hidden) {
        return system.cells().stream()
                .filter(cell -> !hidden.contains(cell.id()))
                .map(cell -> new Knowledge.Row(
                        sum(cell.id()), cell.facts().count(), cell.facts().count(), index(cell.id())))
                .toList();
    }

    /** The least and the most that a cell can be. */
    List<Integer> interval(String cell, Set<String> hidden) {
        try (Bounds bounds = new Bounds(system, system.truth(), rows(hidden), CAP)) {
            return List.of((int) Math.rint(-bounds.highest(sum(cell).negated()).value()), (int)
                    Math.rint(bounds.highest(sum(cell)).value()));
        }
    }

    /** What must be hidden besides, so that each primary cell may be its margin more and less; nothing is more or less than it can be. */
    Set<String> protect(Set<String> primary, ToIntFunction<String> margin) {
        Set<String> hidden = new LinkedHashSet<>(primary);
        ComplementarySuppression suppression =
                new ComplementarySuppression(system, Policy.DEFAULT, new Neighbourhood(system));
        for (String cell : primary) {
            for (int direction : new int[] {1, -1}) {
                int wanted = Math.max(0, value(cell) + direction * margin.applyAsInt(cell));
                Sum sum = direction > 0 ? sum(cell) : sum(cell).negated();
                Demand demand = new Demand(Attack.RULE_BLIND, cell, sum, direction * (double) wanted);
                suppression
                        .remedy(demand, rows(hidden))
                        .orElseThrow(() -> new AssertionError("nothing protects " + cell))
                        .cells()
                        .forEach(index -> hidden.add(system.cells().get(index).id()));
            }
        }
        Set<String> secondary = new HashSet<>(hidden);
        secondary.removeAll(primary);
        return secondary;
    }
}
