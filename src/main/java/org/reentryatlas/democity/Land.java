package org.reentryatlas.democity;

/** What stands on a piece of ground; decides how streets are thinned out and what is built along them. */
enum Land {
    DOWNTOWN(0.02, 0, 26, 0.62),
    INNER(0.05, 0.01, 21, 0.40),
    OUTER(0.09, 0.03, 23, 0.26),
    SUBURB(0.17, 0.13, 24, 0.27),
    INDUSTRY(0.45, 0.04, 70, 0.30),
    OPEN(1, 0, 100, 0);

    /** The share of local blocks that is left out. */
    final double missing;
    /** The share of local blocks that is cut to a dead end. */
    final double deadEnd;
    /** Metres of street front for one lot. */
    final double lot;
    /** How many of the lots have an address, before the whole is scaled to the wanted number. */
    final double built;

    Land(double missing, double deadEnd, double lot, double built) {
        this.missing = missing;
        this.deadEnd = deadEnd;
        this.lot = lot;
        this.built = built;
    }
}
