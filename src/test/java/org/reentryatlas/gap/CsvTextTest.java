package org.reentryatlas.gap;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.geo.LonLat;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-A", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"})
    void noTextIsAFormulaToASpreadsheet(String text) {
        assertThat(CsvText.guarded(text)).isEqualTo("'" + text);
    }

    @Test
    void otherTextsStayAsTheyAre() {
        for (String text : List.of("", "08", "D1", "A=1", "é", "'=1")) {
            assertThat(CsvText.guarded(text)).isEqualTo(text);
        }
    }

    /** What is written is read as the very same degrees, so that a run computes with what its files say. */
    @ParameterizedTest
    @ValueSource(doubles = {-105.0900005, -105.0900015, -105.09000049999999, 0, -0.0000004, 43.5123455, 179.9999999})
    void roundedDegreesAreWrittenAsTheyAre(double degrees) {
        LonLat rounded = new LonLat(degrees, 0).rounded();
        assertThat(Double.parseDouble(CsvText.degrees(rounded.longitude()))).isEqualTo(rounded.longitude());
        assertThat(rounded.rounded()).isEqualTo(rounded);
        assertThat(Math.abs(rounded.longitude() - degrees)).isLessThanOrEqualTo(0.000_000_500_001);
    }
}
