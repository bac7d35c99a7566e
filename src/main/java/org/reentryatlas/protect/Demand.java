package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an attacker must still think possible: that a weighted sum of atoms reaches some number.
 *
 * @param about the cell or atom that is being protected, for messages
 * @param sum of atoms
 * @param atLeast the number that its upper bound must reach
 */
record Demand(Attack attack, String about, Sum sum, double atLeast) {
    /** Whether the world shows that the demand is met. */
    boolean isMetBy(int[] world) {
        return sum.in(world) >= atLeast - Solvers.TOLERANCE;
    }

    /** The rows of a world that meets the demand: its own, and that of the wholes of the parts that it sums. */
    List<Knowledge.Row> rows(CellSystem system) {
        List<Knowledge.Row> rows = new ArrayList<>();
        rows.add(new Knowledge.Row(sum, atLeast, Double.POSITIVE_INFINITY, Knowledge.ALWAYS));
        int[] wholes = IntStream.range(0, sum.size())
                .map(sum::atom)
                .filter(system::isPart)
                .map(system::wholeOf)
                .toArray();
        if (asksForMany() && wholes.length == sum.size()) {
            rows.add(new Knowledge.Row(Sum.of(wholes, 1), atLeast, Double.POSITIVE_INFINITY, Knowledge.ALWAYS));
        }
        return rows;
    }

    /** Whether the sum is to be large, and not small with its sign turned. */
    boolean asksForMany() {
        return sum.factor(sum.size() - 1) > 0;
    }
}
