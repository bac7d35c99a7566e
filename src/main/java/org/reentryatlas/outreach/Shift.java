package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What volunteers sign up for.
 *
 * @param id by which sign-ups know it, whatever else of it changes
 * @param starts in the time zone of the jurisdiction
 * @param places for how many people
 */
record Shift(String id, String name, LocalDateTime starts, LocalDateTime ends, int places) {
    private static final int MOST = 20;
    private static final int MOST_PLACES = 1_000;

    Shift(
            @JsonProperty(value = "id", required = true) @Nullable String id,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty(value = "starts", required = true) LocalDateTime starts,
            @JsonProperty(value = "ends", required = true) LocalDateTime ends,
            @JsonProperty(value = "places", required = true) int places) {
        this.id = id == null ? "" : id;
        this.name = name == null ? "" : name.strip();
        this.starts = starts;
        this.ends = ends;
        this.places = places;
    }

    static void check(Faults faults, List<Shift> shifts, LocalDateTime starts, LocalDateTime ends) {
        faults.require(shifts.size() <= MOST, "shifts", "are more than " + MOST);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < shifts.size(); i++) {
            Shift shift = shifts.get(i);
            String field = "shifts[" + i + "]";
            faults.require(
                    shift.id.matches("[A-Za-z0-9-]{1,40}"),
                    field + ".id",
                    "is not 1 to 40 letters, digits and hyphens");
            faults.require(ids.add(shift.id), field + ".id", "is that of another shift");
            faults.require(!shift.name.isEmpty(), field + ".name", "is empty");
            faults.requireText(field + ".name", shift.name, 80);
            faults.require(shift.ends.isAfter(shift.starts), field + ".ends", "is not after it starts");
            faults.require(
                    !shift.starts.isBefore(starts) && !shift.ends.isAfter(ends),
                    field,
                    "is not within the time of the event");
            faults.require(
                    shift.places >= 1 && shift.places <= MOST_PLACES,
                    field + ".places",
                    "is not from 1 to " + MOST_PLACES);
        }
    }
}
