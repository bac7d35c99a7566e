package org.reentryatlas.protect;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.reentryatlas.protect.PublicKnowledge.Line;

/**
 * A second attack on whole cities, written from the documentation alone: one linear programme of everything that is known, solved
 * by CLP, which the product does not use. It may split people, so it grants an attacker more worlds than there are; what it
 * calls a breach is one for certain.
 */
final class CityAudit {
    private static final double TOLERANCE = 1e-5;
    private static final int CAP = 2_000;

    /** A round of looking for worlds that show many things at once takes as long as looking for so many one by one. */
    private static final int WORTH_A_ROUND = 5;

    /** What must be possible: that a sum reaches a number. */
    private record Wanted(String about, Sum sum, double atLeast) {
        boolean isLarge() {
            return atLeast > 0;
        }

        double size() {
            return Math.max(1, Math.abs(atLeast));
        }
    }

    /** A hidden number, and the least and most of it in any world so far. */
    private static final class Width {
        private final String about;
        private final Sum sum;
        private double low;
        private double high;

        Width(String about, Sum sum, double truth) {
            this.about = about;
            this.sum = sum;
            this.low = truth;
            this.high = truth;
        }
    }

    /**
     * What is published.
     *
     * @param smallAreMarked whether hidden cells say that they are small
     */
    record Release(CellSystem system, List<Published> cells, Policy policy, boolean smallAreMarked) {
        Release {
            cells = List.copyOf(cells);
        }
    }

    private final CellSystem system;
    private final Release release;
    private final Policy policy;
    private final int most;
    private final List<String> breaches = new ArrayList<>();

    private CityAudit(Release release, int most) {
        this.release = release;
        this.system = release.system();
        this.policy = release.policy();
        this.most = most;
    }

    /** All that is given away of atoms and cells. */
    static List<String> breaches(Release release) {
        Loader.loadNativeLibraries();
        CityAudit audit = new CityAudit(release, Integer.MAX_VALUE);
        audit.attack(Attack.RULE_BLIND, false);
        audit.attack(Attack.RULE_AWARE, false);
        return audit.breaches;
    }

    /**
     * Whether anything is given away. The needs are left out at first: what is given away by the people alone is given away, and
     * that takes a programme of a seventh of the size.
     */
    static boolean isBroken(Release release) {
        Loader.loadNativeLibraries();
        CityAudit audit = new CityAudit(release, 1);
        for (boolean onlyPeople : new boolean[] {true, false}) {
            for (Attack attack : List.of(Attack.RULE_BLIND, Attack.RULE_AWARE)) {
                if (audit.breaches.isEmpty()) {
                    audit.attack(attack, onlyPeople);
                }
            }
        }
        return !audit.breaches.isEmpty();
    }

    private void attack(Attack attack, boolean onlyPeople) {
        List<Wanted> wanted = new ArrayList<>();
        List<Width> widths = new ArrayList<>();
        for (int atom = 0; atom < system.atoms(); atom++) {
            addAtom(atom, attack, wanted);
        }
        for (int cell = 0; cell < release.cells().size(); cell++) {
            if (release.cells().get(cell) instanceof Published.Hidden) {
                addCell(cell, attack, wanted, widths);
            }
        }
        if (onlyPeople) {
            wanted.removeIf(one -> system.blockOf(one.sum()) != CellSystem.WHOLES);
            widths.removeIf(width -> system.blockOf(width.sum) != CellSystem.WHOLES);
        }
        Attack known = release.smallAreMarked() ? Attack.RULE_AWARE : attack;
        try (Programme programme = new Programme(known, onlyPeople)) {
            wanted.removeIf(one -> one.sum().in(system.truth()) >= one.atLeast() - TOLERANCE);
            programme.showMany(wanted, widths);
            for (int i = 0; i < wanted.size() && breaches.size() < most; i++) {
                double highest = programme.highest(wanted.get(i).sum(), widths);
                if (highest < wanted.get(i).atLeast() - TOLERANCE) {
                    breaches.add("%s: %s reaches %.2f and not %.0f"
                            .formatted(
                                    attack.words(),
                                    wanted.get(i).about(),
                                    highest,
                                    wanted.get(i).atLeast()));
                }
            }
            for (int i = 0; i < widths.size() && breaches.size() < most; i++) {
                check(widths.get(i), programme, widths);
            }
        }
    }

    private void check(Width width, Programme programme, List<Width> widths) {
        int wide = policy.k() - 1;
        if (width.high - width.low < wide - TOLERANCE) {
            programme.highest(width.sum, widths);
        }
        if (width.high - width.low < wide - TOLERANCE) {
            programme.highest(width.sum.negated(), widths);
        }
        if (width.high - width.low < wide - TOLERANCE) {
            breaches.add("%s is hidden and lies in %.2f to %.2f".formatted(width.about, width.low, width.high));
        }
    }

    private void addAtom(int atom, Attack attack, List<Wanted> wanted) {
        int known = system.known(atom);
        int unknown = system.truth(atom) - known;
        if (unknown < 1 || unknown >= policy.k()) {
            return;
        }
        Sum itself = Sum.of(new int[] {atom}, 1);
        if (attack == Attack.RULE_BLIND) {
            wanted.add(new Wanted("atom " + atom, itself, known + policy.k() + policy.knownMembers()));
        } else {
            addAnyOfTheSmall("atom " + atom, itself, known, wanted);
        }
    }

    private void addCell(int index, Attack attack, List<Wanted> wanted, List<Width> widths) {
        Cell cell = system.cells().get(index);
        Facts facts = cell.facts();
        Sum count = system.count(index);
        boolean isSmall = PublicKnowledge.isSmall(cell, policy);
        if (attack == Attack.RULE_BLIND && !isSmall) {
            widths.add(new Width(cell.id(), count, facts.count()));
        }
        if (!PublicKnowledge.isHiddenByRule(cell, policy) || facts.count() == facts.groupQuarters()) {
            return;
        }
        if (attack == Attack.RULE_AWARE && isSmall) {
            addAnyOfTheSmall(cell.id(), count, facts.groupQuarters(), wanted);
        } else if (attack == Attack.RULE_BLIND) {
            int insider = Math.max(facts.largestAddress(), policy.knownMembers());
            wanted.add(new Wanted(cell.id(), count, policy.k() + insider + facts.groupQuarters()));
            if (facts.others().isPresent() && facts.others().getAsInt() < policy.k()) {
                wanted.add(new Wanted("others than " + cell.id(), system.others(index), policy.k()));
            }
        }
    }

    private void addAnyOfTheSmall(String about, Sum sum, int known, List<Wanted> wanted) {
        wanted.add(new Wanted(about, sum, known + policy.k() - 1));
        wanted.add(new Wanted("the fewest of " + about, sum.negated(), -(known + 1.0)));
    }

    /** Worlds as deviations from the truth: in absolute numbers some solvers call possible worlds impossible. */
    private final class Programme implements AutoCloseable {
        private final MPSolver solver = MPSolver.createSolver("CLP");
        private final MPVariable[] deviation = new MPVariable[system.atoms()];

        Programme(Attack known, boolean onlyPeople) {
            for (int atom = 0; atom < deviation.length; atom++) {
                deviation[atom] = solver.makeNumVar(-system.truth(atom), CAP, "");
            }
            PublicKnowledge.lines(system, release.cells(), policy, known).stream()
                    .filter(line -> !onlyPeople
                            || IntStream.range(0, line.size()).noneMatch(term -> system.isPart(line.atom(term))))
                    .forEach(this::add);
        }

        private void add(Line line) {
            double there = 0;
            MPConstraint row = solver.makeConstraint();
            for (int term = 0; term < line.size(); term++) {
                there += line.sign(term) * (double) system.truth(line.atom(term));
                row.setCoefficient(deviation[line.atom(term)], line.sign(term));
            }
            row.setBounds(line.low() - there, line.high() - there);
        }

        /** Takes out what worlds show that are good for many at once: what is to be large counts until it is reached. */
        void showMany(List<Wanted> wanted, List<Width> widths) {
            Map<Wanted, MPVariable> reached = new HashMap<>();
            wanted.stream().filter(Wanted::isLarge).forEach(one -> reached.put(one, share(one)));
            int before = Integer.MAX_VALUE;
            while (before - wanted.size() >= WORTH_A_ROUND) {
                before = wanted.size();
                solver.objective().clear();
                wanted.stream().filter(one -> !one.isLarge()).forEach(one -> push(one.sum(), 1));
                solveFor(wanted, widths);
                solver.objective().clear();
                for (Wanted one : wanted) {
                    MPVariable share = reached.get(one);
                    if (share != null) {
                        solver.objective().setCoefficient(share, 1);
                    }
                }
                solveFor(wanted, widths);
                // What stays furthest from what is wanted is looked at first: most likely nothing shows it.
                wanted.sort(Comparator.comparingDouble(one -> (value(one.sum()) - one.atLeast()) / one.size()));
            }
        }

        /** How much of what is to be large is reached. */
        private MPVariable share(Wanted one) {
            MPVariable share = solver.makeNumVar(0, 1, "");
            MPConstraint row = solver.makeConstraint(-one.sum().in(system.truth()), Double.POSITIVE_INFINITY);
            for (int term = 0; term < one.sum().size(); term++) {
                row.setCoefficient(deviation[one.sum().atom(term)], one.sum().factor(term));
            }
            row.setCoefficient(share, -one.atLeast());
            return share;
        }

        private void solveFor(List<Wanted> wanted, List<Width> widths) {
            solve(widths);
            wanted.removeIf(one -> value(one.sum()) >= one.atLeast() - TOLERANCE);
        }

        double highest(Sum sum, List<Width> widths) {
            solver.objective().clear();
            push(sum, 1);
            solve(widths);
            return value(sum);
        }

        private void push(Sum sum, double weight) {
            for (int term = 0; term < sum.size(); term++) {
                MPVariable variable = deviation[sum.atom(term)];
                double before = solver.objective().getCoefficient(variable);
                solver.objective().setCoefficient(variable, before + weight * sum.factor(term));
            }
        }

        private void solve(List<Width> widths) {
            solver.objective().setMaximization();
            MPSolver.ResultStatus status = solver.solve();
            if (status != MPSolver.ResultStatus.OPTIMAL) {
                throw new AssertionError("the auditing solver ended with " + status);
            }
            for (Width width : widths) {
                width.low = Math.min(width.low, value(width.sum));
                width.high = Math.max(width.high, value(width.sum));
            }
        }

        private double value(Sum sum) {
            double value = sum.in(system.truth());
            for (int term = 0; term < sum.size(); term++) {
                value += sum.factor(term) * deviation[sum.atom(term)].solutionValue();
            }
            return value;
        }

        @Override
        public void close() {
            solver.delete();
        }
    }
}
