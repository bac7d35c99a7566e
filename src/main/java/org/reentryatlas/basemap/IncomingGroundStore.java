package org.reentryatlas.basemap;

import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;

/**
 * Keeps water and parks in schema {@code basemap}. A file is an edition of its source and waits in a staging table;
 * identifiers are unique within a source. Each method runs in the transaction of the handle it is given, in the order:
 * {@link #stage}, {@link #removeDuplicates}, {@link #removeFlat}, {@link #compare}, {@link #merge}.
 */
public final class IncomingGroundStore {
    private final Handle handle;
    private final GroundKind kind;
    private final String source;

    /**
     * For one edition.
     *
     * @param source name of the data set
     */
    public IncomingGroundStore(Handle handle, GroundKind kind, String source) {
        this.handle = handle;
        this.kind = kind;
        this.source = source;
    }

    /**
     * Opens the table that rows wait in; it is gone when the transaction ends. Its columns: row number, identifier, name,
     * area as hexadecimal well-known binary in longitude and latitude on WGS 84.
     */
    public CopyIn stage() {
        handle.execute(Sql.of(IncomingGroundStore.class, "stage-ground"));
        return CopyIn.open(handle, "incoming", "row_number", "source_id", "name", "geom");
    }

    /** Takes out of the staging table all but the first row of each identifier, and names their row numbers. */
    public void removeDuplicates(LongConsumer rowNumber) {
        remove("remove-duplicates", rowNumber);
    }

    /** Takes out of the staging table what encloses nothing, and names the row numbers. */
    public void removeFlat(LongConsumer rowNumber) {
        remove("remove-flat", rowNumber);
    }

    private void remove(String statement, LongConsumer rowNumber) {
        handle.createQuery(Sql.of(IncomingGroundStore.class, statement))
                .mapTo(Long.class)
                .forEach(rowNumber::accept);
    }

    /** What keeping the staged rows would change. */
    public Changes compare() {
        handle.execute(Sql.of(IncomingGroundStore.class, "place-ground"));
        return handle.createQuery(Sql.of(IncomingGroundStore.class, "compare-ground"))
                .bind("kind", kind.code())
                .bind("source", source)
                .map((rs, context) -> Changes.of(rs))
                .one();
    }

    /** Keeps the staged rows in place of what is kept of the source. */
    public void merge() {
        for (String step : new String[] {"note-source", "delete-ground", "insert-ground"}) {
            handle.createUpdate(Sql.of(IncomingGroundStore.class, step))
                    .bind("kind", kind.code())
                    .bind("source", source)
                    .execute();
        }
    }
}
