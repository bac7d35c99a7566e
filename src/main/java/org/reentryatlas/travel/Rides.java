package org.reentryatlas.travel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ways to a site with public transport, found by scanning connections (J. Dibbelt, T. Pajor, B. Strasser and D. Wagner, Connection
 * Scan Algorithm, ACM Journal of Experimental Algorithmics 23, 2018), backwards: whoever has to be somewhere at a time leaves home as late
 * as that allows.
 *
 * <p>A way is on foot to a stop, with one vehicle or several, and on foot from the last stop. No part on foot is longer than {@link
 * #LONGEST_WALK}, and between two vehicles there is one at most. Whoever boards is at the stop {@link #SLACK} before.
 */
final class Rides {
    /** Seconds on foot to the first stop, between two, and from the last. */
    static final int LONGEST_WALK = 900;

    /** Seconds for which one is at a stop before the vehicle departs. */
    static final int SLACK = 60;

    /** The first and last time of the day, in seconds, at which somebody has to be at a site, and the time between two of them. */
    static final int FIRST = 9 * 3_600;

    static final int LAST = 11 * 3_600;
    static final int STEP = 600;

    private static final int NEVER = Integer.MIN_VALUE;

    private final int stops;
    private final int trips;
    /** Those that arrive last come first. */
    private final List<Connection> connections;
    /** By stop: from which stops one can change to a vehicle there. */
    private final Legs changes;
    /** By stop: from which places one can walk there. */
    private final Legs access;

    private final int places;

    /** Without a stop between: from one to the next of a trip. */
    private record Connection(int trip, int from, int to, int departs, int arrives, boolean boards, boolean alights) {}

    /** Lists of what leads to each stop, and the seconds that it takes. */
    private static final class Legs {
        final int[][] from;
        final int[][] seconds;

        Legs(int stops, IntFunction<int[]> secondsTo) {
            this.from = new int[stops][];
            this.seconds = new int[stops][];
            for (int to = 0; to < stops; to++) {
                int[] all = secondsTo.apply(to);
                from[to] = IntStream.range(0, all.length)
                        .filter(place -> all[place] != Travel.NONE)
                        .toArray();
                seconds[to] = Arrays.stream(from[to]).map(place -> all[place]).toArray();
            }
        }
    }

    /** What is said of changes, by the stop to which one changes. */
    private static Map<Integer, List<Timetable.Change>> byStop(Timetable timetable) {
        return timetable.changes().stream().collect(Collectors.groupingBy(Timetable.Change::to));
    }

    /**
     * Rides of a timetable.
     *
     * @param places how many places one sets out from
     * @param access seconds on foot to a stop from each place, or {@link Travel#NONE} beyond {@link #LONGEST_WALK}
     * @param between the same from each stop
     */
    Rides(Timetable timetable, int places, IntFunction<int[]> access, IntFunction<int[]> between) {
        this.stops = timetable.stops().size();
        this.places = places;
        this.trips =
                timetable.calls().stream().mapToInt(Timetable.Call::trip).max().orElse(-1) + 1;
        this.connections = connections(timetable);
        this.access = new Legs(stops, access);
        Map<Integer, List<Timetable.Change>> rules = byStop(timetable);
        this.changes =
                new Legs(stops, stop -> withRules(stop, between.apply(stop), rules.getOrDefault(stop, List.of())));
    }

    private static List<Connection> connections(Timetable timetable) {
        List<Connection> connections = new ArrayList<>();
        Timetable.Call before = null;
        for (Timetable.Call call : timetable.calls()) {
            if (before != null && before.trip() == call.trip()) {
                connections.add(new Connection(
                        call.trip(),
                        before.stop(),
                        call.stop(),
                        before.departs(),
                        call.arrives(),
                        before.boards(),
                        call.alights()));
            }
            before = call;
        }
        // Of a trip that takes no time from stop to stop the later stretch comes first: sorting keeps the order of
        // equals.
        Collections.reverse(connections);
        connections.sort(Comparator.comparingInt(Connection::arrives)
                .thenComparingInt(Connection::departs)
                .reversed());
        return connections;
    }

    /** Seconds to change to a stop from each stop, with what the feed says of it. */
    private static int[] withRules(int stop, int[] walks, List<Timetable.Change> rules) {
        int[] seconds = new int[walks.length];
        for (int from = 0; from < seconds.length; from++) {
            // Nobody walks from a stop to itself, however far it is from the streets.
            int walk = from == stop ? 0 : walks[from];
            seconds[from] = walk == Travel.NONE ? Travel.NONE : walk + SLACK;
        }
        for (Timetable.Change rule : rules) {
            int usual = seconds[rule.from()];
            seconds[rule.from()] = switch (rule.kind()) {
                case IMPOSSIBLE -> Travel.NONE;
                case TIMED -> usual == Travel.NONE ? Travel.NONE : Math.max(0, usual - SLACK);
                case MINIMUM -> atLeast(usual, rule.seconds());
            };
        }
        return seconds;
    }

    /** A rule leads where nobody walks, if it says how long that takes. */
    private static int atLeast(int usual, int least) {
        if (usual == Travel.NONE) {
            return least == 0 ? Travel.NONE : Math.max(SLACK, least);
        }
        return Math.max(usual, least);
    }

    /**
     * How long before the time at which one has to be there one leaves each place: the median over the times of the day, walking
     * all the way where that is shorter.
     *
     * @param walks seconds on foot from each place to the site, or {@link Travel#NONE}
     * @param egress seconds on foot from each stop to the site, or {@link Travel#NONE}
     * @return whole seconds by place, or {@link Travel#NONE} where that is more than {@link Travel#LIMIT}
     */
    int[] medians(int[] walks, int[] egress) {
        int times = (LAST - FIRST) / STEP + 1;
        int[][] durations = new int[times][];
        for (int time = 0; time < times; time++) {
            durations[time] = durations(FIRST + time * STEP, walks, egress);
        }
        int[] medians = new int[places];
        int[] all = new int[times];
        for (int place = 0; place < places; place++) {
            for (int time = 0; time < times; time++) {
                all[time] = durations[time][place];
            }
            Arrays.sort(all);
            int median = all[times / 2];
            medians[place] = median > Travel.LIMIT ? Travel.NONE : median;
        }
        return medians;
    }

    /** Seconds between leaving each place and a time at which one has to be there; the largest number where there is no way. */
    private int[] durations(int time, int[] walks, int[] egress) {
        int[] boards = latestBoardings(time, egress);
        int[] durations = new int[places];
        for (int place = 0; place < places; place++) {
            durations[place] = walks[place] == Travel.NONE ? Integer.MAX_VALUE : walks[place];
        }
        for (int stop = 0; stop < stops; stop++) {
            if (boards[stop] == NEVER) {
                continue;
            }
            int waiting = time - boards[stop] + SLACK;
            int[] from = access.from[stop];
            int[] seconds = access.seconds[stop];
            for (int leg = 0; leg < from.length; leg++) {
                durations[from[leg]] = Math.min(durations[from[leg]], waiting + seconds[leg]);
            }
        }
        return durations;
    }

    /** When the last vehicle departs from each stop with which one is at the site in time. */
    private int[] latestBoardings(int time, int[] egress) {
        int[] alight = new int[stops];
        for (int stop = 0; stop < stops; stop++) {
            alight[stop] = egress[stop] == Travel.NONE || egress[stop] > LONGEST_WALK ? NEVER : time - egress[stop];
        }
        int[] boards = new int[stops];
        Arrays.fill(boards, NEVER);
        boolean[] leads = new boolean[trips];
        for (int next = firstBy(time); next < connections.size(); next++) {
            Connection ride = connections.get(next);
            if (ride.arrives < time - Travel.LIMIT) {
                break;
            }
            leads[ride.trip] |= ride.alights && ride.arrives <= alight[ride.to];
            // A stop at which one can board later leads to all that this boarding leads to.
            if (leads[ride.trip] && ride.boards && ride.departs > boards[ride.from]) {
                boards[ride.from] = ride.departs;
                int[] from = changes.from[ride.from];
                int[] seconds = changes.seconds[ride.from];
                for (int leg = 0; leg < from.length; leg++) {
                    alight[from[leg]] = Math.max(alight[from[leg]], ride.departs - seconds[leg]);
                }
            }
        }
        return boards;
    }

    /** The first connection that arrives no later than a time. */
    private int firstBy(int time) {
        int low = 0;
        int high = connections.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (connections.get(middle).arrives > time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
