package org.reentryatlas.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;

/** Comma-separated values in UTF-8 with a header (RFC 4180). */
final class CsvTable implements Table {
    private static final int BUFFER_CHARS = 1 << 16;

    private final Path file;
    private final List<String> columns;

    private CsvTable(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    static CsvTable open(Path file) throws IOException {
        try (CloseableIterator<CsvRecord> records = records(file)) {
            if (!records.hasNext()) {
                throw new TableException(file + ": the file has no header");
            }
            List<String> columns =
                    records.next().getFields().stream().map(String::strip).toList();
            requireCommas(file, columns);
            requireDistinct(file, columns);
            return new CsvTable(file, columns);
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            throw unreadable(file, e);
        }
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
    public void forEach(Consumer<Row> action) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i), i);
        }
        try (CloseableIterator<CsvRecord> records = records(file)) {
            records.next();
            for (long number = 1; records.hasNext(); number++) {
                action.accept(new CsvRow(number, records.next(), places));
            }
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            throw unreadable(file, e);
        }
    }

    private static CloseableIterator<CsvRecord> records(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        // Bytes that are not UTF-8 must not be swallowed as question marks.
        Reader reader = new InputStreamReader(
                in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
        return CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(withoutByteOrderMark(reader))
                .iterator();
    }

    private static Reader withoutByteOrderMark(Reader reader) throws IOException {
        PushbackReader pushback = new PushbackReader(new BufferedReader(reader, BUFFER_CHARS), 1);
        int first = pushback.read();
        if (first != -1 && first != '\uFEFF') {
            pushback.unread(first);
        }
        return pushback;
    }

    private static void requireCommas(Path file, List<String> columns) {
        if (columns.size() == 1 && columns.get(0).matches("[^;\\t|]+[;\\t|].*")) {
            throw new TableException(
                    file + ": its columns seem to be separated by something else than commas; save it with commas");
        }
    }

    private static void requireDistinct(Path file, List<String> columns) {
        HashSet<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new TableException(file + ": the header names column '" + column + "' twice");
            }
        }
    }

    private static TableException unreadable(Path file, Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof CharacterCodingException) {
            return new TableException(file + ": the file is not UTF-8 text; save it as CSV UTF-8");
        }
        return new TableException(file + ": the file cannot be read as CSV: " + cause.getMessage());
    }

    private record CsvRow(long number, CsvRecord fields, Map<String, Integer> places) implements Row {
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
            if (fields.getFieldCount() != places.size()) {
                return "it has " + fields.getFieldCount() + " fields where the header has " + places.size();
            }
            return fields.getFields().stream().anyMatch(field -> field.indexOf('\0') >= 0)
                    ? "it holds a NUL character"
                    : null;
        }
    }
}
