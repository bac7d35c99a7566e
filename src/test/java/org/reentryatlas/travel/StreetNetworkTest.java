package org.reentryatlas.travel;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Stretch.Direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

/** Networks of lines as files have them, and of such as they should not have. */
class StreetNetworkTest {
    private static final double STEP = 0.001;

    private static LonLat at(double east, double north) {
        return new LonLat(-105.1 + east * STEP, 43.5 + north * STEP);
    }

    private static StreetNetwork network(List<List<LonLat>> lines) {
        StreetNetwork.Builder network = new StreetNetwork.Builder();
        lines.forEach(line -> network.add(line, Road.LOCAL, Direction.BOTH, 0));
        return network.build();
    }

    private static double metres(StreetNetwork network) {
        return network.stretches().stream().mapToDouble(Stretch::metres).sum();
    }

    /** A turning circle at the end of a street, shorter than what is parted. */
    @ParameterizedTest
    @EnumSource(names = {"WALK", "DRIVE"})
    void aLoopTakesNobodyAnywhereAndStopsNothing(Mode mode) {
        StreetNetwork network = network(List.of(
                List.of(at(0, 0), at(10, 0)), List.of(at(10, 0), at(10.2, 0), at(10.2, 0.2), at(10, 0.2), at(10, 0))));
        try (Travel travel = new Travel(network, mode, List.of(at(0, 0), at(10.2, 0.2)))) {
            assertThat(travel.nodesLeftOut()).isZero();
            int[] seconds = travel.secondsTo(at(10, 0));
            assertThat((double) seconds[0])
                    .isCloseTo(Mode.seconds(at(0, 0).metresTo(at(10, 0)), mode.kmh()), within(1.0));
            assertThat(seconds[1]).as("on foot to the crossing").isLessThan(40);
        }
    }

    @Test
    void aLongLoopIsARoundOfSeveralStretches() {
        StreetNetwork network = network(List.of(List.of(at(0, 0), at(5, 0), at(5, 5), at(0, 5), at(0, 0))));
        assertThat(network.nodes()).hasSameSizeAs(network.stretches()).hasSizeGreaterThan(8);
        assertThat(metres(network))
                .isCloseTo(2 * (at(0, 0).metresTo(at(5, 0)) + at(0, 0).metresTo(at(0, 5))), within(5.0));
    }

    @Test
    void whatHasNoLengthIsLeftOutWithItsNodes() {
        for (List<LonLat> line : List.of(
                List.<LonLat>of(),
                List.of(at(3, 3)),
                List.of(at(3, 3), at(3, 3)),
                List.of(at(3, 3), at(3, 3), at(3, 3)))) {
            assertThat(network(List.of(line))).as("%d corners", line.size()).isEqualTo(network(List.of()));
        }
        assertThat(network(List.of(List.of(at(0, 0), at(0, 0), at(1, 0), at(1, 0)))))
                .as("a corner that is written twice")
                .isEqualTo(network(List.of(List.of(at(0, 0), at(1, 0)))));
    }

    @ParameterizedTest
    @EnumSource(names = {"WALK", "DRIVE"})
    void ofTwoLinesOneOverTheOtherTheFasterCounts(Mode mode) {
        List<LonLat> line = List.of(at(0, 0), at(10, 0));
        StreetNetwork.Builder network = new StreetNetwork.Builder();
        network.add(line, Road.LOCAL, Direction.BOTH, 20);
        network.add(
                line.stream()
                        .sorted((a, b) -> Double.compare(b.longitude(), a.longitude()))
                        .toList(),
                Road.LOCAL,
                Direction.FORWARD,
                80);
        StreetNetwork both = network.build();
        assertThat(both.nodes()).hasSize(both.stretches().size() / 2 + 1);
        double metres = at(0, 0).metresTo(at(10, 0));
        try (Travel travel = new Travel(both, mode, List.of(at(0, 0), at(10, 0)))) {
            assertThat((double) travel.secondsTo(at(10, 0))[0])
                    .isCloseTo(Mode.seconds(metres, mode == Mode.WALK ? 4.8 : 20), within(1.0));
            assertThat((double) travel.secondsTo(at(0, 0))[1])
                    .isCloseTo(Mode.seconds(metres, mode == Mode.WALK ? 4.8 : 80), within(1.0));
        }
    }

    @Test
    void aLineOfTenThousandKilometresIsParted() {
        LonLat far = new LonLat(-105.1, -46.5);
        StreetNetwork network = network(List.of(List.of(at(0, 0), far)));
        assertThat(metres(network)).isCloseTo(at(0, 0).metresTo(far), within(3_500.0));
        assertThat(network.stretches())
                .allSatisfy(stretch -> assertThat(stretch.metres()).isBetween(1.0, 150.5));
        try (Travel travel = new Travel(network, Mode.DRIVE, List.of(at(0, 0), far))) {
            assertThat(travel.secondsTo(far)).containsExactly(Travel.NONE, 0);
        }
    }

    /** As a file may have it that another program wrote. */
    @ParameterizedTest
    @EnumSource(names = {"WALK", "DRIVE"})
    void aStretchThatTakesWeeksIsNoShortWay(Mode mode) {
        StreetNetwork network = new StreetNetwork(
                List.of(at(0, 0), at(10, 0)),
                List.of(new Stretch(0, 1, Integer.MAX_VALUE, Road.LOCAL, Direction.BOTH, 1)));
        try (Travel travel = new Travel(network, mode, List.of(at(0, 0)))) {
            assertThat(travel.isOnStreets()).isTrue();
            assertThat(travel.secondsTo(at(10, 0))).containsExactly(Travel.NONE);
        }
    }

    @Test
    void aStretchBetweenNodesThatAreNotThereIsRefused() {
        for (int[] ends : new int[][] {{0, 2}, {2, 0}, {-1, 0}, {0, -1}}) {
            assertThat(catchThrowable(() -> new StreetNetwork(
                            List.of(at(0, 0), at(1, 0)),
                            List.of(new Stretch(ends[0], ends[1], 800, Road.LOCAL, Direction.BOTH, 0)))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("from node " + ends[0] + " to node " + ends[1]);
        }
        assertThat(catchThrowable(() -> new Stretch(0, 1, 0, Road.LOCAL, Direction.BOTH, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowable(() -> new Stretch(0, 1, 1, Road.LOCAL, Direction.BOTH, -1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
