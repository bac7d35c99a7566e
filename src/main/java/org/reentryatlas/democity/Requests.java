package org.reentryatlas.democity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/** One year of requests to clean something up: clustered where trucks and alleys are, and more of them in summer. */
final class Requests {
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
    private static final int COUNT = 6000;
    private static final int HOT_SPOTS = 34;

    /** From January on; the mean is near 1. */
    private static final List<Double> SEASON =
            List.of(0.55, 0.6, 0.85, 1.15, 1.3, 1.35, 1.4, 1.3, 1.15, 0.95, 0.75, 0.6);

    private record Request(String type, LocalDate opened, LocalDate closed, Segment segment, Coordinate place) {}

    private Requests() {}

    static CsvFile of(City city, Dice dice) {
        List<Segment> segments =
                city.segments().stream().filter(Segment::hasNumbers).toList();
        List<Coordinate> hotSpots = new ArrayList<>();
        Weighted<Segment> centres = new Weighted<>(segments, s -> attraction(city, s));
        for (int i = 0; i < HOT_SPOTS; i++) {
            hotSpots.add(middle(centres.draw(dice)));
        }
        Weighted<Segment> where = new Weighted<>(segments, s -> attraction(city, s) * nearness(hotSpots, middle(s)));
        List<LocalDate> days = FIRST.datesUntil(LAST.plusDays(1)).toList();
        Weighted<LocalDate> when = new Weighted<>(days, d -> SEASON.get(d.getMonthValue() - 1));
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            requests.add(request(city, where.draw(dice), when.draw(dice), dice));
        }
        requests.sort(Comparator.comparing(Request::opened));
        return file(requests);
    }

    private static Coordinate middle(Segment segment) {
        return segment.course().getCentroid().getCoordinate();
    }

    private static double attraction(City city, Segment segment) {
        return switch (city.plan().landAt(middle(segment))) {
            case DOWNTOWN -> 1.3;
            case INNER -> 1.2;
            case INDUSTRY -> 4;
            case OUTER -> 0.6;
            case SUBURB -> 0.25;
            case OPEN -> 0;
        };
    }

    private static double nearness(List<Coordinate> hotSpots, Coordinate place) {
        double sum = 0.15;
        for (Coordinate spot : hotSpots) {
            double distance = spot.distance(place) / 260;
            sum += 3 / (1 + distance * distance * distance);
        }
        return sum;
    }

    private static Request request(City city, Segment segment, LocalDate opened, Dice dice) {
        boolean industry = city.plan().landAt(middle(segment)) == Land.INDUSTRY;
        List<String> types = industry
                ? List.of(
                        "illegal_dumping",
                        "illegal_dumping",
                        "illegal_dumping",
                        "graffiti",
                        "bulk_item",
                        "street_litter")
                : List.of(
                        "illegal_dumping",
                        "street_litter",
                        "street_litter",
                        "alley_cleaning",
                        "alley_cleaning",
                        "graffiti",
                        "bulk_item",
                        "bulk_item");
        String type = dice.pick(types);
        int open = 1 + (int) (dice.between(0, 1) * dice.between(0, 1) * 45);
        Coordinate[] line = segment.course().getCoordinates();
        int piece = dice.whole(1, line.length - 1);
        double share = dice.between(0.1, 0.9);
        // Alleys run behind the houses, half a block from the street.
        double aside = type.equals("alley_cleaning") ? dice.between(28, 40) : dice.between(3, 9);
        Coordinate a = line[piece - 1];
        Coordinate b = line[piece];
        double left = (dice.chance(0.5) ? aside : -aside) / a.distance(b);
        Coordinate place = new Coordinate(
                a.x + share * (b.x - a.x) - left * (b.y - a.y), a.y + share * (b.y - a.y) + left * (b.x - a.x));
        return new Request(
                type, opened, opened.plusDays(open), segment, city.blocks().at(place) < 0 ? a : place);
    }

    private static CsvFile file(List<Request> requests) {
        CsvFile file = new CsvFile("id,type,opened,closed,status,block,lon,lat");
        List<Coordinate> places =
                Projector.pointsToDegrees(requests.stream().map(Request::place).toList());
        IntStream.range(0, requests.size()).forEach(i -> {
            Request request = requests.get(i);
            boolean closed = !request.closed().isAfter(LAST);
            file.add(
                    "R%06d".formatted(i + 1),
                    request.type(),
                    request.opened(),
                    closed ? request.closed() : "",
                    closed ? "closed" : "open",
                    request.segment().blockName(),
                    Projector.text(places.get(i).x),
                    Projector.text(places.get(i).y));
        });
        return file;
    }
}
