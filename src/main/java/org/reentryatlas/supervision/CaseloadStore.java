package org.reentryatlas.supervision;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.LonLat;

/**
 * Caseloads in schema {@code supervision}. Each method runs in the transaction of the handle it is given. Records wait in
 * a staging table until {@link #insert}, so that a file is kept whole or not at all.
 */
public final class CaseloadStore {
    private static final String[] COLUMNS = {
        "row_number",
        "record_id",
        "residence",
        "address",
        "lon",
        "lat",
        "needs",
        "start_date",
        "end_date",
        "verified_on"
    };

    private final Handle handle;

    public CaseloadStore(Handle handle) {
        this.handle = handle;
    }

    /** Whether this very file is kept already for the date. */
    public boolean isKept(LocalDate referenceDate, String fingerprint) {
        return handle.createQuery(Sql.of(CaseloadStore.class, "is-kept"))
                .bind("referenceDate", referenceDate)
                .bind("fingerprint", fingerprint)
                .mapTo(Boolean.class)
                .one();
    }

    /** The caseload of the date; the newest where there are several. */
    public Optional<Caseload> find(LocalDate referenceDate) {
        return handle.createQuery(Sql.of(CaseloadStore.class, "find-caseload"))
                .bind("referenceDate", referenceDate)
                .map((rs, context) -> new Caseload(
                        rs.getLong("id"), referenceDate, rs.getLong("rows_read"), rs.getLong("rows_rejected")))
                .findOne();
    }

    /** Opens the staging table; it is gone when the transaction ends. */
    public CopyIn stage() {
        handle.execute(Sql.of(CaseloadStore.class, "stage-records"));
        return CopyIn.open(handle, "incoming_record", COLUMNS);
    }

    /** One record, as {@link #stage} takes it. */
    public static void add(CopyIn staged, long rowNumber, CaseloadRecord person) {
        LonLat place = person.place();
        staged.row(
                Long.toString(rowNumber),
                person.recordId(),
                person.residence().code(),
                person.address(),
                place == null ? "" : Double.toString(place.longitude()),
                place == null ? "" : Double.toString(place.latitude()),
                "{" + String.join(",", person.needs()) + "}",
                text(person.startDate()),
                text(person.endDate()),
                text(person.verifiedOn()));
    }

    /** Takes out of the staging table all but the first row of each identifier, and names their row numbers. */
    public void removeDuplicates(LongConsumer rowNumber) {
        handle.createQuery(Sql.of(CaseloadStore.class, "remove-duplicates"))
                .mapTo(Long.class)
                .forEach(rowNumber::accept);
    }

    /**
     * Takes out of the staging table the rows further away from the area set than the margin, and names their row
     * numbers.
     *
     * @param srid EPSG number of the working system, in which the margin is measured
     */
    public void removeOutside(long areaSetId, int srid, double marginMetres, LongConsumer rowNumber) {
        handle.createQuery(Sql.of(CaseloadStore.class, "remove-outside"))
                .bind("areaSetId", areaSetId)
                .bind("srid", srid)
                .bind("marginMetres", marginMetres)
                .mapTo(Long.class)
                .forEach(rowNumber::accept);
    }

    /**
     * Keeps what is staged as the caseload of the date.
     *
     * @param rejected rows not kept, by reason code
     * @param needsRemoved need values that were removed before they reached the database
     * @return number of records kept
     */
    public long insert(
            LocalDate referenceDate,
            String source,
            String fingerprint,
            long rowsRead,
            Map<String, Long> rejected,
            long needsRemoved) {
        Map<String, Long> sorted = new TreeMap<>(rejected);
        long caseloadId = handle.createQuery(Sql.of(CaseloadStore.class, "insert-caseload"))
                .bind("referenceDate", referenceDate)
                .bind("source", source)
                .bind("fingerprint", fingerprint)
                .bind("rowsRead", rowsRead)
                .bindArray("reasons", String.class, sorted.keySet().toArray())
                .bindArray("counts", Long.class, sorted.values().toArray())
                .bind("needsRemoved", needsRemoved)
                .mapTo(Long.class)
                .one();
        long kept = handle.createUpdate(Sql.of(CaseloadStore.class, "insert-records"))
                .bind("caseloadId", caseloadId)
                .execute();
        // The planner must know the new rows before a release joins them.
        handle.execute(Sql.of(CaseloadStore.class, "analyze-records"));
        return kept;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
