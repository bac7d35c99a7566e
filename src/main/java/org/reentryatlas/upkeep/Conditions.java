package org.reentryatlas.upkeep;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of streets by the areas of a level, as of a day.
 *
 * @param areas by key; none where no areas of the level hold on the day
 * @param elsewhere new requests that are in none of them: outside, or loaded before the boundaries were
 */
public record Conditions(List<Area> areas, long elsewhere) {
    /** So many have to have scored, before their mean says anything. */
    public static final int LEAST_SCORERS = 3;

    /** An older score says how a block looked and not how it looks. */
    public static final int SCORE_DAYS = 365;

    /** Ten years. */
    public static final int MOST_DAYS = 3_660;

    public Conditions {
        areas = List.copyOf(areas);
    }

    /**
     * What is asked.
     *
     * @param asOf the last day that counts
     * @param requestsTo the last day whose requests count: files of requests often end some time before the day that is asked for
     * @param days how many days up to this one a request is new
     * @param cleanedOn the day of the last clean-up of blocks by the segment of their street; those after the last day do not count
     */
    public record Question(LocalDate asOf, LocalDate requestsTo, int days, Map<Long, LocalDate> cleanedOn) {
        /**
         * Checks the days.
         *
         * @throws IllegalArgumentException if they are less than 1 or more than 3,660
         */
        public Question {
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("days are 1 to %d, not %d".formatted(MOST_DAYS, days));
            }
            cleanedOn = Map.copyOf(cleanedOn);
        }

        /** Where requests are there up to the day. */
        public Question(LocalDate asOf, int days, Map<Long, LocalDate> cleanedOn) {
            this(asOf, asOf, days, cleanedOn);
        }
    }

    /**
     * What is known of an area or a side of a block.
     *
     * @param streetKm kilometres of street, a street on the edge of an area by half
     * @param requests new ones of each kind, without those that ask again
     * @param repeats new ones that ask again for what somebody asked for before
     * @param open requests that nobody has seen to yet, however old; without bulk, which somebody ordered from a home
     * @param appearance mean of the newest score of each scorer on each block, from 1 (no litter) to 4; null with fewer scorers than
     *     {@link #LEAST_SCORERS}
     * @param daysSinceCleanUp since the last clean-up of any of its blocks; null where none is known
     */
    public record Figures(
            double streetKm,
            Map<RequestKind, Integer> requests,
            int repeats,
            int open,
            int scorers,
            @Nullable Double appearance,
            @Nullable Integer daysSinceCleanUp) {
        public Figures {
            requests = Map.copyOf(requests);
        }

        /** New requests of a kind. */
        public int count(RequestKind kind) {
            return requests.getOrDefault(kind, 0);
        }

        /** New requests of some kinds for each kilometre of street; 0 where there is no street. */
        public double requestsPerKm(List<RequestKind> kinds) {
            int sum = kinds.stream().mapToInt(this::count).sum();
            return streetKm == 0 ? 0 : sum / streetKm;
        }
    }

    /**
     * An area.
     *
     * @param areaKm2 its square kilometres, water and parks too
     */
    public record Area(String key, String name, double areaKm2, Figures figures) {}

    /**
     * One side of a block.
     *
     * @param segmentId the segment of its street
     * @param side {@code left} or {@code right}, as seen along the line
     * @param street as its file calls it, or empty
     * @param lowest the lowest number on the side; null where it has none
     */
    public record BlockFace(
            long segmentId,
            String side,
            String street,
            @Nullable Integer lowest,
            @Nullable Integer highest,
            Figures figures) {
        /** What tells it from other sides of blocks, such as {@code 1204:left}. */
        public String key() {
            return segmentId + ":" + side;
        }
    }
}
