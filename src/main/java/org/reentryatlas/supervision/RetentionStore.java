package org.reentryatlas.supervision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/**
 * The end of raw addresses: what is due, and its destruction with a certificate. Each method runs in the transaction of
 * the handle it is given.
 */
public final class RetentionStore {
    /**
     * A caseload whose raw addresses and positions are here.
     *
     * @param loadedOn day of the load
     * @param rawUntil last day on which they may be, as was known when it was loaded
     */
    public record Held(
            long caseloadId, LocalDate referenceDate, String source, LocalDate loadedOn, LocalDate rawUntil) {}

    /** Proof that they are gone; {@code areasKept} counts what stays of them: the areas that people live in. */
    public record Certificate(long id, long addressesRemoved, long positionsRemoved, long areasKept) {}

    private final Handle handle;

    public RetentionStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * What is here, the most overdue first.
     *
     * @param zone in which the day of a load is counted
     */
    public List<Held> list(ZoneId zone) {
        return handle.createQuery(Sql.of(RetentionStore.class, "list-due"))
                .bind("zone", zone.getId())
                .map((rs, context) -> new Held(
                        rs.getLong("id"),
                        rs.getObject("reference_date", LocalDate.class),
                        rs.getString("source"),
                        rs.getObject("loaded_on", LocalDate.class),
                        rs.getObject("raw_until", LocalDate.class)))
                .list();
    }

    /** Destroys the raw addresses and positions of a caseload, keeps the areas, and writes the certificate. */
    public Certificate purge(long caseloadId) {
        int areas = handle.createUpdate(Sql.of(RetentionStore.class, "keep-areas"))
                .bind("caseloadId", caseloadId)
                .execute();
        return handle.createQuery(Sql.of(RetentionStore.class, "delete-raw"))
                .bind("caseloadId", caseloadId)
                .map((rs, context) -> certify(caseloadId, rs.getLong("addresses"), rs.getLong("positions"), areas))
                .one();
    }

    private Certificate certify(long caseloadId, long addresses, long positions, int areas) {
        long id = handle.createQuery(Sql.of(RetentionStore.class, "insert-certificate"))
                .bind("caseloadId", caseloadId)
                .bind("addresses", addresses)
                .bind("positions", positions)
                .bind("areas", areas)
                .mapTo(Long.class)
                .one();
        return new Certificate(id, addresses, positions, areas);
    }
}
