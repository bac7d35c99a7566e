package org.reentryatlas.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.support.Program;

import static org.assertj.core.api.Assertions.assertThat;

/** What GDAL, which stands for all programs of others, reads in a file of ours; it must not complain of anything. */
final class ReadBack {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadBack() {}

    /** Values and positions of each feature by its identifier, which is the first column. */
    static Map<String, List<String>> read(Path file, Format format, Export export) throws Exception {
        Path complaints = Files.createTempFile("complaints", ".txt");
        Path features = Files.createTempFile("features", ".geojson");
        Files.delete(features);
        String layer = format == Format.XLSX || format == Format.GEOPACKAGE ? export.id() : "";
        Program run = Program.run(
                Objects.requireNonNull(file.getParent()),
                "sh",
                "-c",
                "ogr2ogr -f GeoJSON -lco RFC7946=YES $4 \"$0\" \"$1\" $2 2> \"$3\"",
                features.toString(),
                file.getFileName().toString(),
                layer,
                complaints.toString(),
                // Where there is no geometry, or no system, GDAL would say that it assumes one.
                List.of(Format.CSV, Format.CSV_WKT, Format.XLSX).contains(format) ? "-a_srs EPSG:4326" : "");
        assertThat(Files.readString(complaints)).as(format.name()).isEmpty();
        assertThat(run.exitCode()).isZero();
        Map<String, List<String>> read = new TreeMap<>();
        List<String> names = names(format, export.table().columns());
        for (JsonNode feature : JSON.readTree(features.toFile()).get("features")) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                JsonNode value = feature.get("properties").get(names.get(i));
                if (value == null && i == 0) {
                    // Here GDAL puts what it takes for the feature's own identifier.
                    value = feature.get("id");
                }
                values.add(plain(value, export.table().columns().get(i).type()));
            }
            values.add(hasGeometry(format) ? positions(feature.get("geometry")) : "");
            read.put(values.get(0), values);
        }
        return read;
    }

    /** The same of what is in memory. */
    static Map<String, List<String>> expected(Export export, Format format) throws IOException {
        FeatureTable table = export.table();
        Map<String, List<String>> expected = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                values.add(plain(
                        Cells.text(table.value(row, column)),
                        table.columns().get(column).type()));
            }
            if (format == Format.FLATGEOBUF && table.shape(row) == null) {
                continue;
            }
            values.add(hasGeometry(format) ? positions(JSON.readTree(table.geometry(row))) : "");
            expected.put(values.get(0), values);
        }
        return expected;
    }

    private static boolean hasGeometry(Format format) {
        return format != Format.CSV && format != Format.XLSX;
    }

    private static List<String> names(Format format, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        return switch (format) {
            case SHAPEFILE -> ShortNames.of(names);
            // Of the name of a place KML has an element of its own.
            case KML ->
                names.stream().map(name -> name.equals("name") ? "Name" : name).toList();
            default -> names;
        };
    }

    private static String plain(@Nullable JsonNode value, Column.Type type) {
        if (value != null && value.isArray()) {
            List<String> several = new ArrayList<>();
            value.forEach(one -> several.add(one.asText()));
            return String.join(";", several);
        }
        return plain(value == null || value.isNull() ? null : value.asText(), type);
    }

    private static String plain(@Nullable String text, Column.Type type) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return switch (type) {
            case INTEGER, NUMBER -> new BigDecimal(text).stripTrailingZeros().toPlainString();
            case BOOLEAN -> text.equals("true") || text.equals("1") ? "true" : "false";
            case DATE -> text.replace('/', '-');
            case TEXT, TEXTS -> text;
        };
    }

    /** The longitudes and latitudes in a rising order, since formats begin rings where they like. */
    private static String positions(JsonNode geometry) {
        List<String> positions = new ArrayList<>();
        collect(geometry.path("coordinates"), positions);
        return String.join(" ", positions.stream().sorted().distinct().toList());
    }

    private static void collect(JsonNode coordinates, List<String> positions) {
        if (coordinates.path(0).isNumber()) {
            positions.add(String.format(
                    Locale.ROOT,
                    "%.6f,%.6f",
                    coordinates.get(0).asDouble(),
                    coordinates.get(1).asDouble()));
        } else {
            coordinates.forEach(each -> collect(each, positions));
        }
    }
}
