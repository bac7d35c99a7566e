package org.reentryatlas.roster;

/**
 * A slot in which an area has no tour, whoever is free.
 *
 * @param area its key
 * @param slot its id
 */
public record Block(String area, String slot, Cause cause) {
    /** Why not. */
    public enum Cause {
        EVENT,
        HOLIDAY,
        /** A tour that is planned already. */
        OTHER_TOUR
    }
}
