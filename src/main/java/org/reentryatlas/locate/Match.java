package org.reentryatlas.locate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.address.AddressSearchStore.Place;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Snapshot;

/**
 * What an address could mean, without a position.
 *
 * @param label its block, or the streets that cross there
 * @param areas of the newest release by level, each by its key; empty for a place beyond them
 */
record Match(String label, Map<String, String> areas) {
    private static final int MOST = 5;

    /** The places as matches in their order, those that say the same once. */
    static List<Match> of(List<Place> places, Snapshot snapshot) {
        return places.stream()
                .map(place -> new Match(place.label(), areas(Shape.ofPoint(place.position()), snapshot)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** On a common edge, the first area of a level, as for service sites. */
    private static Map<String, String> areas(Shape point, Snapshot snapshot) {
        Map<String, String> areas = new LinkedHashMap<>();
        for (Layer layer : snapshot.layers()) {
            String level = layer.level();
            if (level != null && layer.isOfReleases()) {
                FeatureTable table = snapshot.newest(layer);
                int[] rows = table.touching(point);
                if (rows.length > 0) {
                    areas.put(level, table.id(rows[0]));
                }
            }
        }
        return areas;
    }
}
