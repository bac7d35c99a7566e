package org.reentryatlas.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.http.ProblemException;

import static java.util.Objects.requireNonNull;

/** What whoever is signed in may do about the own account: see its sessions and end them, and change its password. */
public final class OwnStore {
    private final Database database;
    private final SessionStore sessions;
    private final SignInStore signIns;
    private final PlaceWords words;

    /**
     * Of the accounts of a place.
     *
     * @param words that are tried first there
     */
    public OwnStore(Database database, SessionStore sessions, SignInStore signIns, PlaceWords words) {
        this.database = database;
        this.sessions = sessions;
        this.signIns = signIns;
        this.words = words;
    }

    /**
     * A session of an account. From where it was begun is kept nowhere.
     *
     * @param seenAt when a request of it came last, to a minute
     * @param isThis whether it is the one of who asks
     */
    record Own(UUID id, Instant begunAt, Instant seenAt, boolean isThis) {}

    /**
     * Those of an account that are not over, the newest first.
     *
     * @param token of who asks
     */
    List<Own> sessions(Account account, String token) {
        return database.read(handle -> handle.createQuery(Sql.of(OwnStore.class, "list-sessions-of-account"))
                .bind("accountId", account.id())
                .bind("tokenDigest", Secret.digest(token))
                .map((rs, context) -> new Own(
                        requireNonNull(rs.getObject("id", UUID.class)),
                        requireNonNull(rs.getObject("started_at", OffsetDateTime.class))
                                .toInstant(),
                        requireNonNull(rs.getObject("seen_at", OffsetDateTime.class))
                                .toInstant(),
                        rs.getBoolean("is_this")))
                .list());
    }

    /** Ends one session of an account; whether it had it. */
    boolean end(Account account, UUID id) {
        return database.inTransaction(handle -> {
            int ended = handle.createUpdate(Sql.of(OwnStore.class, "delete-session-of-account"))
                    .bind("accountId", account.id())
                    .bind("id", id)
                    .execute();
            if (ended > 0) {
                Audit.on(handle).done(account.by(), Action.SESSION_ENDED, account.name());
            }
            return ended > 0;
        });
    }

    /**
     * Changes the password of an account, and ends all its sessions; the one of who changed it goes on as a new one.
     *
     * @param code of its second factor; null where none was given
     * @throws IllegalArgumentException if the new one is too short, too long, or among those that are tried first
     * @throws ProblemException if the account has no password, or the old one or the second factor does not fit
     */
    SessionStore.Started changePassword(Account account, String old, String password, @Nullable String code) {
        Passwords.requireGood(password, account.name(), words);
        return signIns.asOwner(account, old, code, () -> {
            String hash = Passwords.hash(password);
            return database.inTransaction(handle -> {
                handle.createUpdate(Sql.of(OwnStore.class, "change-password"))
                        .bind("accountId", account.id())
                        .bind("hash", hash)
                        .execute();
                for (String statement : List.of("delete-sessions", "delete-failures")) {
                    handle.createUpdate(Sql.of(OwnStore.class, statement))
                            .bind("accountId", account.id())
                            .execute();
                }
                Audit.on(handle).done(account.by(), Action.ACCOUNT_CHANGED, account.name());
                return sessions.start(handle, account);
            });
        });
    }
}
