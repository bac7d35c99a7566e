package org.reentryatlas.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.By;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

import static java.util.Objects.requireNonNull;

/** Accounts, as the data steward makes and ends them. */
public final class AccountStore {
    private final Database database;

    public AccountStore(Database database) {
        this.database = database;
    }

    /**
     * Makes an account.
     *
     * @param agency null for roles that are of none, and for no other
     * @param areas keys of beats; empty means all
     * @param post by which tours and patrols name it; null for none
     * @param trainedOn of the last training; null where nobody writes that down
     * @param subject as whom a provider knows its owner; null for no provider
     * @return the key to sign in with, which is told this once and kept nowhere
     * @throws IllegalArgumentException if the name is taken, empty or longer than 60 characters, the agency is not of the role, there is no such
     *     area, the post is no code, or another account is known to the provider so
     */
    public String add(
            String name,
            Role role,
            @Nullable Agency agency,
            List<String> areas,
            @Nullable String post,
            @Nullable LocalDate trainedOn,
            @Nullable Subject subject,
            Instant expiresAt) {
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("the name of an account has 1 to 60 characters");
        }
        requireFits(role, agency, areas);
        if (post != null && !post.matches("(?=[A-Za-z0-9-]*[0-9])[A-Za-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("'" + post
                    + "' is no code of a post, such as P-12: letters, digits and hyphens, a digit among them");
        }
        String key = Secret.draw();
        database.useTransaction(handle -> {
            requireKnown(handle, areas);
            int added = handle.createUpdate(Sql.of(AccountStore.class, "insert-account"))
                    .bind("name", name)
                    .bind("role", role.code())
                    .bind("agency", agency == null ? null : agency.code())
                    .bindArray("areas", String.class, areas)
                    .bind("post", post)
                    .bind("keyDigest", Secret.digest(key))
                    .bind("trainedOn", trainedOn)
                    .bind("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                    .execute();
            if (added == 0) {
                throw new IllegalArgumentException(
                        "there is an account '" + name + "' already; revoke it first, or take another name");
            }
            if (subject != null) {
                FactorStore.insertSubject(handle, name, subject);
            }
            Audit.on(handle).done(Action.ACCOUNT_ADDED, name);
        });
        return key;
    }

    private static void requireFits(Role role, @Nullable Agency agency, List<String> areas) {
        if (!role.isOfAgency() && (agency != null || !areas.isEmpty())) {
            throw new IllegalArgumentException("an account of the role " + role.code() + " has no agency and no areas");
        }
        if (role.isOfAgency() && agency == null) {
            throw new IllegalArgumentException(
                    "an account of the role " + role.code() + " is of an agency: supervision or police");
        }
    }

    private static void requireKnown(Handle handle, List<String> areas) {
        List<String> unknown = handle.createQuery(Sql.of(AccountStore.class, "find-unknown-areas"))
                .bindArray("areas", String.class, areas)
                .mapTo(String.class)
                .list();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no beat " + String.join(", ", unknown)
                    + " in the boundaries that are loaded; '0101' keeps its zero");
        }
    }

    /** Of a name, unless it is revoked. */
    public Optional<Account> find(String name) {
        return list().stream()
                .map(Kept::account)
                .filter(account -> account.name().equals(name) && account.revokedAt() == null)
                .findFirst();
    }

    /**
     * An account as an administrator sees it.
     *
     * @param usedOn day of the last sign-in, or on which it was made or released
     * @param isIdle whether that is so long ago that it must be released first
     * @param hasPassword whether it can sign in with one, beside its key
     * @param isLocked whether the password was tried wrongly too often
     * @param hasSecondFactor whether it is asked for a code beside them
     * @param isSecondFactorLocked whether codes were wrong too often
     * @param hasSubject whether a provider knows its owner
     */
    public record Kept(
            Account account,
            LocalDate usedOn,
            boolean isIdle,
            boolean hasPassword,
            boolean isLocked,
            boolean hasSecondFactor,
            boolean isSecondFactorLocked,
            boolean hasSubject) {}

    /** All of them, by name. */
    public List<Kept> list() {
        return database.read(handle -> handle.createQuery(Sql.of(AccountStore.class, "list-accounts"))
                .map((rs, context) -> new Kept(
                        account(rs),
                        requireNonNull(rs.getObject("used_on", LocalDate.class)),
                        rs.getBoolean("is_idle"),
                        rs.getBoolean("has_password"),
                        rs.getBoolean("is_locked"),
                        rs.getBoolean("has_second_factor"),
                        rs.getBoolean("is_second_factor_locked"),
                        rs.getBoolean("has_subject")))
                .list());
    }

    /** Lets an account sign in again that nobody used for long, or whose password was tried wrongly too often; whether there is one. */
    public boolean release(String name, By by) {
        return database.inTransaction(handle -> {
            update(handle, "unlock-password", name);
            update(handle, "unlock-second-factor", name);
            update(handle, "forget-failures", name);
            return changed(handle, name, by, update(handle, "release-account", name));
        });
    }

    /** Writes down when it was trained last; whether there is one of the name. */
    public boolean train(String name, LocalDate day) {
        return database.inTransaction(handle -> changed(
                handle,
                name,
                handle.createUpdate(Sql.of(AccountStore.class, "set-training"))
                        .bind("name", name)
                        .bind("trainedOn", day)
                        .execute()));
    }

    /**
     * Gives an account a password beside its key, and ends its sessions; whether there is one of the name.
     *
     * @param words that are tried first at this place
     * @throws IllegalArgumentException if the password is too short, too long, or among those that are tried first
     */
    public boolean setPassword(String name, String password, PlaceWords words) {
        Passwords.requireGood(password, name, words);
        String hash = Passwords.hash(password);
        return database.inTransaction(handle -> {
            update(handle, "end-sessions-of-account", name);
            update(handle, "forget-failures", name);
            return changed(
                    handle,
                    name,
                    handle.createUpdate(Sql.of(AccountStore.class, "set-password"))
                            .bind("name", name)
                            .bind("hash", hash)
                            .execute());
        });
    }

    /** Takes the password of an account away, and ends its sessions; whether it had one. */
    public boolean removePassword(String name) {
        return database.inTransaction(handle -> {
            update(handle, "end-sessions-of-account", name);
            return changed(handle, name, update(handle, "delete-password", name));
        });
    }

    /** Ends an account and its sessions; whether there was one of the name that was not ended. */
    public boolean revoke(String name, By by) {
        return database.inTransaction(handle -> {
            // Nothing to sign in with is kept of it; and whoever gets another account can be known by the same
            // provider.
            for (String statement : List.of("delete-password", "delete-second-factor", "delete-subject")) {
                update(handle, statement, name);
            }
            boolean isRevoked = update(handle, "revoke-account", name) > 0;
            update(handle, "end-sessions-of-account", name);
            if (isRevoked) {
                Audit.on(handle).done(by, Action.ACCOUNT_REVOKED, name);
            }
            return isRevoked;
        });
    }

    /** Keeps in the audit log that an account was changed, if there was one. */
    static boolean changed(Handle handle, String name, int rows) {
        return changed(handle, name, By.commandLine(), rows);
    }

    private static boolean changed(Handle handle, String name, By by, int rows) {
        if (rows > 0) {
            Audit.on(handle).done(by, Action.ACCOUNT_CHANGED, name);
        }
        return rows > 0;
    }

    static int update(Handle handle, String statement, String name) {
        return handle.createUpdate(Sql.of(AccountStore.class, statement))
                .bind("name", name)
                .execute();
    }

    /** The account of a row that has all its columns. */
    public static Account account(ResultSet row) throws SQLException {
        String agency = row.getString("agency");
        return new Account(
                requireNonNull(row.getObject("id", UUID.class)),
                row.getString("name"),
                Role.of(row.getString("role")),
                agency == null ? null : Agency.of(agency),
                List.of((String[]) row.getArray("areas").getArray()),
                row.getString("post"),
                row.getObject("trained_on", LocalDate.class),
                requireNonNull(instant(row, "expires_at")),
                instant(row, "revoked_at"),
                "");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
