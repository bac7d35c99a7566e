package org.reentryatlas.geo;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NearestPlaceTest {
    private static final double RADIUS = 6_371_008.8;

    /** The way along a great circle by Vincenty's formula on a sphere, which is exact at every distance. */
    private static double metres(LonLat one, LonLat other) {
        double phi = Math.toRadians(one.latitude());
        double psi = Math.toRadians(other.latitude());
        double lambda = Math.toRadians(other.longitude() - one.longitude());
        double x = Math.cos(phi) * Math.sin(psi) - Math.sin(phi) * Math.cos(psi) * Math.cos(lambda);
        double y = Math.cos(psi) * Math.sin(lambda);
        double z = Math.sin(phi) * Math.sin(psi) + Math.cos(phi) * Math.cos(psi) * Math.cos(lambda);
        return RADIUS * Math.atan2(Math.hypot(x, y), z);
    }

    @Provide
    Arbitrary<LonLat> places() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-180, 180),
                        Arbitraries.doubles().between(-90, 90))
                .as(LonLat::new);
    }

    @Provide
    Arbitrary<LonLat> placesOfACity() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-77.2, -76.8),
                        Arbitraries.doubles().between(38.7, 39.1))
                .as(LonLat::new);
    }

    @Property(tries = 500)
    void itIsTheNearestOfAllOnEarth(
            @ForAll("places") LonLat from, @ForAll List<@net.jqwik.api.From("places") LonLat> all) {
        check(from, all);
    }

    @Property(tries = 500)
    void itIsTheNearestOfAllInACity(
            @ForAll("placesOfACity") LonLat from, @ForAll List<@net.jqwik.api.From("placesOfACity") LonLat> all) {
        check(from, all);
    }

    private static void check(LonLat from, List<LonLat> all) {
        double nearest =
                all.stream().mapToDouble(place -> metres(from, place)).min().orElse(-1);
        assertThat(new NearestPlace(all).metres(from).orElse(-1)).isCloseTo(nearest, within(1.0));
    }

    @Test
    void theDateLineIsNoBorder() {
        NearestPlace place = new NearestPlace(List.of(new LonLat(-179.99, 52), new LonLat(179, 52)));
        assertThat(place.metres(new LonLat(179.99, 52)).orElseThrow()).isCloseTo(1_369, within(1.0));
    }
}
