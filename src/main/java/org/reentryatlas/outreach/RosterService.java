package org.reentryatlas.outreach;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Turn;
import org.reentryatlas.roster.Effort;
import org.reentryatlas.roster.Roster;

/** Says who could tour which beat when, around what is planned already; keeps nothing. */
final class RosterService {
    /** Whoever still waits then gets the best that was found. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final GroundStore ground;
    private final Database desk;
    private final ZoneId zone;
    private final Holidays holidays;
    private final Clock clock;
    private final Roster roster = new Roster(Effort.DEFAULT);
    /** Each takes a processor, and some seconds. */
    private final Turn turn =
            new Turn(Duration.ofSeconds(10), "Others have tours planned, and it is not your turn yet.");

    RosterService(Database web, Database desk, ZoneId zone, Holidays holidays, Clock clock) {
        this.ground = new GroundStore(web);
        this.desk = desk;
        this.zone = zone;
        this.holidays = holidays;
        this.clock = clock;
    }

    /**
     * What came out.
     *
     * @param holidays of the jurisdiction in the time
     */
    record Answer(
            RosterRequest request, Set<LocalDate> holidays, RosterInput input, org.reentryatlas.roster.Plan plan) {}

    /**
     * A roster; the same again for the same request, as long as nothing else is planned.
     *
     * @throws ProblemException if the request is wrong, or others take too long
     */
    Answer plan(RosterRequest request) {
        Faults faults = new Faults();
        request.check(faults, LocalDate.now(clock.withZone(zone)));
        faults.throwIfAny();
        requireBeats(request);
        Set<LocalDate> days = holidays.between(request.from(), request.to());
        RosterInput input = new RosterInput(request, days, planned(request), zone);
        return turn.take(() -> {
            Instant end = clock.instant().plus(LONGEST);
            return new Answer(
                    request,
                    days,
                    input,
                    roster.plan(input.problem(), () -> clock.instant().isAfter(end)));
        });
    }

    /** Beats that are there from the first day to the last. */
    private void requireBeats(RosterRequest request) {
        List<String> keys = Stream.concat(
                        request.beats().stream().map(RosterRequest.Beat::area),
                        request.officers().stream().flatMap(officer -> officer.areas().stream()))
                .distinct()
                .toList();
        Set<String> known = new HashSet<>(ground.known(keys, request.from()));
        known.retainAll(ground.known(keys, request.to().minusDays(1)));
        Faults faults = new Faults();
        for (int i = 0; i < request.beats().size(); i++) {
            String key = request.beats().get(i).area();
            faults.require(known.contains(key), "beats[" + i + "].area", noBeat(key));
        }
        for (int i = 0; i < request.officers().size(); i++) {
            List<String> areas = request.officers().get(i).areas();
            for (int a = 0; a < areas.size(); a++) {
                faults.require(
                        known.contains(areas.get(a)), "officers[" + i + "].areas[" + a + "]", noBeat(areas.get(a)));
            }
        }
        faults.throwIfAny();
    }

    private static String noBeat(String key) {
        return "is no beat in all of that time: " + (key.length() > 40 ? key.substring(0, 40) + "…" : key);
    }

    /** Of whole weeks, since officers have so many tours a week. */
    private List<Stored> planned(RosterRequest request) {
        LocalDate monday = request.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate nextMonday = request.to().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return desk.read(handle -> TourService.planned(
                handle,
                monday.atStartOfDay(zone).toInstant(),
                nextMonday.atStartOfDay(zone).toInstant(),
                PlanReader.ALL_KINDS));
    }
}
