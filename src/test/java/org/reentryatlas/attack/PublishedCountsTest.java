package org.reentryatlas.attack;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.protect.Interval;
import org.reentryatlas.protect.Policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublishedCountsTest {
    private static final Policy POLICY = new Policy(11, 5, 3, 0);

    private static Map<String, String> area(String level, String key, String parentLevel, String parent) {
        return Map.of("level", level, "area_key", key, "parent_level", parentLevel, "parent_key", parent);
    }

    private static Map<String, String> cell(String measure, String level, String key, String status, String value) {
        return Map.of("measure", measure, "level", level, "area_key", key, "status", status, "value", value);
    }

    private static ReleaseFiles release(List<Map<String, String>> cells) {
        return release(List.of(), cells);
    }

    private static ReleaseFiles release(List<Map<String, String>> atoms, List<Map<String, String>> cells) {
        return new ReleaseFiles(
                "2026-06-30.1",
                List.of(),
                POLICY,
                atoms,
                List.of(
                        area("beat", "1", "city", "all"),
                        area("beat", "2", "city", "all"),
                        area("city", "all", "", "")),
                cells,
                Map.of());
    }

    private static Interval range(PublishedCounts counts, String measure, String level, String key) {
        return counts.range(measure, new PublishedCounts.Area(level, key));
    }

    @Test
    void whatIsHiddenIsWhatTheAreaAboveLeaves() {
        PublishedCounts counts = PublishedCounts.of(
                release(List.of(
                        cell("people", "beat", "1", "shown", "60"),
                        cell("people", "beat", "2", "hidden", ""),
                        cell("people", "city", "all", "shown", "100"))),
                "beat");
        assertThat(range(counts, "people", "beat", "1")).isEqualTo(new Interval(58, 62));
        assertThat(range(counts, "people", "beat", "2")).isEqualTo(new Interval(36, 44));
        assertThat(range(counts, "people", "city", "all")).isEqualTo(new Interval(98, 102));
    }

    /** Of tracts that were loaded for a part of the city only, the rest may have as many as the city leaves. */
    @Test
    void whereAnAreaReachesBeyondItsPartsItBoundsThemFromAboveOnly() {
        List<Map<String, String>> cells = List.of(
                cell("people", "beat", "1", "shown", "20"),
                cell("people", "beat", "2", "hidden", ""),
                cell("people", "city", "all", "shown", "100"));
        PublishedCounts counts = PublishedCounts.of(
                release(List.of(Map.of("beat", "1"), Map.of("beat", "2"), Map.of("city", "all")), cells), "beat");
        assertThat(range(counts, "people", "beat", "1")).isEqualTo(new Interval(18, 22));
        assertThat(range(counts, "people", "beat", "2")).isEqualTo(new Interval(0, 84));
        assertThat(range(counts, "people", "city", "all")).isEqualTo(new Interval(98, 102));
    }

    @Test
    void noNeedHasMorePeopleThanThereAre() {
        PublishedCounts counts = PublishedCounts.of(
                release(List.of(
                        cell("people", "beat", "1", "shown", "20"),
                        cell("people", "beat", "2", "shown", "100"),
                        cell("people", "city", "all", "shown", "120"),
                        cell("need_food", "beat", "1", "hidden", ""),
                        cell("need_food", "beat", "2", "hidden", ""),
                        cell("need_food", "city", "all", "shown", "110"))),
                "beat");
        assertThat(range(counts, "need_food", "beat", "1")).isEqualTo(new Interval(6, 22));
        assertThat(range(counts, "need_food", "beat", "2")).isEqualTo(new Interval(86, 102));
    }

    @Test
    void aZeroIsNobody() {
        PublishedCounts counts = PublishedCounts.of(
                release(List.of(
                        cell("people", "beat", "1", "zero", "0"),
                        cell("people", "beat", "2", "hidden", ""),
                        cell("people", "city", "all", "shown", "50"))),
                "beat");
        assertThat(range(counts, "people", "beat", "1")).isEqualTo(new Interval(0, 0));
        assertThat(range(counts, "people", "beat", "2")).isEqualTo(new Interval(48, 52));
    }

    @Test
    void whatContradictsItselfAndWhatLeavesAllOpenIsSaid() {
        assertThatThrownBy(() -> PublishedCounts.of(
                        release(List.of(
                                cell("people", "beat", "1", "shown", "60"),
                                cell("people", "beat", "2", "shown", "60"),
                                cell("people", "city", "all", "shown", "20"))),
                        "beat"))
                .hasMessageContaining("contradict");
        PublishedCounts open = PublishedCounts.of(
                release(List.of(
                        cell("people", "beat", "1", "hidden", ""),
                        cell("people", "beat", "2", "hidden", ""),
                        cell("people", "city", "all", "hidden", ""))),
                "beat");
        assertThatThrownBy(() -> range(open, "people", "beat", "1"))
                .hasMessageContaining("leaves open the number of people in beat 1");
        assertThatThrownBy(() -> PublishedCounts.of(release(List.of()), "tract"))
                .hasMessageContaining("no areas of level tract");
    }

    @Test
    void areasInEachOtherAndUnknownStatusesAreSaid() {
        ReleaseFiles round = new ReleaseFiles(
                "2026-06-30.1",
                List.of(),
                POLICY,
                List.of(),
                List.of(area("beat", "1", "city", "all"), area("city", "all", "beat", "1")),
                List.of(),
                Map.of());
        assertThatThrownBy(() -> PublishedCounts.of(round, "beat")).hasMessageContaining("in each other");
        assertThatThrownBy(
                        () -> PublishedCounts.of(release(List.of(cell("people", "beat", "1", "secret", ""))), "beat"))
                .hasMessageContaining("a status secret");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theTrueCountAlwaysLiesWithin(long seed) {
        RandomRelease city = new RandomRelease(seed);
        PublishedCounts counts = PublishedCounts.of(city.published(), "beat");
        assertThat(counts.areas()).hasSize(12 + 4 + 2 + 1);
        for (String measure : List.of(PublishedCounts.PEOPLE, RandomRelease.NEED)) {
            for (PublishedCounts.Area area : counts.areas()) {
                Interval range = counts.range(measure, area);
                assertThat(city.count(measure, area)).as("%s %s", measure, area).isBetween(range.low(), range.high());
            }
        }
    }
}
