package org.reentryatlas.outreach;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HolidaysTest {
    @Test
    void aHolidayOfAWeekendIsKeptBesideItToo() {
        assertThat(Holidays.of("us").between(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 8, 1)))
                .containsExactly(LocalDate.of(2027, 7, 4), LocalDate.of(2027, 7, 5));
        assertThat(Holidays.of("us").between(LocalDate.of(2027, 12, 20), LocalDate.of(2028, 1, 1)))
                .as("Christmas, and a New Year's Day of which the Friday before is kept")
                .containsExactly(LocalDate.of(2027, 12, 24), LocalDate.of(2027, 12, 25), LocalDate.of(2027, 12, 31));
    }

    @Test
    void aPartOfACountryHasItsOwn() {
        LocalDate day = LocalDate.of(2027, 10, 11);
        assertThat(Holidays.of("us").between(day, day.plusDays(1))).isEmpty();
        assertThat(Holidays.of("us-dc").between(day, day.plusDays(1))).containsExactly(day);
        assertThat(Holidays.of("none").between(day, day.plusYears(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "xx", "us-", "us-xx", "us-dc-xx", "../us", "US"})
    void whatIsNoCalendarIsRefused(String code) {
        assertThatThrownBy(() -> Holidays.of(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no known calendar");
    }

    @Test
    void namesAreInTheLanguageWhereSomebodyHasPutThemIntoIt() {
        EventWords english = new EventWords(Locale.US);
        EventWords spanish = new EventWords(Locale.forLanguageTag("es"));
        Holidays holidays = Holidays.of("us");
        LocalDate from = LocalDate.of(2026, 1, 1);
        assertThat(holidays.named(from, from.plusYears(1), english))
                .extracting(Holidays.Named::name)
                .contains("Thanksgiving Day", "Labor Day", "Independence Day (observed)")
                .doesNotHaveDuplicates();
        assertThat(holidays.named(from, from.plusYears(1), spanish))
                .hasSameSizeAs(holidays.named(from, from.plusYears(1), english))
                .extracting(Holidays.Named::name)
                .contains("Día de Acción de Gracias", "Navidad")
                .doesNotContainAnyElementsOf(holidays.named(from, from.plusYears(1), english).stream()
                        .map(Holidays.Named::name)
                        .toList());
        assertThat(holidays.named(from, from.plusYears(1), english))
                .extracting(Holidays.Named::day)
                .containsExactlyInAnyOrderElementsOf(holidays.between(from, from.plusYears(1)));
    }
}
