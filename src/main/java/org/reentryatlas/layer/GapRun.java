package org.reentryatlas.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A computation of service gaps over a release.
 *
 * @param streetsChanged day on which the streets it was made of were loaded; null where there were none
 * @param account what its account says
 * @param shares of people who are taken to need what nobody counts
 * @param credits who is to be named for the streets and timetables that it was made of; empty where nobody is
 */
public record GapRun(
        String id,
        String releaseId,
        Instant madeAt,
        @Nullable LocalDate streetsChanged,
        List<Entry> account,
        List<Share> shares,
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

    public GapRun {
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
