package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.identity.Agency;

/**
 * What a roster of tours is asked for. Nobody keeps it.
 *
 * @param to the day after the last
 * @param windows those of {@link TourWindow#USUAL} where none are given
 * @param closed days without tours, beside the holidays of the jurisdiction
 */
record RosterRequest(
        LocalDate from,
        LocalDate to,
        List<Beat> beats,
        List<Post> officers,
        List<TourWindow> windows,
        List<LocalDate> closed) {
    private static final int MOST_DAYS = 92;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_BEATS = 400;
    private static final int MOST_OFFICERS = 200;
    private static final int MOST_WINDOWS = 20;
    /** Of beats and windows on days, so that a plan is there within half a minute. */
    private static final int MOST_PAIRS = 60_000;

    RosterRequest(
            @JsonProperty(value = "from", required = true) LocalDate from,
            @JsonProperty(value = "to", required = true) LocalDate to,
            @JsonProperty("beats") @Nullable List<Beat> beats,
            @JsonProperty("officers") @Nullable List<Post> officers,
            @JsonProperty("windows") @Nullable List<TourWindow> windows,
            @JsonProperty("closed") @Nullable List<LocalDate> closed) {
        this.from = from;
        this.to = to;
        this.beats = list(beats);
        this.officers = list(officers);
        this.windows = windows == null ? TourWindow.USUAL : List.copyOf(windows);
        this.closed = list(closed);
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** A beat with the visits that are due there, and the teams of both agencies that it belongs to. */
    record Beat(String area, Band visitsDue, String supervisionTeam, String policeTeam) {
        Beat(
                @JsonProperty("area") @Nullable String area,
                @JsonProperty(value = "visitsDue", required = true) Band visitsDue,
                @JsonProperty("supervisionTeam") @Nullable String supervisionTeam,
                @JsonProperty("policeTeam") @Nullable String policeTeam) {
            this.area = Plan.text(area);
            this.visitsDue = visitsDue;
            this.supervisionTeam = Plan.text(supervisionTeam);
            this.policeTeam = Plan.text(policeTeam);
        }
    }

    /**
     * How many visits are due, as one agency tells the other: 1 to 10, 11 to 20, …, or several of these together. An exact number would
     * be about few people.
     */
    record Band(int low, int high) {
        static final int VISITS = 10;
        private static final int MOST = 1_000;

        Band(
                @JsonProperty(value = "low", required = true) int low,
                @JsonProperty(value = "high", required = true) int high) {
            this.low = low;
            this.high = high;
        }

        /**
         * Tours for all of them, ten homes each. It is the upper end that counts: with the lower, visits that are due could be left over,
         * and for a band of ten the number is that of every count in it, so that a tour is never one too many.
         */
        int tours() {
            return (high + VISITS - 1) / VISITS;
        }

        void check(Faults faults, String field) {
            boolean isBand = low >= 1 && high > low && high <= MOST && low % VISITS == 1 && high % VISITS == 0;
            faults.require(
                    isBand,
                    field,
                    high == 0
                            ? "is no visits: leave the beat out"
                            : "is no band such as 1 to 10, 11 to 20 or 11 to 40, up to " + MOST);
        }
    }

    /**
     * An officer.
     *
     * @param code of a post, and no name
     * @param areas keys of the beats that the officer serves; empty means all
     * @param perWeek most tours in a week
     * @param windows ids of the windows in which the officer is available
     * @param away days on which the officer is not
     */
    record Post(
            String code, String agency, List<String> areas, int perWeek, List<String> windows, List<LocalDate> away) {
        private static final int MOST_A_WEEK = 14;

        Post(
                @JsonProperty("code") @Nullable String code,
                @JsonProperty("agency") @Nullable String agency,
                @JsonProperty("areas") @Nullable List<String> areas,
                @JsonProperty(value = "perWeek", required = true) int perWeek,
                @JsonProperty("windows") @Nullable List<String> windows,
                @JsonProperty("away") @Nullable List<LocalDate> away) {
            this.code = Plan.text(code);
            this.agency = Plan.text(agency);
            this.areas = list(areas);
            this.perWeek = perWeek;
            this.windows = list(windows);
            this.away = list(away);
        }

        private void check(Faults faults, String field, Set<String> known) {
            faults.require(!code.isEmpty(), field + ".code", "is empty");
            Tour.requireCode(faults, field + ".code", code);
            faults.require(
                    Stream.of(Agency.values()).anyMatch(each -> each.code().equals(agency)),
                    field + ".agency",
                    "is neither supervision nor police");
            faults.require(
                    perWeek >= 1 && perWeek <= MOST_A_WEEK, field + ".perWeek", "is not from 1 to " + MOST_A_WEEK);
            faults.require(
                    !windows.isEmpty() && known.containsAll(windows),
                    field + ".windows",
                    windows.isEmpty() ? "are none: leave the officer out" : "name a window that is not among windows");
            faults.require(areas.size() <= MOST_BEATS, field + ".areas", "are more than " + MOST_BEATS);
            faults.require(away.size() <= MOST_DAYS, field + ".away", "are more than " + MOST_DAYS);
        }
    }

    /** Gathers what is wrong with it; whether beats are known is not asked. */
    void check(Faults faults, LocalDate today) {
        if (from.isBefore(today) || from.getYear() > LAST_YEAR) {
            faults.require(false, "from", from.isBefore(today) ? "is over" : "is not in this century or the next");
            return;
        }
        faults.require(to.isAfter(from), "to", "is not after from");
        faults.require(!to.isAfter(from.plusDays(MOST_DAYS)), "to", "is more than " + MOST_DAYS + " days after from");
        faults.require(closed.size() <= MOST_DAYS, "closed", "are more than " + MOST_DAYS);
        if (isOfSize(faults, "windows", windows.size(), MOST_WINDOWS)) {
            checkWindows(faults);
        }
        if (isOfSize(faults, "beats", beats.size(), MOST_BEATS)) {
            checkBeats(faults);
        }
        if (isOfSize(faults, "officers", officers.size(), MOST_OFFICERS)) {
            checkOfficers(faults);
        }
    }

    private static boolean isOfSize(Faults faults, String field, int size, int most) {
        faults.require(size >= 1, field, "are missing");
        faults.require(size <= most, field, "are more than " + most);
        return size >= 1 && size <= most;
    }

    private void checkWindows(Faults faults) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).check(faults, "windows[" + i + "]");
            faults.require(ids.add(windows.get(i).id()), "windows[" + i + "].id", "is that of another window");
        }
    }

    private void checkBeats(Faults faults) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < beats.size(); i++) {
            Beat beat = beats.get(i);
            String field = "beats[" + i + "]";
            faults.require(!beat.area.isEmpty(), field + ".area", "is empty: which beat?");
            faults.require(keys.add(beat.area), field + ".area", "is there twice");
            beat.visitsDue.check(faults, field + ".visitsDue");
            faults.requireText(field + ".supervisionTeam", beat.supervisionTeam, 40);
            faults.requireText(field + ".policeTeam", beat.policeTeam, 40);
        }
        long days = Math.min(MOST_DAYS, Math.max(0, to.toEpochDay() - from.toEpochDay()));
        long slots = windows.stream()
                .mapToLong(window -> window.days().size() * (days / 7 + 1))
                .sum();
        faults.require(
                beats.size() * slots <= MOST_PAIRS,
                "beats",
                "by windows on days are more than " + MOST_PAIRS + ": plan a shorter time, or parts of the city");
    }

    private void checkOfficers(Faults faults) {
        Set<String> known = windows.stream().map(TourWindow::id).collect(Collectors.toSet());
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < officers.size(); i++) {
            String field = "officers[" + i + "]";
            officers.get(i).check(faults, field, known);
            faults.require(
                    codes.add(officers.get(i).code), field + ".code", "is that of another officer, of either agency");
        }
    }
}
