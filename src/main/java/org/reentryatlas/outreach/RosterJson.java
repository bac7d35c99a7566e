package org.reentryatlas.outreach;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.roster.Aim;
import org.reentryatlas.roster.AreaPlan;
import org.reentryatlas.roster.Load;
import org.reentryatlas.roster.Plan;
import org.reentryatlas.roster.Shortfall;
import org.reentryatlas.roster.Slot;
import org.reentryatlas.roster.TeamShare;
import org.reentryatlas.roster.Tour;

import static java.util.Objects.requireNonNull;

/** A roster as the page and programs read it. */
final class RosterJson {
    private final RosterService.Answer answer;
    private final Map<String, Slot> slots;
    private final Map<String, RosterRequest.Beat> beats;

    private RosterJson(RosterService.Answer answer) {
        this.answer = answer;
        this.slots = answer.input().slots().stream().collect(Collectors.toMap(Slot::id, Function.identity()));
        this.beats = answer.request().beats().stream()
                .collect(Collectors.toMap(RosterRequest.Beat::area, Function.identity()));
    }

    static Map<String, Object> of(RosterService.Answer answer) {
        return new RosterJson(answer).body();
    }

    private Map<String, Object> body() {
        Plan plan = answer.plan();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("from", answer.request().from());
        body.put("to", answer.request().to());
        body.put("holidays", answer.holidays());
        body.put("tours", plan.tours().stream().map(this::tour).toList());
        body.put("areas", plan.areas().stream().map(this::area).toList());
        body.put("loads", plan.loads().stream().map(RosterJson::load).toList());
        body.put("teams", plan.teams().stream().map(RosterJson::team).toList());
        Map<String, Object> aims = new LinkedHashMap<>();
        aims.put("leastShare", aim(plan.leastShare()));
        aims.put("tourCount", aim(plan.tourCount()));
        aims.put("unevenness", aim(plan.unevenness()));
        aims.put("steps", aim(plan.steps()));
        body.put("aims", aims);
        body.put("isProven", plan.isProven());
        body.put("wasInterrupted", plan.wasInterrupted());
        return body;
    }

    private Map<String, Object> tour(Tour tour) {
        Slot slot = requireNonNull(slots.get(tour.slot()));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("area", tour.area());
        described.put("starts", slot.start());
        described.put("ends", slot.end());
        described.put("suits", code(slot.preference()));
        described.put("supervisionOfficer", tour.supervision());
        described.put("policeOfficer", tour.police());
        return described;
    }

    private Map<String, @Nullable Object> area(AreaPlan area) {
        RosterRequest.Band due = requireNonNull(beats.get(area.area())).visitsDue();
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("area", area.area());
        described.put("visitsDue", Map.of("low", due.low(), "high", due.high()));
        described.put("needed", due.tours());
        described.put("already", answer.input().already(area.area()));
        described.put("planned", area.planned());
        described.put("reason", area.shortfall().map(RosterJson::reason).orElse(null));
        return described;
    }

    private static Map<String, Object> reason(Shortfall shortfall) {
        Map<String, Object> described = new LinkedHashMap<>();
        if (shortfall instanceof Shortfall.NobodyServes nobody) {
            described.put("code", "nobody_serves");
            described.put("agency", code(nobody.agency()));
            described.put("officers", nobody.officers());
        } else if (shortfall instanceof Shortfall.NoSlots) {
            described.put("code", "no_slots");
        } else if (shortfall instanceof Shortfall.AllBlocked blocked) {
            described.put("code", "all_blocked");
            blocked.slots().forEach((cause, number) -> described.put(code(cause), number));
        } else if (shortfall instanceof Shortfall.NeverTogether never) {
            described.put("code", "never_together");
            described.put("open", never.open());
            described.put("withSupervision", never.withSupervision());
            described.put("withPolice", never.withPolice());
        } else if (shortfall instanceof Shortfall.TooFewSlots few) {
            described.put("code", "too_few_slots");
            described.put("usable", few.usable());
            described.put("blocked", few.blocked());
        } else {
            addOfOfficers(described, shortfall);
        }
        return described;
    }

    private static void addOfOfficers(Map<String, Object> described, Shortfall shortfall) {
        if (shortfall instanceof Shortfall.WeeklyLimits limits) {
            described.put("code", "weekly_limits");
            described.put("alone", limits.alone());
            described.put("usable", limits.usable());
        } else if (shortfall instanceof Shortfall.LimitsAndOverlaps limits) {
            described.put("code", "limits_and_overlaps");
            described.put("alone", limits.alone());
            described.put("usable", limits.usable());
        } else if (shortfall instanceof Shortfall.NeededElsewhere elsewhere) {
            described.put("code", "needed_elsewhere");
            described.put("alone", elsewhere.alone());
            described.put("supervisionOnTour", elsewhere.supervisionOnTour());
            described.put("supervisionAtLimit", elsewhere.supervisionAtLimit());
            described.put("policeOnTour", elsewhere.policeOnTour());
            described.put("policeAtLimit", elsewhere.policeAtLimit());
        } else {
            throw new IllegalStateException("a reason that nobody told of: " + shortfall.getClass());
        }
    }

    private static Map<String, Object> load(Load load) {
        return Map.of(
                "officer", load.officer(),
                "agency", code(load.agency()),
                "tours", load.tours(),
                "capacity", load.capacity());
    }

    private static Map<String, Object> team(TeamShare team) {
        return Map.of(
                "agency", code(team.agency()),
                "team", team.team(),
                "needed", team.needed(),
                "planned", team.planned());
    }

    private static Map<String, Object> aim(Aim aim) {
        return Map.of("value", aim.value(), "bound", aim.bound(), "isProven", aim.isProven());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
