package org.reentryatlas.protect;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Two small cities of those that {@code scripts/bench protect} makes, and each way to break the protection once. */
class SeededCityTest {
    private static final SeededCity.Size SMALL = new SeededCity.Size(600, 2, 6, 3);
    private static final int NEEDS = 2;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 12})
    void nothingIsGivenAwayOfACityWithLinesThatNearlyCoincide(long seed) {
        CellSystem system = new SeededCity(seed, SMALL, NEEDS).system(SeededCity.LAYERS);
        List<Published> cells =
                new Protection(CityMutation.POLICY).protect(system).cells();
        assertThat(cells).hasAtLeastOneElementOfType(Published.Shown.class).contains(Published.HIDDEN);
        CityAudit.Release release = new CityAudit.Release(system, cells, CityMutation.POLICY, false);
        assertThat(CityAudit.breaches(release)).isEmpty();
        assertThat(new Outsider(system, cells, CityMutation.POLICY, step -> {})
                        .attack(CityMutation.POLICY.knownMembers())
                        .isSafe())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theAuditFindsABrokenProtection(CityMutation mutation) {
        SeededCity city = new SeededCity(9, SMALL, NEEDS);
        CellSystem system = city.system(SeededCity.LAYERS);
        List<Published> cells =
                new Protection(CityMutation.POLICY).protect(system).cells();
        assertThat(CityAudit.isBroken(mutation.release(city, system, cells))).isTrue();
    }
}
