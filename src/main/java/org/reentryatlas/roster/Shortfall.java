package org.reentryatlas.roster;

import java.util.Map;
import java.util.TreeMap;

/** Why an area has fewer tours than it needs: the first of these that is the whole of it. Numbers are of this problem and plan. */
public sealed interface Shortfall {
    /**
     * No officer of the agency serves the area.
     *
     * @param officers that the agency has
     */
    record NobodyServes(Agency agency, int officers) implements Shortfall {}

    /** There are no slots at all. */
    record NoSlots() implements Shortfall {}

    /**
     * Every slot is blocked.
     *
     * @param slots how many, by cause
     */
    record AllBlocked(Map<Block.Cause, Integer> slots) implements Shortfall {
        public AllBlocked {
            slots = java.util.Collections.unmodifiableMap(new TreeMap<>(slots));
        }
    }

    /**
     * Officers of both agencies who serve the area are never available in the same slot.
     *
     * @param open slots that are not blocked
     * @param withSupervision those of them in which a supervision officer is
     * @param withPolice those in which a police officer is
     */
    record NeverTogether(int open, int withSupervision, int withPolice) implements Shortfall {}

    /**
     * There is a tour in every slot that is not blocked and for which both agencies have somebody who serves the area.
     *
     * @param usable such slots
     * @param blocked slots that are blocked
     */
    record TooFewSlots(int usable, int blocked) implements Shortfall {}

    /**
     * Even if no other area had a tour, the weekly limits of the officers who serve the area would allow no more, though there are slots.
     *
     * @param alone tours that it would have then, as it has now
     * @param usable slots in which both agencies have somebody who serves the area
     */
    record WeeklyLimits(int alone, int usable) implements Shortfall {}

    /** The same where slots overlap besides, so that an officer cannot be in all of them. */
    record LimitsAndOverlaps(int alone, int usable) implements Shortfall {}

    /**
     * The officers who serve the area are needed elsewhere: in each slot that is left, all those of one agency who are available are on a
     * tour at that time, or have had their tours of the week. A slot is counted once, with the agency and cause that come first.
     *
     * @param alone tours that the area could have if no other had any
     * @param supervisionOnTour slots that are left in which the supervision officers cannot, one at least being on a tour then
     * @param supervisionAtLimit slots in which they cannot since all are at their weekly limits
     * @param policeOnTour likewise of the police, where a supervision officer could
     * @param policeAtLimit likewise
     */
    record NeededElsewhere(
            int alone, int supervisionOnTour, int supervisionAtLimit, int policeOnTour, int policeAtLimit)
            implements Shortfall {
        /** Usable slots without a tour of this area. */
        public int slotsLeft() {
            return supervisionOnTour + supervisionAtLimit + policeOnTour + policeAtLimit;
        }

        /** Whether weekly limits are all that is in the way. */
        public boolean isByLimitsAlone() {
            return supervisionOnTour == 0 && policeOnTour == 0;
        }
    }
}
