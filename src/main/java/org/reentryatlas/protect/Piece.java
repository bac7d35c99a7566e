package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A piece of ground on which a world may differ from the base: some wholes and their parts, with a linear programme for the
 * wholes and one for the parts of each need. Given the wholes, needs have nothing to do with each other, which is why many
 * small programmes do for one large. Close it to free the solver's memory.
 */
final class Piece implements AutoCloseable {
    private final CellSystem system;
    private final int[] base;
    private final List<List<Knowledge.Row>> rowsOf = new ArrayList<>();
    private final BitSet free;
    private final double cap;
    /** Made when they are asked for: most searches need few of them. */
    private final AtomicReferenceArray<@Nullable LocalProgram> programs;

    /**
     * A piece.
     *
     * @param base a world of whole people that agrees with the rows
     * @param rows what the attacker knows
     * @param free atoms that may differ from the base: some wholes and all their parts
     * @param cap how far above the base an atom may go
     */
    Piece(CellSystem system, int[] base, List<Knowledge.Row> rows, BitSet free, double cap) {
        this.system = system;
        this.base = base;
        this.free = free;
        this.cap = cap;
        this.programs = new AtomicReferenceArray<>(system.blocks());
        for (int block = 0; block < system.blocks(); block++) {
            rowsOf.add(new ArrayList<>());
        }
        for (Knowledge.Row row : rows) {
            if (row.sum().touches(free)) {
                int block = system.blockOf(row.sum());
                rowsOf.get(block).add(row);
                if (block != CellSystem.WHOLES && system.hasWholes(row.sum())) {
                    rowsOf.get(CellSystem.WHOLES).add(withPartsAsTheyAre(row));
                }
            }
        }
    }

    /** What a row leaves to the wholes: how many an area must hold besides those who have a need. */
    private Knowledge.Row withPartsAsTheyAre(Knowledge.Row row) {
        Sum wholes = row.sum().only(atom -> !system.isPart(atom));
        double parts = row.sum().in(base) - wholes.in(base);
        return new Knowledge.Row(wholes, row.low() - parts, row.high() - parts, row.source());
    }

    /** The programme of a block; no block is asked for by two threads at once. */
    LocalProgram program(int block) {
        LocalProgram program = programs.get(block);
        if (program == null) {
            int[] atoms =
                    free.stream().filter(atom -> system.blockOf(atom) == block).toArray();
            program = new LocalProgram(system, base, atoms, rowsOf.get(block), cap);
            programs.set(block, program);
        }
        return program;
    }

    /**
     * Writes people for the wholes.
     *
     * @param staying blocks whose parts are to stay as they are, so that no whole may hold fewer than one of them
     */
    boolean placeWholes(Map<MPVariable, Double> weights, BitSet staying, int[] world) {
        LocalProgram wholes = program(CellSystem.WHOLES);
        if (weights.isEmpty() && wholes.holds(world)) {
            return true;
        }
        int[] least = people(wholes, whole -> system.least(whole, base, part -> staying.get(system.blockOf(part))));
        int[] better = people(wholes, whole -> system.least(whole, base, part -> true));
        return wholes.solve(least, better, weights, world);
    }

    private static int[] people(LocalProgram program, IntUnaryOperator ofAtom) {
        return Arrays.stream(program.atoms()).map(ofAtom).toArray();
    }

    /** Writes people for the parts of a need, given the wholes; where that fails, they must fit as they are in the base. */
    boolean placeParts(int block, Map<MPVariable, Double> weights, int[] world) {
        LocalProgram parts = program(block);
        boolean fits = parts.holds(world);
        if (fits && weights.isEmpty()) {
            return true;
        }
        int[] known = people(parts, system::known);
        if (parts.solve(known, known, weights, world)) {
            return true;
        }
        for (int part : parts.atoms()) {
            world[part] = base[part];
        }
        return fits;
    }

    @Override
    public void close() {
        for (int block = 0; block < programs.length(); block++) {
            LocalProgram program = programs.get(block);
            if (program != null) {
                program.close();
            }
        }
    }
}
