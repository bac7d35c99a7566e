package org.reentryatlas.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Values with a header, separated by commas (RFC 4180) or by whatever else the header shows. */
final class CsvTable implements Table {
    /** In the order in which they win where a header shows several equally often. */
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private static final int LONGEST_VALUE = 1_000_000;

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
        try (CsvRecords records = records(text, delimiter)) {
            records.next();
            for (CsvRecord fields = records.next(); fields != null; fields = records.next()) {
                action.accept(new CsvRow(records.number(), fields, places, columns.size()));
            }
        }
    }

    private static CsvRecords records(TextFile text, char delimiter) throws IOException {
        return new CsvRecords(text.file(), text.open(), delimiter, LONGEST_VALUE);
    }

    private static List<String> header(TextFile text, char delimiter) throws IOException {
        try (CsvRecords records = records(text, delimiter)) {
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

    private record CsvRow(long number, CsvRecord fields, Map<String, Integer> places, int width) implements Row {
        @Override
        public String value(String column) {
            Integer place = places.get(column);
            return place == null || place >= fields.getFieldCount()
                    ? ""
                    : fields.getField(place).strip();
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
