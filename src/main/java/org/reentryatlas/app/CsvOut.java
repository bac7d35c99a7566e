package org.reentryatlas.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A table that a command writes: UTF-8, comma-separated, with a header. */
final class CsvOut {
    private CsvOut() {}

    static void write(Path file, List<String> header, Iterable<List<String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(header);
            for (List<String> row : rows) {
                csv.writeRecord(row);
            }
        }
    }
}
