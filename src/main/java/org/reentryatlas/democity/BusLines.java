package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Buses along the longest arterials, there and back, as a feed in GTFS: on weekdays and less often on Saturdays, not on Sundays and on
 * Labor Day. The last lines have a timetable, the others run every so many minutes.
 */
final class BusLines {
    private static final int MOST_LINES = 8;
    private static final int WITH_TIMETABLE = 2;
    private static final double SHORTEST = 3_000;
    private static final double BETWEEN_STOPS = 400;
    /** Metres a second, stops included: 18 km/h. */
    private static final double SPEED = 5;

    /** Minutes from a bus to the next, on weekdays. */
    private static final int[] HEADWAYS = {15, 20, 12, 15, 20, 20, 30, 30};

    private static final int FIRST_BUS = 6 * 3_600;
    /** The last ones are on their way after midnight. */
    private static final int LAST_BUS = 24 * 3_600 - 600;

    private static final int SATURDAY_FACTOR = 2;

    private final CsvFile stops = new CsvFile("stop_id,stop_name,stop_lat,stop_lon");
    private final CsvFile routes = new CsvFile("route_id,agency_id,route_short_name,route_long_name,route_type");
    private final CsvFile trips = new CsvFile("route_id,service_id,trip_id,direction_id");
    private final CsvFile calls = new CsvFile("trip_id,arrival_time,departure_time,stop_id,stop_sequence");
    private final CsvFile frequencies = new CsvFile("trip_id,start_time,end_time,headway_secs,exact_times");
    private int trip;

    private BusLines() {}

    /** The files of the feed, by name. */
    static Map<String, CsvFile> of(Plan plan) {
        BusLines lines = new BusLines();
        List<Line.Street> streets = plan.mainStreets().stream()
                .filter(street -> street.kind() == StreetClass.ARTERIAL)
                .flatMap(street -> street.cut(plan.limits()::intersection).stream())
                .filter(street -> street.course().getLength() >= SHORTEST)
                .sorted(Comparator.comparingDouble(street -> -street.course().getLength()))
                .limit(MOST_LINES)
                .toList();
        for (int line = 0; line < streets.size(); line++) {
            lines.add(line, streets.get(line));
        }
        return lines.files();
    }

    private void add(int line, Line.Street street) {
        String route = "L" + (line + 1);
        routes.add(route, "HFT", line + 1, street.name(), 3);
        double length = street.course().getLength();
        int parts = (int) Math.round(length / BETWEEN_STOPS);
        LengthIndexedLine course = new LengthIndexedLine(street.course());
        List<Coordinate> plan = IntStream.rangeClosed(0, parts)
                .mapToObj(stop -> course.extractPoint(length * stop / parts))
                .toList();
        List<Coordinate> places = Projector.pointsToDegrees(plan);
        List<String> ids = new ArrayList<>();
        for (int stop = 0; stop <= parts; stop++) {
            ids.add("%s-%02d".formatted(route, stop + 1));
            long number = Math.round(street.hundredAt(plan.get(stop))) * 100;
            stops.add(
                    ids.get(stop),
                    number + " " + street.name(),
                    Projector.text(places.get(stop).y),
                    Projector.text(places.get(stop).x));
        }
        int step = (int) Math.round(length / parts / SPEED);
        for (int direction = 0; direction < 2; direction++) {
            List<String> way = direction == 0 ? ids : reversed(ids);
            run(line, "WEEKDAY", HEADWAYS[line] * 60, direction, way, step);
            run(line, "SATURDAY", HEADWAYS[line] * 60 * SATURDAY_FACTOR, direction, way, step);
        }
    }

    private static List<String> reversed(List<String> ids) {
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    private void run(int line, String service, int headway, int direction, List<String> way, int step) {
        if (line >= MOST_LINES - WITH_TIMETABLE) {
            for (int time = FIRST_BUS; time <= LAST_BUS; time += headway) {
                runOnce(line, service, direction, way, time, step);
            }
        } else {
            String id = runOnce(line, service, direction, way, FIRST_BUS, step);
            frequencies.add(id, clock(FIRST_BUS), clock(LAST_BUS), headway, 1);
        }
    }

    private String runOnce(int line, String service, int direction, List<String> way, int time, int step) {
        String id = "T%04d".formatted(++trip);
        trips.add("L" + (line + 1), service, id, direction);
        for (int stop = 0; stop < way.size(); stop++) {
            String clock = clock(time + stop * step);
            calls.add(id, clock, clock, way.get(stop), stop + 1);
        }
        return id;
    }

    private static String clock(int seconds) {
        return "%02d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private Map<String, CsvFile> files() {
        Map<String, CsvFile> files = new LinkedHashMap<>();
        CsvFile agency = new CsvFile("agency_id,agency_name,agency_url,agency_timezone");
        agency.add("HFT", "Harlow Ferry Transit", "https://transit.example.org", "America/Denver");
        files.put("agency.txt", agency);
        CsvFile info = new CsvFile("feed_publisher_name,feed_publisher_url,feed_lang,feed_version");
        info.add("Harlow Ferry Transit", "https://transit.example.org", "en", "2026-06");
        files.put("feed_info.txt", info);
        CsvFile calendar =
                new CsvFile("service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date");
        calendar.add("WEEKDAY", 1, 1, 1, 1, 1, 0, 0, "20260601", "20270531");
        calendar.add("SATURDAY", 0, 0, 0, 0, 0, 1, 0, "20260601", "20270531");
        files.put("calendar.txt", calendar);
        CsvFile exceptions = new CsvFile("service_id,date,exception_type");
        exceptions.add("WEEKDAY", "20260907", 2);
        files.put("calendar_dates.txt", exceptions);
        files.put("stops.txt", stops);
        files.put("routes.txt", routes);
        files.put("trips.txt", trips);
        files.put("stop_times.txt", calls);
        files.put("frequencies.txt", frequencies);
        return files;
    }
}
