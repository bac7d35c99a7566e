package org.reentryatlas.coalition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;
import org.reentryatlas.http.Json;
import org.reentryatlas.identity.Account;

import static java.util.Objects.requireNonNull;

/** Assessments with all their versions, on a handle in a transaction that its maker closes. */
final class SelfAssessmentStore {
    private final Handle handle;

    SelfAssessmentStore(Handle handle) {
        this.handle = handle;
    }

    UUID add(SelfAssessment assessment, Account account) {
        UUID id = handle.createQuery(Sql.of(SelfAssessmentStore.class, "insert-assessment"))
                .bind("edition", assessment.edition())
                .mapTo(UUID.class)
                .one();
        write(id, 1, assessment, account);
        return id;
    }

    /** Writes a version after the newest; the assessment is locked. */
    void addVersion(UUID id, int version, SelfAssessment assessment, Account account) {
        write(id, version, assessment, account);
        handle.createUpdate(Sql.of(SelfAssessmentStore.class, "set-version"))
                .bind("id", id)
                .bind("version", version)
                .execute();
    }

    private void write(UUID id, int version, SelfAssessment assessment, Account account) {
        handle.createUpdate(Sql.of(SelfAssessmentStore.class, "insert-version"))
                .bind("id", id)
                .bind("version", version)
                .bind("body", Json.write(assessment))
                .bind("accountId", account.id())
                .execute();
    }

    /** The newest version becomes what everybody reads. */
    void setFinal(UUID id) {
        handle.createUpdate(Sql.of(SelfAssessmentStore.class, "set-final"))
                .bind("id", id)
                .execute();
    }

    /** Keeps others from changing it until the transaction ends; whether there is one. */
    boolean lock(UUID id) {
        return handle.createQuery(Sql.of(SelfAssessmentStore.class, "lock-assessment"))
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** A version of it; null for the newest. */
    Optional<Stored> find(UUID id, @Nullable Integer version) {
        return list(false, id, version).stream().findFirst();
    }

    Optional<Stored> findFinal(UUID id) {
        return list(true, id, null).stream().findFirst();
    }

    /** By day: as they are final, or as they were written last. */
    List<Stored> list(boolean isFinal) {
        return list(isFinal, null, null);
    }

    private List<Stored> list(boolean isFinal, @Nullable UUID id, @Nullable Integer version) {
        return handle.createQuery(Sql.of(SelfAssessmentStore.class, "list-assessments"))
                .bind("final", isFinal)
                .bind("id", id)
                .bind("version", version)
                .map((rs, context) -> stored(rs))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                requireNonNull(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getInt("shown_version"),
                row.getObject("final_version", Integer.class),
                Json.read(row.getString("body"), SelfAssessment.class),
                requireNonNull(row.getObject("made_at", OffsetDateTime.class)).toInstant(),
                row.getString("author"));
    }
}
