package org.reentryatlas.roster;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reentryatlas.support.CtrlC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What cannot be planned is refused with the entry that is wrong, and what is odd but possible is planned. */
@Timeout(60)
class RosterProblemTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 6, 1, 12, 0);
    private static final Area AREA = new Area("101", 1);
    private static final Slot SLOT = new Slot("noon", NOON, NOON.plusHours(3), Slot.Preference.OTHER);
    private static final Officer LEAD = new Officer("S-01", Agency.SUPERVISION, Set.of("noon"), Set.of(), 1);
    private static final Officer POLICE = new Officer("P-01", Agency.POLICE, Set.of("noon"), Set.of("101"), 1);

    private static void assertRefused(String words, ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessageContaining(words);
    }

    @Test
    void entriesAreHeldToTheirRanges() {
        assertRefused("area 101 needs -1", () -> new Area("101", -1));
        assertRefused("area without a key", () -> new Area(" ", 1));
        assertRefused("slot without an id", () -> new Slot("", NOON, NOON.plusHours(1), Slot.Preference.OTHER));
        assertRefused("slot noon starts", () -> new Slot("noon", NOON, NOON.minusHours(1), Slot.Preference.OTHER));
        assertRefused("slot noon starts", () -> new Slot("noon", NOON, NOON, Slot.Preference.OTHER));
        assertRefused("officer S-01", () -> new Officer("S-01", Agency.SUPERVISION, Set.of(), Set.of(), -1));
        assertRefused("officer without a code", () -> new Officer("", Agency.POLICE, Set.of(), Set.of(), 1));
        assertRefused("effort", () -> new Effort(1, 0, 1, 1));
    }

    @Test
    void namesAreHeldToWhatIsThere() {
        List<Area> areas = List.of(AREA);
        List<Slot> slots = List.of(SLOT);
        assertRefused(
                "area 101 is there twice", () -> new RosterProblem(List.of(AREA, AREA), slots, List.of(), List.of()));
        assertRefused(
                "slot noon is there twice", () -> new RosterProblem(areas, List.of(SLOT, SLOT), List.of(), List.of()));
        assertRefused(
                "officer S-01 is there twice", () -> new RosterProblem(areas, slots, List.of(LEAD, LEAD), List.of()));
        Officer lost = new Officer("S-02", Agency.SUPERVISION, Set.of("night"), Set.of(), 1);
        assertRefused(
                "officer S-02: there is no slot night",
                () -> new RosterProblem(areas, slots, List.of(lost), List.of()));
        Officer away = new Officer("S-03", Agency.SUPERVISION, Set.of(), Set.of("999"), 1);
        assertRefused(
                "officer S-03: there is no area 999", () -> new RosterProblem(areas, slots, List.of(away), List.of()));
        Block block = new Block("101", "noon", Block.Cause.EVENT);
        assertRefused("is there twice", () -> new RosterProblem(areas, slots, List.of(), List.of(block, block)));
        assertRefused(
                "area 999",
                () -> new RosterProblem(areas, slots, List.of(), List.of(new Block("999", "noon", Block.Cause.EVENT))));
        assertRefused(
                "slot night",
                () -> new RosterProblem(
                        areas, slots, List.of(), List.of(new Block("101", "night", Block.Cause.EVENT))));
        List<Area> many = IntStream.rangeClosed(0, RosterProblem.MOST_PAIRS)
                .mapToObj(a -> new Area("a" + a, 0))
                .toList();
        assertRefused("500001 areas and 1 slots", () -> new RosterProblem(many, slots, List.of(), List.of()));
    }

    @Test
    void nothingNeededAndOfficersWithoutSlotsArePlanned() {
        Officer idle = new Officer("S-09", Agency.SUPERVISION, Set.of(), Set.of(), 3);
        Area none = new Area("102", 0, Optional.of("East"), Optional.empty());
        Area some = new Area("103", 1, Optional.of("East"), Optional.of("6D"));
        RosterProblem problem = new RosterProblem(
                List.of(some, none, new Area("101", 0)), List.of(SLOT), List.of(idle, LEAD, POLICE), List.of());
        Plan plan = new Roster(Effort.DEFAULT).plan(problem);
        // The police officer serves another area alone.
        assertThat(plan.tours()).isEmpty();
        assertThat(plan.teams())
                .containsExactly(
                        new TeamShare(Agency.SUPERVISION, "East", 1, 0), new TeamShare(Agency.POLICE, "6D", 1, 0));
        Plan empty = new Roster(Effort.DEFAULT).plan(new RosterProblem(List.of(), List.of(), List.of(), List.of()));
        assertThat(empty.isProven()).isTrue();
        assertThat(empty.leastServed()).isEmpty();
        assertThat(empty.greatestLoad(Agency.POLICE)).isEmpty();
    }

    @Test
    void whoeverDoesNotWaitGetsTheToursUntilThen() {
        RosterProblem city = Cities.city(Cities.Service.TEAMS, 1, false, 1);
        Plan atOnce = new Roster(Effort.DEFAULT).plan(city, () -> true);
        assertThat(atOnce.wasInterrupted()).isTrue();
        assertThat(atOnce.isProven()).isFalse();
        assertThat(atOnce.tours()).hasSizeGreaterThan(200);
        RosterPropertyTest.assertRulesHold(city, atOnce);
        AtomicInteger asked = new AtomicInteger();
        Plan later = new Roster(Effort.DEFAULT).plan(city, () -> asked.incrementAndGet() > 20);
        assertThat(later.wasInterrupted()).isTrue();
        RosterPropertyTest.assertRulesHold(city, later);
    }

    @Test
    void anInterruptionEndsItAndTheThreadStaysInterrupted() {
        RosterProblem city = Cities.city(Cities.Service.EVERYWHERE, 2, false, 1);
        Thread.currentThread().interrupt();
        Plan plan = new Roster(Effort.DEFAULT).plan(city);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(plan.wasInterrupted()).isTrue();
        RosterPropertyTest.assertRulesHold(city, plan);
    }

    @Test
    void ctrlCEndsTheProgramAndNotOnlyAProgramme() throws Exception {
        CtrlC.assertEnds(EndlessRoster.class);
    }
}
