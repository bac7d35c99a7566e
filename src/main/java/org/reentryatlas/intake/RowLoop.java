package org.reentryatlas.intake;

import java.io.IOException;
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
    private long read;

    RowLoop(LoadRequest request, Rejects rejects) {
        this.request = request;
        this.rejects = rejects;
    }

    void run(Table table, Taker taker) throws IOException {
        read = read(request, table, taker, rejects::add);
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
        if (!request.skipRejected() || rejects.total() == read) {
            refuse();
        }
    }

    private void refuse() {
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
                                rejects.total(),
                                read,
                                rejects.file()));
    }

    long read() {
        return read;
    }
}
