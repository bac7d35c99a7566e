package org.reentryatlas.identity;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.Entry;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Who is signed in. Sessions end 30 minutes after they were last used, and 12 hours after they began. */
public final class SessionStore {
    private final Database database;

    public SessionStore(Database database) {
        this.database = database;
    }

    /** A session's secret, which the browser keeps, beside what is told about it. */
    record Started(String token, Session session) {}

    /** Begins one for an account, and keeps in the audit log that it did. Its secret is a new one, whatever the browser had before. */
    Started start(Handle handle, Account account) {
        handle.createUpdate(Sql.of(SessionStore.class, "delete-ended-sessions")).execute();
        String token = Secret.draw();
        String formToken = Secret.draw();
        handle.createUpdate(Sql.of(SessionStore.class, "insert-session"))
                .bind("tokenDigest", Secret.digest(token))
                .bind("accountId", account.id())
                .bind("formToken", formToken)
                .execute();
        Audit.on(handle).done(account.by(), Action.SESSION_STARTED, account.name());
        return new Started(token, new Session(account, formToken));
    }

    /** The session of a browser's secret, which goes on for another half hour. */
    Optional<Session> find(String token) {
        byte[] digest = Secret.digest(token);
        Optional<Session> session =
                database.read(handle -> handle.createQuery(Sql.of(SessionStore.class, "find-session"))
                        .bind("tokenDigest", digest)
                        .map((rs, context) -> new Session(AccountStore.account(rs), rs.getString("form_token")))
                        .findOne());
        if (session.isPresent()) {
            database.useTransaction(handle -> handle.createUpdate(Sql.of(SessionStore.class, "touch-session"))
                    .bind("tokenDigest", digest)
                    .execute());
        }
        return session;
    }

    /** Ends all sessions of an account. */
    void endAll(Account account) {
        database.useTransaction(handle -> {
            handle.createUpdate(Sql.of(SessionStore.class, "delete-sessions"))
                    .bind("accountId", account.id())
                    .execute();
            Audit.on(handle).done(account.by(), Action.SESSION_ENDED, account.name());
        });
    }

    void end(String token, Account account) {
        database.useTransaction(handle -> {
            handle.createUpdate(Sql.of(SessionStore.class, "delete-session"))
                    .bind("tokenDigest", Secret.digest(token))
                    .execute();
            Audit.on(handle).done(account.by(), Action.SESSION_ENDED, account.name());
        });
    }

    /** Keeps that somebody asked for what is not theirs. */
    void refuse(Account account, String route) {
        database.useTransaction(
                handle -> Audit.on(handle).append(Entry.refused(account.by(), Action.ACCESS_REFUSED, route)));
    }
}
