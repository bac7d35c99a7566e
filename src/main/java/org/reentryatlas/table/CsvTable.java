package org.reentryatlas.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;

/** Values with a header, separated by commas (RFC 4180) or by whatever else the header shows. */
final class CsvTable implements Table {
    /** In the order in which they win where a header shows several equally often. */
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private static final int LONGEST_VALUE = 1_000_000;
    private static final int LONGEST_ROW = 4_000_000;
    private static final int MOST_COLUMNS = 10_000;

    private final TextFile text;
    private final char delimiter;
    private final List<String> columns;
    private final List<String> notes;

    private CsvTable(TextFile text, char delimiter, List<String> columns, List<String> notes) {
        this.text = text;
        this.delimiter = delimiter;
        this.columns = columns;
        this.notes = notes;
    }

    static CsvTable open(Path file, ReadOptions options) throws IOException {
        TextFile text = TextFile.of(file, options.encoding());
        char delimiter = options.delimiter() == null ? delimiter(text) : options.delimiter();
        requireDelimiter(delimiter);
        List<String> columns =
                header(text, delimiter).stream().map(String::strip).toList();
        requireDistinct(file, columns);
        List<String> notes = new ArrayList<>();
        if (text.note() != null) {
            notes.add(text.note());
        }
        if (delimiter != ',') {
            notes.add("its values are separated by %s, so a number such as 38,9072 was read as 38.9072"
                    .formatted(delimiter == '\t' ? "tabs" : "'" + delimiter + "'"));
        }
        return new CsvTable(text, delimiter, columns, List.copyOf(notes));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasGeometry() {
        return false;
    }

    @Override
    public Optional<String> declaredCrs() {
        return Optional.empty();
    }

    @Override
    public boolean hasDecimalCommas() {
        return delimiter != ',';
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void forEach(Consumer<Row> action) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.putIfAbsent(columns.get(i), i);
        }
        try (Records records = new Records(text, delimiter)) {
            records.next();
            for (CsvRecord fields = records.next(); fields != null; fields = records.next()) {
                action.accept(new CsvRow(records.read - 1, fields, places, columns.size()));
            }
        }
    }

    private static List<String> header(TextFile text, char delimiter) throws IOException {
        try (Records records = new Records(text, delimiter)) {
            CsvRecord header = records.next();
            if (header == null) {
                throw new TableException(text.file() + ": the file has no header");
            }
            return header.getFields();
        }
    }

    /** What splits the header into most columns. */
    private static char delimiter(TextFile text) throws IOException {
        char best = ',';
        int most = 0;
        for (char candidate : DELIMITERS) {
            int columns = header(text, candidate).size();
            if (columns > most) {
                most = columns;
                best = candidate;
            }
        }
        return best;
    }

    private static void requireDelimiter(char delimiter) {
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r' || delimiter == '\0') {
            throw new TableException("--delimiter: this character cannot separate values");
        }
    }

    private static void requireDistinct(Path file, List<String> columns) {
        HashSet<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.indexOf('\0') >= 0) {
                throw new TableException(file
                        + ": the header holds a NUL character; if the file is UTF-16, say so with --encoding UTF-16LE");
            }
            // Spreadsheets leave nameless columns at the end; nobody can mean one of them.
            if (!column.isEmpty() && !seen.add(column)) {
                throw new TableException(file + ": the header names column '" + column + "' twice");
            }
        }
    }

    /** The records of the file, header first; what cannot be read is named by its row. */
    private static final class Records implements AutoCloseable {
        private final TextFile text;
        private final CloseableIterator<CsvRecord> records;
        private long read;

        Records(TextFile text, char delimiter) throws IOException {
            this.text = text;
            this.records = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(true)
                    .allowUnclosedQuote(false)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_ROW)
                    .build(
                            CsvRecordHandler.builder()
                                    .maxFields(MOST_COLUMNS)
                                    .maxFieldSize(LONGEST_VALUE)
                                    .maxRecordSize(LONGEST_ROW)
                                    .build(),
                            text.open())
                    .iterator();
        }

        /** The next one, or null at the end. */
        @Nullable
        CsvRecord next() throws IOException {
            try {
                if (!records.hasNext()) {
                    return null;
                }
                CsvRecord record = records.next();
                read++;
                return record;
            } catch (CsvParseException | UncheckedIOException e) {
                if (e.getCause() instanceof IOException io && !(io instanceof CharacterCodingException)) {
                    throw io;
                }
                String place = read == 0 ? "the header" : "row " + read;
                throw new TableException(text.file() + ": " + place + " " + fault(e));
            }
        }

        private String fault(RuntimeException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                return "or one soon after it is not " + text.charset()
                        + " text; name its character set with --encoding";
            }
            String message = String.valueOf(e.getMessage());
            if (message.startsWith("Unclosed")) {
                return "opens a quotation mark that is never closed; the file may be cut off";
            }
            return message.contains("maximum limit of " + MOST_COLUMNS)
                    ? "has more than " + MOST_COLUMNS + " values"
                    : "is too long (more than %d characters in a value or %d in all); a quotation mark may not be closed"
                            .formatted(LONGEST_VALUE, LONGEST_ROW);
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }

    private record CsvRow(long number, CsvRecord fields, Map<String, Integer> places, int width) implements Row {
        @Override
        public String value(String column) {
            Integer place = places.get(column);
            return place == null || place >= fields.getFieldCount()
                    ? ""
                    : fields.getField(place).strip();
        }

        @Override
        public @Nullable Shape geometry() {
            return null;
        }

        @Override
        public @Nullable String geometryFault() {
            return null;
        }

        @Override
        public @Nullable String fault() {
            if (fields.getFieldCount() != width) {
                return "it has " + fields.getFieldCount() + " fields where the header has " + width;
            }
            return fields.getFields().stream().anyMatch(field -> field.indexOf('\0') >= 0)
                    ? "it holds a NUL character"
                    : null;
        }
    }
}
