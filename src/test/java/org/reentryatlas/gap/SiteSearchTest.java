package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reentryatlas.attack.RandomRelease;
import org.reentryatlas.travel.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SiteSearchTest {
    /** Its sites state for how many people they are. */
    private static final GapInput INPUT = GapsTest.input(2);

    private static SiteAnswer answer(OptionalInt capacity, Candidates candidates) {
        return SiteSearch.answer(
                INPUT, new RandomRelease(2).published(), question(3, capacity, candidates), step -> {});
    }

    private static SiteQuestion question(int sites, OptionalInt capacity, Candidates candidates) {
        return new SiteQuestion("housing", sites, SiteQuestion.Aim.COVER, 15, Mode.WALK, capacity, candidates);
    }

    @Test
    void aSiteHasRoomForNoMoreThanItsCapacity() {
        int there = INPUT.sites().stream()
                .mapToInt(site -> site.capacity().orElseThrow())
                .sum();
        double before = 0;
        for (SiteAnswer.Option option :
                answer(OptionalInt.of(7), new Candidates.Homes()).options()) {
            assertThat(option.places()).hasSize(option.sites());
            assertThat(option.served().orElseThrow())
                    .isLessThanOrEqualTo(there + 7.0 * option.sites() + 1e-6)
                    .isBetween(before, before == 0 ? Double.MAX_VALUE : before + 7 + 1e-6);
            before = option.served().orElseThrow();
        }
        assertThat(answer(OptionalInt.empty(), new Candidates.Homes()).options())
                .allSatisfy(option -> assertThat(option.served()).isEmpty());
    }

    /** One set of numbers: what a plan says is what the page says that supposes it. */
    @Test
    void whoIsMovedIsWhomSupposingTheSameSitesMoves() {
        SiteAnswer answer = answer(OptionalInt.empty(), new Candidates.Homes());
        for (SiteAnswer.Option option : answer.options()) {
            List<Scenario.Added> added = option.places().stream()
                    .map(place -> new Scenario.Added(place.position(), OptionalInt.of(10)))
                    .toList();
            WhatIf.Answer supposed;
            try (OpenRun run = OpenRun.of(INPUT, new RandomRelease(2).published())) {
                supposed = run.answer(new Scenario(Mode.WALK, "housing", Set.of(), added, Map.of(), null, Set.of()));
            }
            WhatIf.Change city = supposed.changes().stream()
                    .filter(change -> change.before().area().level().equals("city"))
                    .findFirst()
                    .orElseThrow();
            assertThat(option.moved().low()).isEqualTo(city.near().low());
            assertThat(option.moved().high()).isEqualTo(city.near().high());
            assertThat(answer.demand().low()).isEqualTo(city.before().demand().low());
            assertThat(answer.demand().high()).isEqualTo(city.before().demand().high());
        }
    }

    /** A tract reaches beyond the police's areas, and so do homes on record. */
    @Test
    void aCandidateBesideAHomeOfNoBeatIsOfTheBeatWhoseHomesAreNearest() {
        List<Origin> origins = new ArrayList<>(INPUT.origins());
        origins.add(new Origin(List.of(""), GapsTest.at(6, 2), 5));
        SiteAnswer answer = SiteSearch.answer(
                GapsTest.input(origins, INPUT.sites()),
                new RandomRelease(2).published(),
                question(
                        1,
                        OptionalInt.empty(),
                        new Candidates.Places(List.of(new Candidates.Named("Library", GapsTest.at(6, 2))))),
                step -> {});
        assertThat(answer.options().get(0).places())
                .singleElement()
                .satisfies(place -> assertThat(place.area())
                        .isIn(INPUT.origins().stream().map(Origin::area).toList()));
    }

    @Test
    void whereNothingCouldBeThatIsSaid() {
        assertThatThrownBy(() -> answer(OptionalInt.empty(), new Candidates.Directory()))
                .as("every site offers housing")
                .hasMessageContaining("there are 0 places");
        assertThatThrownBy(() -> answer(OptionalInt.of(0), new Candidates.Homes()))
                .hasMessageContaining("for 1 to 100000 people, not 0");
        assertThat(answer(
                                OptionalInt.empty(),
                                new Candidates.Places(List.of(new Candidates.Named("Library", GapsTest.at(2, 2)))))
                        .options())
                .as("two sites at one place more than there are places")
                .extracting(option -> option.places().size())
                .containsExactly(1, 0, 0);
    }
}
