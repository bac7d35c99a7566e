package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Somebody with all that is published, the rules and a solver, and nothing else. Tries to prove of every atom and every
 * hidden cell that it holds between 1 and k-1 people. Where a world exists in which it holds k, or one in which it holds
 * nobody, nothing is proved; the rest is bounded exactly.
 */
public final class Outsider {
    /** Far above any count, and near enough for a solver. */
    static final double CAP = 10_000;

    /** What can be said of an atom or a cell that cannot hold k people besides those whom the attacker knows. */
    public enum Verdict {
        /** Nobody need be there. */
        MAY_BE_EMPTY,
        /** It holds k people for certain, and so has nothing to hide. */
        LARGE,
        /** Somebody is there for certain, and not k people: a breach. */
        PROVED,
        /** Linear bounds leave a number open of which no world of whole people was found: not shown to be safe. */
        UNDECIDED
    }

    /**
     * What was found out about an atom or a cell.
     *
     * @param low fewest people it can hold
     * @param high most people it can hold
     * @param blame ids of the shown cells that hold the upper bound down
     */
    public record Finding(String about, Verdict verdict, double low, double high, List<String> blame) {
        public Finding {
            blame = List.copyOf(blame);
        }
    }

    /**
     * The attack's result.
     *
     * @param examined atoms and hidden cells
     * @param unasked those of them that some world leaves empty, so that nothing can be proved, and that were not bounded
     * @param bounded those of them that cannot hold k people besides those whom the attacker knows, or are undecided
     */
    public record Report(int examined, int unasked, List<Finding> bounded) {
        public Report {
            bounded = List.copyOf(bounded);
        }

        /** The findings of a verdict. */
        public List<Finding> of(Verdict verdict) {
            return bounded.stream()
                    .filter(finding -> finding.verdict() == verdict)
                    .toList();
        }

        /** Whether nothing was proved, and nothing left undecided. */
        public boolean isSafe() {
            return of(Verdict.PROVED).isEmpty() && of(Verdict.UNDECIDED).isEmpty();
        }

        /** The lowest upper bound of somewhere that may be empty and may be not. */
        public Optional<Finding> tightest() {
            return of(Verdict.MAY_BE_EMPTY).stream()
                    .filter(finding -> finding.high() >= 1)
                    .min(Comparator.comparingDouble(Finding::high));
        }
    }

    private final CellSystem system;
    private final List<Published> published;
    private final Policy policy;
    private final Consumer<String> progress;
    private final List<Knowledge.Row> rows;

    /**
     * An attack.
     *
     * @param skeleton atoms and cells; what people they hold is not looked at
     * @param published what stands in each cell
     */
    public Outsider(CellSystem skeleton, List<Published> published, Policy policy, Consumer<String> progress) {
        this(published, firstWorld(skeleton, published, policy, progress), policy, progress);
    }

    private Outsider(List<Published> published, CellSystem system, Policy policy, Consumer<String> progress) {
        this.published = List.copyOf(published);
        this.policy = policy;
        this.progress = progress;
        this.system = system;
        this.rows = Knowledge.ofOutsider(system, published, policy);
    }

    private static CellSystem firstWorld(
            CellSystem skeleton, List<Published> published, Policy policy, Consumer<String> progress) {
        CellSystem nobody = skeleton.over(new int[skeleton.atoms()]);
        progress.accept("looking for a world that agrees with everything published");
        return nobody.over(new FirstWorld(nobody, Knowledge.ofOutsider(nobody, published, policy)).find());
    }

    /** The same attack by somebody who starts from the truth, which saves looking for a world, and proves no more. */
    public static Outsider within(
            CellSystem truth, List<Published> published, Policy policy, Consumer<String> progress) {
        return new Outsider(published, truth.over(truth.truth()), policy, progress);
    }

    /**
     * Attacks.
     *
     * @param knownMembers people of each area whom the attacker knows already
     * @throws ProtectionException if a solver ends without a proof: then nothing is proved safe
     */
    public Report attack(int knownMembers) {
        return attack(knownMembers, List.of());
    }

    /**
     * Attacks what some worlds leave open. Where one of them, or one that the attack comes upon, holds nobody, nothing can be
     * proved, and no bound is looked for; only hidden cells are bounded all the same where no world is given.
     *
     * @param worlds that agree with everything published
     */
    public Report attack(int knownMembers, List<World> worlds) {
        List<Demand> demands = demands(policy.k() + (double) knownMembers);
        Witnesses witnesses = new Witnesses(demands);
        Ground ground = new Ground(system, policy, witnesses, progress);
        witnesses.offer(system.truth(), Attack.RULE_BLIND);
        if (worlds.isEmpty()) {
            ground.sweep(Attack.RULE_BLIND, rows);
        }
        worlds.forEach(world -> witnesses.offer(world.people(), Attack.RULE_BLIND));
        List<Finding> bounded = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        int unasked = 0;
        try (Bounds bounds = new Bounds(system, system.truth(), rows, CAP)) {
            for (int index : witnesses.open(Attack.RULE_BLIND)) {
                Demand demand = demands.get(index);
                boolean isAsked = worlds.isEmpty() && index >= system.atoms();
                if (!isAsked && (isEmptyIn(worlds, demand) || isEmptyIn(witnesses.worlds(), demand))) {
                    unasked++;
                } else {
                    open.add(index);
                }
            }
            ground.searchAll(
                    Attack.RULE_BLIND,
                    open,
                    () -> rows,
                    index -> examine(index, ground, witnesses, bounds).ifPresent(bounded::add));
            if (worlds.isEmpty()) {
                progress.accept("asking a second solver about a sample of the bounds");
                sample().forEach(bounds::requireSecondOpinion);
            }
        }
        // What was found possible rests on these worlds; they are held against everything published once more.
        Verifier verifier = new Verifier(system, policy);
        witnesses.worlds().forEach(world -> verifier.requirePossible(world.people(), rows, "a world that was found"));
        return new Report(demands.size(), unasked, bounded);
    }

    /** Whether one of the worlds, or the one that the attack starts from, shows that nobody need be there. */
    private boolean isEmptyIn(List<World> worlds, Demand demand) {
        return demand.sum().in(system.truth()) <= 0
                || worlds.stream().anyMatch(world -> world.value(demand.sum()) <= 0);
    }

    /** Whether a world was found, by linear programmes, that meets the demand. */
    private boolean isFound(int index, Ground ground, Witnesses witnesses) {
        ground.search(index, rows);
        return !witnesses.isOpen(index);
    }

    /** What can be said of a demand for which no world was found so; nothing if there is one after all. */
    private Optional<Finding> examine(int index, Ground ground, Witnesses witnesses, Bounds bounds) {
        Demand demand = witnesses.demands().get(index);
        Bounds.Bound high = bounds.highest(demand.sum());
        boolean mayBeMany = high.value() >= demand.atLeast() - Solvers.TOLERANCE;
        Demand nobody =
                new Demand(Attack.RULE_BLIND, demand.about(), demand.sum().negated(), 0);
        witnesses.add(nobody);
        boolean mayBeEmpty = isEmptyIn(witnesses.worlds(), demand)
                || isFound(witnesses.demands().size() - 1, ground, witnesses);
        // Where nobody need be there, nothing can be proved, and it is not worth a whole-number programme to see more.
        if (mayBeMany && !mayBeEmpty && isSettled(demand, ground, witnesses)) {
            return Optional.empty();
        }
        double low = 0;
        Verdict verdict = mayBeMany && !mayBeEmpty ? Verdict.UNDECIDED : Verdict.MAY_BE_EMPTY;
        if (!mayBeMany && !mayBeEmpty) {
            // The negative of zero is printed with its sign; zero less it is not.
            low = 0.0 - bounds.highest(nobody.sum()).value();
            verdict = verdict(low, () -> isSettled(nobody, ground, witnesses));
        }
        List<String> blame =
                high.blame().stream().map(cell -> system.cells().get(cell).id()).toList();
        return Optional.of(new Finding(demand.about(), verdict, low, high.value(), blame));
    }

    private Verdict verdict(double low, BooleanSupplier mayBeEmpty) {
        if (low >= policy.k() - Solvers.TOLERANCE) {
            return Verdict.LARGE;
        }
        if (low > Solvers.TOLERANCE) {
            return Verdict.PROVED;
        }
        return mayBeEmpty.getAsBoolean() ? Verdict.MAY_BE_EMPTY : Verdict.UNDECIDED;
    }

    /** Whether a whole-number programme finds a world that meets the demand. */
    private boolean isSettled(Demand demand, Ground ground, Witnesses witnesses) {
        Optional<int[]> world = ground.witness(demand, rows);
        world.ifPresent(found -> witnesses.offer(found, Attack.RULE_BLIND));
        return world.isPresent();
    }

    /** Of each block the first hidden cell. */
    private Collection<Sum> sample() {
        Map<Integer, Sum> first = new TreeMap<>();
        for (int cell = 0; cell < published.size(); cell++) {
            if (published.get(cell) instanceof Published.Hidden) {
                Sum count = system.count(cell);
                first.putIfAbsent(system.blockOf(count), count);
            }
        }
        return first.values();
    }

    private List<Demand> demands(double atLeast) {
        List<Demand> demands = new ArrayList<>();
        for (int atom = 0; atom < system.atoms(); atom++) {
            demands.add(new Demand(Attack.RULE_BLIND, "atom " + atom, Sum.of(new int[] {atom}, 1), atLeast));
        }
        for (int cell = 0; cell < published.size(); cell++) {
            if (published.get(cell) instanceof Published.Hidden) {
                demands.add(
                        new Demand(Attack.RULE_BLIND, system.cells().get(cell).id(), system.count(cell), atLeast));
            }
        }
        return demands;
    }
}
