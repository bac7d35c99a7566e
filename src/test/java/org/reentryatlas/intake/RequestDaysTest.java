package org.reentryatlas.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The spellings of days in exports of service requests. */
class RequestDaysTest {
    private static final ZoneId DENVER = ZoneId.of("America/Denver");

    @ParameterizedTest
    @CsvSource({
        "2026-06-30,2026-06-30",
        "2026-06-30T23:15:54,2026-06-30",
        "2026-06-30T23:15:54.123,2026-06-30",
        "2026-06-30 23:15,2026-06-30",
        // Six hours behind in summer.
        "2026-06-30T05:15:54.000Z,2026-06-29",
        "2026-06-30T06:15:54Z,2026-06-30",
        "2026/06/30 05:15:54+00,2026-06-29",
        "2026-06-30T23:15:54-06:00,2026-06-30",
        "2026-06-30T23:15:54-0400,2026-06-30",
        "6/30/2026,2026-06-30",
        "06/30/2026 11:15:54 PM,2026-06-30",
        "6/30/2026 23:15,2026-06-30",
        // Half past five in the morning, in Greenwich.
        "1782797400000,2026-06-29"
    })
    void aDayIsReadInTheZoneOfTheCity(String value, LocalDate day) {
        assertThat(RequestDays.read(value, DENVER)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/6/2026",
                "2026-02-30",
                "2026-6-30",
                "yesterday",
                "20260630",
                "1026-06-30",
                "2026-06-30T25:00:00",
                "2/30/2026",
                "99999999999999"
            })
    void whatIsNoDayIsNotGuessed(String value) {
        assertThat(RequestDays.read(value, DENVER)).isEmpty();
    }
}
