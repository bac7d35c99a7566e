package org.reentryatlas.geo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;

/**
 * Reads a GeoJSON feature collection (RFC 7946) feature by feature, so that memory does not grow with the file. The
 * {@code crs} member of the 2008 specification is understood.
 */
public final class GeoJsonReader {
    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());

    private final Path file;
    private final @Nullable String declaredCrs;

    private GeoJsonReader(Path file, @Nullable String declaredCrs) {
        this.file = file;
        this.declaredCrs = declaredCrs;
    }

    /**
     * Reads the file once for its frame: that it is JSON to its end, holds a feature collection, and which system it
     * declares.
     *
     * @throws GeoJsonException if it is not a feature collection
     */
    public static GeoJsonReader open(Path file) throws IOException {
        String type = "";
        String crs = null;
        boolean features = false;
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new GeoJsonException("it does not start with a JSON object");
            }
            while (next(parser) != JsonToken.END_OBJECT) {
                String member = parser.currentName();
                parser.nextToken();
                switch (member) {
                    case "type" -> type = parser.getText();
                    case "crs" -> crs = crsName(parser.readValueAsTree());
                    case "features" -> {
                        features = parser.currentToken() == JsonToken.START_ARRAY;
                        parser.skipChildren();
                    }
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new GeoJsonException("something follows the feature collection");
            }
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new GeoJsonException(
                    "it is not JSON: " + e.getOriginalMessage().replaceAll(" \\(for .*", "") + " at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
        if (!type.equals("FeatureCollection") || !features) {
            throw new GeoJsonException("it is not a feature collection: its type is '" + type + "'");
        }
        return new GeoJsonReader(file, crs);
    }

    /** The system that a legacy {@code crs} member declares; empty means WGS 84, as RFC 7946 has it. */
    public Optional<String> declaredCrs() {
        return Optional.ofNullable(declaredCrs);
    }

    /** Hands over the features in file order. */
    public void forEach(Consumer<Feature> action) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            parser.nextToken();
            while (next(parser) != JsonToken.END_OBJECT) {
                boolean features = "features".equals(parser.currentName());
                parser.nextToken();
                if (!features) {
                    parser.skipChildren();
                    continue;
                }
                for (long number = 1; next(parser) != JsonToken.END_ARRAY; number++) {
                    action.accept(feature(number, parser.readValueAsTree()));
                }
            }
        }
    }

    private static JsonToken next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new GeoJsonException("it ends too early, or is nested too deeply");
        }
        return token;
    }

    private static Feature feature(long number, JsonNode node) {
        Map<String, String> properties = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            if (property.getValue().isValueNode() && !property.getValue().isNull()) {
                properties.put(property.getKey(), property.getValue().asText());
            }
        }
        JsonNode geometry = node.path("geometry");
        if (!geometry.isObject()) {
            return new Feature(number, properties, null, null);
        }
        try {
            return new Feature(number, properties, geometry(geometry), null);
        } catch (ParseException | RuntimeException e) {
            // The parser of JTS answers a wrong shape with whatever its casts and constructors throw.
            return new Feature(number, properties, closed(geometry), fault(e));
        }
    }

    /** The geometry with its open rings closed, for whoever may mend it; null when that was not the fault. */
    private static @Nullable Shape closed(JsonNode node) {
        try {
            return OpenRings.close(node) ? geometry(node) : null;
        } catch (ParseException | RuntimeException e) {
            return null;
        }
    }

    private static String fault(Exception e) {
        return e.getCause() instanceof IllegalArgumentException ring && ring.getMessage() != null
                ? ring.getMessage()
                : "its coordinates are not nested as its type demands";
    }

    private static @Nullable Shape geometry(JsonNode node) throws ParseException {
        return Shape.of(new org.locationtech.jts.io.geojson.GeoJsonReader().read(node.toString()))
                .orElse(null);
    }

    private static @Nullable String crsName(JsonNode crs) {
        JsonNode name = crs.path("properties").path("name");
        if (name.isTextual()) {
            return name.asText();
        }
        // Present, but a link or something else: whoever asks for the system must be told that it is not known.
        return crs.isNull() ? null : "its crs member";
    }
}
