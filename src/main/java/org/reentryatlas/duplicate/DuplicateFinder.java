package org.reentryatlas.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.geo.LonLat;

/**
 * Finds pairs of listings that seem to be the same. Only listings that share a key are compared (the house, the
 * telephone, the web address, either end of the name, the ground), and of those with one key only the ones that stand
 * near each other by name: the sorted neighbourhood of Hernández and Stolfo, SIGMOD 1995. So the work grows with the
 * number of listings, not with its square.
 */
public final class DuplicateFinder {
    /** From this score on a pair is worth a look: chosen on the tuning half of the training set. */
    public static final double USUAL_SCORE = 0.6;

    /** How many listings after it, of those with the same key, a listing is compared with. */
    static final int WINDOW = 20;

    private static final int LETTERS = 6;
    private static final double CELL_DEGREES = 0.001;

    /** Takes two positions in the list, the lower first. */
    interface Pair {
        void accept(int first, int second);
    }

    private record Keyed(String key, int index) {}

    private DuplicateFinder() {}

    /**
     * The pairs whose score is at least so high, highest first, then by identifier.
     *
     * @param listings all of a directory; about one kilobyte of memory is used for each
     */
    public static List<Proposal> find(List<Listing> listings, double minScore) {
        List<Profile> profiles = listings.stream().map(Profile::of).toList();
        Map<Long, Proposal> proposals = new HashMap<>();
        forEachCandidate(profiles, (first, second) -> {
            Profile a = profiles.get(first);
            Profile b = profiles.get(second);
            Comparison comparison = Comparison.of(a, b);
            double score = comparison.score();
            if (score >= minScore) {
                proposals.put(
                        (long) first << Integer.SIZE | second,
                        new Proposal(a.listing(), b.listing(), score, comparison.reasons()));
            }
        });
        List<Proposal> ordered = new ArrayList<>(proposals.values());
        ordered.sort(Comparator.comparingDouble(Proposal::score)
                .reversed()
                .thenComparing(proposal -> proposal.first().sourceId())
                .thenComparing(proposal -> proposal.second().sourceId()));
        return ordered;
    }

    /** Gives every pair to be compared, the lower index first; a pair that shares several keys comes several times. */
    static void forEachCandidate(List<Profile> profiles, Pair pair) {
        List<Keyed> keyed = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            for (String key : keys(profiles.get(i))) {
                keyed.add(new Keyed(key, i));
            }
        }
        keyed.sort(Comparator.comparing(Keyed::key)
                .thenComparing(entry -> profiles.get(entry.index()).name().joined())
                .thenComparing(Keyed::index));
        for (int i = 0; i < keyed.size(); i++) {
            Keyed one = keyed.get(i);
            for (int j = i + 1; j < keyed.size() && j <= i + WINDOW; j++) {
                Keyed other = keyed.get(j);
                if (!other.key().equals(one.key())) {
                    break;
                }
                pair.accept(Math.min(one.index(), other.index()), Math.max(one.index(), other.index()));
            }
        }
    }

    private static List<String> keys(Profile profile) {
        List<String> keys = new ArrayList<>();
        StreetAddress address = profile.address();
        if (!address.isEmpty()) {
            keys.add("house " + address.number() + " " + address.street());
        }
        if (!profile.phone().isEmpty()) {
            keys.add("phone " + profile.phone());
        }
        if (profile.web().isKnown()) {
            keys.add("web " + profile.web().host());
            keys.add("page " + profile.web().host() + "/" + profile.web().path());
        }
        String name = profile.name().joined();
        if (name.length() > LETTERS) {
            keys.add("start " + name.substring(0, LETTERS));
            keys.add("end " + name.substring(name.length() - LETTERS));
        } else if (!name.isEmpty()) {
            keys.add("name " + name);
        }
        LonLat place = profile.listing().place();
        if (place != null) {
            addCells(place, keys);
        }
        return keys;
    }

    /** Two grids of about 100 m, the second moved by half a cell, so that a line of one does not part close neighbours. */
    private static void addCells(LonLat place, List<String> keys) {
        for (double shift : new double[] {0, 0.5}) {
            long x = Math.round(place.longitude() / CELL_DEGREES + shift);
            long y = Math.round(place.latitude() / CELL_DEGREES + shift);
            keys.add("cell " + shift + " " + x + " " + y);
        }
    }
}
