package org.reentryatlas.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

/**
 * CSV (RFC 4180) in UTF-8. A value that is missing is an empty field, and an empty text is {@code ""}.
 *
 * @param hasWkt whether the first column is the geometry as well-known text
 */
record Csv(boolean hasWkt) implements Renderer.Streaming {
    /** The name by which other programs know that column. */
    static final String WKT = "WKT";

    @Override
    public void stream(Export export, OutputStream out) throws IOException {
        FeatureTable table = export.table();
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        // Not closed, since that would close the stream.
        @SuppressWarnings("resource")
        CsvWriter csv = writer(text);
        csv.writeRecord(header(table.columns()));
        List<@Nullable String> line = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            line.clear();
            if (hasWkt) {
                Shape shape = table.shape(row);
                line.add(shape == null ? null : shape.wkt(FeatureTable.DIGITS));
            }
            for (int column = 0; column < table.columns().size(); column++) {
                line.add(Cells.text(table.value(row, column)));
            }
            csv.writeRecord(line);
        }
        csv.flush();
        text.flush();
    }

    private List<String> header(List<Column> columns) {
        List<String> header = new ArrayList<>();
        if (hasWkt) {
            header.add(WKT);
        }
        columns.forEach(column -> header.add(column.name()));
        return header;
    }

    /** As every table of ours is written. */
    static CsvWriter writer(Writer text) {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text);
    }
}
