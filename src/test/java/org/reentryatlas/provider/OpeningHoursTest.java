package org.reentryatlas.provider;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningHoursTest {
    private static String read(String text) {
        return OpeningHours.parse(text)
                .map(week -> week.stream()
                        .map(opening -> opening.weekday() + " " + opening.opens() + "-" + opening.closes())
                        .collect(Collectors.joining(", ")))
                .orElse("?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo-Tu 09:00-17:00; Sa 10:00-14:00 | 1 09:00-17:00, 2 09:00-17:00, 6 10:00-14:00",
                "Monday - Tuesday 9 am to 5 pm | 1 09:00-17:00, 2 09:00-17:00",
                "8:15 am - 4:45 pm, Monday, Wednesday | 1 08:15-16:45, 3 08:15-16:45",
                "Noon - 9:00 pm, Thursday; 8:30 am - 6:00 pm, Saturday - Sunday"
                        + " | 4 12:00-21:00, 6 08:30-18:00, 7 08:30-18:00",
                "Mon 9am-5pm, Sat 10am-12pm | 1 09:00-17:00, 6 10:00-12:00",
                "monday: 8:30 AM - 12:00 PM, 1:00 PM - 4:00 PM; sunday: Closed | 1 08:30-12:00, 1 13:00-16:00",
                "Sa-Mo 22:00-02:00 | 1 22:00-02:00, 6 22:00-02:00, 7 22:00-02:00",
                "Fr 6 pm - midnight | 5 18:00-24:00",
                "Fr midnight - 6 am | 5 00:00-06:00"
            })
    void readsWhatPeopleWrite(String text, String week) {
        assertThat(read(text)).isEqualTo(week);
    }

    @Test
    void aroundTheClockIsEveryDay() {
        assertThat(read("Open 24 hours")).startsWith("1 00:00-24:00, 2 ").endsWith("7 00:00-24:00");
        assertThat(read("24/7")).isEqualTo(read("Open 24 hours"));
        assertThat(read("Daily 9am-5pm")).startsWith("1 09:00-17:00").endsWith("7 09:00-17:00");
        assertThat(read("Weekdays 9am-5pm")).endsWith("5 09:00-17:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon-Fri 9-5",
                "Mon-Fri 8:30 - 5:00 pm",
                "Mon-Fri 9am-5pm, intake by phone",
                "24/7 shelter, office hours Mon-Fri 9am-5pm",
                "2nd & 4th Thursday 12pm-1:30pm",
                "Mon-Fri",
                "9am-5pm",
                "Mon-Fri 9am",
                "Mo 25:00-26:00",
                "call for hours",
                "-",
                "Mo - 9am-5pm"
            })
    void whatIsDoubtfulIsNotRead(String text) {
        assertThat(read(text)).isEqualTo("?");
    }

    @Test
    void readsTimesAndDaysAlone() {
        assertThat(OpeningHours.time("9:00am")).contains("09:00");
        assertThat(OpeningHours.time("18:00:00")).contains("18:00");
        assertThat(OpeningHours.time("9")).isEmpty();
        assertThat(OpeningHours.weekday("Wednesday")).isEqualTo(3);
        assertThat(OpeningHours.weekday("SU")).isEqualTo(7);
        assertThat(OpeningHours.weekday("Someday")).isZero();
    }
}
