package org.reentryatlas.siting;

/**
 * How much work a search may do. All are counts and none is a time, so that the same problem gets the same answer on every machine.
 *
 * @param pairs the largest programme, in pairs of demand and candidate, for which a proof by branch and bound is tried
 * @param nodes of branch and bound in each programme
 * @param rounds of the Lagrangian bound
 * @param starts of vertex interchange, beside the greedy one
 * @param seed of these starts
 */
public record Effort(int pairs, int nodes, int rounds, int starts, long seed) {
    /** Proves what has about 200 x 200 pairs, and coverings and what the bound leaves over of larger ones. */
    public static final Effort DEFAULT = new Effort(120_000, 20_000, 2_000, 4, 1);

    public Effort {
        if (pairs < 0 || nodes < 1 || rounds < 1 || starts < 0) {
            throw new IllegalArgumentException(
                    "an effort needs pairs >= 0, nodes >= 1, rounds >= 1 and starts >= 0, not " + pairs + ", " + nodes
                            + ", " + rounds + ", " + starts);
        }
    }
}
