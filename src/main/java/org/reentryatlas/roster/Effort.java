package org.reentryatlas.roster;

/**
 * How much work planning may do. All are counts and none is a time, so that the same problem gets the same plan on every machine.
 *
 * @param whole the largest programme, in decisions (an officer in a slot for areas that the same officers serve), that is solved at once and
 *     so to its proof; larger ones are improved a few weeks at a time, and bounded apart
 * @param nodes of branch and bound in each programme
 * @param rounds through all weeks for each aim
 * @param seed of which weeks are taken together
 */
public record Effort(int whole, int nodes, int rounds, long seed) {
    /** For 60 areas, 13 weeks and 40 officers within seconds. */
    public static final Effort DEFAULT = new Effort(1_500, 200, 2, 1);

    /**
     * An effort.
     *
     * @throws IllegalArgumentException if one is below 0, or no node is allowed
     */
    public Effort {
        Check.that(
                whole >= 0 && nodes >= 1 && rounds >= 0,
                "an effort needs whole >= 0, nodes >= 1 and rounds >= 0, not " + whole + ", " + nodes + ", " + rounds);
    }
}
