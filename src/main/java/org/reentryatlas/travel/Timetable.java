package org.reentryatlas.travel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.reentryatlas.geo.LonLat;

/**
 * What runs on a day in the hours that ways are looked for in. Times are seconds of the day, from 0, on the clock of the city; a
 * trip of the day before that runs past midnight has its hours of this day.
 *
 * @param day a weekday on which as much runs as on most of them
 * @param feeds where it is from
 * @param calls in the order of trips, and of each trip in that of its way
 */
public record Timetable(LocalDate day, List<Feed> feeds, List<Stop> stops, List<Call> calls, List<Change> changes) {
    public Timetable {
        feeds = List.copyOf(feeds);
        stops = List.copyOf(stops);
        calls = List.copyOf(calls);
        changes = List.copyOf(changes);
        for (Call call : calls) {
            if (call.stop < 0 || call.stop >= stops.size()) {
                throw new IllegalArgumentException("a call at stop %d of %d".formatted(call.stop, stops.size()));
            }
        }
        for (Change change : changes) {
            if (Math.min(change.from, change.to) < 0 || Math.max(change.from, change.to) >= stops.size()) {
                throw new IllegalArgumentException(
                        "a change from stop %d to %d of %d".formatted(change.from, change.to, stops.size()));
            }
        }
    }

    /**
     * A feed in GTFS that was loaded.
     *
     * @param sha256 of its zip file, 64 lower-case hexadecimal digits
     * @param version as the feed states it; empty where it does not
     * @param publisher who is to be named
     */
    public record Feed(String source, String sha256, String version, String publisher) {}

    /** A place where vehicles call. */
    public record Stop(String id, String name, LonLat place) {}

    /**
     * A vehicle calls at a stop.
     *
     * @param trip a number that all calls of one run have, and no others
     * @param stop place in the list of stops, from 0
     * @param arrives no later than it departs
     * @param boards whether people may get on
     * @param alights whether people may get off
     */
    public record Call(int trip, int stop, int arrives, int departs, boolean boards, boolean alights) {
        public Call {
            if (departs < arrives) {
                throw new IllegalArgumentException(
                        "a vehicle departs at %d and arrives at %d".formatted(departs, arrives));
            }
        }
    }

    /** What a feed says of changing from one stop to another, or at one. */
    public record Change(int from, int to, Kind kind, int seconds) {
        /** How, beside what ways on foot say. */
        public enum Kind {
            /** The vehicle waits: nobody needs to be there earlier than it departs. */
            TIMED,
            /** So many seconds at least. */
            MINIMUM,
            /** Not at all. */
            IMPOSSIBLE
        }
    }

    /** The stops that fulfil a condition, with what happens at them and between them; the hours are as they were. */
    public Timetable at(Predicate<Stop> condition) {
        int[] kept = IntStream.range(0, stops.size())
                .filter(stop -> condition.test(stops.get(stop)))
                .toArray();
        int[] numbers = new int[stops.size()];
        Arrays.fill(numbers, -1);
        for (int number = 0; number < kept.length; number++) {
            numbers[kept[number]] = number;
        }
        return new Timetable(
                day,
                feeds,
                IntStream.of(kept).mapToObj(stops::get).toList(),
                calls.stream()
                        .filter(call -> numbers[call.stop] >= 0)
                        .map(call -> new Call(
                                call.trip, numbers[call.stop], call.arrives, call.departs, call.boards, call.alights))
                        .toList(),
                changes.stream()
                        .filter(change -> numbers[change.from] >= 0 && numbers[change.to] >= 0)
                        .map(change ->
                                new Change(numbers[change.from], numbers[change.to], change.kind, change.seconds))
                        .toList());
    }
}
