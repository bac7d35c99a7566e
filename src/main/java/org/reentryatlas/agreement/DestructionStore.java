package org.reentryatlas.agreement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

import static java.util.Objects.requireNonNull;

/** What must be destroyed under agreements and what was, on a handle in a transaction that its maker closes. */
public final class DestructionStore {
    /** What is destroyed; the areas that people live in stay, so that a release can be made again. */
    public static final String WHAT = "raw addresses and positions";

    /** How, and no more than the database does. */
    public static final String METHOD =
            "rows deleted from the database; backups of before end with their own retention";

    private final Handle handle;

    public DestructionStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * What agreements say of the caseloads that were loaded under them.
     *
     * @param zone in which the day of an end is counted
     */
    public List<Retention> retentions(ZoneId zone) {
        return handle.createQuery(Sql.of(DestructionStore.class, "list-retentions"))
                .bind("zone", zone.getId())
                .map((rs, context) -> new Retention(
                        rs.getLong("caseload_id"),
                        rs.getString("id"),
                        rs.getInt("version"),
                        rs.getInt("retention_days"),
                        rs.getObject("over_on", LocalDate.class)))
                .list();
    }

    /** Keeps that raw data of a caseload were destroyed. */
    public void add(Retention under, LocalDate referenceDate, String cause, String madeBy) {
        handle.createUpdate(Sql.of(DestructionStore.class, "insert-destruction"))
                .bind("id", under.id())
                .bind("version", under.version())
                .bind("referenceDate", referenceDate)
                .bind("what", WHAT)
                .bind("method", METHOD)
                .bind("cause", cause)
                .bind("madeBy", madeBy)
                .execute();
    }

    /** What was destroyed under an agreement, the first first. */
    public List<Destruction> list(String id) {
        return handle.createQuery(Sql.of(DestructionStore.class, "list-destructions"))
                .bind("id", id)
                .map((rs, context) -> new Destruction(
                        rs.getLong("number"),
                        requireNonNull(rs.getObject("at", OffsetDateTime.class)).toInstant(),
                        rs.getInt("version"),
                        requireNonNull(rs.getObject("reference_date", LocalDate.class)),
                        rs.getString("what"),
                        rs.getString("method"),
                        rs.getString("cause"),
                        rs.getString("made_by")))
                .list();
    }
}
