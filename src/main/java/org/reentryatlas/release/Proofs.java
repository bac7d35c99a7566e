package org.reentryatlas.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.reentryatlas.attack.Proof;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Facts;
import org.reentryatlas.protect.Protection;
import org.reentryatlas.protect.World;

/** Writes down what was proved in the terms of the published files, so that it can be held against them. */
final class Proofs {
    private final AreaTable table;
    private final CellSystem system;
    /** The number among the published unknowns of each unknown of the system. */
    private final int[] place;

    /**
     * Proofs of a release.
     *
     * @param pieces the atoms in the order of the table
     * @param atoms the same as they are published
     */
    Proofs(AreaTable table, CellSystem system, List<Atom> pieces, List<DocumentAtom> atoms) {
        this.table = table;
        this.system = system;
        List<DocumentAtom> lines = Artefacts.lines(atoms);
        Map<DocumentAtom, Integer> lineOf = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            lineOf.put(lines.get(line), line);
        }
        Map<Long, Integer> lineOfNo = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            lineOfNo.put(pieces.get(i).no(), Objects.requireNonNull(lineOf.get(atoms.get(i))));
        }
        TreeSet<String> measures = new TreeSet<>();
        table.unknowns().forEach(unknown -> measures.add(unknown.measure()));
        List<String> ordered = new ArrayList<>(List.of(AreaTable.PEOPLE));
        measures.stream().filter(measure -> !measure.equals(AreaTable.PEOPLE)).forEach(ordered::add);
        this.place = table.unknowns().stream()
                .mapToInt(unknown -> ordered.indexOf(unknown.measure()) * lines.size()
                        + Objects.requireNonNull(lineOfNo.get(unknown.atomNo())))
                .toArray();
    }

    Proof of(Protection.Outcome outcome) {
        List<Facts> facts = facts();
        return new Proof(
                moved(system.truth()),
                moved(system.atGroupQuarters()),
                facts.stream().mapToInt(Facts::addresses).toArray(),
                facts.stream().mapToInt(Facts::largestAddress).toArray(),
                outcome.worlds().stream()
                        .map(world -> new World(world.attack(), moved(world.people())))
                        .toList());
    }

    /** In the order of the lines of cells.csv, and then of the cells that only other releases of the date have. */
    private List<Facts> facts() {
        List<Integer> order = new ArrayList<>();
        for (int cell = 0; cell < table.keys().size(); cell++) {
            order.add(cell);
        }
        order.sort(
                Comparator.comparing((Integer cell) -> cell >= table.ownKeys().size())
                        .thenComparing(table.keys()::get, table.order()));
        return order.stream().map(cell -> system.cells().get(cell).facts()).toList();
    }

    private int[] moved(int[] people) {
        int[] moved = new int[people.length];
        for (int unknown = 0; unknown < people.length; unknown++) {
            moved[place[unknown]] = people[unknown];
        }
        return moved;
    }
}
