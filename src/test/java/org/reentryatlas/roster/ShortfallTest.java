package org.reentryatlas.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Why areas have fewer tours than they need. */
class ShortfallTest {
    private static final Area NORTH = new Area("north", 2);

    private static Slot slot(int day, int hour) {
        LocalDate monday = LocalDate.of(2026, 6, 1);
        return new Slot(
                "day " + day + " at " + hour,
                monday.plusDays(day).atTime(hour, 0),
                monday.plusDays(day).atTime(hour + 3, 0),
                Slot.Preference.WEEKDAY_AFTERNOON);
    }

    private static List<Slot> days(int number) {
        return IntStream.range(0, number).mapToObj(day -> slot(day, 16)).toList();
    }

    private static Officer officer(Agency agency, int mostPerWeek, Set<String> areas, List<Slot> slots) {
        return new Officer(
                agency.name().charAt(0) + "-01",
                agency,
                Set.copyOf(slots.stream().map(Slot::id).toList()),
                areas,
                mostPerWeek);
    }

    private static Officer lead(List<Slot> slots) {
        return officer(Agency.SUPERVISION, 9, Set.of(), slots);
    }

    private static Officer police(List<Slot> slots) {
        return officer(Agency.POLICE, 9, Set.of(), slots);
    }

    private static Shortfall shortfall(RosterProblem problem) {
        Plan plan = new Roster(Effort.DEFAULT).plan(problem);
        RosterPropertyTest.assertRulesHold(problem, plan);
        return plan.areas().get(0).shortfall().orElseThrow();
    }

    @Test
    void nobodyOfAnAgencyServesTheArea() {
        List<Slot> slots = days(3);
        List<Area> areas = List.of(NORTH, new Area("south", 1));
        Officer elsewhere = officer(Agency.POLICE, 9, Set.of("south"), slots);
        assertThat(shortfall(new RosterProblem(areas, slots, List.of(lead(slots), elsewhere), List.of())))
                .isEqualTo(new Shortfall.NobodyServes(Agency.POLICE, 1));
        assertThat(shortfall(new RosterProblem(areas, slots, List.of(police(slots)), List.of())))
                .isEqualTo(new Shortfall.NobodyServes(Agency.SUPERVISION, 0));
    }

    @Test
    void thereAreNoSlotsOrAllAreBlocked() {
        List<Slot> slots = days(3);
        List<Officer> officers = List.of(lead(slots), police(slots));
        assertThat(shortfall(new RosterProblem(
                        List.of(NORTH), List.of(), List.of(lead(List.of()), police(List.of())), List.of())))
                .isEqualTo(new Shortfall.NoSlots());
        List<Block> blocks = List.of(
                new Block("north", slots.get(0).id(), Block.Cause.HOLIDAY),
                new Block("north", slots.get(1).id(), Block.Cause.EVENT),
                new Block("north", slots.get(2).id(), Block.Cause.EVENT));
        assertThat(shortfall(new RosterProblem(List.of(NORTH), slots, officers, blocks)))
                .isEqualTo(new Shortfall.AllBlocked(Map.of(Block.Cause.EVENT, 2, Block.Cause.HOLIDAY, 1)));
        assertThat(shortfall(new RosterProblem(List.of(NORTH), slots, officers, blocks.subList(0, 2))))
                .isEqualTo(new Shortfall.TooFewSlots(1, 2));
    }

    @Test
    void bothAgenciesAreNeverFreeAtOnce() {
        List<Slot> slots = days(3);
        List<Officer> officers = List.of(lead(slots.subList(0, 1)), police(slots.subList(1, 3)));
        assertThat(shortfall(new RosterProblem(List.of(NORTH), slots, officers, List.of())))
                .isEqualTo(new Shortfall.NeverTogether(3, 1, 2));
    }

    @Test
    void weeklyLimitsAreUsedUpWhateverOthersHave() {
        List<Slot> slots = days(3);
        Officer seldom = officer(Agency.POLICE, 1, Set.of(), slots);
        assertThat(shortfall(new RosterProblem(List.of(NORTH), slots, List.of(lead(slots), seldom), List.of())))
                .isEqualTo(new Shortfall.WeeklyLimits(1, 3));
        List<Slot> atOnce = List.of(slot(0, 16), slot(0, 17));
        assertThat(shortfall(
                        new RosterProblem(List.of(NORTH), atOnce, List.of(lead(atOnce), police(atOnce)), List.of())))
                .isEqualTo(new Shortfall.LimitsAndOverlaps(1, 2));
    }

    @Test
    void officersAreNeededElsewhere() {
        List<Slot> slots = days(2);
        List<Area> areas = List.of(NORTH, new Area("south", 2));
        assertThat(shortfall(new RosterProblem(areas, slots, List.of(lead(slots), police(slots)), List.of())))
                .isEqualTo(new Shortfall.NeededElsewhere(2, 1, 0, 0, 0));
        List<Slot> week = days(5);
        Officer seldom = officer(Agency.POLICE, 2, Set.of(), week);
        Shortfall atLimit = shortfall(new RosterProblem(areas, week, List.of(lead(week), seldom), List.of()));
        assertThat(atLimit).isInstanceOfSatisfying(Shortfall.NeededElsewhere.class, elsewhere -> {
            assertThat(elsewhere.alone()).isEqualTo(2);
            assertThat(elsewhere.slotsLeft()).isEqualTo(4);
            assertThat(elsewhere.policeAtLimit()).isEqualTo(3);
            assertThat(elsewhere.isByLimitsAlone()).isFalse();
        });
    }

    /** An area that can have nothing does not keep the others from an even share. */
    @Test
    void whatIsImpossibleDoesNotSpoilTheShareOfTheOthers() {
        List<Slot> slots = days(4);
        Set<String> served = Set.of("south", "west");
        List<Officer> officers = List.of(lead(slots), officer(Agency.POLICE, 9, served, slots));
        List<Area> areas = List.of(NORTH, new Area("south", 4), new Area("west", 4));
        Plan plan = new Roster(Effort.DEFAULT).plan(new RosterProblem(areas, slots, officers, List.of()));
        assertThat(plan.areas()).extracting(AreaPlan::planned).containsExactly(0, 2, 2);
        assertThat(plan.leastShare()).isEqualTo(new Aim(0.5, 0.5));
        assertThat(plan.leastServed().orElseThrow().area()).isEqualTo("north");
        assertThat(plan.bestServed().orElseThrow().area()).isEqualTo("south");
        assertThat(plan.greatestLoad(Agency.POLICE).orElseThrow()).isEqualTo(new Load("P-01", Agency.POLICE, 4, 4));
        assertThat(plan.leastLoad(Agency.POLICE)).isEqualTo(plan.greatestLoad(Agency.POLICE));
    }

    /** Numbers of reasons, counted anew. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void reasonsAreTrue(@ForAll long seed) {
        RosterProblem problem = Cities.tiny(seed);
        Plan plan = new Roster(Effort.DEFAULT).plan(problem);
        for (AreaPlan area : plan.areas()) {
            area.shortfall().ifPresent(reason -> assertIsTrue(problem, area, reason));
        }
    }

    private static void assertIsTrue(RosterProblem problem, AreaPlan area, Shortfall reason) {
        List<Slot> open = problem.slots().stream()
                .filter(slot -> problem.blocks().stream()
                        .noneMatch(block ->
                                block.area().equals(area.area()) && block.slot().equals(slot.id())))
                .toList();
        long usable = open.stream()
                .filter(slot -> isSomebody(problem, Agency.SUPERVISION, area, slot)
                        && isSomebody(problem, Agency.POLICE, area, slot))
                .count();
        RosterProblem only = new RosterProblem(
                problem.areas().stream()
                        .map(one -> new Area(one.key(), one.key().equals(area.area()) ? one.needed() : 0))
                        .toList(),
                problem.slots(),
                problem.officers(),
                problem.blocks());
        int alone = EveryPlan.best(only).tours();
        if (reason instanceof Shortfall.NobodyServes nobody) {
            assertThat(problem.officers())
                    .noneMatch(officer -> officer.agency() == nobody.agency()
                            && (officer.areas().isEmpty() || officer.areas().contains(area.area())));
        } else if (reason instanceof Shortfall.AllBlocked || reason instanceof Shortfall.NoSlots) {
            assertThat(open).isEmpty();
        } else if (reason instanceof Shortfall.NeverTogether never) {
            assertThat(usable).isZero();
            assertThat(never.open()).isEqualTo(open.size());
        } else if (reason instanceof Shortfall.TooFewSlots few) {
            assertThat(few.usable()).isEqualTo((int) usable).isEqualTo(area.planned());
        } else if (reason instanceof Shortfall.WeeklyLimits limits) {
            assertThat(limits.alone()).isEqualTo(alone).isEqualTo(area.planned());
        } else if (reason instanceof Shortfall.LimitsAndOverlaps limits) {
            assertThat(limits.alone()).isEqualTo(alone).isEqualTo(area.planned());
        } else if (reason instanceof Shortfall.NeededElsewhere elsewhere) {
            assertThat(elsewhere.alone()).isEqualTo(alone).isGreaterThan(area.planned());
            assertThat(elsewhere.slotsLeft()).isEqualTo((int) usable - area.planned());
        }
    }

    private static boolean isSomebody(RosterProblem problem, Agency agency, AreaPlan area, Slot slot) {
        return problem.officers().stream()
                .anyMatch(officer -> officer.agency() == agency
                        && officer.slots().contains(slot.id())
                        && (officer.areas().isEmpty() || officer.areas().contains(area.area())));
    }
}
