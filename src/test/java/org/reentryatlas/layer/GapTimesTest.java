package org.reentryatlas.layer;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GapTimesTest {
    private static final String HEADER = "mode,category,level,area_key,time,sites_open,sites_hours_unknown,nearest_s,"
            + "within_30_low,within_30_high\n";

    /** The name of a city may have a comma, and minutes are rounded as everywhere. */
    @Test
    void itReadsTheLinesOfALevelAsTheyAreWritten() {
        String text = HEADER
                + "walk,food,beat,101,Mo10:00,1,0,90,50,60\n"
                + "walk,food,city,\"Washington, DC\",Mo10:00,3,1,629,40,55\n"
                + "walk,food,city,\"Washington, DC\",Su10:00,0,1,,,\n";
        assertThat(GapTimes.read(text, "city"))
                .isEqualTo(List.of(
                        new GapRun.Open("walk", "food", "Mo10:00", 3, 1, OptionalInt.of(10), 40, 55),
                        new GapRun.Open("walk", "food", "Su10:00", 0, 1, OptionalInt.empty(), null, null)));
    }

    @Test
    void aColumnThatIsMissingIsNamed() {
        assertThatThrownBy(() -> GapTimes.read(HEADER.replace(",time", "") + "walk,food,city,x,3,1,9,4,5\n", "city"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("time");
    }
}
