package org.reentryatlas.travel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;

/** How long it takes to find the ways from 10,000 homes to 200 sites along the streets of a city, in both modes. */
public final class TravelBench {
    private static final int SITES = 200;
    private static final int HOMES = 10_000;
    private static final int LINES = 60;
    private static final int STOPS_OF_A_LINE = 25;
    private static final double TARGET_SECONDS = 60;

    /** Of a degree: homes are within so much of a corner. */
    private static final double ASIDE = 0.0005;

    private static final ObjectMapper JSON = new ObjectMapper();

    private TravelBench() {}

    /**
     * Runs it and exits: 1 where the target is missed.
     *
     * @param arguments a file with a GeoJSON feature of a line on each line, and the city's name
     */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        List<List<LonLat>> courses = courses(Path.of(arguments[0]));
        long start = System.nanoTime();
        StreetNetwork.Builder builder = new StreetNetwork.Builder();
        courses.forEach(course -> builder.add(course, Road.LOCAL, Stretch.Direction.BOTH, 0));
        StreetNetwork network = builder.build();
        System.out.printf(
                "%,d centre lines of %s, all as local streets: %,d nodes and %,d stretches in %.1f s%n",
                courses.size(),
                arguments[1],
                network.nodes().size(),
                network.stretches().size(),
                since(start));
        List<LonLat> homes = places(network, HOMES, 1);
        List<LonLat> sites = places(network, SITES, 2);
        double all = 0;
        for (Mode mode : List.of(Mode.WALK, Mode.DRIVE)) {
            all += time(network, mode, homes, sites, null);
        }
        boolean isMet = all <= TARGET_SECONDS;
        System.out.printf(
                "  both modes  %6.1f s  target at most %.0f s%s%n", all, TARGET_SECONDS, isMet ? "" : "  MISSED");
        Timetable timetable = buses(network);
        System.out.printf(
                "%,d stops and %,d calls from 8:00 to 11:00%n",
                timetable.stops().size(), timetable.calls().size());
        time(network, Mode.TRANSIT, homes, sites, timetable);
        System.exit(isMet ? 0 : 1);
    }

    /** Lines from one side of the city to the other, there and back every ten minutes. */
    private static Timetable buses(StreetNetwork network) {
        List<Timetable.Stop> stops = new ArrayList<>();
        List<Timetable.Call> calls = new ArrayList<>();
        int trip = 0;
        for (int line = 0; line < LINES; line++) {
            ToDoubleFunction<LonLat> along = line % 2 == 0 ? LonLat::longitude : LonLat::latitude;
            List<LonLat> way = places(network, STOPS_OF_A_LINE, 100 + line).stream()
                    .sorted(Comparator.comparingDouble(along))
                    .toList();
            int first = stops.size();
            way.forEach(place -> stops.add(new Timetable.Stop("s" + stops.size(), "", place)));
            for (int time = 8 * 3_600; time < 11 * 3_600; time += 600) {
                for (int back = 0; back < 2; back++) {
                    for (int stop = 0; stop < STOPS_OF_A_LINE; stop++) {
                        int place = first + (back == 0 ? stop : STOPS_OF_A_LINE - 1 - stop);
                        int at = time + stop * 120;
                        calls.add(new Timetable.Call(trip, place, at, at, true, true));
                    }
                    trip++;
                }
            }
        }
        return new Timetable(LocalDate.EPOCH, List.of(), stops, calls, List.of());
    }

    private static double time(
            StreetNetwork network, Mode mode, List<LonLat> homes, List<LonLat> sites, @Nullable Timetable timetable) {
        long start = System.nanoTime();
        try (Travel travel = new Travel(network, mode, homes, timetable)) {
            double ready = since(start);
            long reached = 0;
            for (LonLat site : sites) {
                reached += Arrays.stream(travel.secondsTo(site))
                        .filter(seconds -> seconds != Travel.NONE)
                        .count();
            }
            double seconds = since(start);
            System.out.printf(
                    "  %-10s  %6.1f s  of them %.1f s until the first site; %,d of %,d ways within an hour, %,d nodes left out%n",
                    mode.code(), seconds, ready, reached, (long) homes.size() * sites.size(), travel.nodesLeftOut());
            return seconds;
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<LonLat> places(StreetNetwork network, int number, long seed) {
        Random random = new Random(seed);
        return Stream.generate(
                        () -> network.nodes().get(random.nextInt(network.nodes().size())))
                .limit(number)
                .map(node -> new LonLat(
                        node.longitude() + random.nextDouble(-ASIDE, ASIDE),
                        node.latitude() + random.nextDouble(-ASIDE, ASIDE)))
                .toList();
    }

    /** Of a line in several pieces, each. */
    private static List<List<LonLat>> courses(Path file) throws IOException {
        List<List<LonLat>> courses = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode geometry = JSON.readTree(line).path("geometry");
            if (geometry.path("type").asText().equals("LineString")) {
                courses.add(course(geometry.path("coordinates")));
            } else {
                geometry.path("coordinates").forEach(piece -> courses.add(course(piece)));
            }
        }
        return courses;
    }

    private static List<LonLat> course(JsonNode corners) {
        List<LonLat> course = new ArrayList<>();
        corners.forEach(corner ->
                course.add(new LonLat(corner.get(0).asDouble(), corner.get(1).asDouble())));
        return course;
    }
}
