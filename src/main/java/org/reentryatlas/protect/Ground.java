package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes over the ground piece by piece and looks for worlds that meet many demands at once. */
final class Ground {
    /** How many wholes a piece of ground has, in the first try and in the next. */
    private static final int[] SIZES = {60, 200, Integer.MAX_VALUE};

    /** How far above the base an atom may be thought to go, in k; a cap can only narrow what an attacker is granted. */
    static final int REACH = 8;

    /** How often progress is told, in demands. */
    private static final int STEP = 1_000;

    private final CellSystem system;
    private final Policy policy;
    private final Witnesses witnesses;
    private final Consumer<String> progress;
    private final Neighbourhood neighbourhood;
    private final ComplementarySuppression complementary;

    Ground(CellSystem system, Policy policy, Witnesses witnesses, Consumer<String> progress) {
        this.system = system;
        this.policy = policy;
        this.witnesses = witnesses;
        this.progress = progress;
        this.neighbourhood = new Neighbourhood(system);
        this.complementary = new ComplementarySuppression(system, policy, neighbourhood);
    }

    /** Looks on all ground at once for worlds that meet many demands. */
    void sweep(Attack attack, List<Knowledge.Row> rows) {
        BitSet all = new BitSet();
        all.set(0, system.atoms());
        try (LocalSearch search =
                new LocalSearch(system, system.truth(), attack, rows, all, witnesses.open(attack), witnesses, cap())) {
            search.sweep();
        }
    }

    private double cap() {
        return REACH * (double) policy.k();
    }

    void tell(Attack attack, int done, int all) {
        if (done % STEP == 0) {
            progress.accept("%s attack: %,d of %,d demands".formatted(attack.words(), done, all));
        }
    }

    /** Looks around an open demand for worlds that meet it, and others on the way, on more and more ground. */
    void search(int demand, List<Knowledge.Row> rows) {
        neighbourhood
                .growing(witnesses.demands().get(demand).sum(), SIZES)
                .takeWhile(wholes -> witnesses.isOpen(demand))
                .forEach(wholes -> search(demand, rows, neighbourhood.withParts(wholes)));
    }

    private void search(int demand, List<Knowledge.Row> rows, BitSet free) {
        Demand wanted = witnesses.demands().get(demand);
        List<Integer> here = new ArrayList<>();
        for (int other : witnesses.open(wanted.attack())) {
            if (witnesses.demands().get(other).sum().isWithin(free)) {
                here.add(other);
            }
        }
        List<Knowledge.Row> all = new ArrayList<>(rows);
        all.addAll(wanted.rows(system));
        try (LocalSearch search =
                new LocalSearch(system, system.truth(), wanted.attack(), all, free, here, witnesses, cap())) {
            search.run(demand);
        }
    }

    /** A world of whole people that meets the demand and contradicts no row, if there is one. */
    Optional<int[]> witness(Demand demand, List<Knowledge.Row> rows) {
        return complementary.witness(demand, rows);
    }

    /** The cheapest cells to hide, and a world that meets the demand when they are. */
    Optional<ComplementarySuppression.Remedy> remedy(int demand, List<Knowledge.Row> rows) {
        return complementary.remedy(witnesses.demands().get(demand), rows);
    }
}
