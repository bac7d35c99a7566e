package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Goes over the ground piece by piece and looks for worlds that meet many demands at once. */
final class Ground {
    /** How many wholes a piece of ground has, in the first try and in the next. */
    private static final int[] SIZES = {60, 200, 500, Integer.MAX_VALUE};

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

    /**
     * Looks around each open demand for worlds that meet it. Two that are far apart are looked at side by side, and what they
     * found is put together in a fixed order, so that every run gives the same.
     *
     * @param rows what the attacker knows, asked for anew each time
     * @param unmet is told the demands for which no world was found
     */
    void searchAll(Attack attack, List<Integer> open, Supplier<List<Knowledge.Row>> rows, IntConsumer unmet) {
        int middle = (open.size() + 1) / 2;
        int told = 0;
        for (int near = 0, far = middle; near < middle || far < open.size(); near++, far++) {
            near = nextOpen(open, near, middle);
            far = nextOpen(open, far, open.size());
            int done = near + far - middle;
            if (done / STEP >= told) {
                progress.accept("%s attack: %,d of %,d demands".formatted(attack.words(), done, open.size()));
                told = done / STEP + 1;
            }
            List<Integer> pair = new ArrayList<>();
            if (near < middle) {
                pair.add(open.get(near));
            }
            if (far < open.size()) {
                pair.add(open.get(far));
            }
            searchBeside(pair, rows.get());
            pair.stream().filter(witnesses::isOpen).forEach(unmet::accept);
        }
    }

    private int nextOpen(List<Integer> demands, int from, int to) {
        int next = from;
        while (next < to && !witnesses.isOpen(demands.get(next))) {
            next++;
        }
        return Math.min(next, to);
    }

    private void searchBeside(List<Integer> demands, List<Knowledge.Row> rows) {
        List<Witnesses> forks = demands.stream().map(demand -> witnesses.fork()).toList();
        IntStream.range(0, demands.size()).parallel().forEach(i -> search(demands.get(i), rows, forks.get(i)));
        forks.forEach(witnesses::join);
    }

    /** Looks around an open demand for worlds that meet it, and others on the way, on more and more ground. */
    void search(int demand, List<Knowledge.Row> rows) {
        search(demand, rows, witnesses);
    }

    private void search(int demand, List<Knowledge.Row> rows, Witnesses found) {
        neighbourhood
                .growing(found.demands().get(demand).sum(), SIZES)
                .takeWhile(wholes -> found.isOpen(demand))
                .forEach(wholes -> search(demand, rows, neighbourhood.withParts(wholes), found));
    }

    private void search(int demand, List<Knowledge.Row> rows, BitSet free, Witnesses found) {
        Demand wanted = found.demands().get(demand);
        List<Integer> here = new ArrayList<>();
        for (int other : found.open(wanted.attack())) {
            if (found.demands().get(other).sum().isWithin(free)) {
                here.add(other);
            }
        }
        List<Knowledge.Row> all = new ArrayList<>(rows);
        all.addAll(wanted.rows(system));
        try (LocalSearch search =
                new LocalSearch(system, system.truth(), wanted.attack(), all, free, here, found, cap())) {
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
