package org.reentryatlas.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The records of a text, header first; what cannot be read is named by its row, and no row can fill the memory. */
final class CsvRecords implements AutoCloseable {
    private static final int MOST_COLUMNS = 10_000;

    private final Path file;
    private final int longestValue;
    private final CloseableIterator<CsvRecord> records;
    private long read;

    /**
     * Starts to read.
     *
     * @param longestValue number of characters that a value may have; a row may have four times as many
     */
    CsvRecords(Path file, Reader text, char delimiter, int longestValue) {
        this.file = file;
        this.longestValue = longestValue;
        this.records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * longestValue)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(longestValue)
                                .maxRecordSize(4 * longestValue)
                                .build(),
                        text)
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
            throw new TableException(file + ": " + (read == 0 ? "the header " : "row " + read + " ") + fault(e));
        }
    }

    /** The number of the record read last, not counting the header. */
    long number() {
        return read - 1;
    }

    private String fault(RuntimeException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return "or one soon after it is not in the character set of the file; name another one with --encoding";
        }
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unclosed")) {
            return "opens a quotation mark that is never closed; the file may be cut off";
        }
        return message.contains("maximum limit of " + MOST_COLUMNS)
                ? "has more than " + MOST_COLUMNS + " values"
                : "is too long (more than %d characters in a value or %d in all); a quotation mark may not be closed"
                        .formatted(longestValue, 4 * longestValue);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
