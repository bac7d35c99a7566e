package org.reentryatlas.protect;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two solvers must find one bound, and where they do not, nothing is safe. */
class SecondOpinionTest {
    private static final Knowledge.Row TOGETHER = new Knowledge.Row(Sum.of(new int[] {3, 5}, 1), 18, 22, 0);

    private static SecondOpinion about(Knowledge.Row... rows) {
        return new SecondOpinion(new int[] {3, 5}, new double[] {4, 0}, new double[] {15, 100}, List.of(rows));
    }

    @Test
    void findsTheMostAndTheLeastOfASum() {
        Sum second = Sum.of(new int[] {5}, 1);
        assertThat(about(TOGETHER).highest(second)).isEqualTo(18);
        assertThat(about(TOGETHER).highest(second.negated())).isEqualTo(-3);
    }

    @Test
    void whatHasNoSolutionIsNoProof() {
        Knowledge.Row fewer = new Knowledge.Row(Sum.of(new int[] {3, 5}, 1), Double.NEGATIVE_INFINITY, 17, 1);
        assertThatThrownBy(() -> about(TOGETHER, fewer).highest(Sum.of(new int[] {5}, 1)))
                .isInstanceOf(ProtectionException.class)
                .hasMessageContaining("instead of a proof");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12.0009, true",
        "12, 12.01, false",
        "0, 0.00009, true",
        "0, 0.001, false",
        "5, NaN, false",
        "5, Infinity, false"
    })
    void boundsThatAreApartAreNotTaken(double first, double second, boolean agree) {
        if (agree) {
            assertThatCode(() -> Bounds.requireAgreement(first, second)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Bounds.requireAgreement(first, second))
                    .isInstanceOf(ProtectionException.class)
                    .hasMessageContaining("two solvers disagree");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Of whole tables, with needs and group quarters: the attack asks both solvers. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theSolversAgreeAboutTables(long seed) {
        TinyTable table = TinyTable.of(seed);
        List<Published> published =
                new Protection(table.policy()).protect(table.system()).cells();
        List<Knowledge.Row> rows = Knowledge.of(table.system(), published, table.policy(), Attack.RULE_BLIND);
        try (Bounds bounds = new Bounds(table.system(), table.system().truth(), rows, 10_000)) {
            for (int cell = 0; cell < published.size(); cell++) {
                Sum count = table.system().count(cell);
                if (count.size() > 0) {
                    assertThatCode(() -> bounds.requireSecondOpinion(count)).doesNotThrowAnyException();
                    assertThatCode(() -> bounds.requireSecondOpinion(count.negated()))
                            .doesNotThrowAnyException();
                }
            }
        }
    }
}
