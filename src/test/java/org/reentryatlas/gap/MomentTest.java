package org.reentryatlas.gap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MomentTest {
    private static String at(String moment, String hours) {
        return Moment.parse(moment)
                .orElseThrow()
                .isWithin(hours)
                .map(isOpen -> isOpen ? "open" : "closed")
                .orElse("unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mo09:00 | Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-13:00 | open
            Mo12:00 | Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-13:00 | closed
            Sa12:59 | Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-13:00 | open
            Su12:00 | Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-13:00 | closed
            Su23:59 | 24/7                | open
            Sa01:30 | Fr 20:00-02:00      | open
            Mo01:30 | Su 20:00-02:00      | open
            Fr01:30 | Fr 20:00-02:00      | closed
            Su23:00 | Su 08:00-24:00      | open
            Mo00:00 | Su 08:00-24:00      | closed
            Mo09:00 | Sa-Mo 08:00-10:00   | open
            Tu09:00 | Mo-Fr 08:00-18:00; Tu 12:00-18:00 | closed
            Tu09:00 | Mo-Fr 08:00-18:00; PH off         | unknown
            Tu09:00 | Mo-Fr sunrise-18:00 | unknown
            Tu09:00 | Mo[1] 08:00-18:00   | unknown
            Tu09:00 | Jan Mo-Fr 08:00-18:00 | unknown
            Tu09:00 | Mo-Fr               | unknown
            Tu09:00 | by appointment      | unknown
            Tu09:00 | ''                  | unknown
            """)
    void hoursAreReadAsTheyAreWrittenOrNotAtAll(String moment, String hours, String expected) {
        assertThat(at(moment, hours)).isEqualTo(expected);
    }

    @Test
    void whatIsNoMomentIsNone() {
        for (String text : new String[] {"", "Mo", "Mo24:00", "Mo9:00", "mo09:00", "Mo09:60", "Xx09:00"}) {
            assertThat(Moment.parse(text)).as(text).isEmpty();
        }
    }
}
