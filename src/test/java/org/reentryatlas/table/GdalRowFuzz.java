package org.reentryatlas.table;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.WktException;

/** Any text as what GDAL's programs print: the description of layers, and rows with a geometry in front. */
public final class GdalRowFuzz {
    private GdalRowFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        String text = new String(data, StandardCharsets.UTF_8);
        for (Layer layer : Layer.parse(text)) {
            layer.epsg();
            layer.systemName();
        }
        try (CsvRecords records = new CsvRecords(Path.of("fuzz"), new StringReader(text), ',', 1_000_000)) {
            for (var fields = records.next(); fields != null; fields = records.next()) {
                shape(fields.getField(0));
            }
        } catch (TableException e) {
            // A named fault is an answer.
        }
    }

    private static void shape(String wkt) {
        try {
            Shape.ofWkt(wkt).ifPresent(Shape::areaFault);
        } catch (WktException e) {
            // A named fault is an answer.
        }
    }
}
