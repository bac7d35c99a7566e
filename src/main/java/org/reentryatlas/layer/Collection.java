package org.reentryatlas.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A collection of OGC API – Features.
 *
 * @param level code of the level whose areas it holds, or null for service sites
 * @param days reference dates of the releases in it, oldest first; empty for what has no date
 */
record Collection(
        String id,
        String title,
        String description,
        @Nullable String level,
        Bbox extent,
        List<String> days) {
    static final String PROVIDERS = "providers";
    static final String AREA_PREFIX = "people-by-";

    Collection {
        days = List.copyOf(days);
    }

    /** The parameters that its items take. */
    Set<String> parameters() {
        return level == null
                ? Set.of("limit", "offset", "bbox", "datetime", "f", "category")
                : Set.of("limit", "offset", "bbox", "datetime", "f");
    }

    /** As {@code /collections/{id}} describes it, with links below the base. */
    Map<String, Object> describe(String base) {
        String self = base + "/collections/" + id;
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("id", id);
        description.put("title", title);
        description.put("description", this.description);
        description.put("itemType", "feature");
        description.put("crs", List.of(Links.CRS84));
        description.put("extent", describedExtent());
        description.put(
                "links",
                List.of(
                        Links.link("self", Links.JSON, self, "This collection"),
                        Links.link("items", Links.GEOJSON, self + "/items", title)));
        return description;
    }

    private Map<String, Object> describedExtent() {
        Map<String, Object> spatial = Map.of("bbox", List.of(extent.toList()), "crs", Links.CRS84);
        if (days.isEmpty()) {
            return Map.of("spatial", spatial);
        }
        List<String> interval = List.of(days.get(0) + "T00:00:00Z", days.get(days.size() - 1) + "T00:00:00Z");
        return Map.of("spatial", spatial, "temporal", Map.of("interval", List.of(interval)));
    }
}
