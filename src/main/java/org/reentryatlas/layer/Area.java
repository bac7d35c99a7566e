package org.reentryatlas.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Json;

/**
 * An area on a page of a layer.
 *
 * @param parent key of the area above, or null
 * @param geometry GeoJSON
 */
record Area(
        long id,
        String key,
        String name,
        String level,
        @Nullable String parent,
        boolean lowHitRate,
        String geometry) {

    /** As a GeoJSON feature (RFC 7946) with its numbers. */
    String feature(PublishedRelease release, Numbers numbers, Numbers whole) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("key", key);
        properties.put("name", name);
        properties.put("level", level);
        properties.put("parent", parent);
        properties.put("release", release.id());
        properties.put("reference_date", release.referenceDate());
        properties.put("low_hit_rate", lowHitRate);
        properties.putAll(numbers.properties(whole));
        return "{\"type\":\"Feature\",\"id\":" + Json.write(key) + ",\"geometry\":" + geometry + ",\"properties\":"
                + Json.write(properties) + "}";
    }
}
