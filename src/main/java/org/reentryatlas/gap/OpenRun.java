package org.reentryatlas.gap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.Travel;

/**
 * A run of which somebody asks what would be if: its streets, and what is published of the categories that were asked about last, of
 * which the ways take longest to find. Not for use by several threads.
 */
final class OpenRun implements AutoCloseable {
    /** Categories that are kept: the ways of one in a large city are some 10 MB. */
    private static final int KEPT = 4;

    private final List<Scene> scenes;
    /** Of the homes and the sites, which are those of all. */
    private final Scene scene;

    private final Map<Mode, Travel> travels = new EnumMap<>(Mode.class);
    private final Cache<Wanted, List<Baseline>> baselines =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Wanted(Mode mode, String category) {}

    private OpenRun(List<Scene> scenes) {
        this.scenes = scenes;
        this.scene = scenes.get(0);
    }

    /** Of the files that are public of the run, and of its release. */
    static OpenRun of(GapInput input, ReleaseFiles release) {
        return new OpenRun(Scene.of(input, release));
    }

    /**
     * What a scenario changes.
     *
     * @throws GapException if it is about what is not there
     */
    WhatIf.Answer answer(Scenario scenario) {
        DemandRule rule = scene.rule(scenario.category());
        if (!scene.input().modes().contains(scenario.mode())) {
            throw new GapException(
                    "the run has no ways by '%s'".formatted(scenario.mode().code()));
        }
        Travel travel =
                travels.computeIfAbsent(scenario.mode(), mode -> scene.input().travel(mode, scene.places()));
        List<Baseline> published = baselines.get(
                new Wanted(scenario.mode(), scenario.category()),
                wanted -> Baseline.of(scenes, rule, wanted.mode(), travel));
        return WhatIf.of(published, scenario, travel);
    }

    @Override
    public void close() {
        travels.values().forEach(Travel::close);
    }
}
