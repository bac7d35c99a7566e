package org.reentryatlas.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;

import static java.util.Objects.requireNonNull;

/** Entries of the log, on a handle in a transaction that its maker closes. */
final class EntryStore {
    /** So that a million of them are never in memory at once. */
    private static final int FETCHED = 5_000;

    private final Handle handle;

    EntryStore(Handle handle) {
        this.handle = handle;
    }

    void append(By by, Action action, List<String> objectIds, String outcome) {
        handle.createQuery(Sql.of(EntryStore.class, "append-entries"))
                .bind("actor", by.actor())
                .bind("place", by.place())
                .bind("action", action.code())
                .bind("objectKind", action.objectKind())
                .bindArray("objectIds", String.class, objectIds)
                .bind("outcome", outcome)
                .bind("purpose", action.purpose().code())
                .mapTo(Long.class)
                .list();
    }

    long purge(int years, String actor) {
        return handle.createQuery(Sql.of(EntryStore.class, "purge-entries"))
                .bind("years", years)
                .bind("actor", actor)
                .mapTo(Long.class)
                .one();
    }

    /** All of them by chain and number, one after the other. */
    void forEach(Consumer<Recorded> each) {
        handle.createQuery(Sql.of(EntryStore.class, "list-entries"))
                .setFetchSize(FETCHED)
                .map((rs, context) -> recorded(rs))
                .forEach(each);
    }

    /** Those of a search by time; null asks for any. */
    void forEach(AuditLog.Search search, Consumer<Recorded> each) {
        query("find-entries", search)
                .setFetchSize(FETCHED)
                .map((rs, context) -> recorded(rs))
                .forEach(each);
    }

    /** The newest of a search, the newest first; null asks for any. */
    List<Recorded> newest(AuditLog.Search search, int most) {
        return query("find-newest-entries", search)
                .bind("most", most)
                .map((rs, context) -> recorded(rs))
                .list();
    }

    private Query query(String name, AuditLog.Search search) {
        return handle.createQuery(Sql.of(EntryStore.class, name))
                .bind("since", utc(search.since()))
                .bind("until", utc(search.until()))
                .bind("actor", search.actor())
                .bind("action", search.action());
    }

    /** The last one of each chain. */
    List<Recorded> last() {
        return handle.createQuery(Sql.of(EntryStore.class, "find-last-entries"))
                .map((rs, context) -> recorded(rs))
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getInt("chain"),
                row.getLong("seq"),
                requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
                row.getString("role"),
                row.getString("actor"),
                row.getString("place"),
                row.getString("action"),
                row.getString("object_kind"),
                row.getString("object_id"),
                row.getString("outcome"),
                row.getString("purpose"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
