package org.reentryatlas.gap;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.db.Sql;

/** Keeps runs with their files and figures, on a handle in a transaction that its maker closes. */
final class GapStore {
    private final Handle handle;

    GapStore(Handle handle) {
        this.handle = handle;
    }

    /** Makes a second run at the same time wait until this transaction ends. */
    void lock() {
        handle.createQuery(Sql.of(GapStore.class, "lock-runs"))
                .mapTo(String.class)
                .list();
    }

    /** The files of a release, as everybody downloads them. */
    FileSource releaseFiles(String releaseId) {
        Map<String, Map<String, String>> files = new HashMap<>();
        handle.createQuery(Sql.of(GapStore.class, "list-release-files"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> files.computeIfAbsent(rs.getString("release_id"), key -> new HashMap<>())
                        .put(rs.getString("name"), rs.getString("text")))
                .forEach(added -> {});
        Map<String, String> own = files.remove(releaseId);
        if (own == null) {
            throw new GapException("there is no release " + releaseId + ", or it has no files");
        }
        return new FileSource.Texts(own, files);
    }

    /** The newest run, if it was made of this input. */
    Optional<String> findRun(String releaseId, String inputSha256) {
        return handle.createQuery(Sql.of(GapStore.class, "find-run-of-input"))
                .bind("releaseId", releaseId)
                .bind("inputSha256", inputSha256)
                .mapTo(String.class)
                .findOne();
    }

    int countRuns(String releaseId) {
        return handle.createQuery(Sql.of(GapStore.class, "count-runs"))
                .bind("releaseId", releaseId)
                .mapTo(Integer.class)
                .one();
    }

    /** Keeps a run and answers its id. */
    String keep(String releaseId, String inputSha256, List<RunFile> files, List<Figure> figures) {
        String id = releaseId + "-" + (countRuns(releaseId) + 1);
        handle.createUpdate(Sql.of(GapStore.class, "insert-run"))
                .bind("id", id)
                .bind("releaseId", releaseId)
                .bind("inputSha256", inputSha256)
                .execute();
        PreparedBatch artefacts = handle.prepareBatch(Sql.of(GapStore.class, "insert-artefact"));
        files.forEach(file -> artefacts
                .bind("runId", id)
                .bind("name", file.name())
                .bind("mediaType", file.mediaType())
                .bind("sha256", file.sha256())
                .bind("content", file.text().getBytes(StandardCharsets.UTF_8))
                .add());
        artefacts.execute();
        PreparedBatch rows = handle.prepareBatch(Sql.of(GapStore.class, "insert-figure"));
        figures.forEach(figure -> bind(rows.bind("runId", id), figure).add());
        rows.execute();
        return id;
    }

    private static PreparedBatch bind(PreparedBatch row, Figure figure) {
        row.bind("level", figure.area().level())
                .bind("areaKey", figure.area().key())
                .bind("mode", figure.mode().code())
                .bind("category", figure.category())
                .bind("nearest", whole(figure.nearest()))
                .bind("third", whole(figure.third()))
                .bind("rank", whole(figure.rank()));
        bind(row, "demand", figure.demand());
        bind(row, "access", figure.access());
        bind(row, "gap", figure.gap());
        bind(row, "within15", figure.within15());
        bind(row, "within30", figure.within30());
        bind(row, "within2mi", figure.within2mi());
        return row;
    }

    private static void bind(SqlStatement<?> row, String name, Figure.@Nullable Span span) {
        row.bind(name + "Low", span == null ? null : span.low());
        row.bind(name + "High", span == null ? null : span.high());
    }

    private static @Nullable Integer whole(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
