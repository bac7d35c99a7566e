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

    /** An older list at the same place is removed, so that it cannot be taken for this load's. */
    Rejects(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    void add(Reject reject) {
        if (csv == null) {
            csv = open();
        }
        if (first == null || reject.row() < first.row()) {
            first = reject;
        }
        csv.writeRecord(
                Long.toString(reject.row()), reject.field(), reject.reason().code(), reject.advice());
        counts.merge(reject.reason().code(), 1L, Long::sum);
    }

    Map<String, Long> counts() {
        return counts;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Refuses the file when a row was rejected, unless the user lets such rows be left out and some remain. */
    void requireWhole(LoadRequest request, long read) {
        if (!request.skipRejected() || total() == read) {
            refuseAny(request, read, "Mend the file, or add --skip-rejected to keep the other rows");
        }
    }

    /** Refuses the file when any row was rejected, naming the one with the smallest row number. */
    void refuseAny(LoadRequest request, long read, String remedy) {
        if (first == null) {
            return;
        }
        throw new LoadRefusedException(
                "%s: row %d, field '%s': %s (%s); %d of %d rows are rejected, all listed in %s; nothing was kept. %s"
                        .formatted(
                                request.file(),
                                first.row(),
                                first.field(),
                                first.advice(),
                                first.reason().code(),
                                total(),
                                read,
                                file(),
                                remedy));
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
