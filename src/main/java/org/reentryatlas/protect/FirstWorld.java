package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds some world of whole people that agrees with everything published, for an attacker who has none to start from. */
final class FirstWorld {
    private static final int MOST_TRIES = 200;

    /** Above any count: an outsider knows no base from which atoms could be capped. */
    private static final double CAP = 1_000_000;

    private final CellSystem system;
    private final List<Knowledge.Row> rows;

    FirstWorld(CellSystem system, List<Knowledge.Row> rows) {
        this.system = system;
        this.rows = new ArrayList<>(rows);
    }

    /**
     * A world, by atom.
     *
     * @throws ProtectionException if none is found: what is published contradicts itself, or the search is not good enough
     */
    int[] find() {
        int[] nobody = new int[system.atoms()];
        List<BlockProgram> programs = new ArrayList<>();
        try {
            for (int block = 0; block < system.blocks(); block++) {
                programs.add(new BlockProgram(system, system.atomsOf(block), true, nobody, rowsOf(block), CAP));
            }
            return find(programs);
        } finally {
            programs.forEach(BlockProgram::close);
        }
    }

    private int[] find(List<BlockProgram> programs) {
        BlockProgram wholes = programs.get(CellSystem.WHOLES);
        int[] world = new int[system.atoms()];
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            BlockProgram.Solution people = wholes.solve(Map.of());
            if (people.excess() > 0) {
                throw new ProtectionException("what is published contradicts itself");
            }
            settle(CellSystem.WHOLES, people.values(), world);
            List<Knowledge.Row> cuts = new ArrayList<>();
            double[] given = Arrays.stream(world).asDoubleStream().toArray();
            for (int block = 1; block < programs.size(); block++) {
                programs.get(block).give(given);
                BlockProgram.Solution parts = programs.get(block).solve(Map.of());
                if (parts.excess() > 0) {
                    cuts.add(parts.cut(given));
                } else if (cuts.isEmpty()) {
                    settle(block, parts.values(), world);
                }
            }
            if (cuts.isEmpty()) {
                return world;
            }
            cuts.forEach(wholes::add);
            rows.addAll(cuts);
        }
        throw new ProtectionException("no world was found that agrees with what is published");
    }

    private void settle(int block, double[] values, int[] world) {
        int[] atoms = system.atomsOf(block);
        List<Knowledge.Row> own = Stream.concat(
                        rowsOf(block).stream(),
                        IntStream.of(atoms).filter(system::isPart).mapToObj(system::bound))
                .toList();
        if (!new WholePeople(system, atoms, own).settleAnyhow(values, world)) {
            throw new ProtectionException("no world of whole people was found that agrees with what is published");
        }
    }

    private List<Knowledge.Row> rowsOf(int block) {
        return rows.stream().filter(row -> system.blockOf(row.sum()) == block).toList();
    }
}
