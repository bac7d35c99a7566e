package org.reentryatlas.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.By;
import org.reentryatlas.audit.Entry;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Turn;

/** The ways to sign in: a key, name and password, what an agency's provider says; and a second factor beside the first two. */
public final class SignInStore {
    /** So many wrong passwords or codes within a quarter of an hour, and no more are tried. */
    private static final int MOST_FAILURES = 5;

    private final Database database;
    private final SessionStore sessions;
    private final Set<Role> withSecondFactor;
    private final Clock clock;

    /** Comparing takes 19 MB and a processor; and whoever guesses must not do it in many places at once. */
    private final Turn turn = new Turn(Duration.ofSeconds(5), "Others are signing in.");

    /**
     * Ways to sign in.
     *
     * @param withSecondFactor roles that nobody has without a second factor, of ours or of a provider
     * @param clock by which codes are right
     */
    public SignInStore(Database database, SessionStore sessions, Set<Role> withSecondFactor, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.withSecondFactor = Set.copyOf(withSecondFactor);
        this.clock = clock;
    }

    /** An account that somebody wants to sign in with. */
    private record Found(Account account, boolean isIdle) {}

    /** The same with what is kept of its password. */
    private record WithPassword(Found found, String hash, boolean isLocked) {}

    /** What is kept of a second factor. */
    private record Factor(SecondFactor secret, long usedStep, boolean isLocked) {}

    /**
     * Signs in with the key of an account.
     *
     * @param code of its second factor; null where none was given
     * @param client address of who asks
     * @throws ProblemException if there is no such key, its time is over, the second factor is wanting or wrong, or nobody has used it
     *     for long
     */
    SessionStore.Started start(String key, @Nullable String code, String client) {
        Found found = ofKey(key).orElse(null);
        if (found == null) {
            refuse(client, "");
            throw ProblemException.forbidden(
                    "KEY_UNKNOWN",
                    "There is no account with this key, or its time is over.",
                    "See that the whole key was given, or ask for a new one.");
        }
        return code == null
                ? start(found, null, client)
                // Whoever guesses codes must not do it in many places at once either.
                : turn.take(() -> start(found, code, client));
    }

    private Optional<Found> ofKey(String key) {
        return database.read(handle -> handle.createQuery(Sql.of(SignInStore.class, "find-account-of-key"))
                .bind("keyDigest", Secret.digest(key))
                .map((rs, context) -> new Found(AccountStore.account(rs), rs.getBoolean("is_idle")))
                .findOne());
    }

    /**
     * Signs in with name and password. Whether the name is known, is told to nobody, nor whether it has a second factor unless the
     * password is right: the answer is the same, and takes as long.
     *
     * @param code of its second factor; null where none was given
     * @param client address of who asks
     * @throws ProblemException if they do not fit, or were tried wrongly too often, or nobody has used the account for long
     */
    SessionStore.Started start(String name, String password, @Nullable String code, String client) {
        return turn.take(() -> {
            requireFew(client);
            Optional<WithPassword> known = findByName(name);
            if (!isRight(password, known)) {
                fail(known.map(each -> each.found().account().id()).orElse(null), client, false, anonymous(client));
                throw ProblemException.forbidden(
                        "SIGN_IN_REFUSED",
                        "Name and password do not fit, or the account was locked after too many wrong ones.",
                        "Try again, sign in with the key of your account, or ask an administrator to release it.");
            }
            return start(known.orElseThrow().found(), code, client);
        });
    }

    /** From an address, however many accounts they are of. */
    private void requireFew(String client) {
        int failures = database.read(handle -> handle.createQuery(Sql.of(SignInStore.class, "count-failures-of-client"))
                .bind("client", Secret.digest(client))
                .mapTo(Integer.class)
                .one());
        if (failures >= MOST_FAILURES) {
            throw ProblemException.forbidden(
                    "SIGN_IN_LOCKED",
                    "Passwords were wrong too often from where you are.",
                    "Wait for 15 minutes, or sign in with the key of your account.");
        }
    }

    /**
     * What only the owner of an account that is signed in may do, who shows to be it with its password; a second factor is asked for, too.
     * Wrong ones count as where somebody signs in, since a session that was left open must not be a way to guess.
     *
     * @param code of its second factor; null where none was given
     * @param work done when it was shown, while nobody else's password is compared
     * @throws ProblemException if the account has no password, it does not fit, or was tried wrongly too often
     */
    <T> T asOwner(Account account, String password, @Nullable String code, Supplier<T> work) {
        return turn.take(() -> {
            requireFew(account.client());
            Optional<WithPassword> known = findByName(account.name());
            if (known.isEmpty()) {
                throw ProblemException.conflict(
                        "PASSWORD_NONE",
                        "This account has no password.",
                        "Ask an administrator to give it one with you at the keyboard (atlas accounts password).");
            }
            Entry refusal = Entry.refused(account.by(), Action.ACCOUNT_CHANGED, account.name());
            if (!isRight(password, known)) {
                fail(account.id(), account.client(), false, refusal);
                throw ProblemException.forbidden(
                        "PASSWORD_REFUSED",
                        "The old password does not fit, or was locked after too many wrong ones.",
                        "Try again, or ask an administrator to release the account.");
            }
            requireSecondFactor(account, code, account.client(), refusal);
            return work.get();
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
        return database.read(handle -> handle.createQuery(Sql.of(SignInStore.class, "find-account-of-name"))
                .bind("name", name)
                .map((rs, context) -> new WithPassword(
                        new Found(AccountStore.account(rs), rs.getBoolean("is_idle")),
                        rs.getString("hash"),
                        rs.getBoolean("is_locked")))
                .findOne());
    }

    private SessionStore.Started start(Found found, @Nullable String code, String client) {
        Account account = found.account();
        if (!requireSecondFactor(account, code, client, anonymous(client))
                && withSecondFactor.contains(account.role())) {
            refuse(client, account.name());
            throw ProblemException.forbidden(
                    "SECOND_FACTOR_MISSING",
                    "That is right, but this account needs a second factor and has none yet.",
                    "Ask an administrator to set one up with you at the keyboard (atlas accounts totp).");
        }
        return start(found, client);
    }

    /** Whether there is one, which was shown. */
    private boolean requireSecondFactor(Account account, @Nullable String code, String client, Entry refusal) {
        Factor factor = database.read(handle -> handle.createQuery(Sql.of(SignInStore.class, "find-second-factor"))
                        .bind("accountId", account.id())
                        .map((rs, context) -> new Factor(
                                new SecondFactor(rs.getBytes("secret")),
                                rs.getLong("used_step"),
                                rs.getBoolean("is_locked")))
                        .findOne())
                .orElse(null);
        if (factor == null) {
            return false;
        }
        if (code == null) {
            throw ProblemException.secondFactorNeeded();
        }
        OptionalLong step = factor.secret().stepOf(code, factor.usedStep(), clock.instant());
        if (step.isEmpty() || factor.isLocked() || !use(account, step.getAsLong())) {
            fail(account.id(), client, true, refusal);
            throw ProblemException.forbidden(
                    "SECOND_FACTOR_REFUSED",
                    "The code does not fit or was used before, or the account was locked after too many wrong ones.",
                    "Wait for the next code, see that the clock of the device is right, or ask an administrator to release the account.");
        }
        return true;
    }

    /** Whether nobody has used the code, nor any later one. */
    private boolean use(Account account, long step) {
        return database.inTransaction(handle -> handle.createUpdate(Sql.of(SignInStore.class, "use-step"))
                        .bind("accountId", account.id())
                        .bind("step", step)
                        .execute()
                == 1);
    }

    /**
     * Signs in as whom an agency's provider names. Its second factor is the provider's.
     *
     * @param subject as whom it knows them
     * @param client address of who asks
     * @throws ProblemException if no account is theirs, its time is over, or nobody has used it for long
     */
    SessionStore.Started startAs(Subject subject, String client) {
        Optional<Found> found =
                database.read(handle -> handle.createQuery(Sql.of(SignInStore.class, "find-account-of-subject"))
                        .bind("issuer", subject.issuer())
                        .bind("subject", subject.name())
                        .map((rs, context) -> new Found(AccountStore.account(rs), rs.getBoolean("is_idle")))
                        .findOne());
        if (found.isEmpty()) {
            // Not as whom: they have no account here, so that nothing about them is kept.
            refuse(client, "");
            throw ProblemException.forbidden(
                    "ACCOUNT_UNKNOWN",
                    "You are signed in at your agency, but there is no account for you here, or its time is over.",
                    "Ask an administrator to write down as whom your agency knows you.");
        }
        return start(found.get(), client);
    }

    private SessionStore.Started start(Found found, String client) {
        if (found.isIdle()) {
            refuse(client, found.account().name());
            throw ProblemException.forbidden(
                    "ACCOUNT_IDLE",
                    "Nobody has signed in with this account for 90 days.",
                    "Ask an administrator to release it.");
        }
        return database.inTransaction(handle -> {
            for (String statement : List.of("use-account", "delete-failures")) {
                handle.createUpdate(Sql.of(SignInStore.class, statement))
                        .bind("accountId", found.account().id())
                        .execute();
            }
            return sessions.start(handle, found.account().from(client));
        });
    }

    /** Not of whom: that would say which names there are. */
    private static Entry anonymous(String client) {
        return Entry.refused(By.client(client), Action.SESSION_STARTED, "");
    }

    private void fail(@Nullable UUID account, String client, boolean isCode, Entry refusal) {
        database.useTransaction(handle -> {
            handle.createUpdate(Sql.of(SignInStore.class, "delete-old-failures"))
                    .execute();
            handle.createUpdate(Sql.of(SignInStore.class, "insert-failure"))
                    .bind("client", Secret.digest(client))
                    .bind("accountId", account)
                    .bind("isCode", isCode)
                    .execute();
            for (String statement : List.of("lock-password", "lock-second-factor")) {
                handle.createUpdate(Sql.of(SignInStore.class, statement))
                        .bind("accountId", account)
                        .bind("most", MOST_FAILURES)
                        .execute();
            }
            Audit.on(handle).append(refusal);
        });
    }

    /** Keeps that a provider vouched for nobody. */
    void refuse(String client) {
        refuse(client, "");
    }

    private void refuse(String client, String account) {
        database.useTransaction(
                handle -> Audit.on(handle).append(Entry.refused(By.client(client), Action.SESSION_STARTED, account)));
    }
}
