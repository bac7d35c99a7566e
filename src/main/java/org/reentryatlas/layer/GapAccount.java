package org.reentryatlas.layer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code account.csv} of a run. */
final class GapAccount {
    private GapAccount() {}

    /**
     * Its lines, in their order.
     *
     * @throws java.util.NoSuchElementException if it has not the columns of an account, naming the one that is missing
     * @throws de.siegmar.fastcsv.reader.CsvParseException if it is not CSV (RFC 4180)
     */
    static List<GapRun.Entry> read(String text) {
        List<GapRun.Entry> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(row -> entries.add(new GapRun.Entry(
                    row.getField("mode"), row.getField("category"), row.getField("what"), row.getField("value"))));
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be read", e);
        }
        return entries;
    }
}
