package org.reentryatlas.presence;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures as CSV (RFC 4180) with a header: a row for each month and area, the first of each month for all of them. */
final class MeasureTable {
    private MeasureTable() {}

    static String write(Measures measures) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            List<String> header = new ArrayList<>(List.of("month", "area"));
            measures.measures().forEach(measure -> header.add(measure.code()));
            csv.writeRecord(header);
            List<YearMonth> months = measures.months().all();
            for (int i = 0; i < months.size(); i++) {
                writeRow(csv, measures, months.get(i), i, measures.all());
                for (Measures.Row row : measures.areas()) {
                    writeRow(csv, measures, months.get(i), i, row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeRow(CsvWriter csv, Measures measures, YearMonth month, int at, Measures.Row row) {
        List<String> line =
                new ArrayList<>(List.of(month.toString(), row.key().equals(Measures.ALL) ? "all" : row.key()));
        measures.measures().forEach(measure -> line.add(number(row.value(at, measure))));
        csv.writeRecord(line);
    }

    /** To a hundredth, without an exponent and without a point behind which there is nothing; empty for what is not to be read. */
    static String number(@Nullable Double value) {
        return value == null ? "" : rounded(value).toPlainString();
    }

    static BigDecimal rounded(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
