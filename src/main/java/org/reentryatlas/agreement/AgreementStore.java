package org.reentryatlas.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/** Agreements, on a handle in a transaction that its maker closes. */
public final class AgreementStore {
    private final Handle handle;

    public AgreementStore(Handle handle) {
        this.handle = handle;
    }

    /** Where an agreement stands. */
    public enum State {
        NOT_YET,
        ACTIVE,
        SUSPENDED,
        EXPIRED,
        ENDED
    }

    /** What can be decided about one before its last day. */
    public enum Decision {
        SUSPENDED,
        RESUMED,
        ENDED
    }

    /**
     * The newest version of an agreement.
     *
     * @param reason of the last decision about it; empty where there was none
     */
    public record Kept(Agreement agreement, int version, State state, String reason) {
        public boolean isActive() {
            return state == State.ACTIVE;
        }
    }

    /** All of them, by identifier. */
    public List<Kept> list() {
        return handle.createQuery(Sql.of(AgreementStore.class, "list-agreements"))
                .map((rs, context) -> kept(rs))
                .list();
    }

    public Optional<Kept> find(String id) {
        return list().stream().filter(kept -> kept.agreement().id().equals(id)).findFirst();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                AgreementFile.ofJson(row.getString("body")),
                row.getInt("version"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"));
    }

    /**
     * Keeps the next version; empty if it is the very same as the newest.
     *
     * @throws AgreementFault if it is a licence under an agreement that is not kept, or is one itself
     */
    public Optional<Integer> add(Agreement agreement) {
        if (agreement.hasLicence()) {
            String under = agreement.licence().under();
            if (find(under).filter(kept -> !kept.agreement().hasLicence()).isEmpty()) {
                throw new AgreementFault("licence.under: no agreement '" + under + "' is kept; add that first");
            }
        }
        return handle.createQuery(Sql.of(AgreementStore.class, "insert-version"))
                .bind("id", agreement.id())
                .bind("body", AgreementFile.toJson(agreement))
                .bind("starts", agreement.starts())
                .bind("ends", agreement.ends())
                .mapTo(Integer.class)
                .findOne();
    }

    /**
     * Decides about one.
     *
     * @throws AgreementFault if there is none, it has ended, or the decision changes nothing
     */
    public void decide(String id, Decision decision, String reason) {
        Kept kept = find(id).orElseThrow(() -> new AgreementFault("there is no agreement '" + id + "'"));
        if (kept.state() == State.ENDED) {
            throw new AgreementFault("agreement '" + id + "' has ended: sign another one");
        }
        if ((decision == Decision.SUSPENDED) == (kept.state() == State.SUSPENDED) && decision != Decision.ENDED) {
            throw new AgreementFault("agreement '" + id + "' is " + word(kept.state()) + " already");
        }
        handle.createUpdate(Sql.of(AgreementStore.class, "insert-decision"))
                .bind("id", id)
                .bind("what", decision.name().toLowerCase(Locale.ROOT))
                .bind("reason", reason)
                .execute();
    }

    /** The releases that were made under it. */
    public List<String> releases(String id) {
        return handle.createQuery(Sql.of(AgreementStore.class, "list-withdrawn"))
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    void noteCaseload(long caseloadId, Kept kept) {
        handle.createUpdate(Sql.of(AgreementStore.class, "insert-caseload"))
                .bind("caseloadId", caseloadId)
                .bind("id", kept.agreement().id())
                .bind("version", kept.version())
                .execute();
    }

    /** Under which agreement a caseload was loaded; empty for one that was loaded before there was any. */
    Optional<Kept> findOfCaseload(long caseloadId) {
        return handle.createQuery(Sql.of(AgreementStore.class, "find-agreement-of-caseload"))
                .bind("caseloadId", caseloadId)
                .mapTo(String.class)
                .findOne()
                .flatMap(this::find);
    }

    /** Under which agreement a release was made; empty for one of before there was any. */
    public Optional<Kept> findOfRelease(String releaseId) {
        return handle.createQuery(Sql.of(AgreementStore.class, "find-agreement-of-release"))
                .bind("releaseId", releaseId)
                .mapTo(String.class)
                .findOne()
                .flatMap(this::find);
    }

    void noteRelease(String releaseId, Kept kept) {
        handle.createUpdate(Sql.of(AgreementStore.class, "insert-release"))
                .bind("releaseId", releaseId)
                .bind("id", kept.agreement().id())
                .bind("version", kept.version())
                .execute();
    }

    /** In a sentence. */
    static String word(State state) {
        return switch (state) {
            case NOT_YET -> "not in force yet";
            case ACTIVE -> "in force";
            case SUSPENDED -> "suspended";
            case EXPIRED -> "expired";
            case ENDED -> "ended";
        };
    }
}
