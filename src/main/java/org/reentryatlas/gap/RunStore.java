package org.reentryatlas.gap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Runs and their files, read as the serving role. */
public final class RunStore {
    private final Database database;

    public RunStore(Database database) {
        this.database = database;
    }

    /** A run that is public. */
    record PublicRun(String id, String releaseId, Instant madeAt) {}

    /** A file of a run, without its bytes. */
    record PublicFile(String name, String mediaType, String sha256, long bytes) {}

    /** Every run, the newest first. */
    List<PublicRun> list() {
        return database.read(handle -> handle.createQuery(Sql.of(RunStore.class, "list-runs"))
                .map((rs, context) -> new PublicRun(
                        rs.getString("id"),
                        rs.getString("release_id"),
                        rs.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** The files of a run, by name; none of a run that is not there. */
    List<PublicFile> listFiles(String runId) {
        return database.read(handle -> handle.createQuery(Sql.of(RunStore.class, "list-artefacts"))
                .bind("runId", runId)
                .map((rs, context) -> new PublicFile(
                        rs.getString("name"), rs.getString("media_type"), rs.getString("sha256"), rs.getLong("bytes")))
                .list());
    }

    /** The bytes of a file. */
    Optional<byte[]> read(String runId, String name) {
        return database.read(handle -> handle.createQuery(Sql.of(RunStore.class, "read-artefact"))
                .bind("runId", runId)
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne());
    }
}
