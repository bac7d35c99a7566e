package org.reentryatlas.protect;

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

    /** Whether the sum is to be large, and not small with its sign turned. */
    boolean asksForMany() {
        return sum.factor(sum.size() - 1) > 0;
    }
}
