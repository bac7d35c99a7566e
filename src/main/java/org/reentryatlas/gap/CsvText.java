package org.reentryatlas.gap;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.reentryatlas.geo.LonLat;

/** Tables of a run as text: CSV (RFC 4180) with a header, the same bytes on every machine. */
final class CsvText {
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r-]");

    private CsvText() {}

    /** The table as text. */
    static <T> String write(List<String> header, Iterable<T> rows, Function<T, List<String>> fields) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(fields.apply(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * The rows of a table.
     *
     * @param name of the file, for words about what is wrong
     * @throws GapException if it is no such table, naming the line
     */
    static <T> List<T> read(String name, String text, Function<NamedCsvRecord, T> reader) {
        List<T> rows = new ArrayList<>();
        try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord record : records) {
                rows.add(read(name, record, reader));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            throw new GapException(name + " is not CSV", e);
        }
        return rows;
    }

    private static <T> T read(String name, NamedCsvRecord record, Function<NamedCsvRecord, T> reader) {
        try {
            return reader.apply(record);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new GapException("line %d of %s cannot be read".formatted(record.getStartingLineNumber(), name), e);
        }
    }

    /** A text that a spreadsheet would take for a formula begins with an apostrophe: for tables that people open in one. */
    static String guarded(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** A number as it is, without exponent. */
    static String number(BigDecimal number) {
        return number.toPlainString();
    }

    /** A whole number; empty where there is none. */
    static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    /** A coordinate with six decimals, which is a decimetre: of a place that is {@link LonLat#rounded()}, as it is. */
    static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /** The place in two columns. */
    static LonLat place(NamedCsvRecord row, String prefix) {
        return new LonLat(degrees(row, prefix + "lon", 180), degrees(row, prefix + "lat", 90));
    }

    private static double degrees(NamedCsvRecord row, String column, double most) {
        double degrees = Double.parseDouble(row.getField(column));
        // Written so that it refuses NaN too.
        if (!(Math.abs(degrees) <= most)) {
            throw new IllegalArgumentException(column + " is no degree on the earth");
        }
        return degrees;
    }
}
