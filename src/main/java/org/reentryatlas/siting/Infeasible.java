package org.reentryatlas.siting;

import java.util.List;

/**
 * No choice does what is asked, for the reason given.
 *
 * @param unserved the demands that make it so, sorted. Where a number of sites is too small, those that are left when as much weight as
 *     possible is served; {@link Cause#TOO_FEW_CANDIDATES} names none, since no demand is to blame
 */
public record Infeasible(Cause cause, List<Unserved> unserved) implements Outcome {
    /** What stands in the way. */
    public enum Cause {
        /** More new sites are asked for than there are candidates. */
        TOO_FEW_CANDIDATES,
        /** Some demand has no candidate at all, or none within the radius. */
        OUT_OF_REACH,
        /** All candidates together have not the capacity, where it could be reached. */
        TOO_LITTLE_CAPACITY,
        /** It could be done with more new sites. */
        TOO_FEW_SITES
    }

    public Infeasible {
        unserved = List.copyOf(unserved);
    }
}
