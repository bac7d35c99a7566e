package org.reentryatlas.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Published files and the ledger, read as the serving role. */
public final class DownloadStore {
    private record Row(
            String id,
            LocalDate referenceDate,
            Instant publishedAt,
            Edition.@Nullable Place place,
            @Nullable PublishedFile file) {}

    private final Database database;

    public DownloadStore(Database database) {
        this.database = database;
    }

    /** Every release, newest reference date first. */
    public List<Edition> listEditions() {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        database.read(handle -> handle.createQuery(Sql.of(DownloadStore.class, "list-releases"))
                        .map((rs, context) -> row(rs))
                        .list())
                .forEach(row ->
                        rows.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return rows.values().stream().map(DownloadStore::edition).toList();
    }

    /** The files of a release, by name. */
    public List<PublishedFile> list(String releaseId) {
        return findEdition(releaseId).map(Edition::files).orElse(List.of());
    }

    Optional<Edition> findEdition(String releaseId) {
        return listEditions().stream()
                .filter(edition -> edition.id().equals(releaseId))
                .findFirst();
    }

    Optional<PublishedFile> find(String releaseId, String name) {
        return database.read(handle -> handle.createQuery(Sql.of(DownloadStore.class, "find-file"))
                .bind("releaseId", releaseId)
                .bind("name", name)
                .map((rs, context) -> file(rs))
                .findOne());
    }

    /** The bytes of a file that was found. */
    public byte[] read(String releaseId, String name) {
        return database.read(handle -> handle.createQuery(Sql.of(DownloadStore.class, "read-file"))
                .bind("releaseId", releaseId)
                .bind("name", name)
                .mapTo(byte[].class)
                .one());
    }

    /** The whole chain from its first entry. */
    List<LedgerRow> listLedger() {
        return database.read(handle -> handle.createQuery(Sql.of(DownloadStore.class, "list-ledger"))
                .map((rs, context) -> new LedgerRow(
                        rs.getLong("seq"),
                        rs.getString("release_id"),
                        rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        rs.getString("previous_hash"),
                        rs.getString("entry"),
                        rs.getString("hash")))
                .list());
    }

    /** The text whose SHA-256 is the hash of the entry. */
    Optional<String> findHashed(long seq) {
        return database.read(handle -> handle.createQuery(Sql.of(DownloadStore.class, "find-hashed"))
                .bind("seq", seq)
                .mapTo(String.class)
                .findOne());
    }

    private static Edition edition(List<Row> rows) {
        Row any = rows.get(0);
        List<PublishedFile> files = new ArrayList<>();
        for (Row row : rows) {
            if (row.file() != null) {
                files.add(row.file());
            }
        }
        return new Edition(any.id(), any.referenceDate(), any.publishedAt(), any.place(), files);
    }

    private static Row row(ResultSet rs) throws SQLException {
        String hash = rs.getString("hash");
        return new Row(
                rs.getString("id"),
                rs.getObject("reference_date", LocalDate.class),
                rs.getObject("published_at", OffsetDateTime.class).toInstant(),
                hash == null ? null : new Edition.Place(rs.getLong("seq"), hash),
                rs.getString("name") == null ? null : file(rs));
    }

    private static PublishedFile file(ResultSet rs) throws SQLException {
        return new PublishedFile(
                rs.getString("name"), rs.getString("media_type"), rs.getLong("bytes"), rs.getString("sha256"));
    }
}
