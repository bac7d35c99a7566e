package org.reentryatlas.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** Keys of programs, as their owners make and end them and as the gate looks for them. */
public final class ApiKeyStore {
    /** So that what is forgotten stays little. */
    public static final int MOST = 10;

    /** What a key begins with, so that one that lies about is known for what it is. */
    private static final String BEGINNING = "atlas_";

    private final Database database;

    public ApiKeyStore(Database database) {
        this.database = database;
    }

    /** A key that was made; the secret is told this once and kept nowhere. */
    record Made(UUID id, String secret) {}

    /** Makes a key of an account; empty if it has {@link #MOST} already. */
    Optional<Made> add(
            Account account,
            String name,
            List<ApiKey.Scope> scopes,
            @Nullable String licence,
            @Nullable String purpose,
            Instant expiresAt) {
        String secret = BEGINNING + Secret.draw();
        return database.inTransaction(handle -> {
            // Two that are made at once would not see each other.
            handle.createQuery(Sql.of(ApiKeyStore.class, "lock-account"))
                    .bind("accountId", account.id())
                    .mapTo(UUID.class)
                    .one();
            return handle.createQuery(Sql.of(ApiKeyStore.class, "insert-api-key"))
                    .bind("accountId", account.id())
                    .bind("name", name)
                    .bind("digest", Secret.digest(secret))
                    .bindArray(
                            "scopes",
                            String.class,
                            scopes.stream().map(ApiKey.Scope::code).toList())
                    .bind("licence", licence)
                    .bind("purpose", purpose)
                    .bind("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                    .bind("most", MOST)
                    .mapTo(UUID.class)
                    .findOne()
                    .map(id -> {
                        Audit.on(handle).done(account.by(), Action.KEY_MADE, id.toString());
                        return new Made(id, secret);
                    });
        });
    }

    /** Those that may be used, by the name of their owner and their own. */
    public List<ApiKey> list() {
        return list((byte[]) null);
    }

    /** Those of an account that may be used. */
    List<ApiKey> list(Account account) {
        return list().stream()
                .filter(key -> key.owner().id().equals(account.id()))
                .toList();
    }

    /** Ends a key of an account; whether there was one. */
    boolean revoke(Account account, UUID id) {
        return revoke(account.by(), account.id(), id);
    }

    /** Ends a key of anybody; whether there was one. */
    public boolean revoke(UUID id) {
        return revoke(By.commandLine(), null, id);
    }

    private boolean revoke(By by, @Nullable UUID accountId, UUID id) {
        return database.inTransaction(handle -> {
            boolean isRevoked = handle.createUpdate(Sql.of(ApiKeyStore.class, "revoke-api-key"))
                            .bind("accountId", accountId)
                            .bind("id", id)
                            .execute()
                    > 0;
            if (isRevoked) {
                Audit.on(handle).done(by, Action.KEY_REVOKED, id.toString());
            }
            return isRevoked;
        });
    }

    /** The key of a secret, unless its time is over, it is revoked, or its account may not be used any more. */
    Optional<ApiKey> find(String secret) {
        return list(Secret.digest(secret)).stream().findFirst();
    }

    private List<ApiKey> list(byte @Nullable [] digest) {
        return database.read(handle -> handle.createQuery(Sql.of(ApiKeyStore.class, "list-api-keys"))
                .bind("digest", digest)
                .map((rs, context) -> key(rs))
                .list());
    }

    /** Keeps on which day it was used last, in the transaction of what it fetched. */
    public static void use(Handle handle, ApiKey key) {
        handle.createUpdate(Sql.of(ApiKeyStore.class, "use-api-key"))
                .bind("id", key.id())
                .execute();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                requireNonNull(row.getObject("key_id", UUID.class)),
                row.getString("key_name"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(code -> ApiKey.Scope.valueOf(code.toUpperCase(Locale.ROOT)))
                        .toList(),
                row.getString("licence_id"),
                row.getString("purpose"),
                requireNonNull(row.getObject("key_expires_at", OffsetDateTime.class))
                        .toInstant(),
                row.getObject("key_used_on", LocalDate.class),
                AccountStore.account(row));
    }
}
