package org.reentryatlas.travel;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Stretch.Direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TravelTest {
    /** About 81 m to the east and 111 m to the north at this latitude. */
    private static final double STEP = 0.001;

    private static LonLat at(double east, double north) {
        return new LonLat(-105.1 + east * STEP, 43.5 + north * STEP);
    }

    private static StreetNetwork square(Direction direction, int kmh) {
        StreetNetwork.Builder network = new StreetNetwork.Builder();
        network.add(List.of(at(0, 0), at(10, 0)), Road.LOCAL, direction, kmh);
        network.add(List.of(at(10, 0), at(10, 10)), Road.LOCAL, Direction.BOTH, 0);
        network.add(List.of(at(10, 10), at(0, 10)), Road.LOCAL, Direction.BOTH, 0);
        network.add(List.of(at(0, 10), at(0, 0)), Road.LOCAL, Direction.BOTH, 0);
        return network.build();
    }

    private static int seconds(StreetNetwork network, Mode mode, LonLat from, LonLat to) {
        try (Travel travel = new Travel(network, mode, List.of(from))) {
            assertThat(travel.isOnStreets()).isTrue();
            return travel.secondsTo(to)[0];
        }
    }

    @Test
    void onFootPeopleGoAlongTheStreetAtWalkingSpeed() {
        double metres = at(0, 0).metresTo(at(10, 0));
        assertThat((double) seconds(square(Direction.BOTH, 0), Mode.WALK, at(0, 0), at(10, 0)))
                .isCloseTo(metres / (4.8 / 3.6), within(1.0));
    }

    @Test
    void carsKeepToThePostedSpeedAndElseToThatOfTheClass() {
        double metres = at(0, 0).metresTo(at(10, 0));
        assertThat((double) seconds(square(Direction.BOTH, 0), Mode.DRIVE, at(0, 0), at(10, 0)))
                .isCloseTo(metres / (40 / 3.6), within(1.0));
        assertThat((double) seconds(square(Direction.BOTH, 20), Mode.DRIVE, at(0, 0), at(10, 0)))
                .isCloseTo(metres / (20 / 3.6), within(1.0));
    }

    @Test
    void carsGoAroundWhereAStreetIsOneWayAndPeopleOnFootDoNot() {
        StreetNetwork network = square(Direction.BACKWARD, 0);
        double around = at(0, 0).metresTo(at(0, 10))
                + at(0, 10).metresTo(at(10, 10))
                + at(10, 10).metresTo(at(10, 0));
        assertThat((double) seconds(network, Mode.DRIVE, at(0, 0), at(10, 0)))
                .isCloseTo(around / (40 / 3.6), within(1.0));
        assertThat(seconds(network, Mode.DRIVE, at(10, 0), at(0, 0)))
                .isLessThan(seconds(network, Mode.DRIVE, at(0, 0), at(10, 0)) / 2);
        assertThat(seconds(network, Mode.WALK, at(0, 0), at(10, 0)))
                .isEqualTo(seconds(network, Mode.WALK, at(10, 0), at(0, 0)));
    }

    @Test
    void nobodyWalksAlongAHighwayAndNobodyDrivesThroughAnAlley() {
        for (Road road : List.of(Road.HIGHWAY, Road.PATH)) {
            StreetNetwork.Builder network = new StreetNetwork.Builder();
            network.add(List.of(at(0, 0), at(10, 0)), road, Direction.BOTH, 0);
            network.add(List.of(at(10, 0), at(10, 10), at(0, 0)), Road.LOCAL, Direction.BOTH, 0);
            Mode kept = road == Road.HIGHWAY ? Mode.DRIVE : Mode.WALK;
            Mode other = road == Road.HIGHWAY ? Mode.WALK : Mode.DRIVE;
            double straight = at(0, 0).metresTo(at(10, 0));
            double around = at(10, 0).metresTo(at(10, 10)) + at(10, 10).metresTo(at(0, 0));
            assertThat(seconds(network.build(), kept, at(0, 0), at(10, 0)))
                    .isLessThanOrEqualTo((int) Math.ceil(Mode.seconds(straight, kept.kmh())));
            assertThat((double) seconds(network.build(), other, at(0, 0), at(10, 0)))
                    .isCloseTo(Mode.seconds(around, other.kmh()), within(1.0));
        }
    }

    @Test
    void waysMeetWhereTheyHaveACornerInCommonAndNotWhereTheyOnlyCross() {
        StreetNetwork.Builder meeting = new StreetNetwork.Builder();
        meeting.add(List.of(at(0, 0), at(5, 0), at(10, 0)), Road.LOCAL, Direction.BOTH, 0);
        meeting.add(List.of(at(5, -5), at(5, 0), at(5, 5)), Road.LOCAL, Direction.BOTH, 0);
        assertThat(seconds(meeting.build(), Mode.WALK, at(0, 0), at(5, 5)))
                .isCloseTo(
                        (int) Mode.seconds(at(0, 0).metresTo(at(5, 0)) + at(5, 0).metresTo(at(5, 5)), 4.8), within(2));

        StreetNetwork.Builder bridge = new StreetNetwork.Builder();
        bridge.add(List.of(at(0, 0), at(10, 0)), Road.LOCAL, Direction.BOTH, 0);
        bridge.add(List.of(at(5.1, -5), at(5.1, 5), at(10, 0)), Road.LOCAL, Direction.BOTH, 0);
        double over = at(0, 0).metresTo(at(10, 0)) + at(10, 0).metresTo(at(5.1, 5));
        assertThat((double) seconds(bridge.build(), Mode.WALK, at(0, 0), at(5.1, 5)))
                .isCloseTo(Mode.seconds(over, 4.8), within(5.0));
    }

    @Test
    void whoLivesAlongACountryRoadIsOnIt() {
        StreetNetwork.Builder network = new StreetNetwork.Builder();
        network.add(List.of(at(0, 0), at(100, 0)), Road.LOCAL, Direction.BOTH, 0);
        assertThat(network.build().stretches())
                .allSatisfy(stretch -> assertThat(stretch.metres()).isBetween(100.0, 150.0));
        try (Travel travel = new Travel(network.build(), Mode.DRIVE, List.of(at(50, 0)))) {
            assertThat(travel.placesOffNetwork()).isZero();
            assertThat((double) travel.secondsTo(at(0, 0))[0])
                    .isCloseTo(Mode.seconds(at(50, 0).metresTo(at(0, 0)), 40), within(90.0));
        }
    }

    @Test
    void islandsAndOneWayTrapsAreLeftOutAndCounted() {
        StreetNetwork.Builder network = new StreetNetwork.Builder();
        network.add(List.of(at(0, 0), at(10, 0)), Road.LOCAL, Direction.BOTH, 0);
        network.add(List.of(at(10, 0), at(10, 10)), Road.LOCAL, Direction.BOTH, 0);
        network.add(List.of(at(10, 10), at(12, 10)), Road.LOCAL, Direction.FORWARD, 0);
        network.add(List.of(at(-2, -2), at(-2, -3)), Road.LOCAL, Direction.BOTH, 0);
        try (Travel travel = new Travel(network.build(), Mode.DRIVE, List.of(at(12, 10), at(-2, -2)))) {
            assertThat(travel.nodesLeftOut())
                    .as("an island of two and a trap of two")
                    .isEqualTo(4);
            assertThat(travel.secondsTo(at(0, 0))).doesNotContain(Travel.NONE);
        }
        try (Travel travel = new Travel(network.build(), Mode.WALK, List.of(at(12, 10)))) {
            assertThat(travel.nodesLeftOut()).as("on foot the trap is none").isEqualTo(2);
        }
    }

    @Test
    void aSiteInTheRiverIsReachedAlongAStraightLineFromTheBankAndTold() {
        LonLat river = at(10, 18);
        try (Travel travel = new Travel(square(Direction.BOTH, 0), Mode.WALK, List.of(at(10, 10)))) {
            assertThat(travel.isOffNetwork(river)).isTrue();
            assertThat(travel.isOffNetwork(at(10, 11))).isFalse();
            assertThat((double) travel.secondsTo(river)[0])
                    .isCloseTo(Mode.seconds(at(10, 10).metresTo(river) * Travel.DETOUR, 4.8), within(1.0));
        }
    }

    @Test
    void withoutStreetsOrWithThoseOfAnotherCityWaysAreStraightLinesWithADetour() {
        LonLat far = at(1_000, 0);
        for (StreetNetwork network :
                new StreetNetwork[] {null, new StreetNetwork(List.of(), List.of()), square(Direction.BOTH, 0)}) {
            try (Travel travel = new Travel(network, Mode.WALK, List.of(far))) {
                assertThat(travel.isOnStreets()).isFalse();
                assertThat((double) travel.secondsTo(at(1_005, 0))[0])
                        .isCloseTo(Mode.seconds(far.metresTo(at(1_005, 0)) * Travel.DETOUR, 4.8), within(1.0));
                assertThat(travel.secondsTo(far)[0]).isZero();
            }
        }
    }

    @Test
    void whatIsFurtherThanAnHourIsNotReached() {
        try (Travel travel = new Travel(null, Mode.WALK, List.of(at(0, 0)))) {
            assertThat(travel.secondsTo(at(44, 0))[0]).isPositive();
            assertThat(travel.secondsTo(at(50, 0))[0]).isEqualTo(Travel.NONE);
        }
    }

    @Test
    void streetsAreOfAnotherCityWhereMoreThanHalfOfThePlacesAreOffThem() {
        LonLat on = at(0, 0);
        LonLat off = at(50, 0);
        for (List<LonLat> places : List.of(List.<LonLat>of(), List.of(on), List.of(on, off))) {
            try (Travel travel = new Travel(square(Direction.BOTH, 0), Mode.WALK, places)) {
                assertThat(travel.isOnStreets()).as("%d places", places.size()).isTrue();
                assertThat(travel.secondsTo(on)).hasSize(places.size());
                assertThat(travel.placesOffNetwork()).isEqualTo(places.contains(off) ? 1 : 0);
            }
        }
        try (Travel travel = new Travel(square(Direction.BOTH, 0), Mode.WALK, List.of(on, off, off))) {
            assertThat(travel.isOnStreets()).isFalse();
            assertThat(travel.placesOffNetwork()).isZero();
            assertThat(travel.isOffNetwork(off)).isFalse();
        }
    }
}
