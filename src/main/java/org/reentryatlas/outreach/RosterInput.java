package org.reentryatlas.outreach;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reentryatlas.identity.Agency;
import org.reentryatlas.roster.Area;
import org.reentryatlas.roster.Block;
import org.reentryatlas.roster.Officer;
import org.reentryatlas.roster.RosterProblem;
import org.reentryatlas.roster.Slot;

import static java.util.Objects.requireNonNull;

/** Makes a problem of mathematics of a request and of what is planned already. */
final class RosterInput {
    private final RosterRequest request;
    private final Set<LocalDate> holidays;
    private final List<Stored> planned;
    private final Map<String, List<Stored>> plannedByArea;
    private final List<Slot> slots;
    /** By id of a slot. */
    private final Map<String, TourWindow> windows = new HashMap<>();

    /**
     * Of a request that was checked.
     *
     * @param holidays of the jurisdiction
     * @param planned what is not called off in the weeks of the time, in all beats
     */
    RosterInput(RosterRequest request, Set<LocalDate> holidays, List<Stored> planned, ZoneId zone) {
        this.request = request;
        this.holidays =
                Stream.concat(holidays.stream(), request.closed().stream()).collect(Collectors.toSet());
        this.planned = List.copyOf(planned);
        this.plannedByArea = request.beats().stream()
                .map(RosterRequest.Beat::area)
                .collect(Collectors.toMap(
                        area -> area,
                        area -> planned.stream()
                                .filter(stored -> stored.areas().contains(area))
                                .toList()));
        this.slots = slots(zone);
    }

    /** Each window on each of its days; one that the clocks leave out is not there. */
    private List<Slot> slots(ZoneId zone) {
        List<Slot> made = new ArrayList<>();
        for (LocalDate day = request.from(); day.isBefore(request.to()); day = day.plusDays(1)) {
            for (TourWindow window : request.windows()) {
                LocalDateTime starts = day.atTime(window.starts());
                LocalDateTime ends = day.atTime(window.ends());
                boolean exists = Stream.of(starts, ends)
                        .noneMatch(time -> zone.getRules().getValidOffsets(time).isEmpty());
                if (window.isOn(day.getDayOfWeek()) && exists) {
                    String id = day + "/" + window.id();
                    made.add(new Slot(id, starts, ends, window.preference()));
                    windows.put(id, window);
                }
            }
        }
        return List.copyOf(made);
    }

    List<Slot> slots() {
        return slots;
    }

    /** Tours that a beat has in the time already: drafts, too. */
    int already(String area) {
        return (int) there(area).stream()
                .filter(stored -> stored.plan() instanceof Tour)
                .map(stored -> stored.plan().starts().toLocalDate())
                .filter(day -> !day.isBefore(request.from()) && day.isBefore(request.to()))
                .count();
    }

    private List<Stored> there(String area) {
        return plannedByArea.getOrDefault(area, List.of());
    }

    RosterProblem problem() {
        return new RosterProblem(
                request.beats().stream().map(this::area).toList(),
                slots,
                request.officers().stream().map(this::officer).toList(),
                blocks());
    }

    private Area area(RosterRequest.Beat beat) {
        return new Area(
                beat.area(),
                Math.max(0, beat.visitsDue().tours() - already(beat.area())),
                Optional.of(beat.supervisionTeam()).filter(team -> !team.isEmpty()),
                Optional.of(beat.policeTeam()).filter(team -> !team.isEmpty()));
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (RosterRequest.Beat beat : request.beats()) {
            for (Slot slot : slots) {
                cause(beat.area(), slot).ifPresent(cause -> blocks.add(new Block(beat.area(), slot.id(), cause)));
            }
        }
        return blocks;
    }

    /** A patrol keeps nobody else out of a beat; only whoever is on it is not free. */
    private Optional<Block.Cause> cause(String area, Slot slot) {
        if (holidays.contains(slot.start().toLocalDate())) {
            return Optional.of(Block.Cause.HOLIDAY);
        }
        return there(area).stream()
                .map(Stored::plan)
                .filter(plan -> !(plan instanceof Patrol) && isThen(plan, slot))
                .map(plan -> plan instanceof Tour ? Block.Cause.OTHER_TOUR : Block.Cause.EVENT)
                .min(Comparator.naturalOrder());
    }

    private static boolean isThen(Plan plan, Slot slot) {
        return plan.starts().isBefore(slot.end()) && slot.start().isBefore(plan.ends());
    }

    /** Beats that are not planned for are left out; who serves none of the others is free in no slot, since no area means all. */
    private Officer officer(RosterRequest.Post post) {
        Set<String> areas = new HashSet<>(post.areas());
        areas.retainAll(plannedByArea.keySet());
        boolean servesNone = !post.areas().isEmpty() && areas.isEmpty();
        return new Officer(
                post.code(),
                post.agency().equals(Agency.POLICE.code())
                        ? org.reentryatlas.roster.Agency.POLICE
                        : org.reentryatlas.roster.Agency.SUPERVISION,
                servesNone ? Set.of() : free(post),
                areas,
                post.perWeek());
    }

    /**
     * Ids of the slots in which an officer is free. Tours that the officer has already count in their week: of its slots no more are left,
     * best first, than tours are.
     */
    private Set<String> free(RosterRequest.Post post) {
        List<Plan> own = planned.stream()
                .map(Stored::plan)
                .filter(plan -> isOn(plan, post.code()))
                .toList();
        Map<Integer, Long> had = own.stream()
                .filter(plan -> plan instanceof Tour)
                .collect(Collectors.groupingBy(plan -> week(plan.starts()), Collectors.counting()));
        Map<Integer, List<Slot>> byWeek = slots.stream()
                .filter(slot -> isAvailable(post, slot))
                .filter(slot -> own.stream().noneMatch(plan -> isThen(plan, slot)))
                .sorted(Comparator.comparing(Slot::preference).thenComparing(Slot::start))
                .collect(Collectors.groupingBy(slot -> week(slot.start())));
        Set<String> free = new HashSet<>();
        byWeek.forEach((week, open) -> {
            long tours = had.getOrDefault(week, 0L);
            long most = tours == 0 ? open.size() : Math.max(0, post.perWeek() - tours);
            open.stream().limit(most).map(Slot::id).forEach(free::add);
        });
        return free;
    }

    private boolean isAvailable(RosterRequest.Post post, Slot slot) {
        TourWindow window = requireNonNull(windows.get(slot.id()));
        return post.windows().contains(window.id())
                && !post.away().contains(slot.start().toLocalDate());
    }

    private static boolean isOn(Plan plan, String code) {
        return plan instanceof Tour tour
                ? tour.officers().contains(code)
                : plan instanceof Patrol patrol && patrol.officer().equals(code);
    }

    private static int week(LocalDateTime time) {
        return time.get(IsoFields.WEEK_BASED_YEAR) * 100 + time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
