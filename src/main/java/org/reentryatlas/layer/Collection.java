package org.reentryatlas.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A collection of OGC API – Features.
 *
 * @param level code of the level whose areas it holds, or null for service sites
 * @param releases those it answers for, newest reference date first; empty for what has no date
 */
record Collection(
        String id,
        String title,
        String description,
        @Nullable String level,
        List<PublishedRelease> releases) {
    static final String PROVIDERS = "providers";
    static final String AREA_PREFIX = "people-by-";

    Collection {
        releases = List.copyOf(releases);
    }

    /** The newest release whose reference date is among the days. */
    Optional<PublishedRelease> release(Days days) {
        return releases.stream()
                .filter(release -> days.contains(release.referenceDate()))
                .findFirst();
    }

    /** The parameters that its items take. */
    Set<String> parameters() {
        return level == null
                ? Set.of("limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "f", "category")
                : Set.of("limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "f");
    }

    /** As {@code /collections/{id}} describes it, with links below the base. */
    Map<String, Object> describe(String base, Bbox extent, List<ServedCrs> served) {
        String self = base + "/collections/" + id;
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("id", id);
        description.put("title", title);
        description.put("description", this.description);
        description.put("itemType", "feature");
        description.put("crs", served.stream().map(ServedCrs::uri).toList());
        description.put("storageCrs", ServedCrs.CRS84.uri());
        description.put("extent", described(extent));
        description.put(
                "links",
                List.of(
                        Links.link("self", Links.JSON, self, "This collection"),
                        Links.link("alternate", Links.HTML, Links.in(self, "html"), "This collection for people"),
                        Links.link("items", Links.GEOJSON, self + "/items", title),
                        Links.link("items", Links.HTML, Links.in(self + "/items", "html"), title + ", as a table")));
        return description;
    }

    private Map<String, Object> described(Bbox extent) {
        Map<String, Object> spatial = Map.of("bbox", List.of(extent.toList()), "crs", Links.CRS84);
        if (releases.isEmpty()) {
            return Map.of("spatial", spatial);
        }
        List<String> interval = List.of(
                releases.get(releases.size() - 1).referenceDate() + "T00:00:00Z",
                releases.get(0).referenceDate() + "T00:00:00Z");
        return Map.of("spatial", spatial, "temporal", Map.of("interval", List.of(interval)));
    }
}
