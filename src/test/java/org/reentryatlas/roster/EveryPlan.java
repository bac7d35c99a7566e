package org.reentryatlas.roster;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static java.util.Objects.requireNonNull;

/** Tries every plan of a tiny problem; written from the rules and not from the program. */
final class EveryPlan {
    /** The best, by the aims in their order. */
    record Best(double leastShare, int tours, long unevenness, int steps) {}

    private final RosterProblem problem;
    private final List<Tour> tours = new ArrayList<>();
    private final Map<String, Slot> slots;
    private final Map<String, Integer> alone;
    private final Map<String, Integer> capacities;
    private Best best = new Best(-1, 0, 0, 0);

    private EveryPlan(RosterProblem problem) {
        this.problem = problem;
        slots = problem.slots().stream().collect(Collectors.toMap(Slot::id, slot -> slot));
        capacities = problem.officers().stream().collect(Collectors.toMap(Officer::code, this::capacity));
        alone = problem.areas().stream().collect(Collectors.toMap(Area::key, this::alone));
    }

    static Best best(RosterProblem problem) {
        EveryPlan every = new EveryPlan(problem);
        every.visit(problem.areas(), 0, every::judge);
        return every.best;
    }

    private int alone(Area area) {
        int[] most = new int[1];
        visit(List.of(area), 0, plan -> most[0] = Math.max(most[0], plan.size()));
        return most[0];
    }

    /** Goes through all pairs of an area and a slot, each with every pair of officers or none. */
    private void visit(List<Area> areas, int pair, Consumer<List<Tour>> seen) {
        if (pair == areas.size() * problem.slots().size()) {
            seen.accept(tours);
            return;
        }
        visit(areas, pair + 1, seen);
        Area area = areas.get(pair / problem.slots().size());
        Slot slot = problem.slots().get(pair % problem.slots().size());
        long had = tours.stream().filter(tour -> tour.area().equals(area.key())).count();
        boolean isBlocked = problem.blocks().stream()
                .anyMatch(
                        block -> block.area().equals(area.key()) && block.slot().equals(slot.id()));
        if (isBlocked || had >= area.needed()) {
            return;
        }
        for (Officer lead : problem.officers()) {
            for (Officer police : problem.officers()) {
                if (lead.agency() == Agency.SUPERVISION
                        && police.agency() == Agency.POLICE
                        && mayGo(lead, area, slot)
                        && mayGo(police, area, slot)) {
                    tours.add(new Tour(area.key(), slot.id(), lead.code(), police.code()));
                    visit(areas, pair + 1, seen);
                    tours.remove(tours.size() - 1);
                }
            }
        }
    }

    private boolean mayGo(Officer officer, Area area, Slot slot) {
        List<Slot> taken = tours.stream()
                .filter(tour -> tour.supervision().equals(officer.code())
                        || tour.police().equals(officer.code()))
                .map(tour -> requireNonNull(slots.get(tour.slot())))
                .toList();
        return officer.slots().contains(slot.id())
                && (officer.areas().isEmpty() || officer.areas().contains(area.key()))
                && taken.stream().noneMatch(other -> areAtOnce(other, slot))
                && taken.stream().filter(other -> week(other) == week(slot)).count() < officer.mostPerWeek();
    }

    static boolean areAtOnce(Slot one, Slot other) {
        return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }

    static int week(Slot slot) {
        LocalDate day = slot.start().toLocalDate();
        return 100 * day.get(IsoFields.WEEK_BASED_YEAR) + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private int capacity(Officer officer) {
        List<Slot> free = problem.slots().stream()
                .filter(slot -> officer.slots().contains(slot.id()))
                .toList();
        return IntStream.range(0, 1 << free.size())
                .mapToObj(set -> IntStream.range(0, free.size())
                        .filter(bit -> ((set >> bit) & 1) == 1)
                        .mapToObj(free::get)
                        .toList())
                .filter(set -> set.stream()
                        .allMatch(one -> set.stream().allMatch(other -> one.equals(other) || !areAtOnce(one, other))))
                .filter(
                        set -> set.stream()
                                .collect(Collectors.groupingBy(EveryPlan::week, Collectors.counting()))
                                .values()
                                .stream()
                                .allMatch(count -> count <= officer.mostPerWeek()))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private void judge(List<Tour> plan) {
        double leastShare = 1;
        for (Area area : problem.areas()) {
            long had =
                    plan.stream().filter(tour -> tour.area().equals(area.key())).count();
            if (had < requireNonNull(alone.get(area.key()))) {
                leastShare = Math.min(leastShare, (double) had / area.needed());
            }
        }
        if (leastShare < best.leastShare() || (leastShare == best.leastShare() && plan.size() < best.tours())) {
            return;
        }
        long unevenness = 0;
        for (Officer officer : problem.officers()) {
            long load = plan.stream()
                    .filter(tour -> tour.supervision().equals(officer.code())
                            || tour.police().equals(officer.code()))
                    .count();
            for (int k = 0; k < load; k++) {
                unevenness += Math.round(1000.0 * (2 * k + 1) / requireNonNull(capacities.get(officer.code())));
            }
        }
        int steps = plan.stream()
                .mapToInt(tour -> List.of(Slot.Preference.values())
                        .indexOf(requireNonNull(slots.get(tour.slot())).preference()))
                .sum();
        boolean isMore = leastShare > best.leastShare() || plan.size() > best.tours();
        if (isMore || unevenness < best.unevenness() || (unevenness == best.unevenness() && steps < best.steps())) {
            best = new Best(leastShare, plan.size(), unevenness, steps);
        }
    }
}
