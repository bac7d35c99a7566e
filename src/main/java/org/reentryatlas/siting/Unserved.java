package org.reentryatlas.siting;

/**
 * Weight of a demand that no open site serves.
 *
 * @param amount of weight, more than 0
 */
public record Unserved(int demand, double amount, Reason reason) {
    /** Why not; the first of these that holds. */
    public enum Reason {
        /** No candidate at all can be reached. */
        UNREACHABLE,
        /** Candidates can be reached, but none within the radius, however many were opened. */
        NO_CANDIDATE_WITHIN_RADIUS,
        /** A site that is open could be reached and is full. */
        NO_CAPACITY_LEFT,
        /** A candidate would do, and was not chosen. */
        LEFT_OUT
    }
}
