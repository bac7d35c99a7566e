package org.reentryatlas.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.attack.RandomRelease;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.StreetNetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class GapsTest {
    private static final StreetNetwork NO_STREETS = new StreetNetwork(List.of(), List.of());

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 30);
    }

    static LonLat at(double east, double north) {
        return new LonLat(-105.1 + east / 100, 43.5 + north / 100);
    }

    /** Homes in each beat, and sites anywhere, of every other seed with a capacity. */
    static GapInput input(long seed) {
        Random random = new Random(seed);
        List<Origin> origins = new ArrayList<>();
        for (int beat = 0; beat < 12; beat++) {
            int line = beat / 4;
            for (int home = 0; home < 5; home++) {
                LonLat place = at(beat % 4 + random.nextDouble(), line + random.nextDouble());
                origins.add(new Origin(List.of(RandomRelease.beat(beat).key()), place, random.nextInt(30)));
            }
        }
        List<Site> sites = new ArrayList<>();
        for (int site = 0; site < 4; site++) {
            LonLat place = at(4 * random.nextDouble(), 3 * random.nextDouble());
            OptionalInt capacity = seed % 2 == 0 ? OptionalInt.of(random.nextInt(40)) : OptionalInt.empty();
            sites.add(new Site("s" + site, "Site", place, List.of("housing", "mental_health"), capacity, ""));
        }
        return input(origins, sites);
    }

    static GapInput input(List<Origin> origins, List<Site> sites) {
        return input(origins, sites, Measures.OF_BEFORE);
    }

    static GapInput input(List<Origin> origins, List<Site> sites, Measures measures) {
        return new GapInput(
                "2026-06-30.1",
                List.of("beat"),
                List.of(
                        new DemandRule("housing", RandomRelease.NEED, BigDecimal.ONE, ""),
                        new DemandRule("mental_health", PublishedCounts.PEOPLE, new BigDecimal("0.37"), "somebody")),
                origins,
                sites,
                LocalDate.of(2026, 6, 1),
                NO_STREETS,
                List.of(),
                measures,
                null);
    }

    /** A city of a seed that measures otherwise. */
    static GapInput input(long seed, Measures measures) {
        GapInput input = input(seed);
        return input(input.origins(), input.sites(), measures);
    }

    static void assertWithin(Figure.Span truth, Figure.Span shown, Figure of) {
        assertThat(truth.low()).as(of.toString()).isGreaterThanOrEqualTo(shown.low());
        assertThat(truth.high()).as(of.toString()).isLessThanOrEqualTo(shown.high());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoTrulyLivesNearASiteLiesWithinTheBounds(int seed) {
        RandomRelease city = new RandomRelease(seed);
        List<Potential> truth = Gaps.of(input(seed), city.exact(), step -> {}).potentials();
        List<Potential> shown =
                Gaps.of(input(seed), city.published(), step -> {}).potentials();
        assertThat(shown).hasSize(2 * 4).extracting(Potential::site).startsWith("s0", "s1", "s2", "s3");
        for (int i = 0; i < shown.size(); i++) {
            assertThat(truth.get(i).people().low())
                    .isGreaterThanOrEqualTo(shown.get(i).people().low());
            assertThat(truth.get(i).people().high())
                    .isLessThanOrEqualTo(shown.get(i).people().high());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTrueFiguresLieWithinTheBoundsOfThePublishedOnes(int seed) {
        for (AccessMeasure access : AccessMeasure.values()) {
            assertTrueFiguresLieWithinTheBounds(new RandomRelease(seed), input(seed, new Measures(access, List.of())));
        }
    }

    private static void assertTrueFiguresLieWithinTheBounds(RandomRelease city, GapInput input) {
        List<Figure> truth = Gaps.of(input, city.exact(), step -> {}).figures();
        List<Figure> shown = Gaps.of(input, city.published(), step -> {}).figures();
        assertThat(shown).hasSize(2 * 2 * (12 + 4 + 2 + 1)).hasSameSizeAs(truth);
        for (int i = 0; i < shown.size(); i++) {
            Figure exact = truth.get(i);
            Figure bounds = shown.get(i);
            assertThat(bounds.area()).isEqualTo(exact.area());
            assertWithin(exact.demand(), bounds.demand(), bounds);
            assertWithin(exact.gap(), bounds.gap(), bounds);
            assertThat(exact.gap().high().subtract(exact.gap().low()))
                    .as("of numbers that are known no bounds are left")
                    .isLessThanOrEqualTo(new BigDecimal("0.1"));
            if (bounds.within30() != null && exact.within30() != null) {
                assertWithin(exact.within30(), bounds.within30(), bounds);
            }
            if (bounds.access() != null && exact.access() != null) {
                assertWithin(exact.access(), bounds.access(), bounds);
            }
            assertThat(bounds.nearest()).as("ways hang on no count").isEqualTo(exact.nearest());
            if (bounds.rank().isPresent() && exact.rank().isPresent()) {
                assertThat(bounds.rank()).isEqualTo(exact.rank());
            }
        }
    }

    @Test
    void withoutASiteTheGapIsTheDemandAndNoWayIsTold() {
        RandomRelease city = new RandomRelease(7);
        for (Figure figure : Gaps.of(input(input(7).origins(), List.of()), city.published(), step -> {})
                .figures()) {
            assertThat(figure.gap().high()).isEqualTo(figure.demand().high());
            if (figure.area().level().equals("beat")) {
                assertThat(figure.gap()).isEqualTo(figure.demand());
            }
            assertThat(figure.nearest()).isEmpty();
            if (figure.within15() != null) {
                assertThat(figure.within15().high()).isZero();
            }
        }
    }

    @Test
    void aSiteBeyondTenKilometresCountsForNobodyAndTwoAtOnePointAreTwo() {
        RandomRelease city = new RandomRelease(3);
        GapInput near = input(3);
        Site far = new Site("far", "Far", at(40, 1), List.of("housing"), OptionalInt.empty(), "");
        List<Site> more = new ArrayList<>(near.sites());
        more.add(far);
        GapResult with = Gaps.of(input(near.origins(), more), city.published(), step -> {});
        GapResult without = Gaps.of(near, city.published(), step -> {});
        assertThat(with.figures()).isEqualTo(without.figures());
        assertThat(with.potentials()).isEqualTo(without.potentials());
        assertThat(with.account())
                .contains(new GapResult.Entry(Mode.WALK, "", "sites too far", "1"))
                .contains(new GapResult.Entry(Mode.WALK, "", "ways", "straight lines"));

        LonLat point = near.sites().get(0).place();
        List<Site> twins = List.of(
                new Site("a", "A", point, List.of("housing"), OptionalInt.empty(), ""),
                new Site("b", "B", point, List.of("housing"), OptionalInt.empty(), ""),
                new Site("c", "C", point, List.of("housing"), OptionalInt.empty(), ""));
        assertThat(Gaps.of(input(near.origins(), twins), city.published(), step -> {})
                        .figures())
                .filteredOn(figure -> figure.category().equals("housing"))
                .allSatisfy(figure -> assertThat(figure.third()).isEqualTo(figure.nearest()));
    }

    private static List<Figure> withCapacities(OptionalInt one, OptionalInt other) {
        GapInput input = input(5);
        LonLat point = input.sites().get(0).place();
        List<Site> sites = List.of(
                new Site("a", "A", point, List.of("housing"), one, ""),
                new Site("b", "B", at(2, 1), List.of("housing"), other, ""));
        return Gaps.of(input(input.origins(), sites), new RandomRelease(5).published(), step -> {})
                .figures();
    }

    @Test
    void capacitiesCountWhereEverySiteStatesOneAndElseAllSitesCountAlike() {
        List<Figure> unknown = withCapacities(OptionalInt.empty(), OptionalInt.empty());
        assertThat(withCapacities(OptionalInt.of(40), OptionalInt.empty())).isEqualTo(unknown);
        assertThat(withCapacities(OptionalInt.of(40), OptionalInt.of(1))).isNotEqualTo(unknown);
        assertThat(withCapacities(OptionalInt.of(0), OptionalInt.of(0)))
                .filteredOn(figure -> figure.category().equals("housing")
                        && figure.area().level().equals("beat"))
                .as("without any supply the gap is the demand, and the ways are there all the same")
                .allSatisfy(figure -> assertThat(figure.gap()).isEqualTo(figure.demand()))
                .anySatisfy(figure -> assertThat(figure.nearest()).isPresent());
    }

    /** What stands beside it is how the other measures were told apart: each says something of its own. */
    @Test
    void eachMeasureOfAccessGivesOtherGapsAndTheSameMinutes() {
        List<List<Figure>> each = Stream.of(AccessMeasure.values())
                .map(access -> Gaps.of(
                                input(4, new Measures(access, List.of())), new RandomRelease(4).published(), step -> {})
                        .figures())
                .toList();
        assertThat(each.stream()
                        .map(figures -> figures.stream().map(Figure::gap).toList()))
                .doesNotHaveDuplicates();
        assertThat(each.stream()
                        .map(figures -> figures.stream().map(Figure::nearest).toList())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whatIsMeasuredStandsInTheFilesAndWhatIsNotKnownThereIsRefused() {
        Measures measures = new Measures(
                AccessMeasure.BALANCED,
                List.of(
                        Moment.parse("Mo10:00").orElseThrow(),
                        Moment.parse("Su07:05").orElseThrow()));
        var files = InputFiles.write(input(11, measures));
        String rules = InputFiles.text(files, InputFiles.RULES);
        assertThat(rules).contains("\"format\" : 3", "\"access\" : \"balanced\"", "[ \"Mo10:00\", \"Su07:05\" ]");
        assertThat(InputFiles.read(name -> InputFiles.text(files, name)).measures())
                .isEqualTo(measures);
        for (String[] wrong : new String[][] {
            {"balanced", "fair", "gap.json names no measure of access: fair"},
            {"Su07:05", "Su25:05", "gap.json has a time of the week that is none: Su25:05"},
            {"Su07:05", "Mo10:00", "gap.json names a time twice"},
            {": 3", ": 4", "gap.json is of another version of the program: its format is neither 2 nor 3"},
        }) {
            assertThat(catchThrowable(() -> InputFiles.read(name -> name.equals(InputFiles.RULES)
                            ? rules.replace(wrong[0], wrong[1])
                            : InputFiles.text(files, name))))
                    .isInstanceOf(GapException.class)
                    .hasMessage(wrong[2]);
        }
    }

    @Test
    void filesGiveBackWhatWasWritten() {
        GapInput input = input(11);
        var files = InputFiles.write(input);
        assertThat(InputFiles.text(files, InputFiles.RULES))
                .as("as runs of before were written, so that they can be computed again")
                .contains("\"format\" : 2")
                .doesNotContain("access", "times");
        GapInput read = InputFiles.read(name -> InputFiles.text(files, name));
        assertThat(InputFiles.write(read)).isEqualTo(files);
        assertThat(read.rules()).isEqualTo(input.rules());
        assertThat(read.streetsChanged()).isEqualTo(input.streetsChanged());
        assertThat(read.sites()).hasSameSizeAs(input.sites());
    }

    @Test
    void aPlaceThatIsNowhereOnTheEarthIsNamedToo() {
        var files = InputFiles.write(input(11));
        for (String place : List.of("NaN,43", "-105,Infinity", "-181,43")) {
            assertThat(catchThrowable(() -> InputFiles.read(name -> name.equals(InputFiles.ORIGINS)
                            ? "area_key,lon,lat,homes\nB01," + place + ",3\n"
                            : InputFiles.text(files, name))))
                    .isInstanceOf(GapException.class)
                    .hasMessage("line 2 of origins.csv cannot be read");
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsLine() {
        var files = InputFiles.write(input(11));
        assertThat(catchThrowable(() -> InputFiles.read(name -> name.equals(InputFiles.SITES)
                        ? "id,name,lon,lat,categories,capacity\na,A,east,43,housing,\n"
                        : InputFiles.text(files, name))))
                .isInstanceOf(GapException.class)
                .hasMessage("line 2 of sites.csv cannot be read");
    }
}
