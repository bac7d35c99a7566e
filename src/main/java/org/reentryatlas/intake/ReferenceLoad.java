package org.reentryatlas.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.address.Reference;
import org.reentryatlas.address.ReferenceStore;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Database;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** What the loads of the three kinds of address reference share: an edition of a source, kept whole or not at all. */
final class ReferenceLoad {
    /** Sends one row to the staging table or rejects it. */
    interface Reader {
        void read(Row row, CopyIn staged) throws RowRejected;
    }

    private final LoadRequest request;
    private final Reference kind;
    private final String idColumn;
    private String credit = "";

    ReferenceLoad(LoadRequest request, Reference kind, String idColumn) {
        this.request = request;
        this.kind = kind;
        this.idColumn = idColumn;
    }

    /** Keeps with the edition what has to be shown wherever something is made of it; nothing where that is empty. */
    ReferenceLoad crediting(String words) {
        this.credit = words;
        return this;
    }

    /**
     * Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}.
     *
     * @param afterReading looks at the file as a whole once all rows are read
     */
    LoadReport run(Database database, Table table, Reader reader, Runnable afterReading) throws IOException {
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            return database.inTransaction(handle -> LoadEntry.of(
                    handle,
                    kind.name().toLowerCase(Locale.ROOT),
                    request.source(),
                    load(handle, table, reader, afterReading, rejects)));
        }
    }

    private LoadReport load(Handle handle, Table table, Reader reader, Runnable afterReading, Rejects rejects)
            throws IOException {
        ReferenceStore store = new ReferenceStore(handle, kind);
        RowLoop loop = new RowLoop(request, rejects);
        try (CopyIn staged = store.stage()) {
            loop.run(table, row -> reader.read(row, staged));
            staged.finish();
        }
        afterReading.run();
        store.removeDuplicates(row ->
                rejects.add(new Reject(row, idColumn, Reason.DUPLICATE_ID, "an earlier row has the same identifier")));
        if (kind == Reference.SEGMENT) {
            store.removeBrokenLines(row -> rejects.add(new Reject(
                    row, "geometry", Reason.GEOMETRY_INVALID, "a line in one piece and with a length is expected")));
        }
        loop.requireWhole();
        store.read();
        Changes changes = store.compare(request.source());
        request.requireConfirmed(changes);
        List<String> notes = new ArrayList<>();
        if (changes.isNone()) {
            notes.add("'%s' is kept already as it is here: nothing changed".formatted(request.source()));
        } else {
            store.merge(request.source(), credit);
            notes.add("'%s': %s".formatted(request.source(), changes.summary()));
            if (kind == Reference.POINT) {
                notes.add(
                        "residents and crosswalks rest on address points: 'atlas population' and 'atlas crosswalk' make"
                                + " them anew");
            }
        }
        if (!credit.isEmpty()) {
            notes.add("its terms ask that this is shown, and maps and runs of gaps show it: " + credit);
        }
        if (kind == Reference.SEGMENT) {
            noteReversed(store.listReversed(), notes);
        }
        return loop.report(loop.read() - rejects.total(), notes);
    }

    private static void noteReversed(List<String> reversed, List<String> notes) {
        if (!reversed.isEmpty()) {
            notes.add("%d stretches have numbers that run against the others; check them: %s"
                    .formatted(reversed.size(), String.join("; ", reversed)));
        }
    }
}
