package org.reentryatlas.protect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PolicyTest {
    @ParameterizedTest(name = "k {0}, base {1}, addresses {2}")
    @CsvSource({
        "10, 5, 3, k is 10",
        "0, 5, 3, k is 0",
        "11, 0, 3, rounding base",
        "11, 12, 3, rounding base",
        "11, 5, 2, fewest addresses"
    })
    void cannotBeWeakened(int k, int base, int addresses, String message) {
        assertThatThrownBy(() -> new Policy(k, base, addresses))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void mayBeAsWeakAsItsLimits() {
        assertThat(new Policy(11, 1, 3, 0).leastOfUnknown()).isEqualTo(11);
        assertThat(new Policy(12, 12, 3, 4).leastOfUnknown()).isEqualTo(16);
        assertThatThrownBy(() -> new Policy(11, 5, 3, -1)).hasMessageContaining("known members");
    }
}
