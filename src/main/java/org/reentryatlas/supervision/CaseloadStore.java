package org.reentryatlas.supervision;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.Sql;

/**
 * Caseloads in schema {@code supervision}. Each method runs in the transaction of the handle it is given, in which {@link
 * StagingStore} has prepared the rows, so that a file is kept whole or not at all.
 */
public final class CaseloadStore {
    private final Handle handle;

    public CaseloadStore(Handle handle) {
        this.handle = handle;
    }

    /** The caseload of the date; the newest where there are several. */
    public Optional<Caseload> find(LocalDate referenceDate) {
        return handle.createQuery(Sql.of(CaseloadStore.class, "find-caseload"))
                .bind("referenceDate", referenceDate)
                .map((rs, context) -> new Caseload(
                        rs.getLong("id"),
                        referenceDate,
                        rs.getLong("rows_read"),
                        rs.getLong("rows_rejected"),
                        rs.getLong("rows_not_current")))
                .findOne();
    }

    /** Compares the staged rows with a caseload that is kept. */
    public Changes compare(long caseloadId) {
        return handle.createQuery(Sql.of(CaseloadStore.class, "compare"))
                .bind("caseloadId", caseloadId)
                .map((rs, context) -> Changes.of(rs))
                .one();
    }

    /**
     * Keeps what is staged as the caseload of the date.
     *
     * @param rejected rows not kept, by reason code
     * @param needsRemoved need values that were removed before they reached the database
     * @param rawUntil last day on which raw addresses and positions may be kept
     * @return number of records kept
     */
    public long insert(
            LocalDate referenceDate,
            String source,
            String fingerprint,
            long rowsRead,
            Map<String, Long> rejected,
            long needsRemoved,
            LocalDate rawUntil) {
        Map<String, Long> sorted = new TreeMap<>(rejected);
        long caseloadId = handle.createQuery(Sql.of(CaseloadStore.class, "insert-caseload"))
                .bind("referenceDate", referenceDate)
                .bind("source", source)
                .bind("fingerprint", fingerprint)
                .bind("rowsRead", rowsRead)
                .bindArray("reasons", String.class, sorted.keySet().toArray())
                .bindArray("counts", Long.class, sorted.values().toArray())
                .bind("needsRemoved", needsRemoved)
                .bind("rawUntil", rawUntil)
                .mapTo(Long.class)
                .one();
        long kept = handle.createUpdate(Sql.of(CaseloadStore.class, "insert-records"))
                .bind("caseloadId", caseloadId)
                .execute();
        handle.createUpdate(Sql.of(CaseloadStore.class, "insert-raw"))
                .bind("caseloadId", caseloadId)
                .execute();
        return kept;
    }
}
