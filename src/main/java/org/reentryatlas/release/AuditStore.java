package org.reentryatlas.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/** Keeps the audit of each release. Each method runs in the transaction of the handle it is given. */
final class AuditStore {
    /** The order of the records' components and of the maps' keys, so that the same summary is the same text. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            // A summary of a newer program may say more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Handle handle;

    AuditStore(Handle handle) {
        this.handle = handle;
    }

    void insert(String releaseId, AuditSummary summary) {
        handle.createUpdate(Sql.of(AuditStore.class, "insert-audit"))
                .bind("releaseId", releaseId)
                .bind("summary", write(summary))
                .execute();
    }

    /** The audit of a release; none for one that is older than this record of audits. */
    Optional<AuditSummary> find(String releaseId) {
        return handle.createQuery(Sql.of(AuditStore.class, "find-audit"))
                .bind("releaseId", releaseId)
                .mapTo(String.class)
                .findOne()
                .map(AuditStore::read);
    }

    static String write(AuditSummary summary) {
        try {
            return JSON.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit cannot be written", e);
        }
    }

    static AuditSummary read(String json) {
        try {
            return JSON.readValue(json, AuditSummary.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit cannot be read", e);
        }
    }
}
