package org.reentryatlas.democity;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV file in UTF-8 with a heading line. */
final class CsvFile {
    private final String[] heading;
    private final List<String[]> rows = new ArrayList<>();

    CsvFile(String heading) {
        this.heading = heading.split(",", -1);
    }

    void add(Object... values) {
        String[] row = new String[values.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = String.valueOf(values[i]);
        }
        if (row.length != heading.length) {
            throw new IllegalArgumentException(row.length + " values for " + heading.length + " columns");
        }
        rows.add(row);
    }

    /** Writes the file and returns the number of rows without the heading. */
    int write(Path file) throws IOException {
        Files.writeString(file, text());
        return rows.size();
    }

    /** The file as text. */
    String text() throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            out.writeRecord(heading);
            for (String[] row : rows) {
                out.writeRecord(row);
            }
        }
        return text.toString();
    }

    int size() {
        return rows.size();
    }
}
