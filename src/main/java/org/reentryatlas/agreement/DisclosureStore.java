package org.reentryatlas.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;

import static java.util.Objects.requireNonNull;

/** The accounting of disclosures, on a handle in a transaction that its maker closes: that of what it records. */
public final class DisclosureStore {
    private final Handle handle;

    public DisclosureStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * Files that leave.
     *
     * @param layer its identifier, {@code release} for the whole of it or {@code all}
     * @param format its parameter, or {@code all}
     * @param files names, in the order of their digests
     * @param digests SHA-256, hexadecimal
     */
    public record Files(String layer, String format, List<String> files, List<String> digests) {
        public Files {
            files = List.copyOf(files);
            digests = List.copyOf(digests);
        }
    }

    /** Adds what leaves on the command line under a licence. */
    public void addExport(Grant grant, Files files, String madeBy) {
        bind(grant, files, madeBy)
                .bind("nature", "export")
                .bind("keyId", (UUID) null)
                .execute();
    }

    /** Adds what a program fetches under the licence of its key, or one more download of the same file on the same day. */
    public void addDownload(Grant grant, Files files, UUID keyId, String madeBy) {
        bind(grant, files, madeBy)
                .bind("nature", "download")
                .bind("keyId", keyId)
                .execute();
    }

    /** The same for a key that was made where no licence was kept: it is known who has it, and no more. */
    public void addDownload(String releaseId, LocalDate day, Files files, UUID keyId, String madeBy) {
        bind(files, madeBy)
                .bind("day", day)
                .bind("nature", "download")
                .bind("licence", (String) null)
                .bind("licenceVersion", (Integer) null)
                .bind("under", (String) null)
                .bind("underVersion", (Integer) null)
                .bind("purpose", "")
                .bind("recipient", madeBy)
                .bind("address", "")
                .bind("releaseId", releaseId)
                .bind("fingerprint", "")
                .bind("keyId", keyId)
                .execute();
    }

    private Update bind(Grant grant, Files files, String madeBy) {
        return bind(files, madeBy)
                .bind("day", grant.day())
                .bind("licence", grant.licence().agreement().id())
                .bind("licenceVersion", grant.licence().version())
                .bind("under", grant.under().agreement().id())
                .bind("underVersion", grant.under().version())
                .bind("purpose", grant.purpose().code())
                .bind("recipient", grant.recipient())
                .bind("address", grant.address())
                .bind("releaseId", grant.releaseId())
                .bind("fingerprint", grant.fingerprint());
    }

    private Update bind(Files files, String madeBy) {
        return handle.createUpdate(Sql.of(DisclosureStore.class, "insert-disclosure"))
                .bind("layer", files.layer())
                .bind("format", files.format())
                .bindArray("files", String.class, files.files())
                .bindArray("digests", String.class, files.digests())
                .bind("madeBy", madeBy);
    }

    /**
     * What left, the oldest first.
     *
     * @param from first day; null for all
     * @param until last day; null for all
     * @param recipient part of the name, in any case; null for all
     */
    public List<Disclosure> list(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String recipient) {
        return handle.createQuery(Sql.of(DisclosureStore.class, "list-disclosures"))
                .bind("from", from)
                .bind("until", until)
                .bind("recipient", recipient)
                .map((rs, context) -> disclosure(rs))
                .list();
    }

    /**
     * What left with a file, the oldest first.
     *
     * @param digest SHA-256 of a file, or the fingerprint that is stamped into it, hexadecimal
     */
    public List<Disclosure> listOf(String digest) {
        return handle.createQuery(Sql.of(DisclosureStore.class, "list-disclosures-of-digest"))
                .bind("digest", digest)
                .map((rs, context) -> disclosure(rs))
                .list();
    }

    private static Disclosure disclosure(ResultSet row) throws SQLException {
        return new Disclosure(
                requireNonNull(row.getObject("day", LocalDate.class)),
                row.getString("nature"),
                row.getString("purpose"),
                row.getString("recipient"),
                row.getString("address"),
                row.getString("licence"),
                row.getString("under"),
                row.getString("release_id"),
                row.getString("layer"),
                row.getString("format"),
                List.of((String[]) row.getArray("files").getArray()),
                List.of((String[]) row.getArray("digests").getArray()),
                row.getString("fingerprint"),
                row.getObject("key_id", UUID.class),
                row.getInt("downloads"),
                row.getString("made_by"));
    }
}
