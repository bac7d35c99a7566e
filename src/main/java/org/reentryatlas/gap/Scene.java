package org.reentryatlas.gap;

import java.util.List;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.geo.LonLat;

/**
 * What all figures of a run have in common: who may be where, and the sites.
 *
 * @param places of the origins, in their order
 * @param sites those that count
 */
record Scene(GapInput input, PublishedCounts counts, List<LonLat> places, Homes homes, List<Site> sites) {
    /**
     * Of what a run is made.
     *
     * @throws org.reentryatlas.attack.UnreadableReleaseException if the release says nothing about the areas of the origins,
     *     or contradicts itself
     */
    static Scene of(GapInput input, ReleaseFiles release) {
        return new Scene(
                input,
                PublishedCounts.of(release, input.base()),
                input.origins().stream().map(Origin::place).toList(),
                new Homes(input.origins()),
                input.sitesInReach());
    }

    /** The sites that offer a category. */
    List<Site> offering(String category) {
        return sites.stream()
                .filter(site -> site.categories().contains(category))
                .toList();
    }
}
