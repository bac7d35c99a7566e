package org.reentryatlas.approval;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

import static java.util.Objects.requireNonNull;

/** The quarterly look at what is public (CJIS Security Policy AC-22), on a handle in a transaction that its maker closes. */
public final class RecheckStore {
    private final Handle handle;

    public RecheckStore(Handle handle) {
        this.handle = handle;
    }

    /** Releases that are public, those first that are due. */
    public List<Posted> list() {
        return handle.createQuery(Sql.of(RecheckStore.class, "list-posted"))
                .map((rs, context) -> {
                    OffsetDateTime checkedAt = rs.getObject("checked_at", OffsetDateTime.class);
                    return new Posted(
                            rs.getString("id"),
                            requireNonNull(rs.getObject("reference_date", LocalDate.class)),
                            requireNonNull(rs.getObject("published_at", OffsetDateTime.class))
                                    .toInstant(),
                            rs.getString("agreement"),
                            rs.getBoolean("is_withdrawn"),
                            checkedAt == null ? null : checkedAt.toInstant(),
                            rs.getString("outcome"),
                            rs.getString("remark"),
                            rs.getString("checked_by"),
                            requireNonNull(rs.getObject("due_on", LocalDate.class)));
                })
                .list();
    }

    /** Notes that somebody looked at it; whether there is such a release. */
    public boolean note(String releaseId, boolean stands, String remark, UUID accountId) {
        return handle.createUpdate(Sql.of(RecheckStore.class, "insert-recheck"))
                        .bind("releaseId", releaseId)
                        .bind("outcome", stands ? "stands" : "concern")
                        .bind("remark", remark)
                        .bind("accountId", accountId)
                        .execute()
                > 0;
    }
}
