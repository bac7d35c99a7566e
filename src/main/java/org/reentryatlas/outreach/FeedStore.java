package org.reentryatlas.outreach;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.AccountStore;
import org.reentryatlas.identity.Secret;

import static java.util.Objects.requireNonNull;

/** Calendars that staff subscribe to by a secret address; each reads what its account reads, as long as that may be used. */
final class FeedStore {
    private final Database desk;

    FeedStore(Database desk) {
        this.desk = desk;
    }

    /** A calendar of an account; its secret is kept nowhere. */
    record Feed(UUID id, String name, List<String> areas, Instant madeAt) {
        Feed {
            areas = List.copyOf(areas);
        }
    }

    /** What a secret address leads to. */
    record Subscription(Account account, List<String> areas, String name) {
        Subscription {
            areas = List.copyOf(areas);
        }
    }

    /** Makes a calendar and answers its secret, which is told this once. */
    String add(Account account, String name, List<String> areas) {
        String secret = Secret.draw();
        desk.useTransaction(handle -> {
            UUID id = handle.createQuery(Sql.of(FeedStore.class, "insert-feed"))
                    .bind("accountId", account.id())
                    .bind("secretDigest", Secret.digest(secret))
                    .bind("name", name)
                    .bindArray("areas", String.class, areas)
                    .mapTo(UUID.class)
                    .one();
            Audit.on(handle).done(account.by(), Action.FEED_MADE, id.toString());
        });
        return secret;
    }

    /** Those of an account that are not revoked. */
    List<Feed> list(Account account) {
        return desk.read(handle -> handle.createQuery(Sql.of(FeedStore.class, "list-feeds"))
                .bind("accountId", account.id())
                .map((rs, context) -> new Feed(
                        requireNonNull(rs.getObject("id", UUID.class)),
                        rs.getString("name"),
                        List.of((String[]) rs.getArray("areas").getArray()),
                        requireNonNull(rs.getObject("made_at", OffsetDateTime.class))
                                .toInstant()))
                .list());
    }

    /** Whether there was one of the account to revoke. */
    boolean revoke(Account account, UUID id) {
        return desk.inTransaction(handle -> {
            boolean isRevoked = handle.createUpdate(Sql.of(FeedStore.class, "revoke-feed"))
                            .bind("accountId", account.id())
                            .bind("id", id)
                            .execute()
                    > 0;
            if (isRevoked) {
                Audit.on(handle).done(account.by(), Action.FEED_REVOKED, id.toString());
            }
            return isRevoked;
        });
    }

    /** What a secret leads to, unless it is revoked or its account may not be used any more. */
    Optional<Subscription> find(String secret) {
        return desk.read(handle -> handle.createQuery(Sql.of(FeedStore.class, "find-feed"))
                .bind("secretDigest", Secret.digest(secret))
                .map((rs, context) -> new Subscription(
                        AccountStore.account(rs),
                        List.of((String[]) rs.getArray("feed_areas").getArray()),
                        rs.getString("feed_name")))
                .findOne());
    }
}
