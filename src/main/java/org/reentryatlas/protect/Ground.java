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

    /** So many demands are looked at side by side, on any machine, since the worlds that are found depend on it. */
    private static final int BESIDE = 8;

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
     * Looks around each open demand for worlds that meet it. Some that are far apart are looked at side by side, and what they
     * found is put together in a fixed order, so that every run gives the same.
     *
     * @param rows what the attacker knows, asked for anew each time
     * @param unmet is told the demands for which no world was found
     */
    void searchAll(Attack attack, List<Integer> open, Supplier<List<Knowledge.Row>> rows, IntConsumer unmet) {
        List<Integer> spread = spread(open);
        int told = 0;
        for (int at = 0; at < spread.size(); ) {
            if (at / STEP >= told) {
                progress.accept("%s attack: %,d of %,d demands".formatted(attack.words(), at, spread.size()));
                told = at / STEP + 1;
            }
            List<Integer> beside = new ArrayList<>();
            for (; at < spread.size() && beside.size() < BESIDE; at++) {
                if (witnesses.isOpen(spread.get(at))) {
                    beside.add(spread.get(at));
                }
            }
            searchBeside(beside, rows.get());
            beside.stream().filter(witnesses::isOpen).forEach(unmet::accept);
        }
    }

    /** Neighbours in the list are neighbours on the ground, and a world for one is often one for the next: they are parted. */
    private static List<Integer> spread(List<Integer> demands) {
        int apart = (demands.size() + BESIDE - 1) / BESIDE;
        List<Integer> spread = new ArrayList<>();
        for (int first = 0; first < apart; first++) {
            for (int at = first; at < demands.size(); at += apart) {
                spread.add(demands.get(at));
            }
        }
        return spread;
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
