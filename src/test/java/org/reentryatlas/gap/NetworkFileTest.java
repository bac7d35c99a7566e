package org.reentryatlas.gap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.Road;
import org.reentryatlas.travel.StreetNetwork;
import org.reentryatlas.travel.StreetStore;
import org.reentryatlas.travel.Stretch.Direction;
import org.reentryatlas.travel.Travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Ways are the same on streets as they were loaded, as the database gives them back, and as anybody reads them from a run's file. */
class NetworkFileTest {
    private static final String HEADER = "from_lon,from_lat,to_lon,to_lat,decimetres,class,direction,kmh\n";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private final Random random = new Random(17);
    private final StreetNetwork.Builder built = new StreetNetwork.Builder();
    private final List<String> features = new ArrayList<>();

    /** A street with a bend, as the builder takes it and as a file has it. */
    private void street(int east, int north, int toEast, int toNorth) {
        Road road = List.of(Road.ARTERIAL, Road.COLLECTOR, Road.LOCAL).get(random.nextInt(3));
        Direction direction = random.nextInt(3) == 0 ? Direction.FORWARD : Direction.BOTH;
        int kmh = random.nextInt(3) == 0 ? 0 : 10 + random.nextInt(60);
        LonLat from = corner(east, north);
        LonLat to = corner(toEast, toNorth);
        LonLat bend = new LonLat(
                (from.longitude() + to.longitude()) / 2 + random.nextDouble() / 3_000,
                (from.latitude() + to.latitude()) / 2 + random.nextDouble() / 3_000);
        List<LonLat> course = List.of(from, bend, to);
        built.add(course, road, direction, kmh);
        features.add("""
                {"type":"Feature","properties":{"ID":"%05d","NAME":"Street","CLASS":"%s","ONE_WAY":"%s","SPEED_KMH":%d},\
                "geometry":{"type":"LineString","coordinates":[%s]}}""".formatted(
                        features.size(),
                        road.code(),
                        direction.code(),
                        kmh,
                        String.join(
                                ",",
                                course.stream()
                                        .map(place -> "[" + place.longitude() + "," + place.latitude() + "]")
                                        .toList())));
    }

    /** Corners have more digits than the file keeps. */
    private static LonLat corner(int east, int north) {
        return new LonLat(-105.1 + east * 0.0023456789, 43.5 + north * 0.0023456789);
    }

    private StreetNetwork loaded() throws Exception {
        for (int east = 0; east < 10; east++) {
            for (int north = 0; north < 10; north++) {
                street(east, north, east + 1, north);
                street(east, north, east, north + 1);
            }
        }
        Path file = Files.writeString(
                directory.resolve("streets.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}");
        Cli load = Cli.run(
                DATABASE.environment(SmallCity.config(directory)),
                "load",
                "centerlines",
                file.toString(),
                "--map",
                "class=CLASS");
        assertThat(load.exitCode()).as(load.err()).isZero();
        return DATABASE.as(Role.STEWARD).inTransaction(handle -> new StreetStore(handle).read());
    }

    @Test
    void waysAreTheSameAsLoadedAsKeptAndAsPublished() throws Exception {
        StreetNetwork kept = loaded();
        assertThat(kept).isEqualTo(built.build());
        StreetNetwork published = NetworkFile.read(NetworkFile.write(kept));
        assertThat(published).isEqualTo(kept);
        List<LonLat> places = new ArrayList<>();
        for (int place = 0; place < 60; place++) {
            places.add(new LonLat(-105.1 + random.nextDouble() / 45, 43.5 + random.nextDouble() / 45));
        }
        for (Mode mode : List.of(Mode.WALK, Mode.DRIVE)) {
            try (Travel before = new Travel(kept, mode, places);
                    Travel after = new Travel(published, mode, places)) {
                assertThat(before.isOnStreets()).isTrue();
                for (LonLat site : places) {
                    assertThat(after.secondsTo(site)).isEqualTo(before.secondsTo(site));
                }
                assertThat(after.nodesLeftOut()).isEqualTo(before.nodesLeftOut());
            }
        }
    }

    @Test
    void noStreetsAreAFileOfItsHeaderAlone() {
        StreetNetwork none = new StreetNetwork(List.of(), List.of());
        assertThat(NetworkFile.write(none)).isEqualTo(HEADER);
        assertThat(NetworkFile.read(HEADER)).isEqualTo(none);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-105.1,43.5,-105.0,43.5,0,local,both,0",
                "-105.1,43.5,-105.0,43.5,900,local,sideways,0",
                "-105.1,43.5,-105.0,43.5,900,local,both,-1",
                "-105.1,43.5,-105.0,43.5,far,local,both,0",
                "-105.1,north,-105.0,43.5,900,local,both,0"
            })
    void aRowThatIsNoStretchIsNamed(String row) {
        assertThat(catchThrowable(
                        () -> NetworkFile.read(HEADER + "-105.1,43.5,-105.0,43.5,900,local,both,0\n" + row + "\n")))
                .isInstanceOf(GapException.class)
                .hasMessageStartingWith("line 3 of network.csv cannot be read");
    }
}
