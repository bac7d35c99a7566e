package org.reentryatlas.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** Reads every row of a table once: a row is taken, or it is rejected and listed. */
final class RowLoop {
    private static final long PROGRESS_EVERY = 1_000;

    /** Takes one row or rejects it. */
    interface Taker {
        void take(Row row) throws RowRejected;
    }

    private final Rejects rejects;
    private final LoadRequest request;
    private final List<String> notes = new ArrayList<>();
    private long read;

    RowLoop(LoadRequest request, Rejects rejects) {
        this.request = request;
        this.rejects = rejects;
    }

    void run(Table table, Taker taker) throws IOException {
        notes.addAll(notes(request, table));
        read = read(request, table, taker, rejects::add);
    }

    /** What was assumed about the file. */
    static List<String> notes(LoadRequest request, Table table) {
        List<String> notes = new ArrayList<>(table.notes());
        notes.addAll(Positions.notes(table, request.crs()));
        return notes;
    }

    /** Reads every row and hands over what is rejected; answers the number of rows. */
    static long read(LoadRequest request, Table table, Taker taker, Consumer<Reject> rejected) throws IOException {
        long[] read = {0};
        table.forEach(row -> {
            read[0]++;
            try {
                String fault = row.fault();
                if (fault != null) {
                    throw new RowRejected(row.number(), "(row)", Reason.ROW_UNREADABLE, fault);
                }
                taker.take(row);
            } catch (RowRejected e) {
                rejected.accept(e.reject());
            }
            if (read[0] % PROGRESS_EVERY == 0) {
                request.progress().accept(read[0]);
            }
        });
        if (read[0] == 0) {
            throw new LoadRefusedException(request.file() + ": the file holds no rows");
        }
        if (read[0] % PROGRESS_EVERY != 0) {
            request.progress().accept(read[0]);
        }
        return read[0];
    }

    /** Refuses the file when a row was rejected, unless the user lets such rows be left out and some remain. */
    void requireWhole() {
        requireWhole(request, rejects, read);
    }

    /** The same for a file that is more than one table. */
    static void requireWhole(LoadRequest request, Rejects rejects, long read) {
        if (!request.skipRejected() || rejects.faults() == read) {
            refuse(request, rejects, read);
        }
    }

    private static void refuse(LoadRequest request, Rejects rejects, long read) {
        Reject first = rejects.first();
        if (first == null) {
            return;
        }
        throw new LoadRefusedException(
                ("%s: row %d, field '%s': %s (%s); %d of %d rows are rejected, all listed in %s; nothing was kept. "
                                + "Mend the file, or add --skip-rejected to keep the other rows")
                        .formatted(
                                request.file(),
                                first.row(),
                                first.field(),
                                first.advice(),
                                first.reason().code(),
                                rejects.faults(),
                                read,
                                rejects.file()));
    }

    /** The account of the load, with what was assumed about the file before the notes. */
    LoadReport report(long accepted, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new LoadReport(request.file().toString(), read, accepted, rejects.counts(), rejects.file(), all);
    }

    /** What was assumed about the file. */
    List<String> notes() {
        return notes;
    }

    long read() {
        return read;
    }
}
