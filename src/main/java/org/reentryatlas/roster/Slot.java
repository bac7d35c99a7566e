package org.reentryatlas.roster;

import java.time.LocalDateTime;

/**
 * A time for tours, in local time. Slots may overlap; then an officer has a tour in one of them at most. It counts in the ISO week in which
 * it starts.
 *
 * @param id its own among the slots
 * @param end after the start
 */
public record Slot(String id, LocalDateTime start, LocalDateTime end, Preference preference) {
    /** How well a time is suited to find people at home, best first; {@code 16–19 h} is the best time of the agency that made tours. */
    public enum Preference {
        /** Monday to Friday, 16 to 19 h. */
        WEEKDAY_AFTERNOON,
        EVENING,
        WEEKEND,
        OTHER;

        /** Steps down from the best, 0 to 3. */
        int steps() {
            return switch (this) {
                case WEEKDAY_AFTERNOON -> 0;
                case EVENING -> 1;
                case WEEKEND -> 2;
                case OTHER -> 3;
            };
        }
    }

    /**
     * A slot.
     *
     * @throws IllegalArgumentException if the id is blank, or it does not end after it starts
     */
    public Slot {
        Check.that(!id.isBlank(), "a slot without an id");
        Check.that(end.isAfter(start), "slot " + id + " starts " + start + " and ends " + end + ", which is not later");
    }

    boolean overlaps(Slot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
