package org.reentryatlas.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the rejected rows of one load to a CSV file as they are found, and counts them by reason. */
final class Rejects implements AutoCloseable {
    private final Path file;
    private final Map<String, Long> counts = new TreeMap<>();
    private @Nullable CsvWriter csv;
    private @Nullable Reject first;
    private long faults;

    /** An older list at the same place is removed, so that it cannot be taken for this load's. */
    Rejects(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    void add(Reject reject) {
        if (csv == null) {
            csv = open();
        }
        if (!reject.reason().isExpected()) {
            faults++;
            if (first == null || reject.row() < first.row()) {
                first = reject;
            }
        }
        csv.writeRecord(
                Long.toString(reject.row()),
                harmless(reject.field()),
                reject.reason().code(),
                harmless(reject.advice()));
        counts.merge(reject.reason().code(), 1L, Long::sum);
    }

    /** A spreadsheet takes text that starts like this for a formula and runs it. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    Map<String, Long> counts() {
        return counts;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them are faults of the file. */
    long faults() {
        return faults;
    }

    /** The fault with the smallest row number, for a message that can show only one. */
    @Nullable
    Reject first() {
        return first;
    }

    /** The list, or null when nothing was rejected. */
    @Nullable
    Path file() {
        return csv == null ? null : file;
    }

    private CsvWriter open() {
        try {
            CsvWriter writer = CsvWriter.builder().build(file);
            writer.writeRecord("row", "field", "reason", "advice");
            return writer;
        } catch (IOException e) {
            throw new LoadRefusedException("the list of rejected rows cannot be written to " + file + ": "
                    + e.getMessage() + "; name another place with --rejects");
        }
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
    }
}
