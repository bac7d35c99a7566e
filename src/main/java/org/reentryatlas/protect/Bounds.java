package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Exact linear bounds of sums of atoms over all worlds that agree with what is known: of the wholes together with the block
 * that a sum is about, cut by what the other blocks answer until all of them agree (Benders decomposition). Close it to free
 * the solver's memory.
 */
final class Bounds implements AutoCloseable {
    private static final int MOST_CUTS = 400;

    /** Two solvers agree where they are no further apart, of one person or of the bound. */
    private static final double AGREE = 1e-4;

    /**
     * The largest value of a sum.
     *
     * @param blame shown cells that hold it down
     */
    record Bound(double value, List<Integer> blame) {}

    private final CellSystem system;
    private final int[] base;
    private final List<Knowledge.Row> rows;
    private final double cap;
    private final List<Knowledge.Row> cuts = new ArrayList<>();
    /** The shown cells behind each cut. */
    private final Map<Knowledge.Row, List<Integer>> causes = new HashMap<>();

    private final Map<Integer, BlockProgram> answers = new HashMap<>();
    private final Map<Integer, Asked> asked = new HashMap<>();

    /** A programme of the wholes and a block, with the cuts that it has been given so far. */
    private static final class Asked {
        final BlockProgram program;
        final int[] atoms;
        final List<Knowledge.Row> rows;
        int cuts;

        Asked(BlockProgram program, int[] atoms, List<Knowledge.Row> rows) {
            this.program = program;
            this.atoms = atoms;
            this.rows = rows;
        }
    }

    /**
     * Bounds over a system.
     *
     * @param base a world that agrees with the rows
     * @param cap how far above the base an atom may go
     */
    Bounds(CellSystem system, int[] base, List<Knowledge.Row> rows, double cap) {
        this.system = system;
        this.base = base.clone();
        this.rows = List.copyOf(rows);
        this.cap = cap;
    }

    /**
     * The most that the sum can be; of the negated sum, the least with its sign turned.
     *
     * @throws ProtectionException if nothing is proved in time
     */
    Bound highest(Sum sum) {
        int block = system.blockOf(sum);
        Asked question = asked.computeIfAbsent(block, this::ask);
        Map<MPVariable, Double> weights = new LinkedHashMap<>();
        for (int term = 0; term < sum.size(); term++) {
            weights.put(question.program.deviation(sum.atom(term)), sum.factor(term));
        }
        for (int round = 0; round < MOST_CUTS; round++) {
            while (question.cuts < cuts.size()) {
                question.program.add(cuts.get(question.cuts++));
            }
            BlockProgram.Solution solution = question.program.solve(weights);
            double[] world = new double[system.atoms()];
            for (int i = 0; i < question.atoms.length; i++) {
                world[question.atoms[i]] = solution.values()[i];
            }
            if (othersAgree(block, world)) {
                return new Bound(value(sum, world), cells(question.program.binding()));
            }
        }
        throw new ProtectionException("the attack did not come to an end");
    }

    /**
     * Finds a bound a second time, with another solver: what the first one ended with, and the cuts that it was given.
     *
     * @throws ProtectionException if the two disagree, or the other solver finds no bound
     */
    void requireSecondOpinion(Sum sum) {
        double first = highest(sum).value();
        Asked question = asked.computeIfAbsent(system.blockOf(sum), this::ask);
        double[] least =
                Arrays.stream(question.atoms).mapToDouble(system::known).toArray();
        double[] most = Arrays.stream(question.atoms)
                .mapToDouble(atom -> base[atom] + cap)
                .toArray();
        List<Knowledge.Row> all = new ArrayList<>(question.rows);
        all.addAll(cuts.subList(0, question.cuts));
        double second = new SecondOpinion(question.atoms, least, most, all).highest(sum);
        requireAgreement(first, second);
    }

    /**
     * Checks that two solvers found one bound.
     *
     * @throws ProtectionException if they did not
     */
    static void requireAgreement(double first, double second) {
        if (!(Math.abs(first - second) <= AGREE * Math.max(1, Math.abs(first)))) {
            throw new ProtectionException(
                    "two solvers disagree about a bound: %s and %s; nothing is proved safe".formatted(first, second));
        }
    }

    private static double value(Sum sum, double[] world) {
        double value = 0;
        for (int term = 0; term < sum.size(); term++) {
            value += sum.factor(term) * world[sum.atom(term)];
        }
        return value;
    }

    private boolean othersAgree(int block, double[] world) {
        boolean agree = true;
        for (int other = 1; other < system.blocks(); other++) {
            if (other != block) {
                BlockProgram program = answers.computeIfAbsent(other, this::answer);
                program.give(world);
                BlockProgram.Solution solution = program.solve(Map.of());
                if (solution.excess() > 0) {
                    Knowledge.Row cut = solution.cut(world);
                    cuts.add(cut);
                    causes.put(cut, cells(program.binding()));
                    agree = false;
                }
            }
        }
        return agree;
    }

    /** The shown cells that rows come from; of a cut, those that hold the answer back that it was made of. */
    private List<Integer> cells(List<Knowledge.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.source() == Knowledge.ALWAYS
                        ? causes.getOrDefault(row, List.of()).stream()
                        : Stream.of(row.source()))
                .distinct()
                .sorted()
                .toList();
    }

    private BlockProgram answer(int block) {
        return new BlockProgram(system, system.atomsOf(block), true, base, rowsOf(block), cap);
    }

    private Asked ask(int block) {
        List<Knowledge.Row> own = new ArrayList<>(rowsOf(CellSystem.WHOLES));
        int[] wholes = system.atomsOf(CellSystem.WHOLES);
        int[] atoms = wholes;
        if (block != CellSystem.WHOLES) {
            own.addAll(rowsOf(block));
            int[] parts = system.atomsOf(block);
            atoms = Arrays.copyOf(wholes, wholes.length + parts.length);
            System.arraycopy(parts, 0, atoms, wholes.length, parts.length);
            Arrays.stream(parts).mapToObj(system::bound).forEach(own::add);
        }
        return new Asked(new BlockProgram(system, atoms, false, base, own, cap), atoms, own);
    }

    private List<Knowledge.Row> rowsOf(int block) {
        return rows.stream().filter(row -> system.blockOf(row.sum()) == block).toList();
    }

    @Override
    public void close() {
        answers.values().forEach(BlockProgram::close);
        asked.values().forEach(question -> question.program.close());
    }
}
