package org.reentryatlas.outreach;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;
import org.reentryatlas.http.Json;
import org.reentryatlas.identity.Account;

/** What became of plans, on a handle in a transaction that its maker closes. */
final class ResultStore {
    private final Handle handle;

    ResultStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * A result.
     *
     * @param version how often it was written
     */
    record Written(int version, Result result) {}

    Optional<Written> find(UUID planId) {
        return handle.createQuery(Sql.of(ResultStore.class, "find-result"))
                .bind("planId", planId)
                .map((rs, context) -> new Written(
                        rs.getInt("version"), Json.MAPPER.convertValue(Json.read(rs.getString("body")), Result.class)))
                .findOne();
    }

    /**
     * Writes a result in place of a version of it.
     *
     * @param base 0 for the first
     * @return whether that was the newest
     */
    boolean write(UUID planId, int base, Result result, Account account) {
        return handle.createUpdate(Sql.of(ResultStore.class, "write-result"))
                        .bind("planId", planId)
                        .bind("base", base)
                        .bind("body", Json.write(result))
                        .bind("accountId", account.id())
                        .execute()
                > 0;
    }
}
