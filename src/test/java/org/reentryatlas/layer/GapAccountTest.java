package org.reentryatlas.layer;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GapAccountTest {
    @Test
    void aValueMayHaveWhateverCsvCanHold() {
        assertThat(GapAccount.read("""
                        mode,category,what,value
                        walk,,ways,streets
                        walk,food,"not ""reached"", so","two
                        lines, 3"
                        """))
                .containsExactly(
                        new GapRun.Entry("walk", "", "ways", "streets"),
                        new GapRun.Entry("walk", "food", "not \"reached\", so", "two\nlines, 3"));
    }

    @Test
    void columnsAreFoundByTheirNamesAndAMissingOneIsNamed() {
        assertThat(GapAccount.read("value,what,category,mode\n4,sites,food,drive\n"))
                .containsExactly(new GapRun.Entry("drive", "food", "sites", "4"));
        assertThatThrownBy(() -> GapAccount.read("mode,category,what\nwalk,food,sites\n"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("value");
    }
}
