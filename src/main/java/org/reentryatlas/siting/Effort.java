package org.reentryatlas.siting;

/**
 * How much work a search may do. All are counts and none is a time, so that the same problem gets the same answer on every machine.
 *
 * @param rows the largest programme, in rows, for which a proof by branch and bound is tried: a covering has one for each demand, a median
 *     one for each demand and each of its costs that differ, of those sites that the bound leaves; capacities are tried whatever the size
 * @param nodes of branch and bound in each programme
 * @param rounds of the Lagrangian bound
 * @param starts of vertex interchange, beside the greedy one
 * @param seed of these starts
 */
public record Effort(int rows, int nodes, int rounds, int starts, long seed) {
    /** Proves what has about 200 demands and as many candidates, and much that is larger. */
    public static final Effort DEFAULT = new Effort(10_000, 20_000, 2_000, 4, 1);

    public Effort {
        if (rows < 0 || nodes < 1 || rounds < 1 || starts < 0) {
            throw new IllegalArgumentException(
                    "an effort needs rows >= 0, nodes >= 1, rounds >= 1 and starts >= 0, not " + rows + ", " + nodes
                            + ", " + rounds + ", " + starts);
        }
    }
}
