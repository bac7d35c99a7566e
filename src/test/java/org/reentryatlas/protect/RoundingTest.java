package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RoundingTest {
    /** What a band says of a count is what the layer prints: 11 to 24, 25 to 34 and so on. */
    @ParameterizedTest
    @CsvSource({"11, 20, 11, 24", "24, 20, 11, 24", "25, 30, 25, 34", "34, 30, 25, 34", "1839, 1840, 1835, 1844"})
    void aBandIsARoundingToALargerBase(int count, int middle, int low, int high) {
        Rounding rounding = Rounding.of(OptionalInt.of(10), Policy.DEFAULT);
        assertThat(rounding.round(count)).isEqualTo(middle);
        assertThat(rounding.interval(middle, OptionalInt.empty())).isEqualTo(new Interval(low, high));
    }

    @ParameterizedTest(name = "{0} people, base {1}: published {2}")
    @CsvSource({
        "11, 5, 15",
        "12, 5, 15",
        "13, 5, 15",
        "17, 5, 15",
        "18, 5, 20",
        "22, 5, 20",
        "23, 5, 25",
        "11, 1, 11",
        "12, 1, 12",
        "11, 10, 20",
        "24, 10, 20",
        "25, 10, 30",
        "11, 4, 12",
        "13, 4, 12",
        "14, 4, 16"
    })
    void roundsToTheNearestMultipleThatIsNotBelowK(int count, int base, int published) {
        assertThat(new Rounding(new Policy(11, base, 3)).round(count)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "10"})
    void refusesToPublishASmallCount(int count) {
        assertThatThrownBy(() -> new Rounding(Policy.DEFAULT).round(count))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} people after {1}: published {2}")
    @CsvSource({"43, 40, 40", "44, 40, 45", "37, 40, 40", "36, 40, 35", "11, 15, 15", "19, 15, 20", "18, 15, 15"})
    void sticksToTheValueBeforeUntilTheCountIsFourAwayFromIt(int count, int before, int published) {
        assertThat(new Rounding(Policy.DEFAULT).round(count, OptionalInt.of(before)))
                .isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"15, true", "20, true", "10, false", "0, false", "17, false"})
    void aValueOfOtherRulesIsKnownAsSuch(int value, boolean isValue) {
        assertThat(new Rounding(Policy.DEFAULT).isValue(value)).isEqualTo(isValue);
    }

    /** For every base, and whatever was shown before: the least and the most of the counts that give what is shown. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 11})
    void whatAValueSaysIsWhichCountsGiveIt(int base) {
        Rounding rounding = new Rounding(new Policy(11, base, 3));
        List<OptionalInt> befores = new ArrayList<>(List.of(OptionalInt.empty()));
        IntStream.range(11, 60)
                .filter(rounding::isValue)
                .mapToObj(OptionalInt::of)
                .forEach(befores::add);
        for (OptionalInt before : befores) {
            NavigableMap<Integer, Interval> counts = new TreeMap<>();
            for (int count = 11; count < 100; count++) {
                Interval one = new Interval(count, count);
                counts.merge(rounding.round(count, before), one, (low, high) -> new Interval(low.low(), high.high()));
            }
            counts.headMap(80, false)
                    .forEach((value, interval) -> assertThat(rounding.interval(value, before))
                            .as("%d after %s", value, before)
                            .isEqualTo(interval));
        }
    }

    @Property
    void theIntervalOfAPublishedValueHoldsExactlyTheCountsThatRoundToIt(
            @ForAll @IntRange(min = 11, max = 40) int k,
            @ForAll @IntRange(min = 1, max = 11) int base,
            @ForAll @IntRange(min = 0, max = 500) int above) {
        Rounding rounding = new Rounding(new Policy(k, base, 3));
        int count = k + above;
        int published = rounding.round(count);
        Interval interval = rounding.interval(published, OptionalInt.empty());
        assertThat(published).isGreaterThanOrEqualTo(k);
        assertThat(count).isBetween(interval.low(), interval.high());
        assertThat(rounding.round(interval.low())).isEqualTo(published);
        assertThat(rounding.round(interval.high())).isEqualTo(published);
        assertThat(rounding.round(interval.high() + 1)).isNotEqualTo(published);
        assertThat(interval.low() == k || rounding.round(interval.low() - 1) != published)
                .isTrue();
    }

    /** Over any two releases: what an attacker can take from both values holds the count, and no more than it must. */
    @Property
    void theIntervalAfterAnEarlierValueHoldsExactlyTheCountsThatGiveTheValue(
            @ForAll @IntRange(min = 11, max = 300) int before, @ForAll @IntRange(min = 11, max = 300) int now) {
        Rounding rounding = new Rounding(Policy.DEFAULT);
        OptionalInt earlier = OptionalInt.of(rounding.round(before));
        int published = rounding.round(now, earlier);
        Interval interval = rounding.interval(published, earlier);
        for (int count = 11; count <= 310; count++) {
            boolean gives = rounding.round(count, earlier) == published;
            assertThat(!gives || (count >= interval.low() && count <= interval.high()))
                    .as("%d gives %d after %s", count, published, earlier)
                    .isTrue();
        }
        assertThat(rounding.round(interval.low(), earlier)).isEqualTo(published);
        assertThat(rounding.round(interval.high(), earlier)).isEqualTo(published);
    }

    @Property
    void aValueMovesOnlyWhenTheCountIsFourAway(
            @ForAll @IntRange(min = 11, max = 300) int now, @ForAll @IntRange(min = 3, max = 60) int fives) {
        OptionalInt earlier = OptionalInt.of(5 * fives);
        boolean moves = new Rounding(Policy.DEFAULT).round(now, earlier) != 5 * fives;
        assertThat(moves && Math.abs(now - 5 * fives) < 4).isFalse();
    }
}
