package org.reentryatlas.gap;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reentryatlas.travel.Mode;

/**
 * Where would one more site help most?
 *
 * @param category code of the services that it would offer
 * @param sites how many at most; side by side from one on
 * @param minutes within which people are to have a site
 * @param capacity for how many people each new site would be; empty where that does not matter
 * @param candidates where it could be
 */
public record SiteQuestion(
        String category, int sites, Aim aim, int minutes, Mode mode, OptionalInt capacity, Candidates candidates) {
    private static final int MOST_SITES = 20;
    private static final int MOST_MINUTES = 60;
    private static final int MOST_CAPACITY = 100_000;

    /** What a choice of sites is to be good at. */
    public enum Aim {
        /** Most people within the minutes: maximal covering. */
        COVER,
        /** The shortest way on average: p-median. */
        MEDIAN,
        /** The shortest of the longest ways: p-center. */
        CENTER;

        /** As a command names it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The codes of all, for whoever asks. */
        public static String codes() {
            return Stream.of(values()).map(Aim::code).collect(Collectors.joining(", "));
        }
    }

    public SiteQuestion {
        if (sites < 1 || sites > MOST_SITES) {
            throw new GapException("the number of sites is to be from 1 to %d, not %d".formatted(MOST_SITES, sites));
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new GapException("the minutes are to be from 1 to %d, not %d".formatted(MOST_MINUTES, minutes));
        }
        if (capacity.isPresent() && (capacity.getAsInt() < 1 || capacity.getAsInt() > MOST_CAPACITY)) {
            throw new GapException(
                    "a new site is to be for 1 to %d people, not %d".formatted(MOST_CAPACITY, capacity.getAsInt()));
        }
    }
}
