package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the documentation says an attacker knows, written down a second time so that the defender's idea of it is not taken on
 * trust: a sum of atoms with signs lies between two numbers.
 */
final class PublicKnowledge {
    /** Above any count of a test. */
    static final int MANY = 1_000_000;

    /** A signed sum of atoms lies in {@code low..high}. */
    static final class Line {
        private final int[] atoms;
        private final int[] signs;
        private final int low;
        private final int high;

        private Line(int[] atoms, int[] signs, int low, int high) {
            this.atoms = atoms;
            this.signs = signs;
            this.low = low;
            this.high = high;
        }

        int size() {
            return atoms.length;
        }

        int atom(int term) {
            return atoms[term];
        }

        int sign(int term) {
            return signs[term];
        }

        int low() {
            return low;
        }

        int high() {
            return high;
        }

        static Line of(Sum sum, int low, int high) {
            int[] atoms = IntStream.range(0, sum.size()).map(sum::atom).toArray();
            int[] signs = IntStream.range(0, sum.size())
                    .map(term -> (int) Math.rint(sum.factor(term)))
                    .toArray();
            return new Line(atoms, signs, low, high);
        }

        /** Which atoms it sums, with their signs: atom and sign in turns, by atom. */
        List<Integer> terms() {
            return IntStream.range(0, atoms.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(term -> atoms[term]))
                    .flatMap(term -> Stream.of(atoms[term], signs[term]))
                    .toList();
        }

        /** The same line about the sum with its signs turned. */
        Line turned() {
            return new Line(atoms, Arrays.stream(signs).map(sign -> -sign).toArray(), -high, -low);
        }

        /** Both lines, which are about the same sum. */
        Line and(Line other) {
            return new Line(atoms, signs, Math.max(low, other.low), Math.min(high, other.high));
        }

        /** What follows from this line and another that shares atoms with it; nothing where an atom would count double. */
        Optional<Line> less(Line other) {
            int[] sum = new int
                    [1
                            + IntStream.concat(Arrays.stream(atoms), Arrays.stream(other.atoms))
                                    .max()
                                    .orElse(0)];
            for (int term = 0; term < atoms.length; term++) {
                sum[atoms[term]] += signs[term];
            }
            for (int term = 0; term < other.atoms.length; term++) {
                sum[other.atoms[term]] -= other.signs[term];
            }
            int[] left = IntStream.range(0, sum.length)
                    .filter(atom -> sum[atom] != 0)
                    .toArray();
            int[] factors = Arrays.stream(left).map(atom -> sum[atom]).toArray();
            boolean isPlain = Arrays.stream(factors).allMatch(factor -> Math.abs(factor) == 1);
            boolean isNew = left.length > 0 && left.length < atoms.length + other.atoms.length;
            return isPlain && isNew
                    ? Optional.of(new Line(left, factors, low - other.high, high - other.low))
                    : Optional.empty();
        }
    }

    private final CellSystem system;
    private final Policy policy;
    private final List<Line> lines = new ArrayList<>();

    private PublicKnowledge(CellSystem system, Policy policy) {
        this.system = system;
        this.policy = policy;
    }

    /** What somebody knows who sees what is published, with what the attack adds to it. */
    static List<Line> lines(CellSystem system, List<Published> published, Policy policy, Attack attack) {
        PublicKnowledge knowledge = new PublicKnowledge(system, policy);
        for (int atom = 0; atom < system.atoms(); atom++) {
            knowledge.lines.add(new Line(new int[] {atom}, new int[] {1}, system.known(atom), MANY));
            if (system.isPart(atom)) {
                knowledge.lines.add(new Line(new int[] {atom, system.wholeOf(atom)}, new int[] {1, -1}, -MANY, 0));
            }
        }
        for (int cell = 0; cell < published.size(); cell++) {
            knowledge.add(cell, published.get(cell), attack);
        }
        return knowledge.lines;
    }

    private void add(int index, Published published, Attack attack) {
        Cell cell = system.cells().get(index);
        int groupQuarters = cell.facts().groupQuarters();
        if (published instanceof Published.Zero) {
            lines.add(Line.of(system.count(index), 0, 0));
        } else if (published instanceof Published.Shown shown) {
            // Rule 1 holds for what is shown: k people beside a household of at least one and the group quarters.
            boolean byRule = !isHiddenByRule(cell, policy);
            int least = byRule ? policy.k() + 1 + groupQuarters : policy.k();
            int[] counts = IntStream.rangeClosed(policy.k(), shown.value() + policy.k())
                    .filter(count ->
                            new Rounding(policy).round(count, cell.earlier()) == shown.value() && count >= least)
                    .toArray();
            lines.add(Line.of(system.count(index), counts[0], counts[counts.length - 1]));
            if (byRule && cell.facts().others().isPresent()) {
                lines.add(Line.of(system.others(index), policy.k(), MANY));
            }
        } else if (attack != Attack.RULE_BLIND && isSmall(cell, policy)) {
            lines.add(Line.of(system.count(index), groupQuarters, groupQuarters + policy.k() - 1));
        } else if (attack == Attack.PATTERN_AWARE) {
            lines.add(Line.of(system.count(index), groupQuarters + policy.k(), MANY));
        }
    }

    /** Rule 1 of the documentation. */
    static boolean isHiddenByRule(Cell cell, Policy policy) {
        Facts facts = cell.facts();
        return !cell.structuralZero()
                && (facts.count() - facts.largestAddress() - facts.groupQuarters() < policy.k()
                        || facts.addresses() < policy.minAddresses()
                        || facts.others().orElse(policy.k()) < policy.k());
    }

    /** Whether somebody who knows of every cell whether it is small knows that of this one. */
    static boolean isSmall(Cell cell, Policy policy) {
        return !cell.structuralZero() && cell.facts().count() - cell.facts().groupQuarters() < policy.k();
    }
}
