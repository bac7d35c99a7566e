package org.reentryatlas.gap;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.Travel;

/**
 * A run of which somebody asks what would be if: its streets, and the ways to the sites that were asked about last, which take longest
 * to find. Not for use by several threads.
 */
final class OpenRun implements AutoCloseable {
    /** Categories whose ways are kept: those of one in a large city are some 10 MB. */
    private static final int KEPT = 4;

    private final List<Scene> scenes;
    /** Of the homes and the sites, which are those of all. */
    private final Scene scene;

    private final Map<Mode, Travel> travels = new EnumMap<>(Mode.class);
    private final Map<Wanted, Map<LonLat, int[]>> ways = new LinkedHashMap<>(KEPT, 0.75f, true);

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
        // Before the ways, which nobody has to wait for who asks about nothing.
        WhatIf.rule(scene, scenario.category());
        if (!scene.input().modes().contains(scenario.mode())) {
            throw new GapException(
                    "the run has no ways by '%s'".formatted(scenario.mode().code()));
        }
        Travel travel =
                travels.computeIfAbsent(scenario.mode(), mode -> scene.input().travel(mode, scene.places()));
        return WhatIf.of(scenes, scenario, travel, ways(new Wanted(scenario.mode(), scenario.category()), travel));
    }

    private Map<LonLat, int[]> ways(Wanted wanted, Travel travel) {
        Map<LonLat, int[]> known = ways.get(wanted);
        if (known != null) {
            return known;
        }
        Map<LonLat, int[]> found = new HashMap<>();
        List<Site> sites = scene.offering(wanted.category());
        sites.forEach(site -> found.computeIfAbsent(site.place(), travel::secondsTo));
        if (ways.size() == KEPT) {
            ways.remove(ways.keySet().iterator().next());
        }
        ways.put(wanted, found);
        return found;
    }

    @Override
    public void close() {
        travels.values().forEach(Travel::close);
    }
}
