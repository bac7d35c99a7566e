package org.reentryatlas.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

/**
 * A layer as ogr2ogr takes it in: rows of plain values, and the types that we mean, which it would have to guess otherwise.
 *
 * @param geometryType as GDAL calls it, such as {@code wkbPoint}
 * @param rows how many there are
 * @param geometry of a row as GeoJSON
 * @param values of a row, one for each field
 */
record OgrLayer(
        String name, String geometryType, List<Field> fields, int rows, IntFunction<String> geometry, Values values) {
    /** Of a table without geometries. */
    static final String NO_GEOMETRY = "wkbNone";

    OgrLayer {
        fields = List.copyOf(fields);
    }

    /**
     * A field.
     *
     * @param width of a text in bytes, or 0 where that is open
     */
    record Field(String name, Column.Type type, int width) {}

    /** Tells the values, which are no lists. */
    interface Values {
        @Nullable
        Object value(int row, int field);
    }

    /** The features of an export. */
    static OgrLayer of(Export export) {
        FeatureTable table = export.table();
        return new OgrLayer(
                export.id(),
                geometryType(table),
                table.columns().stream()
                        .map(column -> new Field(column.name(), column.type(), 0))
                        .toList(),
                table.size(),
                table::geometry,
                (row, field) -> Cells.flat(table.value(row, field)));
    }

    /** A table of texts. */
    static OgrLayer ofTexts(String name, List<String> columns, List<List<String>> lines) {
        return new OgrLayer(
                name,
                NO_GEOMETRY,
                columns.stream()
                        .map(column -> new Field(column, Column.Type.TEXT, 0))
                        .toList(),
                lines.size(),
                row -> "null",
                (row, field) -> lines.get(row).get(field));
    }

    /** What is to be known, as a table. */
    static OgrLayer ofAbout(About about) {
        return ofTexts(
                "about",
                List.of("name", "title", "text"),
                about.facts().stream()
                        .map(fact -> List.of(fact.name(), fact.title(), fact.text()))
                        .toList());
    }

    /** The field dictionaries of layers, as a table. */
    static OgrLayer ofFields(List<Export> exports) {
        List<List<String>> lines = new ArrayList<>();
        for (Export export : exports) {
            for (Export.Field field : export.fields()) {
                lines.add(field.line(export.id()));
            }
        }
        return ofTexts("fields", Export.columns("layer"), lines);
    }

    private static String geometryType(FeatureTable table) {
        List<Shape> shapes = table.shapes().stream().filter(Objects::nonNull).toList();
        if (!shapes.isEmpty() && shapes.stream().allMatch(Shape::isPoint)) {
            return "wkbPoint";
        }
        return !shapes.isEmpty()
                        && shapes.stream().allMatch(shape -> shape.type().equals("MultiPolygon"))
                ? "wkbMultiPolygon"
                : "wkbUnknown";
    }

    /** The same with days as text, for a format that knows none. */
    OgrLayer withDaysAsText() {
        return withFields(fields.stream()
                .map(field -> field.type() == Column.Type.DATE
                        ? new Field(field.name(), Column.Type.TEXT, field.width())
                        : field)
                .toList());
    }

    /** The same with other fields for the same values. */
    OgrLayer withFields(List<Field> others) {
        return new OgrLayer(name, geometryType, others, rows, geometry, values);
    }

    /** What GDAL is to read the rows from: of none, a header, since it knows no field of a GeoJSON that no feature has. */
    String fileName() {
        return name + (rows == 0 ? ".csv" : ".geojson");
    }

    /** The rows in that file of a directory. */
    void write(Scratch scratch) throws IOException {
        Path file = scratch.file(fileName());
        if (rows == 0) {
            Files.write(file, Readme.csv(fields.stream().map(Field::name).toList(), List.of()));
        } else {
            writeFeatures(file);
        }
    }

    private void writeFeatures(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = GeoJson.generator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("name", name);
            json.writeArrayFieldStart("features");
            for (int row = 0; row < rows; row++) {
                json.writeStartObject();
                json.writeStringField("type", "Feature");
                json.writeFieldName("geometry");
                json.writeRawValue(geometry.apply(row));
                json.writeObjectFieldStart("properties");
                for (int field = 0; field < fields.size(); field++) {
                    Object value = values.value(row, field);
                    json.writePOJOField(
                            fields.get(field).name(),
                            value instanceof String text ? Cells.withoutControls(text) : value);
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
