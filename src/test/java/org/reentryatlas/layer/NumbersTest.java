package org.reentryatlas.layer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rates and quotients at their limits. A count is written as people read it: a number, "hidden", or 0 for a public zero. */
class NumbersTest {
    private static final Numbers CITY = numbers("1000", "400", 50_000);

    private static Numbers numbers(String people, @Nullable String housing, @Nullable Integer residents) {
        Map<String, Count> counts = new LinkedHashMap<>();
        counts.put("people", count(people));
        if (housing != null) {
            counts.put("housing", count(housing));
        }
        return new Numbers(
                counts,
                Map.of(),
                residents == null ? null : new Residents(residents, "stated", "tracts", LocalDate.of(2020, 1, 1)));
    }

    private static Count count(String text) {
        return switch (text) {
            case "hidden" -> new Count("hidden", null);
            case "0" -> new Count("zero", 0);
            default -> new Count("shown", Integer.valueOf(text));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "30, 1500, 20, shown",
        "35, 2999, 11.7, shown",
        "1235, 1000000, 1.24, shown",
        "15, 1000000, 0.015, shown",
        "20, 100, 200, shown",
        "25, 100, , large_share",
        "20, 99, , few_residents",
        "15, 0, , few_residents",
        "15, , , residents_unknown",
        "hidden, 1500, , hidden",
        "hidden, , , hidden",
        "hidden, 0, , hidden",
        "0, 1500, 0, shown",
        "0, 99, , few_residents",
        "0, , , residents_unknown"
    })
    void aRateIsPerThousandResidentsWhereEnoughAreKnown(
            String people, @Nullable Integer residents, @Nullable Double rate, String status) {
        assertThat(numbers(people, null, residents).rate("people")).isEqualTo(new Figure(rate, status));
    }

    @ParameterizedTest
    @CsvSource({
        "40, 2000, 1, shown",
        "60, 2000, 1.5, shown",
        "0, 2000, 0, shown",
        "hidden, 2000, , hidden",
        "40, , , residents_unknown",
        "40, 99, , few_residents",
        "40, 150, , large_share"
    })
    void peopleAreComparedAmongResidents(
            String people, @Nullable Integer residents, @Nullable Double quotient, String status) {
        assertThat(numbers(people, null, residents).quotient("people", CITY)).isEqualTo(new Figure(quotient, status));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 40, 1, shown",
        "100, 60, 1.5, shown",
        "30, 20, 1.67, shown",
        "100, hidden, , hidden",
        "hidden, 40, , hidden",
        "0, 0, , nobody"
    })
    void aNeedIsComparedAmongPeopleWhoeverLivesThere(
            String people, String housing, @Nullable Double quotient, String status) {
        assertThat(numbers(people, housing, null).quotient("housing", CITY)).isEqualTo(new Figure(quotient, status));
    }

    @ParameterizedTest
    @CsvSource({
        "hidden, 400, 50000, hidden, hidden",
        "1000, hidden, 50000, shown, hidden",
        "1000, 400, , residents_unknown, shown",
        "0, 0, 50000, nobody, nobody",
        "1000, , 50000, shown, no_data"
    })
    void aQuotientNeedsTheWholeToo(
            String people, @Nullable String housing, @Nullable Integer residents, String ofPeople, String ofHousing) {
        Numbers whole = numbers(people, housing, residents);
        Numbers area = numbers("100", "60", 2000);
        assertThat(area.quotient("people", whole).status()).isEqualTo(ofPeople);
        assertThat(area.quotient("housing", whole).status()).isEqualTo(ofHousing);
        assertThat(area.quotient("people", Numbers.NONE).status()).isEqualTo("no_data");
    }

    @ParameterizedTest
    @CsvSource({"15, true", "19, true", "20, false", "0, false", "hidden, "})
    void whatCountsFewerThanTwentyIsUnstable(String people, @Nullable Boolean unstable) {
        assertThat(count(people).unstable()).isEqualTo(unstable);
    }

    @ParameterizedTest
    @CsvSource({"20, 11, 24", "30, 25, 34", "1840, 1835, 1844", "0, 0, 0", "hidden, , "})
    void aBandSaysFromWhereToWhere(String middle, @Nullable Integer low, @Nullable Integer high) {
        Count count = count(middle);
        assertThat(Band.of(count, 10, 11)).isEqualTo(new Band(count.status(), count.value(), low, high));
    }

    @Test
    void whatIsHiddenLeavesNothingButItsStatus() {
        Map<String, @Nullable Object> properties =
                numbers("hidden", "hidden", 2000).properties(CITY);
        properties
                .keySet()
                .removeAll(List.of("residents", "residents_method", "residents_source", "residents_source_from"));
        assertThat(properties).hasSize(14);
        properties.forEach((name, value) -> assertThat(value).as(name).isIn(null, "hidden"));
    }
}
