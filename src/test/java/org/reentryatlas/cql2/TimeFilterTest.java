package org.reentryatlas.cql2;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reentryatlas.cql2.Sample.SITE;
import static org.reentryatlas.cql2.Sample.row;
import static org.reentryatlas.cql2.Sample.truth;

/** Dates, timestamps and intervals; the site is of 2020-01-15 to 2024-06-30, seen 2024-03-01 12:00 and gone a day later. */
class TimeFilterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "T_AFTER(since, DATE('2020-01-14'))",
                "t_before(since, date('2020-01-16')) and not t_before(since, since)",
                "T_DISJOINT(since, DATE('2020-01-14')) and T_EQUALS(since, DATE('2020-01-15'))",
                "T_INTERSECTS(since, INTERVAL('2020-01-15', '..')) and T_INTERSECTS(since, since)",
                "T_EQUALS(INTERVAL('2020-01-15', '2020-01-15'), since)",
                "T_AFTER(seen, INTERVAL('2021-01-01T00:00:00Z', '2021-12-31T23:59:59Z'))",
                "T_BEFORE(INTERVAL('..', '2024-03-01T11:59:59Z'), INTERVAL(seen, gone))",
                "T_EQUALS(INTERVAL(since, until), INTERVAL('2020-01-15', '2024-06-30'))",
                "T_CONTAINS(INTERVAL(since, until), INTERVAL('2021-01-01', '2021-12-31'))",
                "T_DURING(INTERVAL(seen, gone), INTERVAL('2024-01-01T00:00:00Z', '..'))",
                "T_FINISHES(INTERVAL(seen, gone), INTERVAL('..', '2024-03-02T12:00:00Z'))",
                "T_FINISHEDBY(INTERVAL('..', until), INTERVAL(since, until))",
                "T_MEETS(INTERVAL(since, until), INTERVAL('2024-06-30', '2025-01-01'))",
                "T_METBY(INTERVAL(since, until), INTERVAL('2019-01-01', '2020-01-15'))",
                "T_OVERLAPS(INTERVAL(since, until), INTERVAL('2024-01-01', '2025-01-01'))",
                "T_OVERLAPPEDBY(INTERVAL(since, until), INTERVAL('2019-01-01', '2021-01-01'))",
                "T_STARTS(INTERVAL(since, until), INTERVAL('2020-01-15', '..'))",
                "T_STARTEDBY(INTERVAL(since, until), INTERVAL('2020-01-15', '2020-01-16'))",
                "T_EQUALS(INTERVAL('..', '..'), INTERVAL('..', '..')) and T_INTERSECTS(INTERVAL('..', '..'), seen)"
            })
    void isTrueOfTheSite(String filter) {
        assertThat(truth(filter, SITE)).isEqualTo(Truth.TRUE);
    }

    @Test
    void nothingIsKnownOfAnIntervalThatEndsBeforeItStarts() {
        assertThat(truth("T_INTERSECTS(INTERVAL(until, since), INTERVAL('..', '2030-01-01'))", SITE))
                .isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "AFTER, BEFORE",
        "CONTAINS, DURING",
        "FINISHEDBY, FINISHES",
        "METBY, MEETS",
        "OVERLAPPEDBY, OVERLAPS",
        "STARTEDBY, STARTS"
    })
    void oneIsTheOtherTheOtherWayRound(TimeRelation one, TimeRelation other) {
        for (int code = 0; code < 256; code++) {
            int a = code & 3;
            int b = code >> 2 & 3;
            int c = code >> 4 & 3;
            int d = code >> 6;
            if (a <= b && c <= d) {
                assertThat(one.holds(a, b, c, d)).isEqualTo(other.holds(c, d, a, b));
            }
        }
    }

    /** Allen's thirteen relations, of proper intervals: one and only one holds of two. */
    @Property
    void oneOfThirteenHolds(
            @ForAll @IntRange(max = 4) int start1,
            @ForAll @IntRange(min = 1, max = 3) int length1,
            @ForAll @IntRange(max = 4) int start2,
            @ForAll @IntRange(min = 1, max = 3) int length2) {
        Row row = row(Map.of("seen", second(start1), "gone", second(start1 + length1)));
        String other = "INTERVAL('" + second(start2) + "', '" + second(start2 + length2) + "')";
        List<String> allen = List.of(
                "AFTER",
                "BEFORE",
                "CONTAINS",
                "DURING",
                "EQUALS",
                "FINISHEDBY",
                "FINISHES",
                "MEETS",
                "METBY",
                "OVERLAPPEDBY",
                "OVERLAPS",
                "STARTEDBY",
                "STARTS");
        assertThat(allen)
                .filteredOn(name -> truth("T_" + name + "(INTERVAL(seen, gone), " + other + ")", row) == Truth.TRUE)
                .hasSize(1);
    }

    private static Instant second(int number) {
        return Instant.parse("2024-01-01T00:00:00Z").plusSeconds(number);
    }
}
