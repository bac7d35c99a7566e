package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.roster.Slot;

/**
 * A time of the week in which tours are made.
 *
 * @param id its own among the windows
 * @param days such as {@code mo}
 * @param starts local time
 * @param ends of the same day
 * @param suits how well it suits to find people at home: {@code weekday_afternoon}, {@code evening}, {@code weekend} or {@code other}, best
 *     first
 */
record TourWindow(String id, List<String> days, LocalTime starts, LocalTime ends, String suits) {
    private static final List<String> WEEK = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final List<String> WORKDAYS = WEEK.subList(0, 5);
    private static final Duration LONGEST = Duration.ofHours(6);

    /** When people are at home: the afternoon that tours were made in first, then evenings, then Saturday. */
    static final List<TourWindow> USUAL = List.of(
            new TourWindow("afternoon", WORKDAYS, LocalTime.of(16, 0), LocalTime.of(19, 0), "weekday_afternoon"),
            new TourWindow("evening", WORKDAYS, LocalTime.of(18, 0), LocalTime.of(21, 0), "evening"),
            new TourWindow("saturday", List.of("sa"), LocalTime.of(10, 0), LocalTime.of(13, 0), "weekend"));

    TourWindow(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("days") @Nullable List<String> days,
            @JsonProperty(value = "starts", required = true) LocalTime starts,
            @JsonProperty(value = "ends", required = true) LocalTime ends,
            @JsonProperty("suits") @Nullable String suits) {
        this.id = Plan.text(id);
        this.days = days == null ? List.of() : List.copyOf(days);
        this.starts = starts;
        this.ends = ends;
        this.suits = Plan.text(suits);
    }

    void check(Faults faults, String field) {
        faults.require(
                id.matches("[a-z0-9-]{1,20}"), field + ".id", "is not 1 to 20 small letters, digits and hyphens");
        faults.require(
                !days.isEmpty() && WEEK.containsAll(days) && new HashSet<>(days).size() == days.size(),
                field + ".days",
                "are not some of " + String.join(", ", WEEK) + ", each once");
        faults.require(ends.isAfter(starts), field + ".ends", "is not after it starts");
        faults.require(
                Duration.between(starts, ends).compareTo(LONGEST) <= 0, field + ".ends", "is more than 6 hours later");
        faults.require(names().contains(suits), field + ".suits", "is not one of " + String.join(", ", names()));
    }

    private static List<String> names() {
        return List.of(Slot.Preference.values()).stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean isOn(DayOfWeek day) {
        return Set.copyOf(days).contains(WEEK.get(day.getValue() - 1));
    }

    Slot.Preference preference() {
        return Slot.Preference.valueOf(suits.toUpperCase(Locale.ROOT));
    }
}
