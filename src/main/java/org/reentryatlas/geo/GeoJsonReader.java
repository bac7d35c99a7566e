package org.reentryatlas.geo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads GeoJSON feature by feature, so that memory does not grow with the file: a feature collection (RFC 7946), a text
 * sequence (RFC 8142), one object a line, a feature or geometry by itself. The {@code crs} member of the 2008
 * specification is understood.
 */
public final class GeoJsonReader {
    private static final int LONGEST_VALUE = 1_000_000;
    private static final int DEEPEST = 100;
    private static final int MOST_COLUMNS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_VALUE)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build());
    private static final Set<String> GEOMETRY_TYPES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    /** Where the text comes from; each call starts anew. */
    public interface Source {
        Reader open() throws IOException;
    }

    private final Source source;
    private final List<String> columns;
    private final @Nullable String declaredCrs;

    private GeoJsonReader(Source source, Frame frame) {
        this.source = source;
        this.columns = List.copyOf(frame.columns);
        this.declaredCrs = frame.crs;
    }

    /**
     * Reads the text once for its frame: that it is JSON to its end and holds features, the names of their properties,
     * and which system it declares.
     *
     * @throws GeoJsonException if it is not GeoJSON
     */
    public static GeoJsonReader open(Source source) throws IOException {
        Frame frame = new Frame();
        try (BoundedParser parser = parser(source)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                frame.take(parser);
            }
        } catch (JacksonException e) {
            throw fault(e);
        }
        if (frame.objects == 0) {
            throw new GeoJsonException("it holds no JSON object");
        }
        return new GeoJsonReader(source, frame);
    }

    /** The system that a legacy {@code crs} member declares; empty means WGS 84, as RFC 7946 has it. */
    public Optional<String> declaredCrs() {
        return Optional.ofNullable(declaredCrs);
    }

    /** The names of the features' properties, in the order in which they appear. */
    public List<String> columns() {
        return columns;
    }

    /** Hands over the features in file order. */
    public void forEach(Consumer<Feature> action) throws IOException {
        try (BoundedParser parser = parser(source)) {
            long number = 0;
            while (parser.nextToken() != null) {
                number = object(parser, number, action);
            }
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private static BoundedParser parser(Source source) throws IOException {
        return new BoundedParser(JSON.createParser(new SequenceReader(source.open())));
    }

    private static GeoJsonException fault(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            // Which says nothing of where that is.
            return new GeoJsonException("it is nested too deeply, or one of its values is too long");
        }
        return new GeoJsonException("it is not JSON: " + e.getOriginalMessage().replaceAll(" \\(for .*", "")
                + " at line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr());
    }

    private static JsonToken next(BoundedParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new GeoJsonException("it ends too early, or is nested too deeply");
        }
        return token;
    }

    /** Hands over the features of one object at the top of the text; answers the number of the last one. */
    private static long object(BoundedParser parser, long last, Consumer<Feature> action) throws IOException {
        long number = last;
        JsonNode type = MissingNode.getInstance();
        Map<String, JsonNode> own = new HashMap<>();
        while (next(parser) != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "features" -> {
                    if (parser.currentToken() != JsonToken.START_ARRAY) {
                        parser.skipChildren();
                        continue;
                    }
                    while (next(parser) != JsonToken.END_ARRAY) {
                        number++;
                        JsonNode feature = tree(parser, number);
                        action.accept(feature(number, feature.path("properties"), feature.path("geometry")));
                    }
                }
                case "type" -> type = tree(parser, number + 1);
                case "properties", "geometry", "coordinates", "geometries" -> own.put(member, tree(parser, number + 1));
                default -> parser.skipChildren();
            }
        }
        if (type.asText().equals("Feature")) {
            number++;
            action.accept(feature(number, member(own, "properties"), member(own, "geometry")));
        } else if (GEOMETRY_TYPES.contains(type.asText())) {
            number++;
            ObjectNode geometry = JSON.createObjectNode();
            geometry.setAll(own);
            geometry.set("type", type);
            action.accept(feature(number, MissingNode.getInstance(), geometry));
        }
        return number;
    }

    private static JsonNode member(Map<String, JsonNode> members, String name) {
        return members.getOrDefault(name, MissingNode.getInstance());
    }

    private static JsonNode tree(BoundedParser parser, long number) throws IOException {
        return parser.readTree(JSON)
                .orElseThrow(() -> new GeoJsonException("feature " + number + " is too large: it holds more than "
                        + BoundedParser.MOST_TOKENS + " JSON tokens"));
    }

    private static Feature feature(long number, JsonNode values, JsonNode geometry) {
        Map<String, String> properties = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : values.properties()) {
            if (property.getValue().isValueNode() && !property.getValue().isNull()) {
                properties.put(property.getKey(), property.getValue().asText());
            }
        }
        if (!geometry.isObject()) {
            return new Feature(number, properties, null, null, null);
        }
        try {
            return new Feature(number, properties, GeoJsonGeometry.of(geometry).orElse(null), null, null);
        } catch (GeoJsonException e) {
            return new Feature(number, properties, null, e.getMessage(), closed(geometry));
        }
    }

    /** The geometry with its open rings closed, for whoever may mend it; null when that was not the fault. */
    private static @Nullable Shape closed(JsonNode node) {
        try {
            return OpenRings.close(node) ? GeoJsonGeometry.of(node).orElse(null) : null;
        } catch (GeoJsonException e) {
            return null;
        }
    }

    /** What the first reading learns. */
    private static final class Frame {
        private final Set<String> columns = new LinkedHashSet<>();
        private @Nullable String crs;
        private long objects;

        /** Takes one object at the top of the text. */
        void take(BoundedParser parser) throws IOException {
            objects++;
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new GeoJsonException("it does not start with a JSON object");
            }
            String type = "";
            boolean features = false;
            while (next(parser) != JsonToken.END_OBJECT) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (member) {
                    case "type" -> {
                        type = parser.getText();
                        parser.skipChildren();
                    }
                    case "crs" -> declare(parser);
                    case "properties" -> names(parser);
                    case "features" -> {
                        features = value == JsonToken.START_ARRAY;
                        features(parser);
                    }
                    default -> parser.skipChildren();
                }
            }
            boolean known = (type.equals("FeatureCollection") && features)
                    || type.equals("Feature")
                    || GEOMETRY_TYPES.contains(type);
            if (!known) {
                throw new GeoJsonException("it is not a feature collection: its type is '" + type + "'");
            }
        }

        private void features(BoundedParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return;
            }
            while (next(parser) != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw new GeoJsonException("one of its features is not an object");
                }
                while (next(parser) != JsonToken.END_OBJECT) {
                    boolean properties = parser.currentName().equals("properties");
                    parser.nextToken();
                    if (properties) {
                        names(parser);
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        }

        private void names(BoundedParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (next(parser) != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (parser.nextToken().isScalarValue()) {
                    columns.add(name);
                }
                parser.skipChildren();
                if (columns.size() > MOST_COLUMNS) {
                    throw new GeoJsonException("its features have more than " + MOST_COLUMNS + " properties");
                }
            }
        }

        private void declare(BoundedParser parser) throws IOException {
            JsonNode node = tree(parser, 0);
            JsonNode name = node.path("properties").path("name");
            if (name.isTextual()) {
                crs = name.asText();
            } else if (!node.isNull()) {
                // Present, but a link or something else: whoever asks for the system must be told that it is not known.
                crs = "its crs member";
            }
        }
    }
}
