package org.reentryatlas.brief;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What is planned for everybody in the smallest areas of the police, as whoever keeps plans knows it. */
public interface ComingUp {
    /** Another text whenever {@link #of} would answer otherwise. */
    String version();

    /** Of the area with a key. */
    OfArea of(String key);

    /**
     * In an area.
     *
     * @param next the next first
     * @param lastCleanUp the day of the last that took place; empty where none is known
     */
    record OfArea(List<Event> next, Optional<LocalDate> lastCleanUp) {
        /** Where nothing is planned, nor ever was. */
        public static final OfArea NOTHING = new OfArea(List.of(), Optional.empty());

        public OfArea {
            next = List.copyOf(next);
        }
    }

    /**
     * A clean-up or a gathering.
     *
     * @param starts local to the jurisdiction
     * @param place where people meet; empty where that is not said
     */
    record Event(String title, LocalDateTime starts, LocalDateTime ends, String place) {}
}
