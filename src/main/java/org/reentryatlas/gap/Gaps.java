package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.Travel;

/**
 * Computes a run from what goes in and the release, and from nothing else: the same bytes of both give the same figures, whoever
 * computes them.
 */
final class Gaps {
    /** One for each base level; the homes and the sites are those of all. */
    private final List<Scene> scenes;

    private final Scene scene;
    private final Consumer<String> progress;
    private final List<Figure> figures = new ArrayList<>();
    private final List<OpenFigure> openFigures = new ArrayList<>();
    private final List<GapResult.Entry> account = new ArrayList<>();
    /** What the hours say of the sites of each category. */
    private final Map<String, List<Opening>> openings = new HashMap<>();

    private Gaps(List<Scene> scenes, Consumer<String> progress) {
        this.scenes = scenes;
        this.scene = scenes.get(0);
        this.progress = progress;
    }

    /**
     * All figures.
     *
     * @param progress is told each step in words
     * @throws org.reentryatlas.attack.UnreadableReleaseException if the release says nothing about the areas of the origins,
     *     or contradicts itself
     */
    static GapResult of(GapInput input, ReleaseFiles release, Consumer<String> progress) {
        Gaps gaps = new Gaps(Scene.of(input, release), progress);
        for (Mode mode : input.modes()) {
            gaps.add(mode);
        }
        progress.accept("people within two miles of sites");
        List<Potential> potentials = input.rules().stream()
                .filter(rule -> gaps.scene.counts().has(rule.measure()))
                .flatMap(rule -> Potential.of(gaps.scene, rule).stream())
                .toList();
        return new GapResult(
                gaps.figures,
                gaps.openFigures,
                potentials,
                gaps.account,
                gaps.scene.whole().level());
    }

    private void add(Mode mode) {
        try (Travel travel = scene.input().travel(mode, scene.places())) {
            tell(mode, "ways", travel.isOnStreets() ? "streets" : "straight lines");
            tell(mode, "nodes left out", travel.nodesLeftOut());
            tell(mode, "homes off the streets", travel.placesOffNetwork());
            tell(
                    mode,
                    "sites too far",
                    scene.input().sites().size() - scene.sites().size());
            tell(mode, "sites off the streets", (int) scene.sites().stream()
                    .filter(site -> travel.isOffNetwork(site.place()))
                    .count());
            Map<LonLat, int[]> seconds = new HashMap<>();
            for (Site site : scene.sites()) {
                seconds.computeIfAbsent(site.place(), place -> {
                    if (seconds.size() % 50 == 0) {
                        progress.accept("ways to sites, %s: %d".formatted(mode.code(), seconds.size()));
                    }
                    return travel.secondsTo(place);
                });
            }
            for (DemandRule rule : scene.input().rules()) {
                progress.accept("gaps of " + rule.category() + ", " + mode.code());
                add(mode, rule, seconds);
            }
        }
    }

    private void add(Mode mode, DemandRule rule, Map<LonLat, int[]> seconds) {
        if (!scene.counts().has(rule.measure())) {
            account.add(new GapResult.Entry(mode, rule.category(), "not in the release", rule.measure()));
            return;
        }
        List<Site> offering = scene.offering(rule.category());
        account.add(new GapResult.Entry(mode, rule.category(), "sites", Integer.toString(offering.size())));
        account.add(new GapResult.Entry(
                mode,
                rule.category(),
                "sites with a known capacity",
                Long.toString(offering.stream()
                        .filter(site -> site.capacity().isPresent())
                        .count())));
        List<Opening> times = openings.computeIfAbsent(
                rule.category(),
                category -> scene.input().measures().times().stream()
                        .map(time -> Opening.of(time, category, offering))
                        .toList());
        for (int base = 0; base < scenes.size(); base++) {
            Scene each = scenes.get(base);
            // What the police's own areas leave open is an error; other levels may be hidden from top to bottom.
            if (base == 0 || each.counts().isBounded(rule.measure())) {
                figures.addAll(CategoryGaps.of(each, rule, offering, seconds).figures(mode));
                times.forEach(time -> openFigures.addAll(OpenFigure.of(each, rule, mode, time, seconds)));
            } else {
                account.add(new GapResult.Entry(
                        mode, rule.category(), "no bounds by", each.counts().base()));
            }
        }
    }

    private void tell(Mode mode, String what, int count) {
        tell(mode, what, Integer.toString(count));
    }

    private void tell(Mode mode, String what, String value) {
        account.add(new GapResult.Entry(mode, "", what, value));
    }
}
