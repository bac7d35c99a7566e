package org.reentryatlas.access;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class FalseDiscoveryTest {
    /** By Benjamini and Hochberg's own example: at 0.05 the first four of fifteen. */
    @Test
    void falseDiscoveriesAreControlledAsInThePaper() {
        double[] p = {
            0.0344, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000
        };
        double[] adjusted = FalseDiscovery.adjusted(p);
        assertThat(IntStream.range(0, 15).filter(i -> adjusted[i] <= 0.05)).containsExactly(1, 2, 3, 4);
        assertThat(adjusted[1]).isCloseTo(0.0015, within(1e-12));
        assertThat(adjusted[4]).isCloseTo(0.035625, within(1e-12));
        assertThat(adjusted[6]).as("that of the next, which is less").isEqualTo(adjusted[7]);
        assertThat(adjusted[14]).isEqualTo(1);
        assertThat(FalseDiscovery.adjusted(new double[] {0.02, 0.02})).containsExactly(0.02, 0.02);
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
        assertThatThrownBy(() -> FalseDiscovery.adjusted(new double[] {0.5, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p value 1 is NaN");
        assertThatThrownBy(() -> FalseDiscovery.adjusted(new double[] {1.5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p value 0 is 1.5");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 1.0",
        "0.5, 0.6170750774519738",
        "1.0, 0.31731050786291415",
        "1.959963984540054, 0.05000000000000004",
        "2.5, 0.012419330651552278",
        "2.9999, 0.0027006825659098496",
        "3.0001, 0.002698909826521434",
        "5.0, 5.733031437583892e-07",
        "8.0, 1.2441921148543639e-15",
        "20.0, 5.507248237212663e-89",
        "37.0, 1.1451142445050278e-299"
    })
    void twoSidedProbabilitiesAreThoseOfTheNormalDistribution(double z, double p) {
        assertThat(Normal.twoSided(z)).isCloseTo(p, within(1e-12 * p));
        assertThat(Normal.twoSided(-z)).isEqualTo(Normal.twoSided(z));
    }

    @Test
    void theFarTailIsNothing() {
        assertThat(Normal.twoSided(1e9)).isZero();
        assertThat(Normal.twoSided(38.9)).isNotNegative();
    }
}
