package org.reentryatlas.layer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A layer that is served.
 *
 * @param level code of the level whose areas it holds, or null for service sites
 * @param releases those it has numbers of, newest reference date first; empty for what has no date
 */
public record Layer(
        String id,
        String title,
        String description,
        @Nullable String level,
        List<PublishedRelease> releases) {
    public static final String PROVIDERS = "providers";
    static final String AREA_PREFIX = "people-by-";

    public Layer {
        releases = List.copyOf(releases);
    }

    /** Whether its features are areas with numbers of people, which come with each release. */
    public boolean isOfReleases() {
        return level != null;
    }

    /** The newest release whose reference date is among the days. */
    public Optional<PublishedRelease> release(Predicate<LocalDate> days) {
        return releases.stream()
                .filter(release -> days.test(release.referenceDate()))
                .findFirst();
    }
}
