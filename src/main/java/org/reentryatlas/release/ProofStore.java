package org.reentryatlas.release;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/** Keeps the proof of each release on the restricted side. Each method runs in the transaction of the handle it is given. */
final class ProofStore {
    private final Handle handle;

    ProofStore(Handle handle) {
        this.handle = handle;
    }

    void insert(String releaseId, byte[] content) {
        handle.createUpdate(Sql.of(ProofStore.class, "insert-proof"))
                .bind("releaseId", releaseId)
                .bind("content", content)
                .execute();
    }

    Optional<byte[]> content(String releaseId) {
        return handle.createQuery(Sql.of(ProofStore.class, "find-proof"))
                .bind("releaseId", releaseId)
                .mapTo(byte[].class)
                .findOne();
    }

    /** What the ledger's digests of the release begin with. */
    Optional<String> nonce(String releaseId) {
        return handle.createQuery(Sql.of(ProofStore.class, "find-nonce"))
                .bind("releaseId", releaseId)
                .mapTo(String.class)
                .findOne();
    }
}
