package org.reentryatlas.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
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
     * @param areas keys of beats; empty means all
     * @param post by which tours and patrols name it; null for none
     * @return the key to sign in with, which is told this once and kept nowhere
     * @throws IllegalArgumentException if the name is taken, empty or longer than 60 characters, or the post is no code
     */
    public String add(
            String name, Role role, Agency agency, List<String> areas, @Nullable String post, Instant expiresAt) {
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("the name of an account has 1 to 60 characters");
        }
        if (post != null && !post.matches("(?=[A-Za-z0-9-]*[0-9])[A-Za-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("'" + post
                    + "' is no code of a post, such as P-12: letters, digits and hyphens, a digit among them");
        }
        String key = Secret.draw();
        database.useTransaction(handle -> {
            int added = handle.createUpdate(Sql.of(AccountStore.class, "insert-account"))
                    .bind("name", name)
                    .bind("role", role.code())
                    .bind("agency", agency.code())
                    .bindArray("areas", String.class, areas)
                    .bind("post", post)
                    .bind("keyDigest", Secret.digest(key))
                    .bind("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                    .execute();
            if (added == 0) {
                throw new IllegalArgumentException(
                        "there is an account '" + name + "' already; revoke it first, or take another name");
            }
            Audit.on(handle).done(Action.ACCOUNT_ADDED, name);
        });
        return key;
    }

    /** Of a name, unless it is revoked. */
    public Optional<Account> find(String name) {
        return list().stream()
                .filter(account -> account.name().equals(name) && account.revokedAt() == null)
                .findFirst();
    }

    /** All of them, by name. */
    public List<Account> list() {
        return database.read(handle -> handle.createQuery(Sql.of(AccountStore.class, "list-accounts"))
                .map((rs, context) -> account(rs))
                .list());
    }

    /** Ends an account and its sessions; whether there was one of the name that was not ended. */
    public boolean revoke(String name) {
        return database.inTransaction(handle -> {
            boolean isRevoked = update(handle, "revoke-account", name) > 0;
            update(handle, "end-sessions-of-account", name);
            if (isRevoked) {
                Audit.on(handle).done(Action.ACCOUNT_REVOKED, name);
            }
            return isRevoked;
        });
    }

    private static int update(Handle handle, String statement, String name) {
        return handle.createUpdate(Sql.of(AccountStore.class, statement))
                .bind("name", name)
                .execute();
    }

    /** The account of a row that has all its columns. */
    public static Account account(ResultSet row) throws SQLException {
        return new Account(
                requireNonNull(row.getObject("id", UUID.class)),
                row.getString("name"),
                Role.of(row.getString("role")),
                Agency.of(row.getString("agency")),
                List.of((String[]) row.getArray("areas").getArray()),
                row.getString("post"),
                requireNonNull(instant(row, "expires_at")),
                instant(row, "revoked_at"),
                "");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
