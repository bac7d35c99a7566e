package org.reentryatlas.address;

import java.util.List;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;

/**
 * The address reference in schema {@code address}: points, centre lines, facilities. A file is an edition of its source and
 * waits in a staging table; identifiers are unique within a source. Each method runs in the transaction of the handle it is
 * given, in the order: {@link #stage}, {@link #removeDuplicates}, {@link #read}, {@link #compare}, {@link #merge}.
 */
public final class ReferenceStore {
    private final Handle handle;
    private final Reference kind;

    public ReferenceStore(Handle handle, Reference kind) {
        this.handle = handle;
        this.kind = kind;
    }

    /** Opens the table that rows wait in; it is gone when the transaction ends. */
    public CopyIn stage() {
        execute("stage-" + kind.plural());
        return CopyIn.open(handle, "incoming", kind.columns());
    }

    /** Takes out of the staging table all but the first row of each identifier, and names their row numbers. */
    public void removeDuplicates(LongConsumer rowNumber) {
        handle.createQuery(Sql.of(ReferenceStore.class, "remove-duplicates"))
                .mapTo(Long.class)
                .forEach(rowNumber::accept);
    }

    /** Takes out of the staging table lines that are in several pieces or have no length, and names their row numbers. */
    public void removeBrokenLines(LongConsumer rowNumber) {
        handle.createQuery(Sql.of(ReferenceStore.class, "remove-broken-lines"))
                .mapTo(Long.class)
                .forEach(rowNumber::accept);
    }

    /** Segments of the edition whose numbers run against those of the rest, in words. */
    public List<String> listReversed() {
        return handle.createQuery(Sql.of(ReferenceStore.class, "list-reversed"))
                .map((rs, context) -> "%s '%s' %s"
                        .formatted(rs.getString("source_id"), rs.getString("street"), rs.getString("ranges")))
                .list();
    }

    /** Brings the staged rows into standard form. */
    public void read() {
        execute("read-streets");
        execute("keep-streets");
        execute("place-" + kind.plural());
    }

    /** What keeping the staged rows would change. */
    public Changes compare(String source) {
        return handle.createQuery(Sql.of(ReferenceStore.class, "compare-" + kind.code()))
                .bind("source", source)
                .map((rs, context) -> Changes.of(rs))
                .one();
    }

    /**
     * Keeps the staged rows in place of what is kept of the source.
     *
     * @param credit what has to be shown wherever something is made of them, or empty
     */
    public void merge(String source, String credit) {
        for (String step : new String[] {"delete-", "update-", "insert-"}) {
            handle.createUpdate(Sql.of(ReferenceStore.class, step + kind.code()))
                    .bind("source", source)
                    .execute();
        }
        handle.createUpdate(Sql.of(ReferenceStore.class, "note-change"))
                .bind("kind", kind.code())
                .execute();
        handle.createUpdate(Sql.of(ReferenceStore.class, "note-credit"))
                .bind("kind", kind.code())
                .bind("source", source)
                .bind("words", credit)
                .execute();
        execute("drop-unused-streets");
        execute("renew-localities");
    }

    private void execute(String statement) {
        handle.execute(Sql.of(ReferenceStore.class, statement));
    }
}
