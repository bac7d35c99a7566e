package org.reentryatlas.travel;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.NearestPlace;

/**
 * How long it takes from places to a site in one mode, with public transport as {@link Rides} says. On streets: on foot along a straight line to the nearest node, along the
 * shortest way, and on foot along a straight line to the site. Without streets: along one straight line, in the mode. Straight lines
 * are lengthened by {@link #DETOUR}. Close it to free GraphHopper's memory; it knows no ways on streets afterwards.
 */
public final class Travel implements AutoCloseable {
    /** Seconds; what is further takes part in nothing. */
    public static final int LIMIT = 3_600;

    /** How much longer ways are than straight lines. */
    public static final double DETOUR = 1.3;

    /** Metres beyond which a place is not on the network: it is told, and streets that most places are off are of another city. */
    public static final int OFF_NETWORK = 500;

    /** Where there is no way within the limit. */
    public static final int NONE = -1;

    /** What ways with public transport are, for files that have to say so. */
    public static final Conventions CONVENTIONS =
            new Conventions(Rides.FIRST, Rides.LAST, Rides.STEP, Rides.SLACK, Rides.LONGEST_WALK);

    /**
     * What is meant by a way with public transport: how long before a time at which one has to be there one leaves home, the median
     * over such times. What is waited on the way and at its end counts; at home, nobody waits.
     *
     * @param firstArrival the first time, in seconds of the day
     * @param lastArrival the last
     * @param every from one to the next
     * @param slack seconds for which one is at a stop before a vehicle departs
     * @param longestWalk seconds on foot to the first stop, between two vehicles, and from the last stop, each
     */
    public record Conventions(int firstArrival, int lastArrival, int every, int slack, int longestWalk) {}

    private final Mode mode;
    private final @Nullable Streets streets;
    private final Places places;
    private final Places stops;
    private final @Nullable Rides rides;

    /** Places, and where each meets the streets: no such where there are no streets. */
    private record Places(List<LonLat> all, List<Foot> feet) {
        static Places of(List<LonLat> all, @Nullable Streets streets) {
            return new Places(
                    List.copyOf(all),
                    streets == null
                            ? List.of()
                            : all.stream().map(place -> foot(streets, place)).toList());
        }
    }

    /** Where a place meets the network, and the seconds to there. */
    private record Foot(int node, double metres, double seconds) {}

    /** The part of a network on which every node can be reached from every other. */
    private static final class Streets {
        final Trees trees;
        final int[] nodes;
        final NearestPlace nearest;
        final int outside;

        private Streets(Trees trees, int[] nodes, List<LonLat> all) {
            this.trees = trees;
            this.nodes = nodes;
            this.nearest =
                    new NearestPlace(IntStream.of(nodes).mapToObj(all::get).toList());
            this.outside = all.size() - nodes.length;
        }

        static @Nullable Streets of(StreetNetwork network, Mode mode) {
            Trees trees = new Trees(network, mode);
            BitSet main = trees.mainPart();
            if (main.cardinality() < 2) {
                trees.close();
                return null;
            }
            return new Streets(trees, main.stream().toArray(), network.nodes());
        }
    }

    /**
     * Ways from places.
     *
     * @param network null, or one without a way, for straight lines; so is one that more than half of the places are further than
     *     {@link #OFF_NETWORK} from
     * @throws IllegalArgumentException if they are with public transport, which needs a timetable
     */
    public Travel(@Nullable StreetNetwork network, Mode mode, List<LonLat> places) {
        this(network, mode, places, null);
    }

    /** The same with what runs, which only ways with public transport take notice of. */
    public Travel(@Nullable StreetNetwork network, Mode mode, List<LonLat> places, @Nullable Timetable timetable) {
        if (mode == Mode.TRANSIT && timetable == null) {
            throw new IllegalArgumentException("there is no timetable of public transport");
        }
        this.mode = mode;
        Streets found = network == null ? null : Streets.of(network, mode);
        Places met = Places.of(places, found);
        if (found != null && countOff(met.feet) * 2 > places.size()) {
            // The streets are those of another city.
            found.trees.close();
            found = null;
            met = Places.of(places, null);
        }
        this.streets = found;
        this.places = met;
        if (mode == Mode.TRANSIT && timetable != null) {
            this.stops = Places.of(
                    timetable.stops().stream().map(Timetable.Stop::place).toList(), found);
            this.rides = new Rides(
                    timetable,
                    places.size(),
                    stop -> near(stop).from(this.places),
                    stop -> near(stop).from(this.stops));
        } else {
            this.stops = Places.of(List.of(), null);
            this.rides = null;
        }
    }

    private Reach near(int stop) {
        return new Reach(stops.all.get(stop), Rides.LONGEST_WALK);
    }

    private static Foot foot(Streets streets, LonLat place) {
        NearestPlace.Near near = streets.nearest.find(place).orElseThrow();
        return new Foot(
                streets.nodes[near.index()], near.metres(), Mode.seconds(near.metres() * DETOUR, Mode.WALK.kmh()));
    }

    private static long countOff(List<Foot> feet) {
        return feet.stream().filter(foot -> foot.metres > OFF_NETWORK).count();
    }

    /** Whether ways follow streets; otherwise they are straight lines, which every figure that is made of them has to say. */
    public boolean isOnStreets() {
        return streets != null;
    }

    /** How many nodes of the network are left out, on islands and in one-way traps. */
    public int nodesLeftOut() {
        return streets == null ? 0 : streets.outside;
    }

    /** How many of the places are further than {@link #OFF_NETWORK} from the streets. */
    public int placesOffNetwork() {
        return streets == null ? 0 : (int) countOff(places.feet);
    }

    /** Whether a site is further than {@link #OFF_NETWORK} from the streets, as one in a river. */
    public boolean isOffNetwork(LonLat site) {
        return streets != null && foot(streets, site).metres > OFF_NETWORK;
    }

    /**
     * Whole seconds from each place to a site, or {@link #NONE} where it is further than {@link #LIMIT}. With public transport the
     * median over times at which one has to be there.
     */
    public int[] secondsTo(LonLat site) {
        Reach reach = new Reach(site, LIMIT);
        int[] seconds = reach.from(places);
        return rides == null ? seconds : rides.medians(seconds, reach.from(stops));
    }

    /** What lies within so many seconds of a site, without a vehicle of others. */
    private final class Reach {
        private final LonLat site;
        private final int limit;
        /** Null without streets. */
        private final @Nullable Foot there;

        private final int[] tree;

        Reach(LonLat site, int limit) {
            Streets known = streets;
            this.site = site;
            this.limit = limit;
            this.there = known == null ? null : foot(known, site);
            this.tree = known == null || there == null ? new int[0] : known.trees.secondsTo(there.node, limit);
        }

        int[] from(Places places) {
            int[] seconds = new int[places.all.size()];
            for (int place = 0; place < seconds.length; place++) {
                double all = there == null
                        ? straight(places.all.get(place), site)
                        : onStreets(places.feet.get(place), tree, there);
                seconds[place] = all < 0 || all > limit ? NONE : (int) Math.round(all);
            }
            return seconds;
        }
    }

    private double straight(LonLat place, LonLat site) {
        return Mode.seconds(place.metresTo(site) * DETOUR, mode.kmh());
    }

    private static double onStreets(Foot here, int[] tree, Foot there) {
        int between = tree[here.node];
        return between == Trees.NONE ? NONE : here.seconds + between + there.seconds;
    }

    @Override
    public void close() {
        if (streets != null) {
            streets.trees.close();
        }
    }
}
