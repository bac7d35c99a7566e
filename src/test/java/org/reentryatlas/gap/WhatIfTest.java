package org.reentryatlas.gap;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.attack.RandomRelease;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WhatIfTest {
    private static final Scenario NOTHING = scenario(Set.of(), List.of());

    private static Scenario scenario(Set<String> closed, List<Scenario.Added> added) {
        return new Scenario(Mode.WALK, "housing", closed, added, Map.of(), null, Set.of());
    }

    private static WhatIf.Answer answer(GapInput input, ReleaseFiles release, Scenario scenario) {
        try (OpenRun run = OpenRun.of(input, release)) {
            return run.answer(scenario);
        }
    }

    private static Scenario.Added anywhere(long seed) {
        Random random = new Random(seed);
        OptionalInt capacity = seed % 2 == 0 ? OptionalInt.of(random.nextInt(40)) : OptionalInt.empty();
        return new Scenario.Added(GapsTest.at(4 * random.nextDouble(), 3 * random.nextDouble()), capacity);
    }

    @ParameterizedTest
    @MethodSource("org.reentryatlas.gap.GapsTest#seeds")
    void whoIsTrulyMovedLiesWithinTheBoundsOfThePublishedCounts(int seed) {
        RandomRelease city = new RandomRelease(seed);
        GapInput input = GapsTest.input(seed);
        Scenario scenario = scenario(Set.of("s1"), List.of(anywhere(seed)));
        List<WhatIf.Change> truth = answer(input, city.exact(), scenario).changes();
        List<WhatIf.Change> shown = answer(input, city.published(), scenario).changes();
        for (int i = 0; i < shown.size(); i++) {
            assertThat(truth.get(i).far().low())
                    .isGreaterThanOrEqualTo(shown.get(i).far().low());
            assertThat(truth.get(i).far().high())
                    .isLessThanOrEqualTo(shown.get(i).far().high());
            assertThat(truth.get(i).near().low())
                    .isGreaterThanOrEqualTo(shown.get(i).near().low());
            GapsTest.assertWithin(
                    truth.get(i).after().gap(),
                    shown.get(i).after().gap(),
                    shown.get(i).after());
        }
    }

    @ParameterizedTest
    @MethodSource("org.reentryatlas.gap.GapsTest#seeds")
    void aSiteMoreMakesNothingWorseAndNothingSupposedChangesNothing(int seed) {
        for (AccessMeasure access : AccessMeasure.values()) {
            assertASiteMoreMakesNothingWorseAndNothingSupposedChangesNothing(seed, access);
        }
    }

    /** With three steps a site more may draw away people, also from where others had less of them: its gaps are left out. */
    private static void assertASiteMoreMakesNothingWorseAndNothingSupposedChangesNothing(
            int seed, AccessMeasure access) {
        ReleaseFiles release = new RandomRelease(seed).published();
        GapInput input = GapsTest.input(seed, new Measures(access, List.of()));
        List<Figure> published = Gaps.of(input, release, step -> {}).figures().stream()
                .filter(figure ->
                        figure.mode() == Mode.WALK && figure.category().equals("housing"))
                .toList();
        assertThat(answer(input, release, NOTHING).changes())
                .allSatisfy(change -> {
                    assertThat(change.after().withRank(change.before().rank())).isEqualTo(change.before());
                    assertThat(change.far().low()).isZero();
                    assertThat(change.far().high()).isZero();
                })
                .extracting(WhatIf.Change::before)
                .isEqualTo(published);
        assertThat(answer(input, release, scenario(Set.of(), List.of(anywhere(seed))))
                        .changes())
                .allSatisfy(change -> {
                    assertThat(change.far().low()).isNotNegative();
                    if (access != AccessMeasure.THREE_STEP) {
                        assertThat(change.after().gap().low())
                                .isLessThanOrEqualTo(change.before().gap().low());
                        assertThat(change.after().gap().high())
                                .isLessThanOrEqualTo(change.before().gap().high());
                    }
                });
    }

    /** One set of numbers: what a run says of a time is what somebody is told who supposes it. */
    @ParameterizedTest
    @MethodSource("org.reentryatlas.gap.GapsTest#seeds")
    void whatARunSaysOfATimeIsWhatIsSupposedOfIt(int seed) {
        String[] hours = {"Mo-Fr 08:00-17:00", "24/7", "", "Sa 09:00-12:00; PH off", "Mo-Su 18:00-22:00"};
        GapInput plain = GapsTest.input(seed);
        List<Site> sites = IntStream.range(0, plain.sites().size())
                .mapToObj(i -> {
                    Site site = plain.sites().get(i);
                    return new Site(
                            site.id(),
                            site.name(),
                            site.place(),
                            site.categories(),
                            site.capacity(),
                            hours[(i + seed) % hours.length]);
                })
                .toList();
        List<Moment> times = Stream.of("Mo10:00", "Mo19:00", "Sa10:00", "Su10:00")
                .map(time -> Moment.parse(time).orElseThrow())
                .toList();
        GapInput input = GapsTest.input(plain.origins(), sites, new Measures(AccessMeasure.ENHANCED, times));
        ReleaseFiles release = new RandomRelease(seed).published();
        List<OpenFigure> told = Gaps.of(input, release, step -> {}).openFigures();
        assertThat(told).hasSize(2 * 2 * times.size() * (12 + 4 + 2 + 1));
        for (Moment time : times) {
            Scenario at = new Scenario(Mode.DRIVE, "housing", Set.of(), List.of(), Map.of(), time, Set.of());
            WhatIf.Answer answer = answer(input, release, at);
            assertThat(told.stream()
                            .filter(figure -> figure.at().equals(time)
                                    && figure.mode() == Mode.DRIVE
                                    && figure.category().equals("housing")))
                    .isEqualTo(answer.changes().stream()
                            .map(change -> new OpenFigure(
                                    Mode.DRIVE,
                                    "housing",
                                    change.after().area(),
                                    time,
                                    answer.after().size(),
                                    answer.hoursUnknown(),
                                    change.after().nearest(),
                                    change.after().within30()))
                            .toList());
        }
    }

    @Test
    void whatIsNotThereIsRefusedByName() {
        ReleaseFiles release = new RandomRelease(1).published();
        GapInput none = GapsTest.input(1);
        GapInput some = GapsTest.input(2);
        Scenario.Added beds = new Scenario.Added(GapsTest.at(1, 1), OptionalInt.of(40));
        Scenario.Added one = new Scenario.Added(GapsTest.at(1, 1), OptionalInt.empty());
        Scenario.Added far = new Scenario.Added(new LonLat(0, 0), OptionalInt.empty());
        assertThatThrownBy(() -> answer(none, release, scenario(Set.of("s9"), List.of())))
                .hasMessageContaining("with the id: s9");
        assertThatThrownBy(() -> answer(none, release, scenario(Set.of(), List.of(beds))))
                .hasMessageContaining("capacities count for nothing");
        assertThatThrownBy(() -> answer(some, release, scenario(Set.of(), List.of(one))))
                .hasMessageContaining("for how many people");
        assertThatThrownBy(() -> answer(none, release, scenario(Set.of(), List.of(far))))
                .hasMessageContaining("more than 10 km");
        assertThatThrownBy(() -> answer(
                        none, release, new Scenario(Mode.WALK, "jobs", Set.of(), List.of(), Map.of(), null, Set.of())))
                .hasMessage("nobody is known to need 'jobs'; there is demand for: housing, mental_health");
    }

    @Test
    void atNightTheSitesOfNoKnownHoursAreToldAndThoseThatAreSaidToBeOpenCount() {
        ReleaseFiles release = new RandomRelease(1).published();
        GapInput input = GapsTest.input(1);
        Moment night = Moment.parse("Sa23:00").orElseThrow();
        WhatIf.Answer closed = answer(
                input, release, new Scenario(Mode.WALK, "housing", Set.of(), List.of(), Map.of(), night, Set.of()));
        assertThat(closed.hoursUnknown()).isEqualTo(4);
        assertThat(closed.after()).isEmpty();
        WhatIf.Answer open = answer(
                input, release, new Scenario(Mode.WALK, "housing", Set.of(), List.of(), Map.of(), night, Set.of("s2")));
        assertThat(open.after()).extracting(Site::id).containsExactly("s2");
    }
}
