package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.Travel;

/**
 * Computes a run from what goes in and the release, and from nothing else: the same bytes of both give the same figures, whoever
 * computes them.
 */
final class Gaps {
    private final GapInput input;
    private final PublishedCounts counts;
    private final Consumer<String> progress;
    private final List<LonLat> places;
    private final Homes homes;
    private final List<Site> sites;
    private final int tooFar;
    private final List<Figure> figures = new ArrayList<>();
    private final List<GapResult.Entry> account = new ArrayList<>();

    private Gaps(GapInput input, ReleaseFiles release, Consumer<String> progress) {
        this.input = input;
        this.counts = PublishedCounts.of(release, input.base());
        this.progress = progress;
        this.places = input.origins().stream().map(Origin::place).toList();
        this.homes = new Homes(input.origins());
        this.sites = input.sitesInReach();
        this.tooFar = input.sites().size() - sites.size();
    }

    /**
     * All figures.
     *
     * @param progress is told each step in words
     * @throws org.reentryatlas.attack.UnreadableReleaseException if the release says nothing about the areas of the origins,
     *     or contradicts itself
     */
    static GapResult of(GapInput input, ReleaseFiles release, Consumer<String> progress) {
        Gaps gaps = new Gaps(input, release, progress);
        for (Mode mode : input.modes()) {
            gaps.add(mode);
        }
        return new GapResult(gaps.figures, gaps.account);
    }

    private void add(Mode mode) {
        try (Travel travel = input.travel(mode, places)) {
            tell(mode, "ways", travel.isOnStreets() ? "streets" : "straight lines");
            tell(mode, "nodes left out", travel.nodesLeftOut());
            tell(mode, "homes off the streets", travel.placesOffNetwork());
            tell(mode, "sites too far", tooFar);
            tell(mode, "sites off the streets", (int) sites.stream()
                    .filter(site -> travel.isOffNetwork(site.place()))
                    .count());
            Map<LonLat, int[]> seconds = new HashMap<>();
            for (Site site : sites) {
                seconds.computeIfAbsent(site.place(), place -> {
                    if (seconds.size() % 50 == 0) {
                        progress.accept("ways to sites, %s: %d".formatted(mode.code(), seconds.size()));
                    }
                    return travel.secondsTo(place);
                });
            }
            for (DemandRule rule : input.rules()) {
                progress.accept("gaps of " + rule.category() + ", " + mode.code());
                add(mode, rule, seconds);
            }
        }
    }

    private void add(Mode mode, DemandRule rule, Map<LonLat, int[]> seconds) {
        if (!counts.has(rule.measure())) {
            account.add(new GapResult.Entry(mode, rule.category(), "not in the release", rule.measure()));
            return;
        }
        List<Site> offering = sites.stream()
                .filter(site -> site.categories().contains(rule.category()))
                .toList();
        account.add(new GapResult.Entry(mode, rule.category(), "sites", Integer.toString(offering.size())));
        account.add(new GapResult.Entry(
                mode,
                rule.category(),
                "sites with a known capacity",
                Long.toString(offering.stream()
                        .filter(site -> site.capacity().isPresent())
                        .count())));
        CategoryGaps category = new CategoryGaps(places, homes, counts, rule, offering, seconds);
        figures.addAll(category.figures(mode));
    }

    private void tell(Mode mode, String what, int count) {
        tell(mode, what, Integer.toString(count));
    }

    private void tell(Mode mode, String what, String value) {
        account.add(new GapResult.Entry(mode, "", what, value));
    }
}
