package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes over the ground piece by piece and looks for worlds that meet many demands at once. */
final class Ground {
    /** How many wholes a piece of ground has. */
    private static final int SIZE = 60;

    /** Fewer open demands than this on a piece of ground are met one by one. */
    private static final int FEW = 8;

    /** How far above the base an atom may be thought to go, in k; a cap can only narrow what an attacker is granted. */
    private static final int REACH = 8;

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

    /** Looks around every open demand. */
    void search(Attack attack, List<Knowledge.Row> rows) {
        List<Integer> open = witnesses.open(attack);
        for (int i = 0; i < open.size(); i++) {
            tell(attack, i, open.size());
            if (witnesses.isOpen(open.get(i))) {
                searchAround(open.get(i), rows);
            }
        }
    }

    void tell(Attack attack, int done, int all) {
        if (done % STEP == 0) {
            progress.accept("%s attack: %,d of %,d demands".formatted(attack.words(), done, all));
        }
    }

    /** Looks on the ground around a demand for worlds that meet it and others. */
    void searchAround(int demand, List<Knowledge.Row> rows) {
        Demand wanted = witnesses.demands().get(demand);
        BitSet free = neighbourhood.around(wanted.sum(), SIZE);
        List<Integer> here = new ArrayList<>();
        for (int other : witnesses.open(wanted.attack())) {
            if (witnesses.demands().get(other).sum().isWithin(free)) {
                here.add(other);
            }
        }
        if (here.size() >= FEW) {
            double cap = REACH * (double) policy.k();
            try (LocalSearch search =
                    new LocalSearch(system, system.truth(), wanted.attack(), rows, free, here, witnesses, cap)) {
                search.run();
            }
        }
    }

    /** A world of whole people that meets the demand and contradicts no row, if there is one. */
    Optional<int[]> witness(Demand demand, List<Knowledge.Row> rows) {
        return complementary.witness(demand, rows);
    }

    /** The cheapest cells to hide, and a world that meets the demand when they are. */
    ComplementarySuppression.Remedy remedy(int demand, List<Knowledge.Row> rows) {
        return complementary.remedy(witnesses.demands().get(demand), rows);
    }
}
