package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.geo.LonLat;

/**
 * What the figures of a base level and the levels above it have in common: who may be where, and the sites.
 *
 * @param areas those that figures are made of, no level of which is one of another scene
 * @param places of the origins, in their order
 * @param sites those that count
 */
record Scene(
        GapInput input, PublishedCounts counts, List<Area> areas, List<LonLat> places, Homes homes, List<Site> sites) {
    /**
     * Of what a run is made, for each base level with the levels above it.
     *
     * @throws org.reentryatlas.attack.UnreadableReleaseException if the release says nothing about the areas of the origins,
     *     or contradicts itself
     */
    static List<Scene> of(GapInput input, ReleaseFiles release) {
        List<LonLat> places = input.origins().stream().map(Origin::place).toList();
        List<Site> sites = input.sitesInReach();
        List<Scene> scenes = new ArrayList<>();
        Set<String> levels = new HashSet<>();
        for (int base = 0; base < input.bases().size(); base++) {
            PublishedCounts counts = PublishedCounts.of(release, input.bases().get(base));
            // The whole jurisdiction is above several of them: it is told once.
            boolean isFirst = base == 0;
            List<Area> areas = counts.areas().stream()
                    .filter(area -> !levels.contains(area.level()) && (isFirst || counts.isCounted(area)))
                    .toList();
            areas.forEach(area -> levels.add(area.level()));
            // Of every area of the police the release says something, or the run is refused.
            Homes homes =
                    new Homes(input.origins(), base, key -> isFirst || counts.isCounted(new Area(counts.base(), key)));
            scenes.add(new Scene(input, counts, areas, places, homes, sites));
        }
        return scenes;
    }

    /** The sites that offer a category. */
    List<Site> offering(String category) {
        return sites.stream()
                .filter(site -> site.categories().contains(category))
                .toList();
    }
}
