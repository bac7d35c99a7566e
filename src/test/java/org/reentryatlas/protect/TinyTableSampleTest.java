package org.reentryatlas.protect;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of the first seeds, for whoever has no minute: the same property as {@link TinyTableTest} holds for many. */
class TinyTableSampleTest {
    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsHiddenCannotBeProved(long seed) {
        TinyTable table = TinyTable.of(seed);
        Protection.Outcome outcome = new Protection(table.policy()).protect(table.system());
        assertThat(new TinyAttack(table, outcome.cells()).breach(outcome.left() == 0))
                .isEmpty();
    }
}
