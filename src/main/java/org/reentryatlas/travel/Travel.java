package org.reentryatlas.travel;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.NearestPlace;

/**
 * How long it takes from places to a site in one mode. On streets: on foot along a straight line to the nearest node, along the
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

    private final Mode mode;
    private final @Nullable Streets streets;
    private final List<LonLat> places;
    /** Of the places; none without streets. */
    private final List<Foot> feet;

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
     */
    public Travel(@Nullable StreetNetwork network, Mode mode, List<LonLat> places) {
        this.mode = mode;
        this.places = List.copyOf(places);
        Streets found = network == null ? null : Streets.of(network, mode);
        List<Foot> met = found == null ? List.of() : feet(found, this.places);
        if (found != null && countOff(met) * 2 > met.size()) {
            // The streets are those of another city.
            found.trees.close();
            found = null;
        }
        this.streets = found;
        this.feet = met;
    }

    private static List<Foot> feet(Streets streets, List<LonLat> places) {
        return places.stream().map(place -> foot(streets, place)).toList();
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
        return streets == null ? 0 : (int) countOff(feet);
    }

    /** Whether a site is further than {@link #OFF_NETWORK} from the streets, as one in a river. */
    public boolean isOffNetwork(LonLat site) {
        return streets != null && foot(streets, site).metres > OFF_NETWORK;
    }

    /** Whole seconds from each place to a site, or {@link #NONE} where it is further than {@link #LIMIT}. */
    public int[] secondsTo(LonLat site) {
        int[] seconds = new int[places.size()];
        Streets known = streets;
        Foot there = known == null ? null : foot(known, site);
        int[] tree = known == null || there == null ? new int[0] : known.trees.secondsTo(there.node, LIMIT);
        for (int place = 0; place < seconds.length; place++) {
            double all = there == null ? straight(places.get(place), site) : onStreets(feet.get(place), tree, there);
            seconds[place] = all < 0 || all > LIMIT ? NONE : (int) Math.round(all);
        }
        return seconds;
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
