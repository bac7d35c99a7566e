package org.reentryatlas.release;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/** The ledger and the files that it vouches for. Each method runs in the transaction of the handle it is given. */
final class LedgerStore {
    /**
     * A file as it is stored.
     *
     * @param text of a file that is text
     * @param sha256 the digest of its bytes, computed now
     */
    record Stored(String text, String sha256) {}

    private final Handle handle;

    LedgerStore(Handle handle) {
        this.handle = handle;
    }

    void insertArtefact(String releaseId, Artefact artefact) {
        handle.createUpdate(Sql.of(LedgerStore.class, "insert-artefact"))
                .bind("releaseId", releaseId)
                .bind("name", artefact.name())
                .bind("mediaType", artefact.mediaType())
                .bind("sha256", artefact.sha256())
                .bind("content", artefact.bytes())
                .execute();
    }

    /** Keeps what the entry commits to and does not tell. */
    void insertSeal(String releaseId, long caseloadId, String nonce, String audit) {
        handle.createUpdate(Sql.of(LedgerStore.class, "insert-seal"))
                .bind("releaseId", releaseId)
                .bind("caseloadId", caseloadId)
                .bind("nonce", nonce)
                .bind("audit", audit)
                .execute();
    }

    /** SHA-256 of the file of a caseload. */
    String fingerprint(long caseloadId) {
        return handle.createQuery(Sql.of(LedgerStore.class, "find-fingerprint"))
                .bind("caseloadId", caseloadId)
                .mapTo(String.class)
                .one();
    }

    Optional<LedgerLink> last() {
        return handle.createQuery(Sql.of(LedgerStore.class, "find-last-entry"))
                .map((rs, context) -> link(rs))
                .findOne();
    }

    List<LedgerLink> list() {
        return handle.createQuery(Sql.of(LedgerStore.class, "list-entries"))
                .map((rs, context) -> link(rs))
                .list();
    }

    void append(LedgerLink link) {
        handle.createUpdate(Sql.of(LedgerStore.class, "insert-entry"))
                .bind("seq", link.seq())
                .bind("releaseId", link.releaseId())
                .bind("entry", link.entry())
                .bind("previousHash", link.previousHash())
                .bind("hash", link.hash())
                .bind("recordedAt", link.recordedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** All releases in the order of their dates, and whether they were made with an entry in the ledger. */
    Map<String, Boolean> listReleases() {
        Map<String, Boolean> releases = new LinkedHashMap<>();
        handle.createQuery(Sql.of(LedgerStore.class, "list-releases"))
                .map((rs, context) -> Map.entry(rs.getString("id"), rs.getBoolean("ledgered")))
                .forEach(release -> releases.put(release.getKey(), release.getValue()));
        return releases;
    }

    /** The digests that stand beside the files of a release, by name. */
    Map<String, String> listArtefacts(String releaseId) {
        Map<String, String> digests = new TreeMap<>();
        handle.createQuery(Sql.of(LedgerStore.class, "list-artefacts"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> Map.entry(rs.getString("name"), rs.getString("sha256")))
                .forEach(digest -> digests.put(digest.getKey(), digest.getValue()));
        return digests;
    }

    Optional<Stored> read(String releaseId, String name) {
        return handle.createQuery(Sql.of(LedgerStore.class, "read-artefact"))
                .bind("releaseId", releaseId)
                .bind("name", name)
                .map((rs, context) -> {
                    byte[] bytes = rs.getBytes("content");
                    return new Stored(new String(bytes, StandardCharsets.UTF_8), DigestUtils.sha256Hex(bytes));
                })
                .findOne();
    }

    /** A file with its bytes. */
    Optional<Artefact> file(String releaseId, String name) {
        return handle.createQuery(Sql.of(LedgerStore.class, "read-artefact"))
                .bind("releaseId", releaseId)
                .bind("name", name)
                .map((rs, context) -> new Artefact(name, rs.getString("media_type"), rs.getBytes("content")))
                .findOne();
    }

    /** What the row of a release says, in the names of release.json. */
    Optional<Map<String, String>> rules(String releaseId) {
        return handle.createQuery(Sql.of(LedgerStore.class, "find-published-rules"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> {
                    Map<String, String> rules = new LinkedHashMap<>();
                    for (String column : List.of(
                            "reference_date", "k", "rounding_base", "min_addresses", "below_gate", "new_since")) {
                        rules.put(column, rs.getString(column));
                    }
                    return rules;
                })
                .findOne();
    }

    private static LedgerLink link(ResultSet rs) throws SQLException {
        return new LedgerLink(
                rs.getLong("seq"),
                rs.getString("release_id"),
                rs.getString("entry"),
                rs.getString("previous_hash"),
                rs.getString("hash"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
