package org.reentryatlas.cql2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads CQL2 JSON. */
final class JsonReader {
    /** Each call is an object and the array of its arguments; the innermost may hold the coordinates of a geometry. */
    private static final int MOST_JSON_LEVELS = 2 * Node.MOST_LEVELS + 10;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_JSON_LEVELS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Literals literals;

    JsonReader(Literals literals) {
        this.literals = literals;
    }

    Node read(String json) {
        try {
            return node(JSON.readTree(json), "");
        } catch (JsonProcessingException e) {
            // The message of Jackson holds a part of the input.
            String place = e.getLocation() == null
                    ? "at its start"
                    : "at character " + (e.getLocation().getCharOffset() + 1);
            throw Cql2Exception.at(place, "The filter is not JSON, or nested too deep");
        }
    }

    private static String place(String pointer) {
        return pointer.isEmpty() ? "at the start" : "at " + pointer;
    }

    private Node node(JsonNode json, String pointer) {
        String place = place(pointer);
        return switch (json.getNodeType()) {
            case STRING -> new Node.Literal(Type.TEXT, json.textValue(), place);
            case NUMBER -> Literals.number(json.doubleValue(), place);
            case BOOLEAN -> new Node.Literal(Type.BOOLEAN, json.booleanValue(), place);
            case ARRAY -> new Node.Items(list(json, pointer, this::node), place);
            case OBJECT -> object(json, pointer);
            case BINARY, MISSING, NULL, POJO -> throw Cql2Exception.at(place, "A filter has no null");
        };
    }

    private static <T> List<T> list(JsonNode array, String pointer, BiFunction<JsonNode, String, T> item) {
        if (!array.isArray()) {
            throw Cql2Exception.at(place(pointer), "An array was expected");
        }
        List<T> items = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            items.add(item.apply(array.get(i), pointer + "/" + i));
        }
        return items;
    }

    private Node object(JsonNode json, String pointer) {
        String place = place(pointer);
        if (json.has("op")) {
            return Node.Call.of(
                    text(json.get("op"), pointer + "/op"),
                    list(json.path("args"), pointer + "/args", this::node),
                    place);
        }
        if (json.has("property")) {
            return new Node.Property(text(json.get("property"), pointer + "/property"), place);
        }
        if (json.has("date")) {
            return Literals.date(text(json.get("date"), pointer + "/date"), place);
        }
        if (json.has("timestamp")) {
            return Literals.timestamp(text(json.get("timestamp"), pointer + "/timestamp"), place);
        }
        if (json.has("interval")) {
            return Node.Interval.of(list(json.get("interval"), pointer + "/interval", this::node), place);
        }
        if (json.has("type")) {
            return literals.geoJson(json, place);
        }
        if (json.has("bbox")) {
            return literals.box(list(json.get("bbox"), pointer + "/bbox", JsonReader::number), place);
        }
        throw Cql2Exception.at(place, "An object is none of those that a filter has");
    }

    private static String text(JsonNode json, String pointer) {
        if (!json.isTextual()) {
            throw Cql2Exception.at(place(pointer), "A text was expected");
        }
        return json.textValue();
    }

    private static Double number(JsonNode json, String pointer) {
        if (!json.isNumber()) {
            throw Cql2Exception.at(place(pointer), "A number was expected");
        }
        return (Double) Literals.number(json.doubleValue(), place(pointer)).value();
    }
}
