package org.reentryatlas.gap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.reentryatlas.gap.SiteAnswer.Option;
import org.reentryatlas.gap.SiteAnswer.Place;

/** Places of new sites as GeoJSON (RFC 7946): a point for each place of each option. */
public final class SiteGeoJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SiteGeoJson() {}

    /** The answer as a feature collection. */
    public static String write(SiteQuestion question, SiteAnswer answer) {
        ObjectNode collection = JSON.createObjectNode();
        collection.put("type", "FeatureCollection");
        answer.credits().forEach(collection.putArray("credits")::add);
        ArrayNode features = collection.putArray("features");
        for (Option option : answer.options()) {
            for (Place place : option.places()) {
                ObjectNode feature = features.addObject();
                feature.put("type", "Feature");
                feature.putObject("geometry")
                        .put("type", "Point")
                        .putArray("coordinates")
                        .add(place.position().longitude())
                        .add(place.position().latitude());
                ObjectNode properties = feature.putObject("properties");
                properties.put("release", answer.release());
                properties.put("category", question.category());
                properties.put("aim", question.aim().code());
                properties.put("mode", question.mode().code());
                properties.put("minutes", question.minutes());
                properties.put("candidates", question.candidates().code());
                question.capacity().ifPresent(people -> properties.put("capacity", people));
                properties.put("ways", answer.ways());
                properties.put("sites", option.sites());
                properties.put("area", place.area());
                properties.put("name", place.name());
                properties.put("moved_low", option.moved().low());
                properties.put("moved_high", option.moved().high());
                option.moved().areas().forEach(properties.withArray("moved_areas")::add);
                properties.put("proven", option.isProven());
                properties.put("bound_gap", option.gap());
            }
        }
        return collection.toPrettyString() + "\n";
    }
}
