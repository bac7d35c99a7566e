package org.reentryatlas.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Random problems, held against every plan that there is and against the rules. */
class RosterPropertyTest {
    private static final Roster ROSTER = new Roster(Effort.DEFAULT);

    /** Nothing is solved at once, as in a large problem. */
    private static final Roster BY_WEEKS = new Roster(new Effort(0, 200, 2, 1));

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theBestOfAllPlansIsFoundAndProven(@ForAll long seed) {
        RosterProblem problem = Cities.tiny(seed);
        Plan plan = ROSTER.plan(problem);
        EveryPlan.Best best = EveryPlan.best(problem);
        assertThat(values(plan))
                .containsExactly(
                        best.leastShare(), (double) best.tours(), (double) best.unevenness(), (double) best.steps());
        assertThat(plan.isProven()).isTrue();
        assertRulesHold(problem, plan);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void bySomeWeeksAtATimeNoBoundIsFalse(@ForAll long seed) {
        RosterProblem problem = Cities.tiny(seed);
        Plan plan = BY_WEEKS.plan(problem);
        EveryPlan.Best best = EveryPlan.best(problem);
        assertThat(best.leastShare())
                .isBetween(plan.leastShare().value(), plan.leastShare().bound());
        if (plan.leastShare().value() == best.leastShare()) {
            assertThat((double) best.tours())
                    .isBetween(plan.tourCount().value(), plan.tourCount().bound());
        }
        if (plan.leastShare().value() == best.leastShare() && plan.tourCount().value() == best.tours()) {
            assertThat((double) best.unevenness())
                    .isBetween(plan.unevenness().bound(), plan.unevenness().value());
        }
        assertRulesHold(problem, plan);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void anotherOfficerNeverMeansFewerToursAndTheOrderOfEntriesNothing(@ForAll long seed) {
        RosterProblem problem = Cities.tiny(seed);
        Plan plan = ROSTER.plan(problem);
        assertThat(ROSTER.plan(shuffled(problem, seed))).isEqualTo(plan);
        List<Officer> more = new ArrayList<>(problem.officers());
        Set<String> slots = problem.slots().stream().map(Slot::id).collect(Collectors.toSet());
        more.add(new Officer("new", (seed & 1) == 0 ? Agency.SUPERVISION : Agency.POLICE, slots, Set.of(), 2));
        Plan other = ROSTER.plan(new RosterProblem(problem.areas(), problem.slots(), more, problem.blocks()));
        assertThat(planned(other)).isGreaterThanOrEqualTo(planned(plan));
    }

    private static int planned(Plan plan) {
        return plan.areas().stream().mapToInt(AreaPlan::planned).sum();
    }

    private static RosterProblem shuffled(RosterProblem problem, long seed) {
        Random random = new Random(seed);
        List<List<?>> lists = new ArrayList<>();
        List<Area> areas = new ArrayList<>(problem.areas());
        List<Slot> slots = new ArrayList<>(problem.slots());
        List<Officer> officers = new ArrayList<>(problem.officers());
        List<Block> blocks = new ArrayList<>(problem.blocks());
        Collections.addAll(lists, areas, slots, officers, blocks);
        lists.forEach(list -> Collections.shuffle(list, random));
        return new RosterProblem(areas, slots, officers, blocks);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void otherKeysOfAreasChangeNoSum(@ForAll long seed) {
        RosterProblem problem = Cities.tiny(seed);
        RosterProblem other = new RosterProblem(
                problem.areas().stream()
                        .map(area -> new Area(renamed(area.key()), area.needed()))
                        .toList(),
                problem.slots(),
                problem.officers().stream()
                        .map(officer -> new Officer(
                                officer.code(),
                                officer.agency(),
                                officer.slots(),
                                officer.areas().stream()
                                        .map(RosterPropertyTest::renamed)
                                        .collect(Collectors.toSet()),
                                officer.mostPerWeek()))
                        .toList(),
                problem.blocks().stream()
                        .map(block -> new Block(renamed(block.area()), block.slot(), block.cause()))
                        .toList());
        assertThat(values(ROSTER.plan(other))).isEqualTo(values(ROSTER.plan(problem)));
    }

    /** A0 becomes the last. */
    private static String renamed(String key) {
        return "B" + (9 - Integer.parseInt(key.substring(1)));
    }

    private static List<Double> values(Plan plan) {
        return List.of(
                plan.leastShare().value(),
                plan.tourCount().value(),
                plan.unevenness().value(),
                plan.steps().value());
    }

    /** A city's, for which weeks are improved two by two. */
    @Test
    void aCityGetsAllItsToursAndTheSamePlanTwice() {
        RosterProblem city = Cities.city(Cities.Service.EVERYWHERE, 1, true, 3);
        Plan plan = ROSTER.plan(city);
        assertRulesHold(city, plan);
        assertThat(plan.leastShare().isProven()).isTrue();
        assertThat(plan.tourCount().isProven()).isTrue();
        assertThat(ROSTER.plan(shuffled(city, 4))).isEqualTo(plan);
    }

    static void assertRulesHold(RosterProblem problem, Plan plan) {
        Map<String, Slot> slots = problem.slots().stream().collect(Collectors.toMap(Slot::id, slot -> slot));
        Map<String, Officer> officers =
                problem.officers().stream().collect(Collectors.toMap(Officer::code, officer -> officer));
        Map<String, List<Slot>> taken = new HashMap<>();
        for (Tour tour : plan.tours()) {
            Slot slot = requireNonNull(slots.get(tour.slot()));
            assertThat(problem.blocks())
                    .noneMatch(block ->
                            block.area().equals(tour.area()) && block.slot().equals(tour.slot()));
            assertThat(requireNonNull(officers.get(tour.supervision())).agency())
                    .isEqualTo(Agency.SUPERVISION);
            assertThat(requireNonNull(officers.get(tour.police())).agency()).isEqualTo(Agency.POLICE);
            for (String code : List.of(tour.supervision(), tour.police())) {
                Officer officer = requireNonNull(officers.get(code));
                assertThat(officer.slots()).contains(slot.id());
                assertThat(officer.areas().isEmpty() || officer.areas().contains(tour.area()))
                        .isTrue();
                List<Slot> before = taken.computeIfAbsent(code, absent -> new ArrayList<>());
                assertThat(before).noneMatch(other -> EveryPlan.areAtOnce(other, slot));
                before.add(slot);
                assertThat(before)
                        .filteredOn(other -> EveryPlan.week(other) == EveryPlan.week(slot))
                        .hasSizeLessThanOrEqualTo(officer.mostPerWeek());
            }
        }
        assertThat(plan.tours().stream()
                        .map(tour -> tour.area() + " " + tour.slot())
                        .distinct())
                .hasSameSizeAs(plan.tours());
        for (AreaPlan area : plan.areas()) {
            assertThat(plan.tours())
                    .filteredOn(tour -> tour.area().equals(area.area()))
                    .hasSize(area.planned());
            assertThat(area.planned()).isLessThanOrEqualTo(area.needed());
            assertThat(area.shortfall().isPresent()).isEqualTo(area.planned() < area.needed());
        }
        for (Load load : plan.loads()) {
            assertThat(taken.getOrDefault(load.officer(), List.of())).hasSize(load.tours());
        }
    }
}
