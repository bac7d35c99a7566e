package org.reentryatlas.layer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Features as GeoJSON (RFC 7946): the one way in which they are written. Safe for many threads. */
public final class FeatureJson {
    private final FeatureTable table;
    private final List<Integer> columns;
    private final IntFunction<String> geometry;

    /**
     * A writer of a table's features.
     *
     * @param columns which properties are written, by position
     * @param geometry of a row as a GeoJSON geometry, or {@code null} as JSON writes it
     */
    public FeatureJson(FeatureTable table, List<Integer> columns, IntFunction<String> geometry) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.geometry = geometry;
    }

    /** Begins a feature, which its caller ends: there may be more members to write. */
    public void begin(JsonGenerator out, int row) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", table.id(row));
        out.writeFieldName("geometry");
        out.writeRawValue(geometry.apply(row));
        out.writeObjectFieldStart("properties");
        for (int column : columns) {
            out.writeFieldName(table.columns().get(column).name());
            write(out, table.value(row, column));
        }
        out.writeEndObject();
    }

    /** A feature. */
    public void write(JsonGenerator out, int row) throws IOException {
        begin(out, row);
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof List<?> several) {
            out.writeStartArray();
            for (Object one : several) {
                out.writeString(one.toString());
            }
            out.writeEndArray();
        } else {
            // Texts, and days as ISO 8601 has them.
            out.writeString(value.toString());
        }
    }
}
