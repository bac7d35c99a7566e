package org.reentryatlas.intake;

import java.io.IOException;
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
    private long read;

    RowLoop(LoadRequest request, Rejects rejects) {
        this.request = request;
        this.rejects = rejects;
    }

    void run(Table table, Taker taker) throws IOException {
        table.forEach(row -> {
            read++;
            try {
                String fault = row.fault();
                if (fault != null) {
                    throw new RowRejected(row.number(), "(row)", Reason.ROW_UNREADABLE, fault);
                }
                taker.take(row);
            } catch (RowRejected e) {
                rejects.add(e.reject());
            }
            if (read % PROGRESS_EVERY == 0) {
                request.progress().accept(read);
            }
        });
        if (read == 0) {
            throw new LoadRefusedException(request.file() + ": the file holds no rows");
        }
        if (read % PROGRESS_EVERY != 0) {
            request.progress().accept(read);
        }
    }

    /** Refuses the file when any row was rejected. */
    void requireAll() {
        rejects.refuseAny(request, read, "Mend the file");
    }

    /** Refuses the file when a row was rejected, unless the user lets such rows be left out and some remain. */
    void requireWhole() {
        rejects.requireWhole(request, read);
    }

    long read() {
        return read;
    }
}
