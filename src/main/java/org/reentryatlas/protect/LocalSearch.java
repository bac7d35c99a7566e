package org.reentryatlas.protect;

import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Looks on a small piece of ground for worlds that meet many demands at once, everything else being as in the base world.
 * Linear programmes push towards all open demands of the ground together: first that of the wholes, which also makes room
 * for the parts, and then for each need that of its parts, among the wholes that were found. What they split is settled
 * into whole people.
 */
final class LocalSearch implements AutoCloseable {
    private static final int MOST_ROUNDS = 40;

    /** After so many rounds in a row that met nothing, one by one is faster. */
    private static final int POOR_ROUNDS = 2;

    /** On more atoms than this only demands of one need are pursued at a time; the others find theirs on less ground. */
    private static final int SMALL = 1_000;

    /** What a person less is worth, beside a demand for many, where a demand asks for few. */
    private static final double FEWER = 0.1;

    /** What room for one demand of a part is worth, beside a demand of a whole. */
    private static final double ROOM = 0.3;

    private static final int ALL = -1;
    private static final int NONE = -2;

    /** A sweep ends when a world meets fewer than one in so many demands. */
    private static final int FEW = 500;

    /** Fixes the order in which equally good worlds are looked at, so that a run can be repeated. */
    private static final long SEED = 11;

    private final CellSystem system;
    private final int[] base;
    private final Attack attack;
    private final Witnesses witnesses;
    private final List<Integer> here;
    private final Piece piece;
    private final Map<Integer, MPVariable> goals = new HashMap<>();
    private final Map<Integer, MPVariable> room = new HashMap<>();
    private final boolean isSmall;
    private final BitSet prepared = new BitSet();
    private final BitSet staying = new BitSet();
    /** Blocks whose parts are not moved at all, which saves their programmes. */
    private final BitSet resting = new BitSet();

    private int focus = ALL;
    private final Random random = new Random(SEED);

    /**
     * A search.
     *
     * @param base a world of whole people that agrees with the rows
     * @param rows what the attacker knows
     * @param free atoms that may differ from the base: some wholes and all their parts
     * @param here demands of the attack that are about free atoms only
     * @param cap how far above the base an atom may go
     */
    LocalSearch(
            CellSystem system,
            int[] base,
            Attack attack,
            List<Knowledge.Row> rows,
            BitSet free,
            List<Integer> here,
            Witnesses witnesses,
            double cap) {
        this.system = system;
        this.base = base;
        this.attack = attack;
        this.witnesses = witnesses;
        this.here = here;
        this.isSmall = free.cardinality() <= SMALL;
        this.piece = new Piece(system, base, rows, free, cap);
    }

    /** The programme of a block, with a goal for each demand of the block that asks for many. */
    private LocalProgram program(int block) {
        LocalProgram program = piece.program(block);
        if (!prepared.get(block)) {
            prepared.set(block);
            for (int demand : here) {
                Demand wanted = witnesses.demands().get(demand);
                if (system.blockOf(wanted.sum()) == block && wanted.asksForMany() && isPlain(wanted.sum())) {
                    goals.put(demand, program.addGoal(wanted.sum(), wanted.atLeast()));
                }
            }
        }
        return program;
    }

    /** Whether the sum is about one block; how many of an area are left out by a need is met one by one. */
    private boolean isPlain(Sum sum) {
        return system.blockOf(sum) == CellSystem.WHOLES || !system.hasWholes(sum);
    }

    /** Searches for worlds that meet many demands, of all needs, while there are new ones. */
    void sweep() {
        int poor = 0;
        for (int round = 0; round < MOST_ROUNDS && poor < POOR_ROUNDS; round++) {
            poor = find(round % 2 == 0) > here.size() / FEW ? 0 : poor + 1;
        }
    }

    /** Searches for a world that meets the demand whose rows were given, and while that brings something new, for more. */
    void run(int demand) {
        Demand wanted = witnesses.demands().get(demand);
        focus = isSmall ? ALL : system.blockOf(wanted.sum());
        if (focus != ALL) {
            resting.set(CellSystem.WHOLES + 1, system.blocks());
            resting.clear(focus);
            find(wanted.asksForMany());
            resting.clear();
            if (!witnesses.isOpen(demand)) {
                return;
            }
        }
        int poor = 0;
        for (int round = 0; round < MOST_ROUNDS && poor < POOR_ROUNDS; round++) {
            boolean many = (round % 2 == 0) == wanted.asksForMany();
            boolean isNew = find(many) > 0;
            if (witnesses.isOpen(demand) || focus != ALL) {
                return;
            }
            poor = isNew ? 0 : poor + 1;
        }
    }

    /**
     * Looks for one world and gives how many open demands it meets. Needs whose parts find no place among the wholes keep
     * them as they are from then on, and the wholes keep room for them.
     */
    private int find(boolean many) {
        while (true) {
            int[] world = base.clone();
            BitSet fixed = (BitSet) staying.clone();
            fixed.or(resting);
            if (!piece.placeWholes(weights(CellSystem.WHOLES, many), fixed, world)) {
                return 0;
            }
            int stuck = placeParts(many, world);
            if (stuck == NONE) {
                return witnesses.offer(world, attack, here);
            }
            if (stuck == focus || staying.get(stuck)) {
                return 0;
            }
            staying.set(stuck);
        }
    }

    /** Writes people for all parts, those of the need in focus first; gives a block whose parts find no place. */
    private int placeParts(boolean many, int[] world) {
        if (focus > CellSystem.WHOLES && !piece.placeParts(focus, weights(focus, many), world)) {
            return focus;
        }
        // The weights are drawn in order; the programmes share nothing and may run at once, which changes no result.
        int[] moving = IntStream.range(CellSystem.WHOLES + 1, system.blocks())
                .filter(block -> block != focus && !resting.get(block))
                .toArray();
        List<Map<MPVariable, Double>> weights =
                Arrays.stream(moving).mapToObj(block -> weights(block, many)).toList();
        return IntStream.range(0, moving.length)
                .parallel()
                .filter(i -> !piece.placeParts(moving[i], weights.get(i), world))
                .map(i -> moving[i])
                .min()
                .orElse(NONE);
    }

    /** Of a block: its open demands for many, or for few, with weights that differ a little each time. */
    private Map<MPVariable, Double> weights(int block, boolean many) {
        Map<MPVariable, Double> weights = new HashMap<>();
        LocalProgram program = program(block);
        for (int demand : here) {
            Demand wanted = witnesses.demands().get(demand);
            int about = system.blockOf(wanted.sum());
            boolean counts = focus == ALL || about == focus;
            if (!counts || !witnesses.isOpen(demand) || wanted.asksForMany() != many) {
                continue;
            }
            double weight = 1 + 0.2 * random.nextDouble();
            MPVariable goal = goals.get(demand);
            if (about == block && goal != null) {
                weights.put(goal, weight);
            } else if (about == block && !many) {
                program.weigh(wanted.sum(), FEWER * weight, weights);
            } else if (about != block
                    && block == CellSystem.WHOLES
                    && many
                    && wanted.sum().size() == 1) {
                addRoom(wanted, weight, weights);
            }
        }
        return weights;
    }

    /** A part can reach its number only where its whole does. */
    private void addRoom(Demand wanted, double weight, Map<MPVariable, Double> weights) {
        LocalProgram wholes = piece.program(CellSystem.WHOLES);
        Sum whole = Sum.of(new int[] {system.wholeOf(wanted.sum().atom(0))}, 1);
        if (whole.in(base) < wanted.atLeast()) {
            MPVariable goal = room.computeIfAbsent(whole.atom(0), atom -> wholes.addGoal(whole, wanted.atLeast()));
            weights.merge(goal, ROOM * weight, Double::sum);
        }
    }

    @Override
    public void close() {
        piece.close();
    }
}
