package org.reentryatlas.travel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Timetable.Call;
import org.reentryatlas.travel.Timetable.Change;
import org.reentryatlas.travel.Timetable.Stop;

import static org.assertj.core.api.Assertions.assertThat;

/** Ways with public transport are those that a search through every event of a timetable finds, to the second. */
class RidesTest {
    /** Metres. */
    private static final int SIDE = 6_000;

    private static final int NINE = 9 * 3_600;
    private static final int ELEVEN = 11 * 3_600;
    private static final List<Change.Kind> KINDS =
            List.of(Change.Kind.TIMED, Change.Kind.MINIMUM, Change.Kind.IMPOSSIBLE);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static int walk(LonLat from, LonLat to) {
        return (int) Math.round(from.metresTo(to) * 1.3 / (4_800 / 3_600.0));
    }

    private static Timetable timetable(List<Stop> stops, List<Call> calls, List<Change> changes) {
        return new Timetable(DAY, List.of(), stops, calls, changes);
    }

    private static LonLat at(double east, double north) {
        // About a metre each.
        return new LonLat(-105.1 + east / 80_700, 43.5 + north / 111_100);
    }

    /** Lines that run there and back in a square, some of whose calls are only to get on or off. */
    private static Timetable city(Random random) {
        List<Stop> stops = IntStream.range(0, 24)
                .mapToObj(stop -> new Stop("s" + stop, "", at(random.nextDouble() * SIDE, random.nextDouble() * SIDE)))
                .toList();
        List<Call> calls = new ArrayList<>();
        int trip = 0;
        for (int line = 0; line < 6; line++) {
            List<Integer> way =
                    new ArrayList<>(IntStream.range(0, stops.size()).boxed().toList());
            Collections.shuffle(way, random);
            int headway = 300 + 60 * random.nextInt(25);
            for (int time = 8 * 3_600 + random.nextInt(900); time < ELEVEN; time += headway) {
                int now = time;
                for (int stop : way.subList(0, 7)) {
                    int departs = now + (random.nextInt(4) == 0 ? 60 : 0);
                    calls.add(new Call(trip, stop, now, departs, random.nextInt(8) > 0, random.nextInt(8) > 0));
                    now = departs + 30 * (1 + random.nextInt(12));
                }
                trip++;
            }
        }
        List<Change> changes = new ArrayList<>();
        Set<Integer> pairs = new HashSet<>();
        for (int change = 0; change < 20; change++) {
            int from = random.nextInt(stops.size());
            int to = random.nextInt(3) == 0 ? from : random.nextInt(stops.size());
            if (pairs.add(from * 100 + to)) {
                Change.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
                changes.add(new Change(
                        from,
                        to,
                        kind,
                        kind == Change.Kind.MINIMUM && random.nextInt(4) > 0 ? random.nextInt(600) : 0));
            }
        }
        return timetable(stops, calls, changes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void waysAreThoseThatASearchThroughEveryEventFinds(int seed) {
        Random random = new Random(seed);
        Timetable timetable = city(random);
        List<LonLat> homes = IntStream.range(0, 25)
                .mapToObj(home -> at(random.nextDouble() * SIDE, random.nextDouble() * SIDE))
                .toList();
        int ridden = 0;
        try (Travel travel = new Travel(null, Mode.TRANSIT, homes, timetable)) {
            for (int site = 0; site < 4; site++) {
                LonLat place = at(random.nextDouble() * SIDE, random.nextDouble() * SIDE);
                int[] found = travel.secondsTo(place);
                List<boolean[]> leads =
                        times().mapToObj(time -> leads(timetable, place, time)).toList();
                for (int home = 0; home < found.length; home++) {
                    int expected = search(timetable, homes.get(home), place, leads);
                    assertThat(found[home]).as("home %d, site %d", home, site).isEqualTo(expected);
                    ridden += expected > 0 && expected < walk(homes.get(home), place) ? 1 : 0;
                }
            }
        }
        assertThat(ridden).as("ways on which a vehicle helps").isGreaterThan(10);
    }

    private static IntStream times() {
        return IntStream.iterate(NINE, time -> time <= ELEVEN, time -> time + 600);
    }

    /** The median over the times of the day, by looking at every call as an event of its own. */
    private static int search(Timetable timetable, LonLat home, LonLat site, List<boolean[]> leads) {
        int[] durations = times().map(time -> {
                    int latest = time - walk(home, site);
                    boolean[] now = leads.get((time - NINE) / 600);
                    for (int event = 0; event < now.length; event++) {
                        Call call = timetable.calls().get(event);
                        int walk = walk(home, timetable.stops().get(call.stop()).place());
                        if (now[event] && call.boards() && walk <= 900) {
                            latest = Math.max(latest, call.departs() - 60 - walk);
                        }
                    }
                    return time - latest;
                })
                .sorted()
                .toArray();
        int median = durations[durations.length / 2];
        return median > 3_600 ? Travel.NONE : median;
    }

    /** By event: whether staying on the vehicle there leads to the site in time. Looked for again and again until nothing is new. */
    private static boolean[] leads(Timetable timetable, LonLat site, int time) {
        List<Call> calls = timetable.calls();
        boolean[] leads = new boolean[calls.size()];
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            for (int event = leads.length - 2; event >= 0; event--) {
                Call next = calls.get(event + 1);
                boolean isRide = !leads[event] && calls.get(event).trip() == next.trip();
                if (isRide && (leads[event + 1] || (next.alights() && helps(timetable, next, leads, site, time)))) {
                    leads[event] = true;
                    isNew = true;
                }
            }
        }
        return leads;
    }

    /** Whether getting off leads to the site: on foot, or with another vehicle. */
    private static boolean helps(Timetable timetable, Call off, boolean[] leads, LonLat site, int time) {
        int egress = walk(timetable.stops().get(off.stop()).place(), site);
        if (egress <= 900 && off.arrives() + egress <= time) {
            return true;
        }
        for (int event = 0; event < leads.length; event++) {
            Call on = timetable.calls().get(event);
            if (leads[event] && on.boards() && off.arrives() <= on.departs()) {
                int change = change(timetable, off.stop(), on.stop());
                if (change >= 0 && off.arrives() + change <= on.departs()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int change(Timetable timetable, int from, int to) {
        int walk = from == to
                ? 0
                : walk(
                        timetable.stops().get(from).place(),
                        timetable.stops().get(to).place());
        int usual = walk <= 900 ? walk + 60 : -1;
        for (Change change : timetable.changes()) {
            if (change.from() == from && change.to() == to) {
                return switch (change.kind()) {
                    case IMPOSSIBLE -> -1;
                    case TIMED -> usual < 0 ? -1 : usual - 60;
                    case MINIMUM -> usual >= 0 ? Math.max(usual, change.seconds()) : anywhere(change.seconds());
                };
            }
        }
        return usual;
    }

    /** Where nobody walks, a rule that states a time says that it can be done. */
    private static int anywhere(int seconds) {
        return seconds == 0 ? -1 : Math.max(60, seconds);
    }

    /** One bus an hour, 5 km in 10 minutes: whoever has to be there at 9:20 leaves for the bus of 8:40. */
    @Test
    void waitingAtTheSiteCountsAndWaitingAtHomeDoesNot() {
        LonLat home = at(300, 0);
        LonLat site = at(5_400, 0);
        List<Stop> stops = List.of(new Stop("a", "", at(0, 0)), new Stop("b", "", at(5_000, 0)));
        List<Call> calls = new ArrayList<>();
        for (int hour = 0; hour < 3; hour++) {
            int departs = (8 + hour) * 3_600 + 2_400;
            calls.add(new Call(hour, 0, departs, departs, true, false));
            calls.add(new Call(hour, 1, departs + 600, departs + 600, false, true));
        }
        int walks = walk(home, at(0, 0)) + 60;
        int[] hoped = times().map(time -> IntStream.of(8, 9, 10)
                        .map(hour -> hour * 3_600 + 2_400)
                        .filter(departs -> departs + 600 + walk(at(5_000, 0), site) <= time)
                        .map(departs -> time - departs + walks)
                        .min()
                        .orElse(Integer.MAX_VALUE))
                .sorted()
                .toArray();
        assertThat(hoped[6]).isBetween(2_000, 3_600);
        try (Travel travel = new Travel(null, Mode.TRANSIT, List.of(home), timetable(stops, calls, List.of()))) {
            assertThat(travel.secondsTo(site)).containsExactly(hoped[6]);
        }
        try (Travel walking = new Travel(null, Mode.WALK, List.of(home))) {
            assertThat(walking.secondsTo(site)).as("too far to walk").containsExactly(Travel.NONE);
        }
        assertThat(Arrays.stream(hoped).max().orElseThrow()).isGreaterThan(hoped[6]);
    }
}
