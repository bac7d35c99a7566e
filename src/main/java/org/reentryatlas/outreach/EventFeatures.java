package org.reentryatlas.outreach;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import org.reentryatlas.http.Json;

/** Events as GeoJSON (RFC 7946), for maps and calendars that others make: a point each, where people meet. */
final class EventFeatures {
    static final String MEDIA_TYPE = "application/geo+json";

    private EventFeatures() {}

    /**
     * A FeatureCollection.
     *
     * @param isComplete whether there are no more in the time
     * @param server scheme, host and port of the pages
     */
    static ObjectNode of(List<Stored> events, boolean isComplete, ZoneId zone, PlanWords words, String server) {
        ObjectNode collection = Json.MAPPER.createObjectNode().put("type", "FeatureCollection");
        collection.put("is_complete", isComplete);
        ArrayNode features = collection.putArray("features");
        for (Stored stored : events) {
            ObjectNode feature = features.addObject()
                    .put("type", "Feature")
                    .put("id", stored.id().toString());
            Place rally = stored.plan().rally();
            if (rally == null) {
                feature.putNull("geometry");
            } else {
                feature.putObject("geometry")
                        .put("type", "Point")
                        .putArray("coordinates")
                        .add(rally.lon())
                        .add(rally.lat());
            }
            ObjectNode properties = feature.putObject("properties")
                    .put("id", stored.id().toString())
                    .put("kind", stored.kind())
                    .put("title", words.title(stored.plan()))
                    .put("place", rally == null ? "" : rally.name())
                    .put("starts", EventData.moment(stored.startsAt(), zone))
                    .put("ends", EventData.moment(stored.endsAt(), zone))
                    .put("status", stored.isCancelled() ? "called_off" : "scheduled");
            ArrayNode areas = properties.putArray("areas");
            stored.areas().forEach(areas::add);
            if (stored.plan() instanceof CleanUp cleanUp) {
                properties.put("volunteers", cleanUp.volunteers());
            } else {
                properties.putNull("volunteers");
            }
            properties.put("url", server + EventData.path(stored));
        }
        return collection;
    }
}
