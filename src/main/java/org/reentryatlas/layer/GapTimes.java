package org.reentryatlas.layer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads {@code times.csv} of a run. */
final class GapTimes {
    private GapTimes() {}

    /**
     * What it says of a level, in its order.
     *
     * @throws java.util.NoSuchElementException if a column is missing, naming it
     * @throws NumberFormatException if what must be a number is none
     * @throws de.siegmar.fastcsv.reader.CsvParseException if it is not CSV (RFC 4180)
     */
    static List<GapRun.Open> read(String text, String level) {
        List<GapRun.Open> times = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("level").equals(level)) {
                    times.add(open(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be read", e);
        }
        return times;
    }

    private static GapRun.Open open(NamedCsvRecord row) {
        Integer seconds = number(row, "nearest_s");
        return new GapRun.Open(
                row.getField("mode"),
                row.getField("category"),
                row.getField("time"),
                Integer.parseInt(row.getField("sites_open")),
                Integer.parseInt(row.getField("sites_hours_unknown")),
                seconds == null ? OptionalInt.empty() : OptionalInt.of(GapStore.minutes(seconds)),
                number(row, "within_30_low"),
                number(row, "within_30_high"));
    }

    private static @Nullable Integer number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
