package org.reentryatlas.travel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reentryatlas.geo.LonLat;

import static org.assertj.core.api.Assertions.assertThat;

/** Ways on streets are the shortest: those that a textbook finds, from the other end on. */
class WaysTest {
    private static final Path DEMO = Path.of("geodata/demo/streets.geojson");
    private static final int PAIRS = 100;
    private static final int SIDE = 12;

    static StreetNetwork demo() throws IOException {
        StreetNetwork.Builder network = new StreetNetwork.Builder();
        for (JsonNode street : new ObjectMapper().readTree(DEMO.toFile()).path("features")) {
            List<LonLat> course = new ArrayList<>();
            street.path("geometry")
                    .path("coordinates")
                    .forEach(corner -> course.add(
                            new LonLat(corner.get(0).asDouble(), corner.get(1).asDouble())));
            network.add(course, Road.of(street.path("properties").path("CLASS").asText()), Stretch.Direction.BOTH, 0);
        }
        return network.build();
    }

    /** Streets on a square of blocks, of any length, class, direction and speed; some blocks have none, some two on a side, some a loop. */
    private static StreetNetwork blocks(Random random) {
        List<LonLat> nodes = IntStream.range(0, SIDE * SIDE)
                .mapToObj(node -> new LonLat(node % SIDE, Math.floorDiv(node, SIDE)))
                .toList();
        List<Stretch> stretches = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            for (int next : new int[] {node + 1, node + SIDE, node}) {
                boolean isThere = next == node ? random.nextInt(20) == 0 : random.nextInt(10) > 0;
                boolean isWithin = next < nodes.size() && (next != node + 1 || next % SIDE > 0);
                for (int twin = 0; isThere && isWithin && twin < (random.nextInt(10) == 0 ? 2 : 1); twin++) {
                    stretches.add(stretch(random, node, next));
                }
            }
        }
        return new StreetNetwork(nodes, stretches);
    }

    private static Stretch stretch(Random random, int from, int to) {
        return new Stretch(
                from,
                to,
                1 + random.nextInt(3_000),
                any(random, Road.values()),
                any(random, Stretch.Direction.values()),
                random.nextBoolean() ? 0 : 5 + random.nextInt(100));
    }

    private static <T> T any(Random random, T[] things) {
        return things[random.nextInt(things.length)];
    }

    private static int[] secondsTo(StreetNetwork network, Mode mode, int node, int limit) {
        try (Trees trees = new Trees(network, mode)) {
            return trees.secondsTo(node, limit);
        }
    }

    private static int rounded(long millis, int limit) {
        return millis > limit * 1_000L ? Trees.NONE : (int) ((millis + 500) / 1_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"WALK", "DRIVE"})
    void aHundredWaysInTheDemoCityAreThoseOfATextbook(Mode mode) throws IOException {
        StreetNetwork network = demo();
        TextbookWays textbook = new TextbookWays(network, mode);
        Random random = new Random(23);
        int found = 0;
        try (Trees trees = new Trees(network, mode)) {
            for (int pair = 0; pair < PAIRS; pair++) {
                int from = random.nextInt(network.nodes().size());
                int to = random.nextInt(network.nodes().size());
                int seconds = trees.secondsTo(to, Travel.LIMIT)[from];
                assertThat(seconds)
                        .as("from %d to %d", from, to)
                        .isEqualTo(rounded(textbook.millisFrom(from)[to], Travel.LIMIT));
                found += seconds == Trees.NONE ? 0 : 1;
            }
        }
        assertThat(found).as("ways within an hour").isGreaterThan(PAIRS / 4);
    }

    @ParameterizedTest
    @EnumSource(names = {"WALK", "DRIVE"})
    void soAreWaysAlongOneWayStreetsAndWhatCannotBeReachedCannot(Mode mode) {
        int without = 0;
        int with = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            StreetNetwork network = blocks(random);
            TextbookWays textbook = new TextbookWays(network, mode);
            int to = random.nextInt(network.nodes().size());
            for (int limit : new int[] {60, Travel.LIMIT}) {
                int[] seconds = secondsTo(network, mode, to, limit);
                for (int from = 0; from < seconds.length; from++) {
                    assertThat(seconds[from])
                            .as("seed %d, from %d to %d within %d s", seed, from, to, limit)
                            .isEqualTo(rounded(textbook.millisFrom(from)[to], limit));
                    without += limit == Travel.LIMIT && seconds[from] == Trees.NONE ? 1 : 0;
                    with += seconds[from] > 60 ? 1 : 0;
                }
            }
        }
        assertThat(without).isPositive();
        assertThat(with).isPositive();
    }

    @Test
    void theLimitBelongsToWhatIsReached() {
        Stretch street = new Stretch(0, 1, 80_000, Road.LOCAL, Stretch.Direction.BOTH, 0);
        StreetNetwork network = new StreetNetwork(List.of(new LonLat(0, 0), new LonLat(0.07, 0)), List.of(street));
        assertThat(secondsTo(network, Mode.WALK, 0, 6_000)[1]).isEqualTo(6_000);
        assertThat(secondsTo(network, Mode.WALK, 0, 5_999)[1]).isEqualTo(Trees.NONE);
    }

    /** From everywhere in the city, people walk to the nearest node of those from which every other can be reached. */
    @ParameterizedTest
    @EnumSource(names = {"WALK", "DRIVE"})
    void fromHomesAndToSitesPeopleWalk(Mode mode) throws IOException {
        StreetNetwork network = demo();
        TextbookWays textbook = new TextbookWays(network, mode);
        // All streets of the demo city may be used both ways, so that what the center reaches is what reaches it.
        List<LonLat> nodes = network.nodes();
        long[] reached = textbook.millisFrom(nearest(nodes, new long[nodes.size()], new LonLat(-105.15, 43.55)));
        Random random = new Random(5);
        List<LonLat> homes = new ArrayList<>();
        for (int home = 0; home < 50; home++) {
            LonLat near = nodes.get(random.nextInt(nodes.size()));
            homes.add(new LonLat(near.longitude() + random.nextDouble() / 1_000, near.latitude()));
        }
        LonLat site = homes.get(7);
        try (Travel travel = new Travel(network, mode, homes)) {
            int[] seconds = travel.secondsTo(site);
            int last = nearest(nodes, reached, site);
            for (int home = 0; home < homes.size(); home++) {
                int first = nearest(nodes, reached, homes.get(home));
                double afoot = nodes.get(first).metresTo(homes.get(home))
                        + nodes.get(last).metresTo(site);
                double all = rounded(textbook.millisFrom(first)[last], Integer.MAX_VALUE)
                        + afoot * Travel.DETOUR * 3_600 / 4_800;
                assertThat(seconds[home]).isEqualTo(all > Travel.LIMIT ? Travel.NONE : (int) Math.round(all));
            }
        }
    }

    private static int nearest(List<LonLat> nodes, long[] reached, LonLat place) {
        return IntStream.range(0, nodes.size())
                .filter(node -> reached[node] != TextbookWays.UNREACHED)
                .boxed()
                .min(Comparator.comparingDouble(node -> nodes.get(node).metresTo(place)))
                .orElseThrow();
    }

    @Property(tries = 200)
    void aFurtherStreetMakesNoWayLonger(@ForAll long seed, @ForAll Mode mode) {
        Random random = new Random(seed);
        StreetNetwork network = blocks(random);
        int size = network.nodes().size();
        List<Stretch> more = new ArrayList<>(network.stretches());
        for (int further = 0; further < 5; further++) {
            more.add(stretch(random, random.nextInt(size), random.nextInt(size)));
        }
        int to = random.nextInt(size);
        int[] before = secondsTo(network, mode, to, Travel.LIMIT);
        int[] after = secondsTo(new StreetNetwork(network.nodes(), more), mode, to, Travel.LIMIT);
        for (int from = 0; from < size; from++) {
            if (before[from] != Trees.NONE) {
                assertThat(after[from]).isBetween(0, before[from]);
            }
        }
    }

    @Property(tries = 200)
    void whereAllStreetsAreTurnedAroundSoAreAllWays(@ForAll long seed, @ForAll Mode mode) {
        Random random = new Random(seed);
        StreetNetwork network = blocks(random);
        StreetNetwork turned = new StreetNetwork(
                network.nodes(),
                network.stretches().stream().map(WaysTest::turned).toList());
        int one = random.nextInt(network.nodes().size());
        int other = random.nextInt(network.nodes().size());
        assertThat(secondsTo(turned, mode, one, Travel.LIMIT)[other])
                .isEqualTo(secondsTo(network, mode, other, Travel.LIMIT)[one]);
    }

    private static Stretch turned(Stretch stretch) {
        Stretch.Direction direction = switch (stretch.direction()) {
            case BOTH -> Stretch.Direction.BOTH;
            case FORWARD -> Stretch.Direction.BACKWARD;
            case BACKWARD -> Stretch.Direction.FORWARD;
        };
        return new Stretch(
                stretch.from(), stretch.to(), stretch.decimetres(), stretch.road(), direction, stretch.kmh());
    }

    /** A line that is written from its other end, with its direction turned too, is the same street. */
    @Property(tries = 200)
    void itIsAllTheSameFromWhichEndAStreetIsWritten(@ForAll long seed, @ForAll Mode mode) {
        Random random = new Random(seed);
        StreetNetwork network = blocks(random);
        StreetNetwork rewritten = new StreetNetwork(
                network.nodes(),
                network.stretches().stream()
                        .map(stretch -> {
                            Stretch back = turned(stretch);
                            return new Stretch(
                                    stretch.to(),
                                    stretch.from(),
                                    stretch.decimetres(),
                                    stretch.road(),
                                    back.direction(),
                                    stretch.kmh());
                        })
                        .toList());
        int to = random.nextInt(network.nodes().size());
        assertThat(secondsTo(rewritten, mode, to, Travel.LIMIT)).isEqualTo(secondsTo(network, mode, to, Travel.LIMIT));
    }
}
