package org.reentryatlas.identity;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.By;
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

    /**
     * Signs in with the key of an account; empty if there is no such key, or its time is over.
     *
     * @param client the address from which somebody tries it
     */
    Optional<Started> start(String key, String client) {
        return database.inTransaction(handle -> {
            handle.createUpdate(Sql.of(SessionStore.class, "delete-ended-sessions"))
                    .execute();
            Optional<Account> account = handle.createQuery(Sql.of(SessionStore.class, "find-account-of-key"))
                    .bind("keyDigest", Secret.digest(key))
                    .map((rs, context) -> AccountStore.account(rs))
                    .findOne();
            Optional<Started> started = account.map(known -> start(handle, known.from(client)));
            Audit.on(handle)
                    .append(started.map(each -> each.session().account())
                            .map(known -> Entry.done(known.by(), Action.SESSION_STARTED, known.name()))
                            .orElseGet(() -> Entry.refused(By.client(client), Action.SESSION_STARTED, "")));
            return started;
        });
    }

    private static Started start(Handle handle, Account account) {
        String token = Secret.draw();
        String formToken = Secret.draw();
        handle.createUpdate(Sql.of(SessionStore.class, "insert-session"))
                .bind("tokenDigest", Secret.digest(token))
                .bind("accountId", account.id())
                .bind("formToken", formToken)
                .execute();
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
