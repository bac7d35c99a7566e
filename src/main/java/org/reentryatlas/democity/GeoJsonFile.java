package org.reentryatlas.democity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** A GeoJSON file (RFC 7946) with one feature per line, so that a change shows as a change of lines. */
final class GeoJsonFile {
    private final List<Geometry> geometries = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> properties = new ArrayList<>();

    /**
     * @param geometry metres around the city centre
     * @param namesAndValues names and values in turn; a value is text, a whole number or null
     */
    void add(Geometry geometry, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        // The direction of a street means something; the first corner of a polygon does not and would vary.
        geometries.add(geometry.getDimension() == 2 ? geometry.norm() : geometry);
        properties.add(map);
    }

    /** Writes the file in longitude and latitude and returns the number of features. */
    int write(Path file) throws IOException {
        List<Geometry> degrees = Projector.toDegrees(geometries);
        JsonFactory json = new JsonFactory();
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
            for (int i = 0; i < degrees.size(); i++) {
                StringWriter feature = new StringWriter();
                try (JsonGenerator generator = json.createGenerator(feature)) {
                    writeFeature(generator, degrees.get(i), properties.get(i));
                }
                out.write(feature + (i < degrees.size() - 1 ? ",\n" : "\n"));
            }
            out.write("]}\n");
        }
        return degrees.size();
    }

    private static void writeFeature(JsonGenerator to, Geometry geometry, Map<String, @Nullable Object> properties)
            throws IOException {
        to.writeStartObject();
        to.writeStringField("type", "Feature");
        to.writeObjectFieldStart("properties");
        for (Map.Entry<String, @Nullable Object> property : properties.entrySet()) {
            to.writeFieldName(property.getKey());
            Object value = property.getValue();
            if (value instanceof Integer number) {
                to.writeNumber(number);
            } else if (value == null) {
                to.writeNull();
            } else {
                to.writeString(value.toString());
            }
        }
        to.writeEndObject();
        to.writeObjectFieldStart("geometry");
        to.writeStringField("type", geometry.getGeometryType());
        to.writeFieldName("coordinates");
        writeCoordinates(to, geometry);
        to.writeEndObject();
        to.writeEndObject();
    }

    private static void writeCoordinates(JsonGenerator to, Geometry geometry) throws IOException {
        if (geometry instanceof LineString line) {
            writeLine(to, line.getCoordinates());
        } else if (geometry instanceof Polygon polygon) {
            to.writeStartArray();
            writeLine(to, ring(polygon.getExteriorRing(), true));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                writeLine(to, ring(polygon.getInteriorRingN(i), false));
            }
            to.writeEndArray();
        } else if (geometry instanceof MultiPolygon many) {
            to.writeStartArray();
            for (int i = 0; i < many.getNumGeometries(); i++) {
                writeCoordinates(to, many.getGeometryN(i));
            }
            to.writeEndArray();
        } else {
            throw new IllegalArgumentException("no file of the demo city holds a " + geometry.getGeometryType());
        }
    }

    private static Coordinate[] ring(LineString ring, boolean counterClockwise) {
        boolean asIs = Orientation.isCCW(ring.getCoordinates()) == counterClockwise;
        return (asIs ? ring : ring.reverse()).getCoordinates();
    }

    private static void writeLine(JsonGenerator to, Coordinate[] points) throws IOException {
        to.writeStartArray();
        String before = "";
        for (Coordinate point : points) {
            String x = Projector.text(point.x);
            String y = Projector.text(point.y);
            // Two corners within a decimetre become one, here and in every neighbour that shares them.
            if (!before.equals(x + y)) {
                to.writeStartArray();
                to.writeNumber(x);
                to.writeNumber(y);
                to.writeEndArray();
            }
            before = x + y;
        }
        to.writeEndArray();
    }
}
