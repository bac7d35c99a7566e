package org.reentryatlas.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A computation of service gaps over a release.
 *
 * @param streetsChanged day on which the streets it was made of were loaded; null where there were none
 * @param account what its account says
 * @param shares of people who are taken to need what nobody counts
 * @param access code of the measure of access, such as {@code e2sfca}
 * @param times what it says of the whole jurisdiction at times of the week; nothing where it was not asked about any
 * @param credits who is to be named for the streets and timetables that it was made of; empty where nobody is
 */
public record GapRun(
        String id,
        String releaseId,
        Instant madeAt,
        @Nullable LocalDate streetsChanged,
        List<Entry> account,
        List<Share> shares,
        String access,
        List<Open> times,
        String credits) {
    /**
     * A line of its account.
     *
     * @param mode code of the way of getting about
     * @param category code of the category, or empty where it is about none
     */
    public record Entry(String mode, String category, String what, String value) {}

    /**
     * A share that demand is reckoned with.
     *
     * @param share of the people under supervision, as written in the files of the run
     * @param source whose finding it is
     */
    public record Share(String category, String share, String source) {}

    /**
     * What people have at a time of the week.
     *
     * @param mode code of the way of getting about
     * @param category code of the category
     * @param time as {@code Mo10:00}
     * @param sites that are open then
     * @param unknown sites of which nobody knows it
     * @param minutes from half of the homes to the nearest open site; none where that is more than an hour
     * @param withinLow per cent of those who need it with an open site within 30 minutes, at least; null where nobody needs it
     * @param withinHigh the same at most
     */
    public record Open(
            String mode,
            String category,
            String time,
            int sites,
            int unknown,
            OptionalInt minutes,
            @Nullable Integer withinLow,
            @Nullable Integer withinHigh) {}

    public GapRun {
        times = List.copyOf(times);
        account = List.copyOf(account);
        shares = List.copyOf(shares);
    }

    /** What the account says about a way of getting about and a category. */
    public Optional<String> told(String mode, String category, String what) {
        return account.stream()
                .filter(entry -> entry.mode().equals(mode)
                        && entry.category().equals(category)
                        && entry.what().equals(what))
                .map(Entry::value)
                .findFirst();
    }

    /** Whether ways lead along streets, and not along straight lines. */
    public boolean isOnStreets(String mode) {
        return told(mode, "", "ways").filter("streets"::equals).isPresent();
    }
}
