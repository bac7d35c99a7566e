package org.reentryatlas.boundary;

/**
 * What a set of areas is held to.
 *
 * @param sliverMetres an overlap or gap that is narrower than this everywhere is a sliver
 * @param repair mend what is safe to mend
 * @param acceptOverlaps keep areas that overlap by more than slivers
 * @param srid number of the working system, whose unit is the metre, in the EPSG registry
 */
public record QualityRules(double sliverMetres, boolean repair, boolean acceptOverlaps, int srid) {
    /** What neighbours digitised apart share by chance: half the width of a street. */
    public static final double SLIVER_METRES = 10;

    /** A geometry may change by this share of its area when it is made valid. */
    static final double MOST_MENDED_SHARE = 0.01;

    /** A part of an area that is further from its largest part is named. */
    static final double FAR_PART_METRES = 1_000;
}
