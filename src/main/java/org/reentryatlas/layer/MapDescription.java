package org.reentryatlas.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Box;

/** What our own map needs to know before it draws. */
record MapDescription(Snapshot snapshot) {
    Map<String, Object> members() {
        Map<String, Object> members = Members.of(
                "jurisdiction",
                snapshot.jurisdiction(),
                "bbox",
                extent(),
                "levels",
                snapshot.levels().stream().map(this::describe).toList(),
                "measures",
                snapshot.measures(),
                "categories",
                snapshot.categories(),
                "planned",
                snapshot.layers().stream()
                        .filter(layer -> layer.kind() == Layer.Kind.PLANNED)
                        .map(Layer::id)
                        .toList(),
                "releases",
                snapshot.releases().stream().map(this::describe).toList());
        if (!snapshot.beats().keys().isEmpty()) {
            members.put("beats", describe(snapshot.beats()));
        }
        return members;
    }

    /**
     * Where the map begins: around the areas of the newest release; when nothing is released, around the beats or else the service
     * sites.
     */
    private List<Double> extent() {
        Box beats = snapshot.beats().box();
        return beats.isEmpty() ? newest() : beats.corners();
    }

    private List<Double> newest() {
        return snapshot.newest(snapshot.layers().get(0)).box().orEarth().corners();
    }

    private Map<String, Object> describe(Beats beats) {
        LevelWords level = snapshot.words(beats.level());
        return Members.of("code", level.code(), "one", level.one(), "many", level.many(), "keys", beats.keys());
    }

    private Map<String, Object> describe(LevelWords level) {
        Map<String, Object> gaps = new LinkedHashMap<>();
        snapshot.gaps(level).keySet().forEach(mode -> gaps.put(mode, Layer.gapsIdOf(level.code(), mode)));
        return Members.of(
                "code", level.code(),
                "one", level.one(),
                "many", level.many(),
                "above", level.above(),
                "collection", Layer.idOf(level.code()),
                "services", Layer.servicesIdOf(level.code()),
                "gaps", gaps);
    }

    private Map<String, @Nullable Object> describe(PublishedRelease release) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("id", release.id());
        described.put("referenceDate", release.referenceDate());
        described.put("publishedAt", release.publishedAt());
        described.put("k", release.k());
        described.put("roundingBase", release.roundingBase());
        described.put("belowGate", release.belowGate());
        described.put("newSince", release.newSince());
        described.put("notMapped", snapshot.notMapped(release));
        return described;
    }
}
