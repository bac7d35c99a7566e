package org.reentryatlas.geo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** Rings of a GeoJSON polygon that do not end where they start. */
final class OpenRings {
    private OpenRings() {}

    /** Closes each open ring by repeating its first position; whether there was one. */
    static boolean close(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> closeRings(coordinates);
            case "MultiPolygon" -> {
                boolean closed = false;
                for (JsonNode polygon : coordinates) {
                    closed |= closeRings(polygon);
                }
                yield closed;
            }
            default -> false;
        };
    }

    private static boolean closeRings(JsonNode polygon) {
        boolean closed = false;
        for (JsonNode node : polygon) {
            if (node instanceof ArrayNode ring && ring.size() > 2 && !isClosed(ring)) {
                ring.add(ring.get(0).deepCopy());
                closed = true;
            }
        }
        return closed;
    }

    /** Two dimensions decide: a height may differ. */
    private static boolean isClosed(ArrayNode ring) {
        JsonNode first = ring.get(0);
        JsonNode last = ring.get(ring.size() - 1);
        return first.path(0).equals(last.path(0)) && first.path(1).equals(last.path(1));
    }
}
