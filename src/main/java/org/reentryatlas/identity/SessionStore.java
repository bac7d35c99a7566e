package org.reentryatlas.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.By;
import org.reentryatlas.audit.Entry;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Turn;

/** Who is signed in. Sessions end 30 minutes after they were last used, and 12 hours after they began. */
public final class SessionStore {
    /** So many wrong passwords within a quarter of an hour, and no more are tried. */
    private static final int MOST_FAILURES = 5;

    private final Database database;

    /** Comparing takes 19 MB and a processor; and whoever guesses must not do it in many places at once. */
    private final Turn turn = new Turn(Duration.ofSeconds(5), "Others are signing in.");

    public SessionStore(Database database) {
        this.database = database;
    }

    /** A session's secret, which the browser keeps, beside what is told about it. */
    record Started(String token, Session session) {}

    /** An account that somebody wants to sign in with. */
    private record Found(Account account, boolean isIdle) {}

    /** The same with what is kept of its password. */
    private record WithPassword(Found found, String hash, boolean isLocked) {}

    /**
     * Signs in with the key of an account.
     *
     * @param client address of who asks
     * @throws ProblemException if there is no such key, its time is over, or nobody has used it for long
     */
    Started start(String key, String client) {
        Found found = database.read(handle -> handle.createQuery(Sql.of(SessionStore.class, "find-account-of-key"))
                        .bind("keyDigest", Secret.digest(key))
                        .map((rs, context) -> new Found(AccountStore.account(rs), rs.getBoolean("is_idle")))
                        .findOne())
                .orElse(null);
        if (found == null) {
            refuse(By.client(client), Action.SESSION_STARTED, "");
            throw ProblemException.forbidden(
                    "KEY_UNKNOWN",
                    "There is no account with this key, or its time is over.",
                    "See that the whole key was given, or ask for a new one.");
        }
        return start(found, client);
    }

    /**
     * Signs in with name and password. Whether the name is known, is told to nobody: the answer is the same, and takes as long.
     *
     * @param client address of who asks
     * @throws ProblemException if they do not fit, or were tried wrongly too often, or nobody has used the account for long
     */
    Started start(String name, String password, String client) {
        return turn.take(() -> {
            byte[] from = Secret.digest(client);
            if (failures(from) >= MOST_FAILURES) {
                throw ProblemException.forbidden(
                        "SIGN_IN_LOCKED",
                        "Passwords were wrong too often from where you are.",
                        "Wait for 15 minutes, or sign in with the key of your account.");
            }
            Optional<WithPassword> known = findByName(name);
            if (!isRight(password, known)) {
                fail(from, known.map(each -> each.found().account().id()).orElse(null), client);
                throw ProblemException.forbidden(
                        "SIGN_IN_REFUSED",
                        "Name and password do not fit, or the account was locked after too many wrong ones.",
                        "Try again, sign in with the key of your account, or ask an administrator to release it.");
            }
            return start(known.orElseThrow().found(), client);
        });
    }

    private static boolean isRight(String password, Optional<WithPassword> known) {
        if (Passwords.isTooLong(password)) {
            return false;
        }
        if (known.isEmpty()) {
            Passwords.isOfNobody(password);
            return false;
        }
        // Compared in any case: that it is locked must not be told by the time that it takes.
        return Passwords.isOf(password, known.get().hash()) && !known.get().isLocked();
    }

    private Optional<WithPassword> findByName(String name) {
        return database.read(handle -> handle.createQuery(Sql.of(SessionStore.class, "find-account-of-name"))
                .bind("name", name)
                .map((rs, context) -> new WithPassword(
                        new Found(AccountStore.account(rs), rs.getBoolean("is_idle")),
                        rs.getString("hash"),
                        rs.getBoolean("is_locked")))
                .findOne());
    }

    private int failures(byte[] client) {
        return database.read(handle -> handle.createQuery(Sql.of(SessionStore.class, "count-failures-of-client"))
                .bind("client", client)
                .mapTo(Integer.class)
                .one());
    }

    private void fail(byte[] client, @Nullable UUID account, String address) {
        database.useTransaction(handle -> {
            handle.createUpdate(Sql.of(SessionStore.class, "delete-old-failures"))
                    .execute();
            handle.createUpdate(Sql.of(SessionStore.class, "insert-failure"))
                    .bind("client", client)
                    .bind("accountId", account)
                    .execute();
            handle.createUpdate(Sql.of(SessionStore.class, "lock-password"))
                    .bind("accountId", account)
                    .bind("most", MOST_FAILURES)
                    .execute();
            // Not of whom: that would say which names there are.
            Audit.on(handle).append(Entry.refused(By.client(address), Action.SESSION_STARTED, ""));
        });
    }

    private Started start(Found found, String client) {
        if (found.isIdle()) {
            refuse(By.client(client), Action.SESSION_STARTED, found.account().name());
            throw ProblemException.forbidden(
                    "ACCOUNT_IDLE",
                    "Nobody has signed in with this account for 90 days.",
                    "Ask an administrator to release it.");
        }
        return database.inTransaction(handle -> {
            handle.createUpdate(Sql.of(SessionStore.class, "delete-ended-sessions"))
                    .execute();
            for (String statement : List.of("use-account", "delete-failures")) {
                handle.createUpdate(Sql.of(SessionStore.class, statement))
                        .bind("accountId", found.account().id())
                        .execute();
            }
            Account account = found.account().from(client);
            Started started = start(handle, account);
            Audit.on(handle).done(account.by(), Action.SESSION_STARTED, account.name());
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
        refuse(account.by(), Action.ACCESS_REFUSED, route);
    }

    private void refuse(By by, Action action, String objectId) {
        database.useTransaction(handle -> Audit.on(handle).append(Entry.refused(by, action, objectId)));
    }
}
