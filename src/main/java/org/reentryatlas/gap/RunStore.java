package org.reentryatlas.gap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Runs and their files, read as the serving role. */
public final class RunStore {
    private final Database database;

    public RunStore(Database database) {
        this.database = database;
    }

    /** A run that is public. */
    record PublicRun(String id, String releaseId, Instant madeAt, List<PublicFile> files) {
        PublicRun {
            files = List.copyOf(files);
        }
    }

    /** A file of a run, without its bytes. */
    record PublicFile(String name, String mediaType, String sha256, long bytes) {}

    /** Every run, the newest first. */
    List<PublicRun> list() {
        return list(null);
    }

    Optional<PublicRun> find(String runId) {
        return list(runId).stream().findFirst();
    }

    private List<PublicRun> list(@Nullable String runId) {
        Map<String, List<PublicRun>> rows = new LinkedHashMap<>();
        database.read(handle -> handle.createQuery(Sql.of(RunStore.class, "list-runs"))
                        .bind("runId", runId)
                        .map((rs, context) -> new PublicRun(
                                rs.getString("id"),
                                rs.getString("release_id"),
                                rs.getObject("made_at", OffsetDateTime.class).toInstant(),
                                List.of(new PublicFile(
                                        rs.getString("name"),
                                        rs.getString("media_type"),
                                        rs.getString("sha256"),
                                        rs.getLong("bytes")))))
                        .list())
                .forEach(row ->
                        rows.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return rows.values().stream().map(RunStore::joined).toList();
    }

    private static PublicRun joined(List<PublicRun> rows) {
        PublicRun any = rows.get(0);
        return new PublicRun(
                any.id(),
                any.releaseId(),
                any.madeAt(),
                rows.stream().flatMap(row -> row.files().stream()).toList());
    }

    /** The bytes of a file that was found. */
    byte[] read(String runId, String name) {
        return database.read(handle -> handle.createQuery(Sql.of(RunStore.class, "read-artefact"))
                .bind("runId", runId)
                .bind("name", name)
                .mapTo(byte[].class)
                .one());
    }
}
