package org.reentryatlas.export;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reentryatlas.http.Json;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.Members;

/** The dictionary of both CSV files of a layer, as the W3C's "Metadata Vocabulary for Tabular Data" has it. */
final class CsvMetadata implements Renderer.Streaming {
    private static final PrettyPrinter PRETTY =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    @Override
    public void stream(Export export, OutputStream out) throws IOException {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("language", "en")));
        About about = export.about();
        group.put("dc:title", about.title());
        group.put("dc:publisher", about.publisher());
        group.put("dc:date", about.day().toString());
        String licence = about.licence();
        if (licence != null) {
            group.put("dc:license", Map.of("@id", licence));
        }
        group.put("dc:source", about.text("sources"));
        group.put("dc:bibliographicCitation", about.text("citation"));
        group.put("notes", List.of(about.byName()));
        group.put("tables", List.of(table(export, Format.CSV, false), table(export, Format.CSV_WKT, true)));
        out.write(Json.MAPPER.writer(PRETTY).writeValueAsBytes(group));
    }

    private static Map<String, Object> table(Export export, Format format, boolean hasWkt) {
        List<Map<String, Object>> columns = new ArrayList<>();
        if (hasWkt) {
            columns.add(column(Csv.WKT, "Geometry", "The geometry as well-known text: longitude, latitude.", "string"));
        }
        export.table().columns().forEach(column -> columns.add(column(column)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("columns", columns);
        schema.put("primaryKey", export.table().columns().get(0).name());
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("url", format.fileName(export.id()));
        table.put("dc:title", export.about().title());
        table.put("tableSchema", schema);
        return table;
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> described = column(column.name(), column.title(), column.description(), datatype(column));
        if (column.type() == Column.Type.TEXTS) {
            described.put("separator", Cells.SEPARATOR);
        }
        return described;
    }

    private static Map<String, Object> column(String name, String title, String description, Object datatype) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", name);
        // What stands in the header.
        described.put("titles", name);
        described.put("dc:title", title);
        described.put("dc:description", description);
        described.put("datatype", datatype);
        return described;
    }

    private static Object datatype(Column column) {
        return switch (column.type()) {
            case INTEGER -> "integer";
            case NUMBER -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TEXT, TEXTS ->
                column.values().isEmpty()
                        ? "string"
                        : Members.of(
                                "base",
                                "string",
                                "format",
                                column.values().stream().collect(Collectors.joining("|")));
        };
    }
}
